// SPDX-License-Identifier: Apache-2.0
// How long an attestation may count after it was signed. A signing date is the seal's own word:
// this bound makes all that a retired key signed, whenever it says so, come to an end.
// Spec: docs/formats/ad1.md §5.
#ifndef SCEAU_ATTESTATION_VALIDITY_H_
#define SCEAU_ATTESTATION_VALIDITY_H_

#include <chrono>

#include "sceau/attestation.h"

namespace sceau::attestation {

// Six months are 184 days at most; two more for what is issued on the eve.
constexpr std::chrono::days kStandardValidity{186};
// Of an issuer of whom nothing is known but its certificate.
constexpr std::chrono::days kUngrantedValidity{366};

// From its signing to the end of its last day. Days have 24 hours here.
std::chrono::seconds TimeToEnd(const Attestation& attestation);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_VALIDITY_H_
