// SPDX-License-Identifier: Apache-2.0
#include "trust/bundle/draft.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>

#include "base/status.h"
#include "codec/strict_json.h"
#include "fmt/format.h"
#include "nlohmann/json.hpp"

namespace sceau::trust {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

constexpr int kSchemaVersion = 1;

absl::Status Unusable(const std::string& field, std::string_view rule) {
  return Refuse(Reason::kTrustDraftUnusable, fmt::format("{}: {}", field, rule));
}

template <std::size_t kSize>
absl::Status CheckMembers(const json& object, const std::string& field,
                          const std::array<std::string_view, kSize>& known) {
  if (!object.is_object()) return Unusable(field, "must be an object");
  for (const auto& [name, value] : object.items()) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      return Unusable(field, "holds an unknown member");
  }
  return absl::OkStatus();
}

absl::StatusOr<Texts> ReadTexts(const json& object, const char* name, const std::string& field) {
  const std::string place = fmt::format("{}/{}", field, name);
  Texts texts;
  const auto found = object.find(name);
  if (found == object.end()) return texts;
  if (!found->is_array()) return Unusable(place, "must be a list of texts");
  for (const json& item : *found) {
    if (!item.is_string()) return Unusable(place, "must be a list of texts");
    texts.push_back(item.get<std::string>());
  }
  return texts;
}

absl::StatusOr<std::optional<Instant>> ReadInstant(const json& object, const char* name,
                                                   const std::string& field) {
  const auto found = object.find(name);
  if (found == object.end()) return std::optional<Instant>();
  const auto instant =
      found->is_string() ? ParseIsoInstant(found->get_ref<const std::string&>()) : std::nullopt;
  if (!instant)
    return Unusable(fmt::format("{}/{}", field, name), "no instant YYYY-MM-DDThh:mm:ssZ");
  return instant;
}

absl::StatusOr<bool> ReadFlag(const json& object, const char* name, const std::string& field) {
  const auto found = object.find(name);
  if (found == object.end()) return false;
  if (!found->is_boolean())
    return Unusable(fmt::format("{}/{}", field, name), "must be true or false");
  return found->get<bool>();
}

absl::StatusOr<std::optional<int>> ReadValidity(const json& object, const std::string& field) {
  constexpr const char* kName = "maximum_validity_days";
  const auto found = object.find(kName);
  if (found == object.end()) return std::nullopt;
  if (!found->is_number_unsigned() || found->get<std::uint64_t>() < 1 ||
      found->get<std::uint64_t>() > kMaxValidityDays) {
    return Unusable(fmt::format("{}/{}", field, kName),
                    fmt::format("must be a whole number from 1 to {}", kMaxValidityDays));
  }
  return found->get<int>();
}

absl::StatusOr<IssuerEntry> ReadIssuer(const json& object, const std::string& field) {
  constexpr auto kMembers = std::to_array<std::string_view>(
      {"name", "certificates", "formats", "funds", "retired", "compromised", "test",
       "maximum_validity_days", "always_offers_status"});
  SCEAU_RETURN_IF_ERROR(CheckMembers(object, field, kMembers));
  IssuerEntry entry;
  if (!object.contains("name") || !object["name"].is_string())
    return Unusable(field + "/name", "must be a text");
  entry.name = object["name"].get<std::string>();
  SCEAU_ASSIGN_OR_RETURN(const Texts pem, ReadTexts(object, "certificates", field));
  SCEAU_ASSIGN_OR_RETURN(entry.certificates, ParseCertificates(pem, field + "/certificates"));
  SCEAU_ASSIGN_OR_RETURN(entry.formats, ReadTexts(object, "formats", field));
  SCEAU_ASSIGN_OR_RETURN(entry.funds, ReadTexts(object, "funds", field));
  SCEAU_ASSIGN_OR_RETURN(entry.retired, ReadInstant(object, "retired", field));
  SCEAU_ASSIGN_OR_RETURN(entry.compromised, ReadInstant(object, "compromised", field));
  SCEAU_ASSIGN_OR_RETURN(entry.test, ReadFlag(object, "test", field));
  SCEAU_ASSIGN_OR_RETURN(entry.maximum_validity_days, ReadValidity(object, field));
  SCEAU_ASSIGN_OR_RETURN(entry.always_offers_status,
                         ReadFlag(object, "always_offers_status", field));
  return entry;
}

