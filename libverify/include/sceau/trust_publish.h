// SPDX-License-Identifier: Apache-2.0
// Making trust files: sets of roots and bundles, signed by several people one after the other.
// Format: docs/formats/trust-bundle.md. Drafts: docs/schemas/trust-draft.schema.json.
#ifndef SCEAU_TRUST_PUBLISH_H_
#define SCEAU_TRUST_PUBLISH_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "sceau/date.h"
#include "sceau/issue.h"
#include "sceau/limits.h"
#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

// Who may sign bundles from now on. Not signed yet: its own keys sign it, at least `threshold` of
// them, and so do those of the set that it replaces.
struct NewRoots {
  std::vector<std::string> certificates_pem;    // one certificate each, of different keys
  std::size_t threshold = 1;                    // 1 to their number
  std::span<const std::uint8_t> replaces = {};  // the signed set before it; empty for the first
};
// Errors: key.certificate-mismatch (what is not a certificate of a key that can sign, the file's
// place in the list as detail), usage (threshold, one key twice), and those of a roots file for
// `replaces`.
absl::StatusOr<std::vector<std::uint8_t>> MakeRoots(const NewRoots& request);

// The same set of roots or bundle with this key's signature added, or renewed. Errors:
// trust.file-malformed, trust.not-a-root (this key is not among the roots of the bundle).
absl::StatusOr<std::vector<std::uint8_t>> SignTrustFile(std::span<const std::uint8_t> file,
                                                        const IssuerKey& key);

// A draft is JSON: the issuers of the next bundle. All below return the new draft; an empty text is
// a draft without issuers. Error of all: trust.draft-unusable, naming the member.

struct NewIssuer {
  std::string name;
  std::vector<std::string> certificates_pem;  // one or more each; authorities may stand among them
  std::vector<std::string> formats;           // "ad1": any of SealFormats()
  std::vector<std::string> funds;             // for ad1: what its fund codes start with
  bool test = false;
  std::optional<Instant> retired = std::nullopt;  // what it signed from then on does not count
  // For ad1. The longest time from signing to the end of an attestation, 1 to 3,660; none means
  // 186. A verifier that is too old to know this member, or the next, refuses the bundle.
  std::optional<int> maximum_validity_days = std::nullopt;
  bool always_offers_status = false;  // an attestation without a status reference does not count
};
// Also trust.key-id-twice, trust.leaf-not-certified.
absl::StatusOr<std::string> AddIssuer(std::string_view draft, const NewIssuer& issuer);
// All of them or none. A draft is read and checked once, however many are added.
absl::StatusOr<std::string> AddIssuers(std::string_view draft, std::span<const NewIssuer> issuers);

// What the key signed from `since` on does not count (retired), or may be somebody else's
// (compromised). `key_id`: 16 hexadecimal digits. Where its entry has other keys, they stay as they
// are. Error: trust.unknown-key-id.
absl::StatusOr<std::string> RetireIssuer(std::string_view draft, std::string_view key_id,
                                         Instant since);
absl::StatusOr<std::string> CompromiseIssuer(std::string_view draft, std::string_view key_id,
                                             Instant since);

struct NewBundle {
  std::string draft;
  std::vector<std::vector<std::uint8_t>> roots;  // signed sets, in any order, all since the first
  std::vector<std::vector<std::uint8_t>> status_lists;  // as their issuers signed them
  Instant issued{};
  Instant next_update{};  // after `issued`
};
struct BuiltBundle {
  std::vector<std::uint8_t> file;  // to be signed by the last of the roots
  std::string draft;               // with this bundle's sequence, for the next one
  std::uint64_t sequence = 0;
};
// Everything that an installation would refuse is refused here. Also trust.roots-*,
// trust.status-list-*, trust.too-large.
absl::StatusOr<BuiltBundle> BuildBundle(const NewBundle& request, const Limits& limits = {});

}  // namespace sceau

#endif  // SCEAU_TRUST_PUBLISH_H_
