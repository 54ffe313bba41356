// SPDX-License-Identifier: Apache-2.0
// The names of axis results, as JSON and policies write them: one table for both directions.
#ifndef SCEAU_VERIFY_AXIS_NAMES_H_
#define SCEAU_VERIFY_AXIS_NAMES_H_

#include <array>
#include <optional>
#include <string_view>

#include "sceau/report.h"

namespace sceau::verify {

template <typename Enum>
struct Named {
  Enum value;
  std::string_view name;
};

inline constexpr auto kSealNames = std::to_array<Named<SealAxis>>({
    {SealAxis::kNotRun, "not-run"},
    {SealAxis::kGenuine, "genuine"},
    {SealAxis::kAltered, "altered"},
    {SealAxis::kIssuerUnknown, "issuer-unknown"},
    {SealAxis::kIssuerNotAllowed, "issuer-not-allowed"},
    {SealAxis::kTestIssuer, "test-issuer"},
    {SealAxis::kUnsupported, "unsupported"},
    {SealAxis::kMalformed, "malformed"},
});
inline constexpr auto kStatusNames = std::to_array<Named<StatusAxis>>({
    {StatusAxis::kNotRun, "not-run"},
    {StatusAxis::kCurrent, "current"},
    {StatusAxis::kRevoked, "revoked"},
    {StatusAxis::kSuspended, "suspended"},
    {StatusAxis::kUnknown, "unknown"},
    {StatusAxis::kNotOffered, "not-offered"},
    {StatusAxis::kNeverIssued, "never-issued"},
});
inline constexpr auto kRightsNames = std::to_array<Named<RightsAxis>>({
    {RightsAxis::kNotRun, "not-run"},
    {RightsAxis::kOpen, "open"},
    {RightsAxis::kClosed, "closed"},
    {RightsAxis::kNotYet, "not-yet"},
    {RightsAxis::kGap, "gap"},
    {RightsAxis::kExpired, "expired"},
    {RightsAxis::kNotApplicable, "not-applicable"},
});
inline constexpr auto kHolderNames = std::to_array<Named<HolderAxis>>({
    {HolderAxis::kNotRun, "not-run"},
    {HolderAxis::kMatches, "matches"},
    {HolderAxis::kDiffers, "differs"},
    {HolderAxis::kNotAsked, "not-asked"},
    {HolderAxis::kClose, "close"},
});
inline constexpr auto kDocumentNames = std::to_array<Named<DocumentAxis>>({
    {DocumentAxis::kNotRun, "not-run"},
    {DocumentAxis::kAgrees, "agrees"},
    {DocumentAxis::kDiffers, "differs"},
    {DocumentAxis::kNotCompared, "not-compared"},
});
inline constexpr auto kFreshnessNames = std::to_array<Named<FreshnessAxis>>({
    {FreshnessAxis::kNotRun, "not-run"},
    {FreshnessAxis::kFresh, "fresh"},
    {FreshnessAxis::kStale, "stale"},
    {FreshnessAxis::kUndated, "undated"},
    {FreshnessAxis::kClockSuspect, "clock-suspect"},
});

template <typename Table, typename Enum>
constexpr std::string_view NameIn(const Table& table, Enum value) {
  for (const auto& row : table) {
    if (row.value == value) return row.name;
  }
  return "not-run";
}

template <typename Enum, std::size_t kSize>
constexpr std::optional<Enum> ValueIn(const std::array<Named<Enum>, kSize>& table,
                                      std::string_view name) {
  for (const auto& row : table) {
    if (row.name == name) return row.value;
  }
  return std::nullopt;
}

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_AXIS_NAMES_H_
