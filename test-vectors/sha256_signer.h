// SPDX-License-Identifier: Apache-2.0
// Signs with a key on P-384 and SHA-256, as a COSE message of ES256 may be (RFC 9053 §2.1). Nothing
// of Sceau makes such signatures.
#ifndef SCEAU_TEST_VECTORS_SHA256_SIGNER_H_
#define SCEAU_TEST_VECTORS_SHA256_SIGNER_H_

#include "crypto/private_key.h"

namespace sceau::vectors {

// r‖s, each of the curve's length.
Bytes SignSha256(const crypto::PrivateKey& key, ByteSpan message);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_SHA256_SIGNER_H_
