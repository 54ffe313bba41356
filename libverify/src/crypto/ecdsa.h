// SPDX-License-Identifier: Apache-2.0
// The check of a signature by OpenSSL, for every curve that we take. Spec: SEC 1 §4.1.4, and
// RFC 9053 §2 (raw r‖s of exact length). Private to this room.
#ifndef SCEAU_CRYPTO_ECDSA_H_
#define SCEAU_CRYPTO_ECDSA_H_

#include <cstddef>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/known_answers.h"
#include "crypto/openssl_ptr.h"
#include "crypto/public_key.h"

namespace sceau::crypto {

// OpenSSL's number (NID) of the curve that an EC key names; NID_undef for a key of another type and
// for one whose curve is spelt out.
int CurveOf(const EVP_PKEY* key);

// True for parameters that are spelt out in place of a curve's name (RFC 5480 §2.1.1 forbids them;
// CVE-2020-0601).
bool HasExplicitCurve(const EVP_PKEY* key);

// True for a point on the curve, not at infinity and of the group's order. OpenSSL's decoder checks
// the first two as well, but does not promise to.
bool IsSoundEcKey(EVP_PKEY* key);

// The group order as `length` bytes, big endian; empty when the library gives none.
Bytes GroupOrder(const EVP_PKEY* key, std::size_t length);

// True when OpenSSL says of this signature, which holds, that it does.
bool IsAbleToVerify(const KnownAnswer& known);

// Checks a signature as OpenSSL takes it, which for ECDSA is DER. When memory is short, OpenSSL can
// say that a genuine signature does not hold. So that answer is believed only when OpenSSL is able
// to verify `known`, of the same curve, and then says it again. `digest` is null for Ed25519.
absl::StatusOr<SignatureCheck> VerifyWithOpenssl(EVP_PKEY* key, const char* digest,
                                                 ByteSpan message, ByteSpan signature,
                                                 const KnownAnswer& known);

// What a raw ECDSA signature is checked with. Nothing is owned.
struct EcdsaCheck {
  EVP_PKEY* key;
  ByteSpan order;  // as long as r and as s
  const char* digest;
  KnownAnswer known;
};
absl::StatusOr<SignatureCheck> VerifyRawEcdsa(const EcdsaCheck& check, ByteSpan message,
                                              ByteSpan signature);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_ECDSA_H_
