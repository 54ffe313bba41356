// SPDX-License-Identifier: Apache-2.0
#include "verify/policy.h"

#include <array>
#include <memory>
#include <string_view>

#include "base/status.h"
#include "codec/strict_json.h"
#include "fmt/format.h"
#include "nlohmann/json.hpp"
#include "sceau/limits.h"
#include "sceau/verify.h"
#include "verify/axis_names.h"

namespace sceau {
namespace {

using verify::Named;

struct Shipped {
  std::string_view name;
  std::string_view text;
};

// The same text as docs/policies/*.json; a test compares them.
constexpr auto kShipped = std::to_array<Shipped>({
    {"counter", R"({
  "schema_version": 1,
  "name": "counter",
  "accept": {
    "seal": ["genuine"],
    "status": ["current", "not-offered"],
    "rights": ["open"],
    "holder": ["matches", "not-asked"],
    "document": ["agrees", "not-compared"],
    "freshness": ["fresh", "undated"]
  }
}
)"},
    {"insurer", R"({
  "schema_version": 1,
  "name": "insurer",
  "accept": {
    "seal": ["genuine"],
    "status": ["current", "not-offered"],
    "rights": ["open", "not-applicable"],
    "holder": ["matches", "not-asked"],
    "document": ["agrees", "not-compared"],
    "freshness": ["fresh", "undated"]
  },
  "document_of_known_layout": ["agrees"],
  "maximum_age_days": 92,
  "maximum_list_age_days": 35
}
)"},
    {"unattended", R"({
  "schema_version": 1,
  "name": "unattended",
  "accept": {
    "seal": ["genuine"],
    "status": ["current", "not-offered"],
    "rights": ["open"],
    "holder": ["matches", "not-asked"],
    "document": ["agrees"],
    "freshness": ["fresh", "undated"]
  },
  "maximum_list_age_days": 35
}
)"},
});

// What no policy may accept, beyond "not-run": results that would let a forgery or an unknown
// issuer pass.
template <typename Enum>
bool MayAccept(Enum) {
  return true;
}
bool MayAccept(SealAxis value) {
  return value == SealAxis::kGenuine || value == SealAxis::kTestIssuer;
}
bool MayAccept(HolderAxis value) {
  return value == HolderAxis::kMatches || value == HolderAxis::kNotAsked;
}
bool MayAccept(DocumentAxis value) { return value != DocumentAxis::kDiffers; }
bool MayAccept(StatusAxis value) {
  return value != StatusAxis::kRevoked && value != StatusAxis::kNeverIssued;
}

absl::Status Unusable(std::string_view field, std::string_view rule) {
  return Refuse(Reason::kPolicyUnusable, fmt::format("{}: {}", field, rule));
}

template <typename Enum, std::size_t kSize>
absl::Status ParseResults(const nlohmann::json& list, const std::string& field,
                          const std::array<Named<Enum>, kSize>& names, std::set<Enum>& out) {
  if (!list.is_array() || list.empty())
    return Unusable(field, "must be a list of at least one result");
  for (const nlohmann::json& item : list) {
    if (!item.is_string()) return Unusable(field, "must hold texts");
    const auto value = verify::ValueIn(names, item.get_ref<const std::string&>());
    if (!value) return Unusable(field, "holds an unknown result");
    if (*value == Enum::kNotRun || !MayAccept(*value))
      return Unusable(field, "holds a result that no policy may accept");
    out.insert(*value);
  }
  return absl::OkStatus();
}

template <typename Enum, std::size_t kSize>
absl::Status ParseAxis(const nlohmann::json& accept, const char* axis,
                       const std::array<Named<Enum>, kSize>& names, std::set<Enum>& out) {
  const std::string field = fmt::format("/accept/{}", axis);
  const auto found = accept.find(axis);
  if (found == accept.end()) return Unusable(field, "missing");
  return ParseResults(*found, field, names, out);
}

