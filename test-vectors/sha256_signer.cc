// SPDX-License-Identifier: Apache-2.0
#include "sha256_signer.h"

#include "openssl_pieces.h"

namespace sceau::vectors {

Bytes SignSha256(const crypto::PrivateKey& key, ByteSpan message) {
  return SignEcdsa(KeyOf(key).get(), EVP_sha256(), message,
                   crypto::SignatureLength(key.algorithm()) / 2);
}

}  // namespace sceau::vectors
