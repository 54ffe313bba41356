// SPDX-License-Identifier: Apache-2.0
#include "c_api/options.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/status.h"
#include "codec/strict_json.h"
#include "fmt/format.h"
#include "nlohmann/json.hpp"

namespace sceau::c_api {
namespace {

using nlohmann::json;

absl::Status Unusable(std::string_view field, std::string_view rule) {
  return Refuse(Reason::kOptionsUnusable, fmt::format("{}: {}", field, rule));
}

// Names the member where it looks like one that somebody misspelt; a longer or stranger one could
// say anything.
absl::Status UnknownMember(std::string_view parent, std::string_view key) {
  constexpr std::size_t kLongestName = 40;
  const bool is_plain =
      !key.empty() && key.size() <= kLongestName &&
      std::ranges::all_of(key, [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
  return is_plain ? Unusable(fmt::format("{}/{}", parent, key), "is not a known member")
                  : Unusable(parent.empty() ? "/" : parent, "holds an unknown member");
}

absl::StatusOr<json> ParseObject(std::string_view text) {
  if (text.size() > Limits{}.options_bytes) return Unusable("/", "too large");
  SCEAU_ASSIGN_OR_RETURN(json parsed, codec::ParseStrictJson(text, Reason::kOptionsUnusable));
  if (!parsed.is_object()) return Unusable("/", "must be a JSON object");
  return parsed;
}

absl::StatusOr<std::string> ReadText(const json& value, std::string_view field) {
  if (!value.is_string()) return Unusable(field, "must be a text");
  return value.get<std::string>();
}

absl::Status ReadDate(const json& value, std::string_view field, std::optional<Date>& out) {
  SCEAU_ASSIGN_OR_RETURN(const std::string text, ReadText(value, field));
  out = ParseIsoDate(text);
  return out ? absl::OkStatus() : Unusable(field, "must be a day as 2026-11-23");
}

absl::Status ReadHolder(const json& value, std::string_view field, ExpectedHolder& out) {
  if (!value.is_object()) return Unusable(field, "must be an object");
  const std::pair<std::string_view, std::optional<std::string>*> members[] = {
      {"name", &out.name},
      {"born", &out.born},
      {"nir", &out.nir},
      {"rank", &out.rank},
      {"insured_nir", &out.insured_nir}};
  for (const auto& [key, text] : value.items()) {
    std::optional<std::string>* member = nullptr;
    for (const auto& [name, place] : members) {
      if (key == name) member = place;
    }
    if (member == nullptr) return UnknownMember(field, key);
    SCEAU_ASSIGN_OR_RETURN(*member, ReadText(text, fmt::format("{}/{}", field, key)));
  }
  return absl::OkStatus();
}

// The name of a shipped one, or one of the caller's own.
absl::Status ReadPolicy(const json& value, Policy& out) {
  if (!value.is_string() && !value.is_object())
    return Unusable("/policy", "must be a name or a policy");
  if (value.is_string()) {
    SCEAU_ASSIGN_OR_RETURN(out, NamedPolicy(value.get_ref<const std::string&>()));
    return absl::OkStatus();
  }
  auto policy = ParsePolicy(value.dump());
  if (!policy.ok())  // whose detail begins with a place within the policy
    return Refuse(ReasonOf(policy.status()), "/policy" + DetailOf(policy.status()));
  out = *std::move(policy);
  return absl::OkStatus();
}

// A report that is judged as on another instant is marked as such: it is not a way to set a clock.
absl::Status ReadReplay(const json& value, VerifyOptions& out) {
  SCEAU_ASSIGN_OR_RETURN(const std::string text, ReadText(value, "/replay_at"));
  const std::optional<Instant> instant = ParseIsoInstant(text);
  if (!instant) return Unusable("/replay_at", "must be an instant as 2026-11-23T10:00:00Z");
  out.now = [at = *instant] { return at; };
  out.replay = true;
  return absl::OkStatus();
}

absl::Status ReadFlag(const json& value, const std::string& place, bool& out) {
  if (!value.is_boolean()) return Unusable(place, "must be true or false");
  out = value.get<bool>();
  return absl::OkStatus();
}

absl::Status ReadOption(std::string_view key, const json& value, VerifyOptions& out) {
  if (key == "policy") return ReadPolicy(value, out.policy);
  if (key == "date_of_care") return ReadDate(value, "/date_of_care", out.date_of_care);
  if (key == "holder") return ReadHolder(value, "/holder", out.holder);
  if (key == "replay_at") return ReadReplay(value, out);
  if (key == "recognise_words") return ReadFlag(value, "/recognise_words", out.recognise_words);
  return UnknownMember("", key);
}

absl::Status ReadMember(std::string_view key, const json& value, AskedDocument& out) {
  if (key == "date_of_care") return ReadDate(value, "/date_of_care", out.question.date_of_care);
  if (key == "holder") return ReadHolder(value, "/holder", out.question.holder.emplace());
  if (key != "request_id") return UnknownMember("", key);
  SCEAU_ASSIGN_OR_RETURN(out.request_id, ReadText(value, "/request_id"));
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<VerifyOptions> ParseOptions(std::string_view text) {
  SCEAU_ASSIGN_OR_RETURN(const json object, ParseObject(text));
  VerifyOptions options;
  for (const auto& [key, value] : object.items())
    SCEAU_RETURN_IF_ERROR(ReadOption(key, value, options));
  return options;
}

absl::StatusOr<AskedDocument> ParseQuestion(std::string_view text) {
  SCEAU_ASSIGN_OR_RETURN(const json object, ParseObject(text));
  AskedDocument asked;
  for (const auto& [key, value] : object.items())
    SCEAU_RETURN_IF_ERROR(ReadMember(key, value, asked));
  return asked;
}

absl::StatusOr<ExpectedHolder> ParseHolder(std::string_view text) {
  SCEAU_ASSIGN_OR_RETURN(const json object, ParseObject(text));
  ExpectedHolder holder;
  SCEAU_RETURN_IF_ERROR(ReadHolder(object, "", holder));
  return holder;
}

}  // namespace sceau::c_api
