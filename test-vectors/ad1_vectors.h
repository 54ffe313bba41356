// SPDX-License-Identifier: Apache-2.0
// The vectors of the seal format ad1: one for each accepted variant and each refusal.
#ifndef SCEAU_TEST_VECTORS_AD1_VECTORS_H_
#define SCEAU_TEST_VECTORS_AD1_VECTORS_H_

#include <vector>

#include "issuers.h"
#include "vector_file.h"

namespace sceau::vectors {

struct Ad1Issuers {
  Issuer es256;
  Issuer es384;
  Issuer eddsa;
  Issuer stranger;        // ES256, in no folder of trust
  Issuer two_d_doc_leaf;  // ES256, below the authority FR99 in the folder two-d-doc
};

std::vector<Vector> MakeAd1Vectors(const Ad1Issuers& issuers);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_AD1_VECTORS_H_
