// SPDX-License-Identifier: Apache-2.0
// How long an attestation may count after it was signed. A signing date is the seal's own word:
// this bound makes all that a retired key signed, whenever it says so, come to an end.
// Spec: docs/formats/ad1.md §5.
#ifndef SCEAU_ATTESTATION_VALIDITY_H_
#define SCEAU_ATTESTATION_VALIDITY_H_

#include <chrono>

#include "sceau/attestation.h"

namespace sceau::attestation {

// Six months have at most 184 days; two more serve what is issued on the eve.
constexpr std::chrono::days kStandardValidity{186};
// The bound for an issuer of which nothing is known but its certificate.
constexpr std::chrono::days kUngrantedValidity{366};

// The time from signing to the end of the attestation's last day. Days have 24 hours here.
std::chrono::seconds TimeToEnd(Instant signed_at, Date last_day);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_VALIDITY_H_
