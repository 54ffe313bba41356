// SPDX-License-Identifier: Apache-2.0
// Issue a sealed attestation: claims -> seal -> signature -> symbol -> page, read back before it is
// released.
#ifndef SCEAU_ISSUE_H_
#define SCEAU_ISSUE_H_

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "sceau/attestation.h"
#include "sceau/date.h"
#include "sceau/limits.h"

namespace sceau {

enum class KeyAlgorithm { kEs256, kEs384, kEdDsa };

// Called only for an encrypted key; returns the passphrase. The library wipes what it gets.
using PassphraseSource = std::function<absl::StatusOr<std::string>()>;

namespace issue {
struct IssuerIdentity;
}

// A private key with its certificate. Immutable; wiped when the last copy goes.
using IssuerKey = std::shared_ptr<const issue::IssuerIdentity>;

// PEM files (PKCS#8; X.509). Errors: key.missing, key.exposed (others may read the key file),
// key.unusable, key.passphrase-wrong, key.certificate-mismatch.
absl::StatusOr<IssuerKey> LoadIssuerKey(const std::string& key_path,
                                        const std::string& certificate_path,
                                        const PassphraseSource& passphrase);

struct NewKey {
  KeyAlgorithm algorithm = KeyAlgorithm::kEs256;
  std::string organisation;  // O and CN of the certificate, UTF-8
  Date valid_from{};
  Date valid_until{};                                    // included
  std::optional<std::string> passphrase = std::nullopt;  // none leaves the key unencrypted
};
struct KeyPair {
  std::string private_key_pem;  // PKCS#8
  std::string certificate_pem;  // self-signed end certificate: digitalSignature, CA:FALSE
  std::string key_id;           // 16 hexadecimal digits
};
absl::StatusOr<KeyPair> GenerateKeyPair(const NewKey& request);

struct IssueOptions {
  IssuerKey issuer;              // required
  std::function<Instant()> now;  // null means the system clock
  // Where withdrawals of this attestation will be published. Exactly one of `status`, a status in
  // the claims and `no_status` is required: an attestation without it can never be withdrawn, which
  // an issuer must choose aloud.
  std::optional<StatusReference> status;
  bool no_status = false;
  bool allow_long_validity = false;                     // more than six months
  std::function<void(std::span<std::uint8_t>)> random;  // null means OpenSSL's; tests inject
  Limits limits;
};

struct IssuedAttestation {
  Attestation attestation;
  std::string document_id;  // 16 Base32 characters
  std::string seal_text;    // "AD1:…"
  std::string pdf;          // one A4 page
  std::string png;          // the code alone, quiet zone included
  std::string svg;
};

// `claims_json` by docs/schemas/claims.schema.json. Errors: claims.*, key.certificate-out-of-date,
// issue.read-back; the message names the field and the rule, never the value.
absl::StatusOr<IssuedAttestation> IssueAttestation(std::string_view claims_json,
                                                   const IssueOptions& options);

}  // namespace sceau

#endif  // SCEAU_ISSUE_H_
