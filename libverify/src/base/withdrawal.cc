// SPDX-License-Identifier: Apache-2.0
#include "sceau/withdrawal.h"

#include <array>
#include <utility>

namespace sceau {
namespace {

constexpr std::array<std::pair<WithdrawalReason, std::string_view>, 6> kNames = {
    {{WithdrawalReason::kOther, "other"},
     {WithdrawalReason::kLost, "lost"},
     {WithdrawalReason::kStolen, "stolen"},
     {WithdrawalReason::kReplaced, "replaced"},
     {WithdrawalReason::kError, "error"},
     {WithdrawalReason::kFraud, "fraud"}}};

}  // namespace

std::string_view Name(WithdrawalReason reason) {
  for (const auto& [value, name] : kNames) {
    if (value == reason) return name;
  }
  return "other";  // a later number
}

std::optional<WithdrawalReason> WithdrawalReasonFromName(std::string_view text) {
  for (const auto& [value, name] : kNames) {
    if (name == text) return value;
  }
  return std::nullopt;
}

}  // namespace sceau
