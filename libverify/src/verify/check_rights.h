// SPDX-License-Identifier: Apache-2.0
// The rights axis: on the date of care, does the seal say that rights are open, and is the
// attestation itself in date?
#ifndef SCEAU_VERIFY_CHECK_RIGHTS_H_
#define SCEAU_VERIFY_CHECK_RIGHTS_H_

#include <optional>

#include "base/checked.h"
#include "sceau/report.h"

namespace sceau::verify {

struct CheckedRights : Checked<RightsAxis> {
  RightsDates dates{};
};

// Days are compared as days, both ends included. The rights that count are the base right and AME;
// the others (C2S, maternity, Alsace-Moselle) come on top of one of them and count alone only if
// the attestation names neither. `maximum_age_days` is the reader's own limit on the age of the
// document on the date of care.
CheckedRights CheckRights(const std::optional<RightsClaims>& rights, const Validity& validity,
                          Date date_of_care, std::optional<int> maximum_age_days);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CHECK_RIGHTS_H_
