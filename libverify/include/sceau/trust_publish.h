// SPDX-License-Identifier: Apache-2.0
// Make trust files: sets of roots and bundles. Texts and bytes in, bytes out; nothing is read from
// disk or written. Formats: docs/formats/trust-bundle.md.
#ifndef SCEAU_TRUST_PUBLISH_H_
#define SCEAU_TRUST_PUBLISH_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "sceau/date.h"
#include "sceau/issue.h"

namespace sceau {

// A set of roots that nobody signed yet, PEM certificates of the root keys in it. `replaces`: the
// signed set before it, which must sign it too. Errors: usage (threshold), trust.junk,
// trust.file-malformed.
struct RootsRequest {
  std::vector<std::string> certificates_pem;
  int threshold = 1;
  std::optional<std::string> replaces;
};
absl::StatusOr<std::string> MakeRoots(const RootsRequest& request);

// The same file, a set of roots or a bundle, with one signature more. Errors: trust.file-malformed.
absl::StatusOr<std::string> SignTrustFile(std::string_view file, const IssuerKey& signer);

// A draft is a JSON text by docs/schemas/trust-draft.schema.json: what the next bundle will hold.
// Each of these gives the changed draft. Errors: trust.draft-unusable, naming the member;
// trust.unknown-key-id.
std::string NewTrustDraft();
struct IssuerGrant {
  std::string name;
  std::vector<std::string> certificates_pem;
  std::vector<std::string> formats;
  std::vector<std::string> funds;  // what the fund codes that it may write start with
  bool test = false;
};
absl::StatusOr<std::string> AddIssuer(std::string_view draft, const IssuerGrant& grant);
// What the issuer's key with this id signed from that day on does not count.
absl::StatusOr<std::string> RetireIssuer(std::string_view draft, std::string_view key_id,
                                         Date from);
// From that day on somebody else may have signed with it.
absl::StatusOr<std::string> CompromiseIssuer(std::string_view draft, std::string_view key_id,
                                             Date since);

// The unsigned bundle, and the draft with its sequence counted up. `roots`: the signed sets, oldest
// first. Errors: trust.draft-unusable, trust.roots-*.
struct BuiltBundle {
  std::string bundle;
  std::string draft;
};
absl::StatusOr<BuiltBundle> BuildBundle(std::string_view draft,
                                        const std::vector<std::string>& roots, Instant now);

// What a set of roots or a bundle says, as one JSON object: docs/schemas/trust-file.schema.json.
// Nothing in it was verified.
absl::StatusOr<std::string> DescribeTrustFile(std::string_view file);

}  // namespace sceau

#endif  // SCEAU_TRUST_PUBLISH_H_
