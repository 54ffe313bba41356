// SPDX-License-Identifier: Apache-2.0
// The issuers of the next bundle, as a publisher keeps them.
// Schema: docs/schemas/trust-draft.schema.json.
#ifndef SCEAU_TRUST_BUNDLE_DRAFT_H_
#define SCEAU_TRUST_BUNDLE_DRAFT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "trust/bundle/bundle.h"

namespace sceau::trust {

struct Draft {
  std::uint64_t sequence = 0;  // of the last bundle made from it
  std::vector<IssuerEntry> issuers;
};

// Empty text is an empty draft. Refuses trust.draft-unusable, naming the member.
absl::StatusOr<Draft> ParseDraft(std::string_view json);
// By the rules of a bundle. Refuses trust.draft-unusable, trust.key-id-twice,
// trust.leaf-not-certified.
absl::Status CheckDraft(const Draft& draft);
std::string DraftToJson(const Draft& draft);  // indented: it is read and compared by people

// The PEM texts of one entry. Refuses trust.draft-unusable; `field` is where they stand.
absl::StatusOr<std::vector<crypto::Certificate>> ParseCertificates(
    const std::vector<std::string>& pem, const std::string& field);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_BUNDLE_DRAFT_H_
