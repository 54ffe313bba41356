// SPDX-License-Identifier: Apache-2.0
#include "verify/judge.h"

#include <algorithm>

#include "attestation/compare_holder.h"

namespace sceau::verify {
namespace {

bool Refutes(SealAxis value) {
  return value == SealAxis::kAltered || value == SealAxis::kIssuerNotAllowed;
}
bool Refutes(StatusAxis value) {
  return value == StatusAxis::kRevoked || value == StatusAxis::kSuspended ||
         value == StatusAxis::kNeverIssued;
}
bool Refutes(RightsAxis value) {
  return value == RightsAxis::kClosed || value == RightsAxis::kNotYet ||
         value == RightsAxis::kGap || value == RightsAxis::kExpired;
}
bool Refutes(HolderAxis value) { return value == HolderAxis::kDiffers; }
bool Refutes(DocumentAxis value) { return value == DocumentAxis::kDiffers; }
bool Refutes(FreshnessAxis) {
  return false;
}  // our own trust being old says nothing against the document

template <typename Axis>
Verdict JudgeAxis(Axis value, const std::set<Axis>& accepted) {
  if (value == Axis::kNotRun) return Verdict::kUndetermined;
  if (accepted.contains(value)) return Verdict::kValid;
  return Refutes(value) ? Verdict::kInvalid : Verdict::kUndetermined;
}

bool SamePerson(const Holder& a, const Holder& b) {
  using attestation::FoldName;
  if (a.nir && b.nir && *a.nir != *b.nir) return false;
  return a.birth_date == b.birth_date && FoldName(a.birth_name) == FoldName(b.birth_name) &&
         FoldName(a.given_names) == FoldName(b.given_names);
}

bool IsAssembled(const Report& report) {
  const Holder* first = nullptr;
  for (const SealReport& seal : report.seals) {
    if (seal.axes.seal != SealAxis::kGenuine || !seal.claims || !seal.claims->attestation) continue;
    const Holder& holder = seal.claims->attestation->holder;
    if (first == nullptr) {
      first = &holder;
    } else if (!SamePerson(*first, holder)) {
      return true;
    }
  }
  return false;
}

// A file that holds more than its pages says nothing against them, unless viewers show the rest in
// their place.
bool IsRemark(const Finding& finding) {
  return finding.reason == Reason::kDocumentAttachments && finding.detail != "portfolio";
}

}  // namespace

Verdict Worst(Verdict a, Verdict b) {
  if (a == Verdict::kInvalid || b == Verdict::kInvalid) return Verdict::kInvalid;
  if (a == Verdict::kUndetermined || b == Verdict::kUndetermined) return Verdict::kUndetermined;
  return Verdict::kValid;
}

Verdict JudgeAxes(const Axes& axes, const Policy& policy) {
  const Verdict seal = JudgeAxis(axes.seal, policy.seal);
  // What an unproven seal says proves nothing, for or against.
  if (seal != Verdict::kValid) return seal;
  Verdict verdict = seal;
  verdict = Worst(verdict, JudgeAxis(axes.status, policy.status));
  verdict = Worst(verdict, JudgeAxis(axes.rights, policy.rights));
  verdict = Worst(verdict, JudgeAxis(axes.holder, policy.holder));
  verdict = Worst(verdict, JudgeAxis(axes.document, policy.document));
  return Worst(verdict, JudgeAxis(axes.freshness, policy.freshness));
}

Verdict JudgeSealReport(const SealReport& seal, const Policy& policy) {
  const Verdict verdict = JudgeAxes(seal.axes, policy);
  const bool hidden = std::ranges::any_of(seal.reasons, [](const Finding& finding) {
    return finding.reason == Reason::kDocumentHiddenCode;
  });
  return hidden ? Worst(verdict, Verdict::kUndetermined) : verdict;
}

void JudgeDocument(Report& report) {
  Verdict verdict = report.seals.empty() ? Verdict::kUndetermined : Verdict::kValid;
  for (const SealReport& seal : report.seals) verdict = Worst(verdict, seal.verdict);
  std::erase_if(report.reasons, [](const Finding& finding) {
    return finding.reason == Reason::kDocumentAssembled;
  });
  if (IsAssembled(report)) report.reasons.push_back({Reason::kDocumentAssembled, ""});
  if (!std::ranges::all_of(report.reasons, IsRemark))
    verdict = Worst(verdict, Verdict::kUndetermined);
  report.verdict = verdict;
}

}  // namespace sceau::verify
