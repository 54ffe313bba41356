// SPDX-License-Identifier: Apache-2.0
// For tests: each algorithm in turn.
#ifndef SCEAU_CRYPTO_ALGORITHMS_TESTING_H_
#define SCEAU_CRYPTO_ALGORITHMS_TESTING_H_

#include "crypto/algorithm.h"

namespace sceau::crypto {

inline constexpr Algorithm kAlgorithms[] = {Algorithm::kEs256, Algorithm::kEs384,
                                            Algorithm::kEdDsa};

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_ALGORITHMS_TESTING_H_
