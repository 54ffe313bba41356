// SPDX-License-Identifier: Apache-2.0
// What a certificate says of itself, read in microseconds: OpenSSL takes half a millisecond to
// parse one, most of it for the key, and a seal names one of hundreds. Nothing of it was checked,
// and nothing may be believed of it that Certificate does not say too.
#ifndef SCEAU_CRYPTO_CERTIFICATE_OUTLINE_H_
#define SCEAU_CRYPTO_CERTIFICATE_OUTLINE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/certificate.h"
#include "sceau/date.h"

namespace sceau::crypto {

enum class OutlinedKey { kP256, kP384, kEd25519, kRsa, kOtherCurve, kOther };

struct CertificateOutline {
  std::array<std::uint8_t, 32> sha256{};  // of the DER
  // UTF-8 without unsafe characters; empty where there is none.
  std::string subject_common_name;
  std::string subject_organisation;  // the first
  std::string issuer_common_name;
  Bytes subject;  // the distinguished name, in DER
  Instant not_before{};
  Instant not_after{};
  OutlinedKey key = OutlinedKey::kOther;
  bool is_authority = false;        // basicConstraints CA:TRUE
  bool may_sign_documents = false;  // as keyUsage says; not an authority
};

// One DER certificate without trailing bytes. Refuses trust.junk, also for what a certificate may
// have and hardly any has: OutlineOrParse() takes that by the long way.
absl::StatusOr<CertificateOutline> OutlineOf(ByteSpan der);
absl::StatusOr<CertificateOutline> OutlineOrParse(ByteSpan der);
CertificateOutline OutlineOf(const Certificate& certificate);

// What a file of certificates holds: DER, or PEM.
struct CertificateBlock {
  Bytes der;
  std::string label;  // of its PEM block; "CERTIFICATE" for DER
};
// Refuses trust.junk.
absl::StatusOr<std::vector<CertificateBlock>> SplitCertificates(ByteSpan bytes);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_CERTIFICATE_OUTLINE_H_
