// SPDX-License-Identifier: Apache-2.0
// Which results state a positive fact against a document. All others only leave it unconfirmed.
#ifndef SCEAU_VERIFY_REFUTES_H_
#define SCEAU_VERIFY_REFUTES_H_

#include "sceau/report.h"

namespace sceau::verify {

constexpr bool Refutes(SealAxis value) {
  return value == SealAxis::kAltered || value == SealAxis::kIssuerNotAllowed;
}
constexpr bool Refutes(StatusAxis value) {
  return value == StatusAxis::kRevoked || value == StatusAxis::kSuspended ||
         value == StatusAxis::kNeverIssued;
}
constexpr bool Refutes(RightsAxis value) {
  return value == RightsAxis::kClosed || value == RightsAxis::kNotYet ||
         value == RightsAxis::kGap || value == RightsAxis::kExpired;
}
constexpr bool Refutes(HolderAxis value) { return value == HolderAxis::kDiffers; }
constexpr bool Refutes(DocumentAxis value) { return value == DocumentAxis::kDiffers; }
constexpr bool Refutes(FreshnessAxis) {
  return false;  // our own trust being old says nothing against the document
}

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_REFUTES_H_
