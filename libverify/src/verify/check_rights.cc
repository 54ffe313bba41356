// SPDX-License-Identifier: Apache-2.0
#include "verify/check_rights.h"

#include <algorithm>
#include <vector>

namespace sceau::verify {
namespace {

CheckedRights Refused(RightsAxis axis, Reason reason, const RightsDates& dates = {}) {
  return {{axis, {{reason, ""}}}, dates};
}

bool IsPrincipal(const Right& right) {
  return right.kind == RightKind::kBase || right.kind == RightKind::kAme;
}

std::vector<Right> PeriodsThatCount(const RightsClaims& rights) {
  const bool any_principal = std::ranges::any_of(rights.periods, IsPrincipal);
  std::vector<Right> counting;
  for (const Right& right : rights.periods) {
    if (!any_principal || IsPrincipal(right)) counting.push_back(right);
  }
  return counting;
}

CheckedRights CheckPeriods(const std::vector<Right>& rights, Date day) {
  RightsDates dates;
  for (const Right& right : rights) {
    if (day < right.from) {
      dates.starts = std::min(dates.starts.value_or(right.from), right.from);
    } else if (right.until && *right.until < day) {
      dates.ended = std::max(dates.ended.value_or(*right.until), *right.until);
    } else {
      return {{RightsAxis::kOpen, {}}, {}};
    }
  }
  if (dates.starts && dates.ended) return Refused(RightsAxis::kGap, Reason::kRightsGap, dates);
  if (dates.starts) return Refused(RightsAxis::kNotYet, Reason::kRightsNotYet, dates);
  return Refused(RightsAxis::kClosed, Reason::kRightsClosed, dates);
}

// Nothing when the document is young enough.
std::optional<CheckedRights> CheckAge(const Validity& validity, Date day,
                                      std::optional<int> maximum_age_days) {
  if (!maximum_age_days) return std::nullopt;
  if (!validity.issued_on) return Refused(RightsAxis::kNotRun, Reason::kRightsIssueDateUnknown);
  if (DaysBetween(*validity.issued_on, day) > *maximum_age_days) {
    return Refused(RightsAxis::kExpired, Reason::kRightsTooOld);
  }
  return std::nullopt;
}

}  // namespace

CheckedRights CheckRights(const std::optional<RightsClaims>& rights, const Validity& validity,
                          Date day, std::optional<int> maximum_age_days) {
  if (validity.until && *validity.until < day)
    return Refused(RightsAxis::kExpired, Reason::kRightsExpired, {validity.until, {}});
  if (validity.from && day < *validity.from)
    return Refused(RightsAxis::kNotYet, Reason::kRightsAttestationNotYet, {{}, validity.from});
  if (auto too_old = CheckAge(validity, day, maximum_age_days)) return *too_old;
  if (!rights) return Refused(RightsAxis::kNotApplicable, Reason::kRightsNotApplicable);
  return CheckPeriods(PeriodsThatCount(*rights), day);
}

}  // namespace sceau::verify
