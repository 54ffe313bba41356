// SPDX-License-Identifier: Apache-2.0
#include "verify/claims_axes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "attestation/compare_holder.h"
#include "base/status.h"
#include "verify/check_authority.h"
#include "verify/check_clock.h"
#include "verify/check_printed.h"
#include "verify/check_rights.h"
#include "verify/check_status.h"

namespace sceau::verify {
namespace {

void AddFindings(SealReport& report, const std::vector<Finding>& findings) {
  report.reasons.insert(report.reasons.end(), findings.begin(), findings.end());
}

void AddOnce(Reason reason, SealReport& report) {
  const Finding finding{reason, ""};
  if (std::ranges::find(report.reasons, finding) == report.reasons.end())
    report.reasons.push_back(finding);
}

// What a verified seal says, or why it cannot be told.
bool DecodeClaims(const VerifiedSeal& verified, SealReport& report) {
  auto decoded = verified.seal().format->decode_claims(verified.seal());
  if (!decoded.ok()) {
    report.axes.seal = AxisOf(decoded.status());
    report.reasons.push_back(FindingOf(decoded.status()));
    return false;
  }
  AddFindings(report, decoded->notes);
  report.claims = std::move(decoded->claims);
  return true;
}

// The seal axis of a signature that held: was this issuer allowed to make it on that day? The
// dates of a test are nobody's.
void CheckIssuer(const VerifiedSeal& verified, const Claims& claims, Instant now,
                 SealReport& report) {
  const trust::Issuer& issuer = verified.issuer();
  if (IsTestIssuer(verified.seal().key, issuer.certificate)) {
    report.axes.seal = SealAxis::kTestIssuer;
    report.reasons.push_back({Reason::kSealTestIssuer, ""});
    return;
  }
  const auto signing_date = CheckSigningDate(claims, issuer.certificate, now);
  report.axes.seal = signing_date.axis;
  if (signing_date.finding) report.reasons.push_back(*signing_date.finding);
  if (report.axes.seal != SealAxis::kGenuine) return;
  const auto authority = CheckAuthority(claims, verified.seal().format->id, issuer);
  report.axes.seal = authority.axis;
  if (authority.finding) report.reasons.push_back(*authority.finding);
}

void CheckFreshness(const trust::TrustStore& trust, Instant now, SealReport& report) {
  report.axes.freshness = trust.FreshnessAt(now);
  constexpr auto kReasons = std::to_array<std::pair<FreshnessAxis, Reason>>(
      {{FreshnessAxis::kUndated, Reason::kFreshnessUndated},
       {FreshnessAxis::kStale, Reason::kFreshnessStale},
       {FreshnessAxis::kClockSuspect, Reason::kFreshnessClockSuspect}});
  for (const auto& [freshness, reason] : kReasons) {
    if (report.axes.freshness == freshness) report.reasons.push_back({reason, ""});
  }
}

// The date of care is the caller's word, unless it is the clock's: what it then says against the
// paper counts only where the clock can be right.
void CheckRightsByClock(const Claims& claims, const Context& context, SealReport& report) {
  const Date today = ParisDay(context.now);
  const bool is_doubtful = IsClockDoubtful(claims, *context.trust, context.now);
  auto rights = CheckRights(claims, context.date_of_care, context.policy->maximum_age_days);
  if (is_doubtful && context.date_of_care == today && SpeaksAgainst(rights.axis)) {
    rights = {};
    if (IsSignedAfter(claims, context.now)) AddOnce(Reason::kSealSignedInFuture, report);
  }
  report.axes.rights = rights.axis;
  report.rights_dates = rights.dates;
  if (rights.finding) report.reasons.push_back(*rights.finding);
  if (context.date_of_care > today && !is_doubtful)
    report.reasons.push_back({Reason::kRightsFutureDate, ""});
}

}  // namespace

Finding FindingOf(const absl::Status& status) { return {ReasonOf(status), DetailOf(status)}; }

SealAxis AxisOf(const absl::Status& status) {
  const ReasonKind kind = KindOf(ReasonOf(status));
  if (kind == ReasonKind::kInternal) return SealAxis::kNotRun;
  return kind == ReasonKind::kUnsupported ? SealAxis::kUnsupported : SealAxis::kMalformed;
}

void CheckHolder(const Claims& claims, const ExpectedHolder& expected, SealReport& report) {
  if (attestation::AsksNothing(expected)) {
    report.axes.holder = HolderAxis::kNotAsked;
  } else if (!claims.attestation) {
    report.reasons.push_back({Reason::kHolderNotInSeal, ""});
  } else {
    const auto comparison = attestation::CompareHolder(expected, *claims.attestation);
    report.axes.holder = comparison.axis;
    AddFindings(report, comparison.findings);
  }
}

void JudgeClaims(const VerifiedSeal& verified, const Page& page, const Context& context,
                 SealReport& report) {
  if (!DecodeClaims(verified, report)) return;
  const Claims& claims = *report.claims;

  CheckIssuer(verified, claims, context.now, report);

  if (report.axes.seal == SealAxis::kGenuine && IsSignedInFuture(claims, context.now)) {
    report.axes.seal = SealAxis::kIssuerUnknown;
    AddOnce(Reason::kSealSignedInFuture, report);
  }

  const auto status = CheckStatus(claims, verified.issuer(), *context.trust, context.now,
                                  context.policy->maximum_list_age_days);
  report.axes.status = status.axis;
  if (status.finding) report.reasons.push_back(*status.finding);
  report.withdrawal = status.withdrawal;

  CheckRightsByClock(claims, context, report);

  CheckHolder(claims, *context.holder, report);

  const auto printed = CheckPrinted(claims, page);
  report.axes.document = printed.axis;
  AddFindings(report, printed.findings);

  CheckFreshness(*context.trust, context.now, report);
}

}  // namespace sceau::verify
