// SPDX-License-Identifier: Apache-2.0
// ad1 seals judged by a trust bundle: what it grants, to whom, and when.
#ifndef SCEAU_TEST_VECTORS_BUNDLE_VECTORS_H_
#define SCEAU_TEST_VECTORS_BUNDLE_VECTORS_H_

#include <vector>

#include "base/bytes.h"
#include "vector_file.h"

namespace sceau::vectors {

// The roots to pin, the bundle, and the seals that it judges.
struct BundleVectors {
  Bytes roots;
  Bytes bundle;
  std::vector<Vector> vectors;
};
BundleVectors MakeBundleVectors();

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_BUNDLE_VECTORS_H_
