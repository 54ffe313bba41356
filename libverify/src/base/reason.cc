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
  ReasonKind kind;
  std::string_view french;
  std::string_view english;
};

constexpr auto kRows = std::to_array<Row>({
#define SCEAU_REASON(name, code, kind, french, english) \
  {Reason::name, code, ReasonKind::kind, french, english},
#include "sceau/reasons.inc"
#undef SCEAU_REASON
});

struct AreaName {
  ReasonArea area;
  std::string_view name;
};

constexpr auto kAreaNames = std::to_array<AreaName>({
    {ReasonArea::kDocument, "document"},
    {ReasonArea::kSeal, "seal"},
    {ReasonArea::kScanner, "scanner"},
    {ReasonArea::kStatus, "status"},
    {ReasonArea::kRights, "rights"},
    {ReasonArea::kHolder, "holder"},
    {ReasonArea::kFreshness, "freshness"},
    {ReasonArea::kTrust, "trust"},
    {ReasonArea::kKey, "key"},
    {ReasonArea::kClaims, "claims"},
    {ReasonArea::kLedger, "ledger"},
    {ReasonArea::kIsolation, "isolation"},
    {ReasonArea::kPolicy, "policy"},
    {ReasonArea::kOptions, "options"},
    {ReasonArea::kOutput, "output"},
    {ReasonArea::kIssue, "issue"},
    {ReasonArea::kUsage, "usage"},
    {ReasonArea::kInternal, "internal"},
});

// Read off the codes while compiling: a code in an area without a name does not compile.
constexpr auto kAreas = [] {
  std::array<ReasonArea, kRows.size()> areas{};
  for (std::size_t i = 0; i < kRows.size(); ++i) {
    const std::string_view name = kRows[i].code.substr(0, kRows[i].code.find('.'));
    std::size_t at = 0;
    while (kAreaNames.at(at).name != name) ++at;
    areas[i] = kAreaNames[at].area;
  }
  return areas;
}();

constexpr auto kReasons = [] {
  std::array<Reason, kRows.size()> reasons{};
  for (std::size_t i = 0; i < kRows.size(); ++i) reasons[i] = kRows[i].reason;
  return reasons;
}();

const Row& RowOf(Reason reason) { return kRows[static_cast<std::size_t>(reason)]; }

}  // namespace

std::string_view ReasonCode(Reason reason) { return RowOf(reason).code; }

ReasonKind KindOf(Reason reason) { return RowOf(reason).kind; }

ReasonArea AreaOf(Reason reason) { return kAreas[static_cast<std::size_t>(reason)]; }

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
