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
#include "sceau/ledger.h"
#include "sceau/limits.h"
#include "sceau/public.h"

namespace sceau::issue {
struct SigningIdentity;
}

namespace SCEAU_PUBLIC sceau {

enum class KeyAlgorithm { kEs256, kEs384, kEdDsa };

// Called only for an encrypted key; returns the passphrase. The library wipes what it gets.
using PassphraseSource = std::function<absl::StatusOr<std::string>()>;

// A private key with its certificate. Immutable; wiped when the last copy goes.
using IssuerKey = std::shared_ptr<const issue::SigningIdentity>;

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
// Nothing is written: storing the private key safely is the caller's duty. Error: usage, for an
// organisation that cannot be a name or a last day before the first.
absl::StatusOr<KeyPair> GenerateKeyPair(const NewKey& request);

// What is drawn of an attestation, and read back before it is released.
enum class Drawing {
  // The page and the code. The seal says that it belongs on that page (Attestation::layout): this
  // code is not for another one.
  kPage,
  kCode,  // the code alone, for a page of the issuer's own
  kNone,  // the seal's text alone
};

struct IssueOptions {
  IssuerKey issuer;              // required
  std::function<Instant()> now;  // null means the system clock
  // Where withdrawals of this attestation will be published. Exactly one of `status`, a status in
  // the claims and `no_status` is required: an attestation without it can never be withdrawn, which
  // an issuer must make explicitly.
  std::optional<StatusReference> status;
  bool no_status = false;
  // The third way: the ledger gives each attestation a free entry of its issuer's lists, and
  // remembers it before anybody holds it.
  Ledger ledger;
  // With a ledger: asked for again under this name, the same claims give the same attestation,
  // unless it was withdrawn since. 1 to 200 bytes; kept as a keyed hash. Empty: each call makes
  // another one.
  std::string request_id;
  // With a ledger: the attestation that this one takes the place of is withdrawn. `replaces` of the
  // claims says the same.
  std::optional<DocumentId> replaces;
  // More than six months, or than 186 days after the issue. Only verifiers whose bundle grants it
  // to this issuer accept that; those with a directory of certificates accept 366 days.
  bool allow_long_validity = false;
  // With a ledger: asked of an attestation that was issued before, by its document id. True when
  // its owner has its files: they are not drawn again, and stay empty.
  std::function<bool(const std::string&)> is_delivered;
  Drawing drawing = Drawing::kPage;                     // what is not drawn stays empty
  bool code_beside_page = true;                         // with kPage: `png` and `svg` as well
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
// issue.read-back, usage; with a ledger also ledger.*. The message names the field and the rule,
// never the value.
absl::StatusOr<IssuedAttestation> IssueAttestation(std::string_view claims_json,
                                                   const IssueOptions& options);

struct IssueRequest {
  std::string claims_json;
  std::string request_id;  // as IssueOptions::request_id, and required
};
// {"request_id": "…", "claims": {…}}, as batches have it on each line. Errors: claims.not-json,
// claims.missing-field, claims.unknown-field, claims.wrong-type.
absl::StatusOr<IssueRequest> ParseIssueRequest(std::string_view json, const Limits& limits = {});

// Called for each request in turn, once its attestation is in the ledger; false stops.
using IssueConsumer =
    std::function<bool(std::size_t index, const absl::StatusOr<IssuedAttestation>& issued)>;

// Many, remembered a few at a time; a request that cannot be issued goes to the consumer as
// its error, and the others go on. `options` name a ledger, and neither a request nor what it
// replaces: `replaces` of the claims does. Error: what stops them all (the ledger, the key, usage).
absl::Status IssueBatch(std::span<const IssueRequest> requests, const IssueOptions& options,
                        const IssueConsumer& consumer);

}  // namespace sceau

#endif  // SCEAU_ISSUE_H_
