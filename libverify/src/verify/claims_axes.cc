// SPDX-License-Identifier: Apache-2.0
#include "verify/claims_axes.h"

#include <algorithm>
#include <utility>

#include "attestation/compare_holder.h"
#include "page/check_printed.h"
#include "verify/apply.h"
#include "verify/check_authority.h"
#include "verify/check_clock.h"
#include "verify/check_rights.h"
#include "verify/check_status.h"
#include "verify/refutes.h"

namespace sceau::verify {
namespace {

void AddOnce(Reason reason, SealReport& report) {
  const Finding finding{reason, ""};
  if (std::ranges::find(report.reasons, finding) == report.reasons.end())
    report.reasons.push_back(finding);
}

// What a verified seal says, or why it cannot be read.
bool DecodeClaims(const VerifiedSeal& verified, SealReport& report) {
  auto decoded = verified.seal().format->decode_claims(verified.seal());
  if (!decoded.ok()) {
    Apply(CheckedOf(decoded.status()), &Axes::seal, report);
    return false;
  }
  report.reasons.insert(report.reasons.end(), decoded->notes.begin(), decoded->notes.end());
  report.claims = std::move(decoded->claims);
  return true;
}

// The seal axis of a signature that held: was this issuer allowed to make it on that day? The
// dates of a test are nobody's.
Checked<SealAxis> CheckIssuer(const VerifiedSeal& verified, const Claims& claims, Instant now) {
  const trust::Issuer& issuer = verified.issuer();
  if (IsTestIssuer(verified.seal(), issuer.certificate))
    return {SealAxis::kTestIssuer, {{Reason::kSealTestIssuer, ""}}};
  auto signing_date = CheckSigningDate(claims.validity, issuer.certificate, now);
  if (signing_date.axis != SealAxis::kGenuine) return signing_date;
  auto authority = CheckAuthority(claims, verified.seal().format->id, issuer);
  if (authority.axis == SealAxis::kGenuine && IsSignedInFuture(claims.validity, now))
    return {SealAxis::kIssuerUnknown, {{Reason::kSealSignedInFuture, ""}}};
  return authority;
}

Checked<FreshnessAxis> CheckFreshness(const trust::TrustStore& trust, Instant now) {
  const FreshnessAxis freshness = trust.FreshnessAt(now);
  switch (freshness) {
    case FreshnessAxis::kUndated:
      return {freshness, {{Reason::kFreshnessUndated, ""}}};
    case FreshnessAxis::kStale:
      return {freshness, {{Reason::kFreshnessStale, ""}}};
    case FreshnessAxis::kClockSuspect:
      return {freshness, {{Reason::kFreshnessClockSuspect, ""}}};
    case FreshnessAxis::kFresh:
    case FreshnessAxis::kNotRun:
      return {freshness, {}};
  }
  return {};
}

// The date of care is the caller's word, unless it is the clock's: what it then says against the
// paper counts only where the clock can be right.
void CheckRightsByClock(const Claims& claims, const Context& context, SealReport& report) {
  const Date today = ParisDay(context.now);
  const bool is_doubtful = IsClockDoubtful(claims.validity, *context.trust, context.now);
  auto rights = CheckRights(claims.rights, claims.validity, context.date_of_care,
                            context.policy->maximum_age_days);
  if (is_doubtful && context.date_of_care == today && Refutes(rights.axis)) {
    rights = {};
    if (IsSignedAfter(claims.validity, context.now)) AddOnce(Reason::kSealSignedInFuture, report);
  }
  Apply(rights, &Axes::rights, report);
  report.rights_dates = rights.dates;
  if (context.date_of_care > today && !is_doubtful)
    report.reasons.push_back({Reason::kRightsFutureDate, ""});
}

}  // namespace

void JudgeClaims(const VerifiedSeal& verified, const Page& page, const Context& context,
                 SealReport& report) {
  if (!DecodeClaims(verified, report)) return;
  const Claims& claims = *report.claims;

  Apply(CheckIssuer(verified, claims, context.now), &Axes::seal, report);

  const auto status = CheckStatus(claims.status, claims.validity, verified.issuer(), *context.trust,
                                  context.now, context.policy->maximum_list_age_days);
  Apply(status, &Axes::status, report);
  report.withdrawal = status.withdrawal;

  CheckRightsByClock(claims, context, report);

  Apply(attestation::CompareHolder(*context.holder, claims), &Axes::holder, report);
  page::CheckedPage printed = page::CheckPrinted(claims, page);
  Apply(printed, &Axes::document, report);
  report.printed = std::move(printed.printed);
  Apply(CheckFreshness(*context.trust, context.now), &Axes::freshness, report);
}

}  // namespace sceau::verify
