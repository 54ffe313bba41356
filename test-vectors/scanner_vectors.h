// SPDX-License-Identifier: Apache-2.0
// Vectors of texts that a scanner spoilt, made of those that it did not.
#ifndef SCEAU_TEST_VECTORS_SCANNER_VECTORS_H_
#define SCEAU_TEST_VECTORS_SCANNER_VECTORS_H_

#include <vector>

#include "issuers.h"
#include "vector_file.h"

namespace sceau::vectors {

// Adds to the vectors of ad1, which have an accept-one-person.
void AddSpoiltAd1(std::vector<Vector>& vectors);

// Adds to the vectors of 2d-doc, which have an accept-version-04; `issuer` is the one of FR99/0001.
void AddSpoiltTwoDDoc(std::vector<Vector>& vectors, const Issuer& issuer);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_SCANNER_VECTORS_H_
