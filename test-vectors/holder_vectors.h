// SPDX-License-Identifier: Apache-2.0
// Vectors of ad1 in which the reader asks for a person.
#ifndef SCEAU_TEST_VECTORS_HOLDER_VECTORS_H_
#define SCEAU_TEST_VECTORS_HOLDER_VECTORS_H_

#include <vector>

#include "issuers.h"
#include "vector_file.h"

namespace sceau::vectors {

void AddHolderVectors(const Issuer& issuer, std::vector<Vector>& vectors);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_HOLDER_VECTORS_H_
