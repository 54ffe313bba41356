// SPDX-License-Identifier: Apache-2.0
// The OpenSSL side of PublicKey and PrivateKey. Private to this room.
#ifndef SCEAU_CRYPTO_KEY_HANDLE_H_
#define SCEAU_CRYPTO_KEY_HANDLE_H_

#include <optional>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/openssl_ptr.h"
#include "crypto/private_key.h"
#include "crypto/public_key.h"

namespace sceau::crypto {

// The algorithm that follows from a key's type and named curve; nothing for a key that we do not
// take, among them one with explicit curve parameters.
std::optional<Algorithm> AlgorithmOf(const EVP_PKEY* key);

// OpenSSL's name of the digest for ECDSA; null for Ed25519, which hashes by itself.
const char* DigestName(Algorithm algorithm);

struct PublicKey::Handle {
  EvpPkeyPtr key;
  Bytes order;  // the order of ECDSA's group, big endian, as long as r and s; empty for Ed25519

  // Makes a key without a private half, once it was checked; nothing when we do not take it.
  static std::optional<PublicKey> FromPublicKey(EvpPkeyPtr key);
  // Makes the public half of `key`, likewise.
  static std::optional<PublicKey> FromPrivateKey(const EVP_PKEY* key);
};

struct PrivateKey::Handle {
  EvpPkeyPtr key;

  // Error: key.unusable for a type or curve that we do not take, a scalar out of range, or halves
  // that do not match.
  static absl::StatusOr<PrivateKey> FromKey(EvpPkeyPtr key);
  static absl::StatusOr<PrivateKey> FromInfo(const PKCS8_PRIV_KEY_INFO* info);
  // Parses one PrivateKeyInfo (RFC 5958) without trailing bytes. Error: key.unusable.
  static absl::StatusOr<PrivateKey> FromPkcs8(ByteSpan der);
  // Parses one EncryptedPrivateKeyInfo, likewise. Errors: key.unusable, key.passphrase-wrong.
  static absl::StatusOr<PrivateKey> FromEncryptedPkcs8(ByteSpan der,
                                                       const PassphraseSource& passphrase);
};

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_KEY_HANDLE_H_
