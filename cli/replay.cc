// SPDX-License-Identifier: Apache-2.0
#include "cli/replay.h"

#include "nlohmann/json.hpp"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

using nlohmann::json;

absl::StatusOr<std::string> TextOf(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end() || !found->is_string())
    return Refuse(Reason::kUsage, std::string("the report has no ") + name);
  return found->get<std::string>();
}

}  // namespace

absl::StatusOr<ReplayedReport> ParseReplayedReport(std::string_view text) {
  const json object = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object()) return Refuse(Reason::kUsage, "not one report");
  ReplayedReport report;
  const auto verified_at = TextOf(object, "verified_at");
  if (!verified_at.ok()) return verified_at.status();
  const auto date_of_care = TextOf(object, "date_of_care");
  if (!date_of_care.ok()) return date_of_care.status();
  const auto instant = ParseIsoInstant(*verified_at);
  const auto day = ParseIsoDate(*date_of_care);
  if (!instant || !day) return Refuse(Reason::kUsage, "the dates of the report");
  report.verified_at = *instant;
  report.date_of_care = *day;
  const auto policy = TextOf(object, "policy");
  if (!policy.ok()) return policy.status();
  report.policy = *policy;
  const auto verdict = TextOf(object, "verdict");
  if (!verdict.ok()) return verdict.status();
  report.verdict = *verdict;
  if (object.contains("trust")) {
    if (!object["trust"].is_object()) return Refuse(Reason::kUsage, "the trust of the report");
    const auto digest = TextOf(object["trust"], "digest");
    if (!digest.ok()) return digest.status();
    report.bundle_digest = *digest;
  }
  return report;
}

}  // namespace sceau::cli
