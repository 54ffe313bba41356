// SPDX-License-Identifier: Apache-2.0
// What a certificate says of itself, read in microseconds. OpenSSL takes half a millisecond to
// parse a certificate, most of it for the key, and a seal names one of hundreds; so a directory is
// read as outlines, and only the certificate that a seal names is parsed. Nothing of an outline was
// checked, and nothing of it may be believed that Certificate does not say too.
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

enum class OutlinedKey {
  kP256,
  kP384,
  kEd25519,
  kStateCurve,  // a curve of state_curve_key.h
  kRsa,         // of a length that rsa_key.h takes
  kOtherRsa,    // of another length
  kOtherCurve,
  kOther,
};

struct CertificateOutline {
  std::array<std::uint8_t, 32> sha256{};  // of the DER
  // UTF-8 without unsafe characters; empty where the certificate has none.
  std::string subject_common_name;
  std::string subject_organisation;  // the first
  std::string subject_country;       // the first; empty too where it is not text
  std::string issuer_common_name;
  Bytes subject;  // the distinguished name, in DER
  Bytes
      serial_number;  // big endian, without zeros at its front; empty for 0 and for a negative one
  Instant not_before{};
  Instant not_after{};
  OutlinedKey key = OutlinedKey::kOther;
  bool is_authority = false;        // basicConstraints CA:TRUE
  bool is_for_documents = false;    // as keyUsage says, whether an authority or not
  bool may_sign_documents = false;  // the same, and not an authority
};

// Reads the outline of one DER certificate without trailing bytes. Error: trust.junk, also for what
// a certificate may have and hardly any has: OutlineOrParse() parses such a certificate.
absl::StatusOr<CertificateOutline> OutlineOf(ByteSpan der);
absl::StatusOr<CertificateOutline> OutlineOrParse(ByteSpan der);
CertificateOutline OutlineOf(const Certificate& certificate);

// One certificate of a file, which is DER or PEM.
struct CertificateBlock {
  Bytes der;
  std::string label;  // of its PEM block; "CERTIFICATE" for DER
};
// Splits a file into its certificates without parsing them. Error: trust.junk.
absl::StatusOr<std::vector<CertificateBlock>> SplitCertificates(ByteSpan bytes);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_CERTIFICATE_OUTLINE_H_
