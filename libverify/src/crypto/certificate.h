// SPDX-License-Identifier: Apache-2.0
// An X.509 certificate, parsed once. Spec: RFC 5280, of which one step of a chain is checked,
// without policies and revocation. Whether a date lies within the validity is the caller's
// question.
#ifndef SCEAU_CRYPTO_CERTIFICATE_H_
#define SCEAU_CRYPTO_CERTIFICATE_H_

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "crypto/public_key.h"
#include "crypto/rsa_key.h"
#include "crypto/state_curve_key.h"
#include "sceau/date.h"

namespace sceau::crypto {

// Immutable and cheap to copy; any number of threads may read one. Names are UTF-8; those with
// unsafe characters are refused at parsing.
class Certificate {
 public:
  // Parses one DER certificate, encoded as DER demands and without trailing bytes. Error:
  // trust.junk, also for a name with two common names, an unsafe character or an extension that
  // cannot be read.
  static absl::StatusOr<Certificate> ParseDer(ByteSpan der);
  // Parses one or more PEM blocks "CERTIFICATE". Text around them is ignored; other blocks are
  // refused. Error: trust.junk.
  static absl::StatusOr<std::vector<Certificate>> ParsePem(ByteSpan pem);
  // Parses DER or PEM, whichever the bytes are. Error: trust.junk.
  static absl::StatusOr<std::vector<Certificate>> Parse(ByteSpan bytes);

  const std::string& subject_common_name() const;   // empty if there is none
  const std::string& subject_organisation() const;  // the first; empty if there is none
  const std::string& subject_country() const;       // the first; empty too where it is not text
  const std::string& issuer_common_name() const;
  bool SubjectEqualsIssuer() const;
  // True when a common name, organisation or unit, of the subject or of the issuer, has this word:
  // ASCII, in any case, with no letter and no digit beside it.
  bool NamesHaveWord(std::string_view word) const;
  // Compares names only: true when the issuer's distinguished name is the authority's own, and not
  // empty.
  bool IsIssuedByName(const Certificate& authority) const;
  // The same for an authority of which only the distinguished name in DER is known.
  bool IsIssuedByName(ByteSpan subject) const;
  // True when the name fits and the signature holds under the authority's key, and the authority is
  // a CA that may sign certificates (and this one, by its name constraints and path length). SHA-1,
  // RSA under 2048 bits, curves under 256 bits and unnamed curves do not certify anything, nor does
  // a certificate with a critical extension that we do not know.
  bool IsSignedBy(const Certificate& authority) const;

  Bytes SubjectDer() const;  // the distinguished name
  // Big endian, without zeros at its front; empty for 0 and for a negative one.
  Bytes SerialNumber() const;
  Instant not_before() const;
  Instant not_after() const;  // the last second of validity
  bool is_authority() const;  // basicConstraints CA:TRUE
  // True without keyUsage, or with a keyUsage of digitalSignature or nonRepudiation; false for a
  // critical extension that we do not know.
  bool is_for_documents() const;
  bool may_sign_documents() const;  // the same, and not an authority

  // Nothing when the key is of a type or curve that we do not accept for seals (that of an RSA
  // authority, for example).
  const std::optional<PublicKey>& public_key() const;
  // Of a certificate with an RSA key within the bounds of rsa_key.h, which has no public_key().
  const std::optional<RsaKey>& rsa_key() const;
  // Of a certificate with a key on one of the curves of state_curve_key.h, likewise.
  const std::optional<StateCurveKey>& state_curve_key() const;
  const std::array<std::uint8_t, 32>& sha256() const;  // of the DER
  Bytes ToDer() const;
  std::string ToPem() const;

 private:
  friend class PrivateKey;
  struct Fields;
  explicit Certificate(std::shared_ptr<const Fields> fields);
  std::shared_ptr<const Fields> fields_;
};

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_CERTIFICATE_H_
