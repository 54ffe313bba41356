// SPDX-License-Identifier: Apache-2.0
// The OpenSSL side of RsaKey. Private to this room.
#ifndef SCEAU_CRYPTO_RSA_KEY_HANDLE_H_
#define SCEAU_CRYPTO_RSA_KEY_HANDLE_H_

#include <optional>

#include "crypto/openssl_ptr.h"
#include "crypto/rsa_key.h"

namespace sceau::crypto {

struct RsaKey::Handle {
  EvpPkeyPtr key;
  Bytes modulus;  // big endian, without leading zeros

  // Nothing for a key that is not RSA, or outside of our bounds.
  static std::shared_ptr<const Handle> FromPublicKey(EvpPkeyPtr key);
};

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_RSA_KEY_HANDLE_H_
