// SPDX-License-Identifier: Apache-2.0
// A key on a curve that only seals of states are signed with, and the check of a signature under
// it. Spec: ICAO Doc 9303 part 13 §2.4 and BSI TR-03116-2 (the hash follows from the length of the
// curve), RFC 5639 (Brainpool), SEC 2 §2.3.2 (P-224).
//
// As an RsaKey, it is not a PublicKey: nothing that asks a certificate for its PublicKey, as the
// roots of bundles, status lists and our own seals do, can come by one of these.
#ifndef SCEAU_CRYPTO_STATE_CURVE_KEY_H_
#define SCEAU_CRYPTO_STATE_CURVE_KEY_H_

#include <memory>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/public_key.h"

namespace sceau::crypto {

enum class StateCurve {
  kP224,           // with SHA-224; r and s have 28 bytes
  kBrainpoolP224,  // brainpoolP224r1, likewise
  kBrainpoolP256,  // brainpoolP256r1, with SHA-256; 32 bytes
  kBrainpoolP384,  // brainpoolP384r1, with SHA-384; 48 bytes
};

// Cheap to copy and immutable; several threads may use one. It is a point that was checked to lie
// on its named curve.
class StateCurveKey {
 public:
  StateCurve curve() const { return curve_; }

  // `signature` is raw r‖s, each half as long as the curve. What the answers mean is said at
  // PublicKey::Verify(). An error of the library itself is a Status, never kVerified.
  absl::StatusOr<SignatureCheck> Verify(ByteSpan message, ByteSpan signature) const;

 private:
  friend class Certificate;
  struct Handle;
  StateCurveKey(StateCurve curve, std::shared_ptr<const Handle> handle);
  StateCurve curve_;
  std::shared_ptr<const Handle> handle_;
};

// As IsAbleToVerify(Algorithm), for all of these curves.
bool IsAbleToVerifyStateCurves();

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_STATE_CURVE_KEY_H_
