// SPDX-License-Identifier: Apache-2.0
// One line of a batch.
#include "base/status.h"
#include "codec/strict_json.h"
#include "nlohmann/json.hpp"
#include "sceau/issue.h"

namespace sceau {

absl::StatusOr<IssueRequest> ParseIssueRequest(std::string_view text, const Limits& limits) {
  if (text.size() > limits.claims_bytes) return Refuse(Reason::kClaimsNotJson, "too long");
  SCEAU_ASSIGN_OR_RETURN(const nlohmann::json line,
                         codec::ParseStrictJson(text, Reason::kClaimsNotJson));
  if (!line.is_object()) return Refuse(Reason::kClaimsWrongType, "a line must be an object");
  for (const char* name : {"request_id", "claims"}) {
    if (!line.contains(name)) return Refuse(Reason::kClaimsMissingField, std::string("/") + name);
  }
  if (line.size() != 2) return Refuse(Reason::kClaimsUnknownField, "beside request_id and claims");
  const nlohmann::json& id = line["request_id"];
  if (!id.is_string() || id.get_ref<const std::string&>().empty())
    return Refuse(Reason::kClaimsWrongType, "/request_id: must be a text");
  return IssueRequest{line["claims"].dump(), id.get<std::string>()};
}

}  // namespace sceau
