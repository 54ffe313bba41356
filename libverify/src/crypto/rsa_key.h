// SPDX-License-Identifier: Apache-2.0
// An RSA key, and the check of a PS256 signature under it. Spec: RFC 8017 §8.1 (RSASSA-PSS with
// SHA-256, MGF1 with SHA-256 and a salt of 32 bytes), RFC 8230 §2.
//
// It is a type of its own and no PublicKey: what is ours is signed on curves alone, and nothing
// that asks a certificate for its PublicKey can come by one of these.
#ifndef SCEAU_CRYPTO_RSA_KEY_H_
#define SCEAU_CRYPTO_RSA_KEY_H_

#include <memory>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/public_key.h"

namespace sceau::crypto {

// Shorter ones are too weak (NIST SP 800-131A), and what longer ones cost nobody bounds.
inline constexpr int kMinRsaBits = 2'048;
inline constexpr int kMaxRsaBits = 4'096;

// Cheap to copy; immutable; may be used from several threads. Its modulus is odd and of 2,048 to
// 4,096 bits, its exponent odd, above 1 and of at most 33 bits.
class RsaKey {
 public:
  // `signature` is as long as the modulus, and below it (kOutOfRange). An error of the library
  // itself is a Status, never kVerified.
  absl::StatusOr<SignatureCheck> Verify(ByteSpan message, ByteSpan signature) const;

 private:
  friend class Certificate;
  struct Handle;
  explicit RsaKey(std::shared_ptr<const Handle> handle);
  std::shared_ptr<const Handle> handle_;
};

// As IsAbleToVerify(), for PS256.
bool IsAbleToVerifyRsa();

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_RSA_KEY_H_
