// SPDX-License-Identifier: Apache-2.0
// The vectors of the seal format hc1, with issuers of our own.
#ifndef SCEAU_TEST_VECTORS_HC1_VECTORS_H_
#define SCEAU_TEST_VECTORS_HC1_VECTORS_H_

#include <vector>

#include "issuers.h"
#include "state_signer.h"
#include "vector_file.h"

namespace sceau::vectors {

struct Hc1Issuers {
  Issuer state;               // ES256
  Issuer other;               // ES256, trusted too
  Issuer p384;                // ES256 with a key on P-384
  Issuer unknown;             // ES256, not trusted
  Bytes rsa_certificate_der;  // PS256: rsa_issuer.h signs
  StateSigner of_vds;         // on brainpoolP256r1, trusted for seals of vds alone
};

std::vector<Vector> MakeHc1Vectors(const Hc1Issuers& issuers);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_HC1_VECTORS_H_
