// SPDX-License-Identifier: Apache-2.0
// The seal axis: did a trusted issuer sign exactly these bytes, with a key valid on the signing
// date?
#ifndef SCEAU_VERIFY_CHECK_SEAL_H_
#define SCEAU_VERIFY_CHECK_SEAL_H_

#include <optional>

#include "base/checked.h"
#include "sceau/report.h"
#include "seal/format.h"
#include "trust/trust_store.h"

namespace sceau::verify {

// Proof that a signature held: only CheckSignature makes one. Both pointees outlive it.
class VerifiedSeal {
 public:
  const seal::ParsedSeal& seal() const { return *seal_; }
  const trust::Issuer& issuer() const { return *issuer_; }

 private:
  friend struct CheckedSignature CheckSignature(const seal::ParsedSeal&, const trust::TrustStore&);
  VerifiedSeal(const seal::ParsedSeal& seal, const trust::Issuer& issuer)
      : seal_(&seal), issuer_(&issuer) {}
  const seal::ParsedSeal* seal_;
  const trust::Issuer* issuer_;
};

// The axis of a verified signature stays kNotRun: its dates are still to be judged.
struct CheckedSignature : Checked<SealAxis> {
  Signature signature = Signature::kNotChecked;
  std::optional<VerifiedSeal> verified;  // with kVerified only
  // The trusted issuer that the key id names, when there is just one.
  const trust::Issuer* claimed = nullptr;
};

// Tries every trusted certificate with the seal's key id; the algorithm is the certificate's, and a
// stated one must equal it. No certificate: issuer-unknown.
CheckedSignature CheckSignature(const seal::ParsedSeal& seal, const trust::TrustStore& trust);

// The certificate must have been valid when the seal was signed; that it expired since is not a
// fault. Our clock is asked only about a seal without a date.
Checked<SealAxis> CheckSigningDate(const Validity& validity, const crypto::Certificate& certificate,
                                   Instant now);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CHECK_SEAL_H_
