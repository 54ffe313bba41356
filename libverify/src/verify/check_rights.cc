// SPDX-License-Identifier: Apache-2.0
#include "verify/check_rights.h"

#include <algorithm>
#include <vector>

namespace sceau::verify {
namespace {

RightsOutcome Refused(RightsAxis axis, Reason reason) { return {axis, Finding{reason, ""}}; }

bool IsPrincipal(const Right& right) {
  return right.kind == RightKind::kBase || right.kind == RightKind::kAme;
}

std::vector<Right> RightsThatCount(const Attestation& attestation) {
  const bool any_principal =
      std::any_of(attestation.rights.begin(), attestation.rights.end(), IsPrincipal);
  std::vector<Right> counting;
  for (const Right& right : attestation.rights) {
    if (!any_principal || IsPrincipal(right)) counting.push_back(right);
  }
  return counting;
}

RightsOutcome CheckPeriods(const std::vector<Right>& rights, Date day) {
  bool before_one = false;
  bool after_one = false;
  for (const Right& right : rights) {
    if (day < right.from) {
      before_one = true;
    } else if (right.until && *right.until < day) {
      after_one = true;
    } else {
      return {RightsAxis::kOpen, std::nullopt};
    }
  }
  if (before_one && after_one) return Refused(RightsAxis::kGap, Reason::kRightsGap);
  if (before_one) return Refused(RightsAxis::kNotYet, Reason::kRightsNotYet);
  return Refused(RightsAxis::kClosed, Reason::kRightsClosed);
}

// Nothing when the document is young enough.
std::optional<RightsOutcome> CheckAge(const Claims& claims, Date day,
                                      std::optional<int> maximum_age_days) {
  if (!maximum_age_days) return std::nullopt;
  if (!claims.issued_on) return Refused(RightsAxis::kNotRun, Reason::kRightsIssueDateUnknown);
  if (DaysBetween(*claims.issued_on, day) > *maximum_age_days) {
    return Refused(RightsAxis::kExpired, Reason::kRightsTooOld);
  }
  return std::nullopt;
}

}  // namespace

RightsOutcome CheckRights(const Claims& claims, Date day, std::optional<int> maximum_age_days) {
  if (claims.attestation) {
    const Attestation& attestation = *claims.attestation;
    if (attestation.valid_until < day) return Refused(RightsAxis::kExpired, Reason::kRightsExpired);
    if (day < attestation.valid_from)
      return Refused(RightsAxis::kNotYet, Reason::kRightsAttestationNotYet);
  }
  if (auto too_old = CheckAge(claims, day, maximum_age_days)) return *too_old;
  if (!claims.attestation) return Refused(RightsAxis::kNotApplicable, Reason::kRightsNotApplicable);
  return CheckPeriods(RightsThatCount(*claims.attestation), day);
}

}  // namespace sceau::verify
