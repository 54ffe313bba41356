// SPDX-License-Identifier: Apache-2.0
#include "base/status.h"

#include <optional>

#include "absl/strings/cord.h"
#include "fmt/format.h"

namespace sceau {
namespace {

constexpr const char* kReasonUrl = "sceau.reason";
constexpr const char* kDetailUrl = "sceau.detail";

absl::StatusCode CodeOf(ReasonKind kind) {
  switch (kind) {
    case ReasonKind::kMissing:
      return absl::StatusCode::kNotFound;
    case ReasonKind::kOverLimit:
      return absl::StatusCode::kResourceExhausted;
    case ReasonKind::kUnsupported:
      return absl::StatusCode::kUnimplemented;
    case ReasonKind::kConfiguration:
      return absl::StatusCode::kFailedPrecondition;
    case ReasonKind::kInternal:
      return absl::StatusCode::kInternal;
    case ReasonKind::kRefuting:
    case ReasonKind::kUnknown:
    case ReasonKind::kRemark:
    case ReasonKind::kMalformed:
    case ReasonKind::kUsage:
      break;
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
  absl::Status status(CodeOf(KindOf(reason)),
                      detail.empty() ? code : fmt::format("{}: {}", code, detail));
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