absl::Status CheckMembers(const nlohmann::json& object, std::string_view where,
                          std::initializer_list<std::string_view> allowed) {
  for (const auto& [key, value] : object.items()) {
    bool known = false;
    for (std::string_view name : allowed) known = known || key == name;
    if (!known) return Unusable(where, "holds an unknown member");
  }
  return absl::OkStatus();
}

absl::Status ParseAccept(const nlohmann::json& accept, verify::Policy& policy) {
  SCEAU_RETURN_IF_ERROR(CheckMembers(
      accept, "/accept", {"seal", "status", "rights", "holder", "document", "freshness"}));
  SCEAU_RETURN_IF_ERROR(ParseAxis(accept, "seal", verify::kSealNames, policy.seal));
  SCEAU_RETURN_IF_ERROR(ParseAxis(accept, "status", verify::kStatusNames, policy.status));
  SCEAU_RETURN_IF_ERROR(ParseAxis(accept, "rights", verify::kRightsNames, policy.rights));
  SCEAU_RETURN_IF_ERROR(ParseAxis(accept, "holder", verify::kHolderNames, policy.holder));
  SCEAU_RETURN_IF_ERROR(ParseAxis(accept, "document", verify::kDocumentNames, policy.document));
  return ParseAxis(accept, "freshness", verify::kFreshnessNames, policy.freshness);
}

// Nothing when the policy does not say.
absl::StatusOr<std::optional<int>> ParseDays(const nlohmann::json& root, const char* member) {
  constexpr int kCentury = 36'525;
  const auto days = root.find(member);
  if (days == root.end()) return std::nullopt;
  if (!days->is_number_unsigned() || days->get<std::uint64_t>() < 1 ||
      days->get<std::uint64_t>() > kCentury)
    return Unusable(fmt::format("/{}", member), "must be a whole number from 1 to 36525");
  return days->get<int>();
}

}  // namespace

absl::StatusOr<Policy> NamedPolicy(std::string_view name) {
  for (const Shipped& shipped : kShipped) {
    if (shipped.name == name) return ParsePolicy(shipped.text);
  }
  return Unusable("/name", "no policy of this name is shipped");
}

absl::StatusOr<Policy> ParsePolicy(std::string_view text) {
  if (text.size() > Limits{}.policy_bytes) return Unusable("", "too large");
  SCEAU_ASSIGN_OR_RETURN(const nlohmann::json root,
                         codec::ParseStrictJson(text, Reason::kPolicyUnusable));
  if (!root.is_object()) return Unusable("", "must be a JSON object");
  SCEAU_RETURN_IF_ERROR(
      CheckMembers(root, "/",
                   {"schema_version", "name", "accept", "document_of_known_layout",
                    "maximum_age_days", "maximum_list_age_days"}));
  const auto version = root.find("schema_version");
  if (version == root.end() || *version != 1) return Unusable("/schema_version", "must be 1");
  const auto name = root.find("name");
  if (name == root.end() || !name->is_string()) return Unusable("/name", "must be a text");
  const auto accept = root.find("accept");
  if (accept == root.end() || !accept->is_object()) return Unusable("/accept", "must be an object");

  verify::Policy policy;
  policy.name = name->get<std::string>();
  SCEAU_RETURN_IF_ERROR(ParseAccept(*accept, policy));
  if (const auto known = root.find("document_of_known_layout"); known != root.end()) {
    SCEAU_RETURN_IF_ERROR(ParseResults(*known, "/document_of_known_layout", verify::kDocumentNames,
                                       policy.document_of_known_layout));
  }
  SCEAU_ASSIGN_OR_RETURN(policy.maximum_age_days, ParseDays(root, "maximum_age_days"));
  SCEAU_ASSIGN_OR_RETURN(policy.maximum_list_age_days, ParseDays(root, "maximum_list_age_days"));
  return std::make_shared<const verify::Policy>(std::move(policy));
}

}  // namespace sceau
