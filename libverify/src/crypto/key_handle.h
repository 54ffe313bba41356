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

// By type and named curve; nothing for a key that we do not take, explicit curve parameters
// included.
std::optional<Algorithm> AlgorithmOf(const EVP_PKEY* key);

// Parameters spelt out instead of a curve's name (RFC 5480 §2.1.1 forbids them; CVE-2020-0601).
bool HasExplicitCurve(const EVP_PKEY* key);

// The digest of ECDSA; null for Ed25519, which hashes by itself.
const char* DigestName(Algorithm algorithm);

struct PublicKey::Handle {
  EvpPkeyPtr key;
  Bytes order;  // of ECDSA's group, big endian, as long as r and s; empty for Ed25519

  // A key without a private half, checked; nothing when we do not take it.
  static std::optional<PublicKey> FromPublicKey(EvpPkeyPtr key);
  // The public half of `key`, likewise.
  static std::optional<PublicKey> FromPrivateKey(const EVP_PKEY* key);
};

struct PrivateKey::Handle {
  EvpPkeyPtr key;

  // Refuses key.unusable for a type or curve that we do not take, a scalar out of range, or halves
  // that do not match.
  static absl::StatusOr<PrivateKey> FromKey(EvpPkeyPtr key);
  static absl::StatusOr<PrivateKey> FromInfo(const PKCS8_PRIV_KEY_INFO* info);
  // One PrivateKeyInfo (RFC 5958) without trailing bytes. Refuses key.unusable.
  static absl::StatusOr<PrivateKey> FromPkcs8(ByteSpan der);
  // One EncryptedPrivateKeyInfo, likewise; refuses key.passphrase-wrong too.
  static absl::StatusOr<PrivateKey> FromEncryptedPkcs8(ByteSpan der,
                                                       const PassphraseSource& passphrase);
};

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_KEY_HANDLE_H_
