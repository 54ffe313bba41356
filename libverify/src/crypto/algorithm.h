// SPDX-License-Identifier: Apache-2.0
// The signature algorithms that we accept. An algorithm follows from a key's type and curve, never
// from a message.
#ifndef SCEAU_CRYPTO_ALGORITHM_H_
#define SCEAU_CRYPTO_ALGORITHM_H_

#include <cstddef>

namespace sceau::crypto {

enum class Algorithm {
  kEs256,  // ECDSA P-256 with SHA-256
  kEs384,  // ECDSA P-384 with SHA-384
  kEdDsa,  // Ed25519
};

// The length in bytes of a raw signature (r‖s, or Ed25519's R‖S): 64, 96 and 64.
constexpr std::size_t SignatureLength(Algorithm algorithm) {
  return algorithm == Algorithm::kEs384 ? 96 : 64;
}

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_ALGORITHM_H_
