// SPDX-License-Identifier: Apache-2.0
#include "verify/judge.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "attestation/compare_holder.h"
#include "attestation/other_people.h"
#include "verify/refutes.h"

namespace sceau::verify {
namespace {

template <typename Axis>
Verdict JudgeAxis(Axis value, const std::set<Axis>& accepted) {
  if (value == Axis::kNotRun) return Verdict::kUndetermined;
  if (accepted.contains(value)) return Verdict::kValid;
  return Refutes(value) ? Verdict::kInvalid : Verdict::kUndetermined;
}

// Nothing was wrong with the document, but that nothing on it is a seal.
bool HasNoSeal(const Report& report) {
  const auto says_so = [](const Finding& finding) {
    return finding.reason == Reason::kDocumentNoCode || finding.reason == Reason::kDocumentNoSeal;
  };
  return report.seals.empty() && !report.reasons.empty() &&
         std::ranges::all_of(report.reasons, says_so);
}

Outcome OutcomeOfDocument(const Report& report) {
  switch (report.verdict) {
    case Verdict::kValid:
      return Outcome::kInOrder;
    case Verdict::kUndetermined:
      return HasNoSeal(report) ? Outcome::kNoSeal : Outcome::kNotConfirmed;
    case Verdict::kInvalid:
      break;
  }
  const auto has = [&](Outcome outcome) {
    return std::ranges::any_of(report.seals, [&](const SealReport& seal) {
      return !seal.set_aside && seal.outcome == outcome;
    });
  };
  return has(Outcome::kRightsNotOpen) && !has(Outcome::kRefused) ? Outcome::kRightsNotOpen
                                                                 : Outcome::kRefused;
}

bool SamePerson(const Subject& a, const Subject& b) {
  using attestation::FoldName;
  const std::string* number = a.Number(NumberKind::kNir);
  const std::string* other = b.Number(NumberKind::kNir);
  if (number != nullptr && other != nullptr && *number != *other) return false;
  return a.birth_date == b.birth_date && FoldName(a.birth_name) == FoldName(b.birth_name) &&
         FoldName(a.given_names) == FoldName(b.given_names);
}

bool Has(const std::vector<Finding>& findings, Reason reason) {
  return std::ranges::find(findings, reason, &Finding::reason) != findings.end();
}

void Drop(std::vector<Finding>& findings, Reason reason) {
  std::erase_if(findings, [reason](const Finding& finding) { return finding.reason == reason; });
}

// Null for what names nobody, and for a seal that is not proven.
const Claims* ProvenPeople(const SealReport& seal) {
  const bool proven = seal.axes.seal == SealAxis::kGenuine && seal.claims;
  return proven && !seal.claims->subjects.empty() ? &*seal.claims : nullptr;
}

// Null for what attests nobody's rights besides.
const Claims* ProvenRights(const SealReport& seal) {
  const Claims* claims = ProvenPeople(seal);
  return claims != nullptr && claims->rights ? claims : nullptr;
}

bool AreOfOnePerson(const Claims& a, const Claims& b) {
  return SamePerson(a.subjects.front(), b.subjects.front());
}

using Seals = std::vector<SealReport*>;

// Those that count: all that are shown, or all when none is.
Seals CountedSeals(Report& report) {
  const bool any_shown =
      std::ranges::any_of(report.seals, [](const SealReport& seal) { return !IsHidden(seal); });
  Seals counted;
  for (SealReport& seal : report.seals) {
    for (Finding& finding : seal.reasons) {
      if (finding.reason == Reason::kDocumentHiddenCode ||
          finding.reason == Reason::kDocumentHiddenCodeIgnored)
        finding.reason =
            any_shown ? Reason::kDocumentHiddenCodeIgnored : Reason::kDocumentHiddenCode;
    }
    seal.set_aside = any_shown && IsHidden(seal);
    if (!seal.set_aside) counted.push_back(&seal);
  }
  return counted;
}

// Not yet begun on the date of care, and nothing against it.
bool IsForLater(const SealReport& seal) {
  return seal.axes.rights == RightsAxis::kNotYet && !Refutes(seal.axes.status);
}

// Whether `other`, of the same person, counts in place of `seal`.
bool Supersedes(const SealReport& other, const SealReport& seal) {
  if (IsForLater(other) != IsForLater(seal)) return IsForLater(seal);
  return other.claims->validity.issued_at > seal.claims->validity.issued_at;
}

// Takes out what a newer attestation of the same person stands in for, and says so.
void LeaveNewest(Seals& seals) {
  Seals left;
  for (SealReport* seal : seals) {
    const Claims* own = ProvenRights(*seal);
    for (const SealReport* other : seals) {
      const Claims* another = ProvenRights(*other);
      if (own == nullptr || another == nullptr || !AreOfOnePerson(*own, *another)) continue;
      if (!Supersedes(*other, *seal)) continue;
      seal->set_aside = true;
      if (another->validity.issued_at > own->validity.issued_at &&
          !Has(seal->reasons, Reason::kDocumentNewerAttestation))
        seal->reasons.push_back({Reason::kDocumentNewerAttestation, ""});
    }
    if (!seal->set_aside) left.push_back(seal);
  }
  seals = std::move(left);
}

// Papers that attest rights have the same fields, filled in from the same registers: what differs
// there tells two people apart. Any other paper must surely name somebody else. Without an
// attestation among them, papers belong to whoever gathered them.
bool AreOfSeveralPeople(const Claims& a, const Claims& b) {
  if (a.rights && b.rights) return !AreOfOnePerson(a, b);
  return (a.rights || b.rights) && attestation::AreOtherPeople(a, b);
}

enum class People { kOne, kSeveral, kMixedOnOnePage };

People PeopleOf(const Seals& seals) {
  People people = People::kOne;
  for (auto seal = seals.begin(); seal != seals.end(); ++seal) {
    for (auto other = std::next(seal); other != seals.end(); ++other) {
      const Claims* one = ProvenPeople(**seal);
      const Claims* another = ProvenPeople(**other);
      if (one == nullptr || another == nullptr || !AreOfSeveralPeople(*one, *another)) continue;
      if ((*seal)->page == (*other)->page) return People::kMixedOnOnePage;
      people = People::kSeveral;
    }
  }
  return people;
}

// Where one of several people was asked for and has an attestation here, the others' papers say
// nothing about that one: whether one of their pages may say something all the same, since nobody
// has found that it prints what its seal says. A page that prints another thing still counts.
bool LeaveThoseAskedFor(Seals& seals) {
  const auto is_asked_for = [](const SealReport* seal) {
    return ProvenRights(*seal) != nullptr && seal->axes.holder == HolderAxis::kMatches;
  };
  if (std::ranges::none_of(seals, is_asked_for)) return false;
  bool open = false;
  std::erase_if(seals, [&open](SealReport* seal) {
    if (ProvenPeople(*seal) == nullptr || seal->axes.holder != HolderAxis::kDiffers ||
        seal->axes.document == DocumentAxis::kDiffers)
      return false;
    open = open || seal->axes.document != DocumentAxis::kAgrees;
    seal->set_aside = true;
    return true;
  });
  return open;
}

// What this seal may have on its axes.
Policy PolicyFor(const SealReport& seal, const Policy& policy) {
  Policy own = policy;
  own.document = AcceptedPages(seal, policy);
  return own;
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

bool IsHidden(const SealReport& seal) {
  return Has(seal.reasons, Reason::kDocumentHiddenCode) ||
         Has(seal.reasons, Reason::kDocumentHiddenCodeIgnored);
}

bool MustBeLookedAt(const SealReport& seal) {
  constexpr auto kSeen = std::to_array<Reason>(
      {Reason::kDocumentTextAdded, Reason::kDocumentTextMissing, Reason::kDocumentDrawingAdded,
       Reason::kDocumentTextBeside, Reason::kDocumentPageUnlike, Reason::kDocumentViewersDiffer});
  return seal.axes.document == DocumentAxis::kNotCompared &&
         std::ranges::any_of(kSeen, [&](Reason reason) { return Has(seal.reasons, reason); });
}

Verdict JudgeSealReport(const SealReport& seal, const Policy& policy) {
  if (IsHidden(seal)) return Verdict::kUndetermined;
  const Verdict verdict = JudgeAxes(seal.axes, policy);
  return MustBeLookedAt(seal) ? Worst(verdict, Verdict::kUndetermined) : verdict;
}

Outcome OutcomeOf(Verdict verdict, const Axes& axes, const Policy& policy) {
  switch (verdict) {
    case Verdict::kValid:
      return Outcome::kInOrder;
    case Verdict::kUndetermined:
      return Outcome::kNotConfirmed;
    case Verdict::kInvalid:
      break;
  }
  Axes others = axes;
  others.rights = RightsAxis::kNotRun;  // for which nobody is refused
  const bool rights_refuse = JudgeAxes(axes, policy) == Verdict::kInvalid;
  const bool others_refuse = JudgeAxes(others, policy) == Verdict::kInvalid;
  return rights_refuse && !others_refuse ? Outcome::kRightsNotOpen : Outcome::kRefused;
}

const std::set<DocumentAxis>& AcceptedPages(const SealReport& seal, const Policy& policy) {
  const bool names_layout = seal.claims && seal.claims->layout;
  return names_layout && !policy.document_of_known_layout.empty() ? policy.document_of_known_layout
                                                                  : policy.document;
}

void SetVerdict(SealReport& seal, const Policy& policy) {
  const Policy own = PolicyFor(seal, policy);
  seal.verdict = JudgeSealReport(seal, own);
  seal.outcome = OutcomeOf(seal.verdict, seal.axes, own);
  seal.compare_by_eye =
      seal.verdict == Verdict::kValid && seal.axes.document == DocumentAxis::kNotCompared;
}

void JudgeDocument(Report& report) {
  Drop(report.reasons, Reason::kDocumentAssembled);
  Drop(report.reasons, Reason::kDocumentSeveralPeople);
  for (SealReport& seal : report.seals) Drop(seal.reasons, Reason::kDocumentNewerAttestation);
  Seals seals = CountedSeals(report);
  const People people = PeopleOf(seals);
  if (people == People::kMixedOnOnePage) report.reasons.push_back({Reason::kDocumentAssembled, ""});
  if (people == People::kSeveral) report.reasons.push_back({Reason::kDocumentSeveralPeople, ""});
  LeaveNewest(seals);
  const bool open = people == People::kSeveral && LeaveThoseAskedFor(seals);
  Verdict verdict = seals.empty() || open ? Verdict::kUndetermined : Verdict::kValid;
  for (const SealReport* seal : seals) verdict = Worst(verdict, seal->verdict);
  if (!std::ranges::all_of(report.reasons, IsRemark))
    verdict = Worst(verdict, Verdict::kUndetermined);
  report.verdict = verdict;
  report.outcome = OutcomeOfDocument(report);
  report.compare_by_eye =
      verdict == Verdict::kValid &&
      std::ranges::any_of(seals, [](const SealReport* seal) { return seal->compare_by_eye; });
}

}  // namespace sceau::verify

namespace sceau {

// A file that holds more than its pages says nothing against them, unless viewers show the rest in
// their place.
bool IsRemark(const Finding& finding) {
  return KindOf(finding.reason) == ReasonKind::kRemark &&
         (finding.reason != Reason::kDocumentAttachments || finding.detail != "portfolio");
}

}  // namespace sceau
