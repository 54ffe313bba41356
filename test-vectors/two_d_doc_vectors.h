// SPDX-License-Identifier: Apache-2.0
// The vectors of the seal format 2d-doc, with our own issuers: the official specimens are not ours
// to ship.
#ifndef SCEAU_TEST_VECTORS_TWO_D_DOC_VECTORS_H_
#define SCEAU_TEST_VECTORS_TWO_D_DOC_VECTORS_H_

#include <vector>

#include "issuers.h"
#include "vector_file.h"

namespace sceau::vectors {

struct TwoDDocIssuers {
  Issuer authority;   // CN FR99
  Issuer p256;        // FR99/0001
  Issuer p384;        // FR99/0384
  Issuer shared_one;  // FR99/0002, and
  Issuer shared_two;  // FR99/0002 again: one key id, two certificates
  Issuer test;        // FR99/0009, which calls itself a test
};

std::vector<Vector> MakeTwoDDocVectors(const TwoDDocIssuers& issuers);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_TWO_D_DOC_VECTORS_H_
