// SPDX-License-Identifier: Apache-2.0
// A public key, and the check of a raw signature under it. Spec: SEC 1 §4.1.4 (ECDSA), RFC 8032
// (Ed25519), RFC 9053 §2 (raw r‖s of exact length).
#ifndef SCEAU_CRYPTO_PUBLIC_KEY_H_
#define SCEAU_CRYPTO_PUBLIC_KEY_H_

#include <memory>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/algorithm.h"

namespace sceau::crypto {

// The zero value is a failure; only kVerified is success.
enum class SignatureCheck { kMismatch = 0, kWrongLength, kOutOfRange, kVerified };

// Cheap to copy and immutable; several threads may use one. It is a point that was checked to lie
// on its named curve, and never holds the private half.
class PublicKey {
 public:
  Algorithm algorithm() const { return algorithm_; }
  bool operator==(const PublicKey& other) const;  // the same point of the same curve

  // `signature` is raw r‖s (each half the curve's length) or Ed25519's 64 bytes. kOutOfRange: r or
  // s is 0 or not below the group order, or Ed25519's S is not below it. ECDSA's (r, n - s)
  // verifies where (r, s) does: a signature is not an identifier. An error of the library itself is
  // a Status, never kVerified.
  absl::StatusOr<SignatureCheck> Verify(ByteSpan message, ByteSpan signature) const;
  // The same with SHA-256, whatever the curve: for formats of others that name the hash apart from
  // the key. Not for Ed25519, which has no choice of a hash (kMismatch).
  absl::StatusOr<SignatureCheck> VerifySha256(ByteSpan message, ByteSpan signature) const;

 private:
  friend class Certificate;
  friend class PrivateKey;
  struct Handle;
  PublicKey(Algorithm algorithm, std::shared_ptr<const Handle> handle);
  absl::StatusOr<SignatureCheck> VerifyEcdsa(const char* digest, ByteSpan message,
                                             ByteSpan signature) const;
  Algorithm algorithm_;
  std::shared_ptr<const Handle> handle_;
};

// True when OpenSSL still says of a known signature that it holds. When memory is short it does
// not, and then none of its refusals may be believed.
bool IsAbleToVerify(Algorithm algorithm);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_PUBLIC_KEY_H_
