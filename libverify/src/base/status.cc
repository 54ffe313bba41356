// SPDX-License-Identifier: Apache-2.0
#include "base/status.h"

#include <optional>

#include "absl/strings/cord.h"
#include "fmt/format.h"

namespace sceau {
namespace {

constexpr const char* kReasonUrl = "sceau.reason";
constexpr const char* kDetailUrl = "sceau.detail";

absl::StatusCode CodeOf(Reason reason) {
  const std::string_view code = ReasonCode(reason);
  if (reason == Reason::kInternal) return absl::StatusCode::kInternal;
  if (code.ends_with(".missing")) return absl::StatusCode::kNotFound;
  if (code.find(".too-") != code.npos || code.ends_with(".deadline") ||
      code.ends_with(".out-of-memory")) {
    return absl::StatusCode::kResourceExhausted;
  }
  if (code.find(".unsupported-") != code.npos) return absl::StatusCode::kUnimplemented;
  if (code.starts_with("key.") || code.starts_with("trust.") || code.starts_with("policy.") ||
      code.starts_with("ledger.") || code.starts_with("isolation.")) {
    return absl::StatusCode::kFailedPrecondition;
  }
  return absl::StatusCode::kInvalidArgument;
}

std::optional<std::string> Payload(const absl::Status& status, const char* url) {
  const auto payload = status.GetPayload(url);
  if (!payload.has_value()) return std::nullopt;
  return std::string(*payload);
}

}  // namespace

absl::Status Refuse(Reason reason, const std::string& detail) {
  const std::string code(ReasonCode(reason));
  absl::Status status(CodeOf(reason), detail.empty() ? code : fmt::format("{}: {}", code, detail));
  status.SetPayload(kReasonUrl, absl::Cord(code));
  status.SetPayload(kDetailUrl, absl::Cord(detail));
  return status;
}

Reason ReasonOf(const absl::Status& status) {
  const auto code = Payload(status, kReasonUrl);
  if (!code) return Reason::kInternal;
  return ReasonFromCode(*code).value_or(Reason::kInternal);
}

std::string DetailOf(const absl::Status& status) {
  return Payload(status, kDetailUrl).value_or(std::string());
}

}  // namespace sceau
