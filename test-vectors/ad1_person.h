// SPDX-License-Identifier: Apache-2.0
// The attestation that the ad1 vectors start from.
#ifndef SCEAU_TEST_VECTORS_AD1_PERSON_H_
#define SCEAU_TEST_VECTORS_AD1_PERSON_H_

#include <string_view>

#include "issuers.h"
#include "sceau/attestation.h"
#include "seal/format.h"

namespace sceau::vectors {

Date D(std::string_view iso);

// Nobody of this name and birth; the NIRs are those of a public test vector set.
Attestation Person();

seal::StatedAlgorithm Stated(const Issuer& issuer);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_AD1_PERSON_H_
