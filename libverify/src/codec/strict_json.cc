// SPDX-License-Identifier: Apache-2.0
#include "codec/strict_json.h"

#include <set>
#include <string>
#include <vector>

#include "base/status.h"

namespace sceau::codec {
namespace {

constexpr int kMaxDepth = 8;

}  // namespace

absl::StatusOr<nlohmann::json> ParseStrictJson(std::string_view text, Reason reason) {
  using nlohmann::json;
  bool repeated = false;
  bool too_deep = false;
  std::vector<std::set<std::string>> members;  // of the objects that are open
  // nlohmann keeps the last of two equal members, so they are counted while parsing.
  const auto watch = [&](int depth, json::parse_event_t event, json& parsed) {
    if (depth >= kMaxDepth) too_deep = true;
    if (event == json::parse_event_t::object_start) members.emplace_back();
    if (event == json::parse_event_t::object_end && !members.empty()) members.pop_back();
    if (event == json::parse_event_t::key && !members.empty()) {
      repeated = !members.back().insert(parsed.get<std::string>()).second || repeated;
    }
    return !too_deep;
  };
  json parsed = json::parse(text, watch, /*allow_exceptions=*/false);
  if (too_deep) return Refuse(reason, "nested too deep");
  if (parsed.is_discarded()) return Refuse(reason, "not JSON");
  if (repeated) return Refuse(reason, "a member stands twice");
  return parsed;
}

}  // namespace sceau::codec
