// SPDX-License-Identifier: Apache-2.0
#include "sceau/reason.h"

#include <array>
#include <cstddef>
#include <string_view>

namespace sceau {
namespace {

struct Row {
  Reason reason;
  std::string_view code;
  std::string_view french;
  std::string_view english;
};

constexpr auto kRows = std::to_array<Row>({
#define SCEAU_REASON(name, code, french, english) {Reason::name, code, french, english},
#include "sceau/reasons.inc"
#undef SCEAU_REASON
});

constexpr auto kReasons = [] {
  std::array<Reason, kRows.size()> reasons{};
  for (std::size_t i = 0; i < kRows.size(); ++i) reasons[i] = kRows[i].reason;
  return reasons;
}();

const Row& RowOf(Reason reason) { return kRows[static_cast<std::size_t>(reason)]; }

}  // namespace

std::string_view ReasonCode(Reason reason) { return RowOf(reason).code; }

std::string_view ReasonSentence(Reason reason, Language language) {
  return language == Language::kFrench ? RowOf(reason).french : RowOf(reason).english;
}

std::optional<Reason> ReasonFromCode(std::string_view code) {
  for (const Row& row : kRows) {
    if (row.code == code) return row.reason;
  }
  return std::nullopt;
}

std::span<const Reason> AllReasons() { return kReasons; }

}  // namespace sceau
