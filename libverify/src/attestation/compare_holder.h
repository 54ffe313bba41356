// SPDX-License-Identifier: Apache-2.0
// Does a seal name the person that we expect? Tolerant in names, with the reason said; exact in
// numbers, and in what is known of a date.
#ifndef SCEAU_ATTESTATION_COMPARE_HOLDER_H_
#define SCEAU_ATTESTATION_COMPARE_HOLDER_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "base/checked.h"
#include "sceau/claims.h"
#include "sceau/report.h"
#include "sceau/verify.h"

namespace sceau::attestation {

// Can the question be compared at all: is the date a date, the number a number? Refuses usage.
absl::Status CheckExpectedHolder(const ExpectedHolder& expected);

bool AsksNothing(const ExpectedHolder& expected);

// `expected` passed CheckExpectedHolder. kNotAsked when it asks nothing; holder.not-in-seal when
// the paper names nobody. The person is a holder, or, when none is the person expected for certain,
// one whom the paper lists besides (holder.dependant). Whoever is not named by a paper that names
// some people in part, or not all, is close at most and never another person: what such a paper
// does not say is holder.not-in-seal too.
Checked<HolderAxis> CompareHolder(const ExpectedHolder& expected, const Claims& claims);

// Upper case, accents and ligatures folded, hyphens, apostrophes and dots made spaces, single
// spaces: "JEAN PIERRE".
std::string FoldName(std::string_view utf8);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_COMPARE_HOLDER_H_