json IssuerToJson(const IssuerEntry& entry) {
  json object = {{"name", entry.name}, {"formats", entry.formats}};
  json& certificates = object["certificates"] = json::array();
  for (const crypto::Certificate& certificate : entry.certificates)
    certificates.push_back(certificate.ToPem());
  if (!entry.funds.empty()) object["funds"] = entry.funds;
  if (entry.retired) object["retired"] = FormatIsoInstant(*entry.retired);
  if (entry.compromised) object["compromised"] = FormatIsoInstant(*entry.compromised);
  if (entry.test) object["test"] = true;
  if (entry.maximum_validity_days) object["maximum_validity_days"] = *entry.maximum_validity_days;
  if (entry.always_offers_status) object["always_offers_status"] = true;
  return object;
}

}  // namespace

absl::StatusOr<std::vector<crypto::Certificate>> ParseCertificates(const Texts& pem,
                                                                   const std::string& field) {
  std::vector<crypto::Certificate> certificates;
  for (std::size_t i = 0; i < pem.size(); ++i) {
    auto some = crypto::Certificate::Parse(AsBytes(pem[i]));
    if (!some.ok()) return Unusable(fmt::format("{}/{}", field, i), DetailOf(some.status()));
    std::move(some->begin(), some->end(), std::back_inserter(certificates));
  }
  return certificates;
}

absl::StatusOr<Draft> ParseDraft(std::string_view text) {
  Draft draft;
  if (text.empty()) return draft;
  SCEAU_ASSIGN_OR_RETURN(const json object,
                         codec::ParseStrictJson(text, Reason::kTrustDraftUnusable));
  constexpr auto kMembers =
      std::to_array<std::string_view>({"schema_version", "sequence", "issuers"});
  SCEAU_RETURN_IF_ERROR(CheckMembers(object, "/", kMembers));
  if (object.value("schema_version", json()) != kSchemaVersion)
    return Unusable("/schema_version", "must be 1");
  const json sequence = object.value("sequence", json());
  if (!sequence.is_number_unsigned() || sequence.get<std::uint64_t>() >= kMaxSequence)
    return Unusable("/sequence", "must be a number");
  draft.sequence = sequence.get<std::uint64_t>();
  const json issuers = object.value("issuers", json());
  if (!issuers.is_array()) return Unusable("/issuers", "must be a list");
  if (issuers.size() > kMaxIssuers) return Unusable("/issuers", "too many");
  for (std::size_t i = 0; i < issuers.size(); ++i) {
    SCEAU_ASSIGN_OR_RETURN(IssuerEntry entry,
                           ReadIssuer(issuers[i], fmt::format("/issuers/{}", i)));
    draft.issuers.push_back(std::move(entry));
  }
  return draft;
}

absl::Status CheckDraft(const Draft& draft) {
  const BundleContent content{1, Instant{}, Instant{} + std::chrono::seconds{1}, draft.issuers};
  const SignedFile file(FileKind::kBundle, EncodeBundle({}, content));
  absl::Status status = CheckContent(file).status();
  if (status.ok() || ReasonOf(status) != Reason::kTrustFileMalformed) return status;
  return Refuse(Reason::kTrustDraftUnusable, DetailOf(status));
}

std::string DraftToJson(const Draft& draft) {
  json object = {{"schema_version", kSchemaVersion}, {"sequence", draft.sequence}};
  json& issuers = object["issuers"] = json::array();
  for (const IssuerEntry& entry : draft.issuers) issuers.push_back(IssuerToJson(entry));
  return object.dump(2) + "\n";
}

}  // namespace sceau::trust
