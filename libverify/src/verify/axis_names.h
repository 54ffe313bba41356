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

inline constexpr auto kFactResultNames = std::to_array<Named<FactResult>>({
    {FactResult::kNotCompared, "not-compared"},
    {FactResult::kAgrees, "agrees"},
    {FactResult::kDiffers, "differs"},
});
inline constexpr auto kWayNames = std::to_array<Named<ComparisonWay>>({
    {ComparisonWay::kNone, "none"},
    {ComparisonWay::kText, "text"},
    {ComparisonWay::kPixels, "pixels"},
    {ComparisonWay::kRecognised, "recognised"},
});
inline constexpr auto kPrintedNames = std::to_array<Named<PrintedKind>>({
    {PrintedKind::kBirthName, "birth-name"},
    {PrintedKind::kNameInUse, "name-in-use"},
    {PrintedKind::kGivenNames, "given-names"},
    {PrintedKind::kWholeName, "whole-name"},
    {PrintedKind::kBirthDate, "birth-date"},
    {PrintedKind::kBirthRank, "birth-rank"},
    {PrintedKind::kNir, "nir"},
    {PrintedKind::kRole, "role"},
    {PrintedKind::kFundName, "fund-name"},
    {PrintedKind::kFundCode, "fund-code"},
    {PrintedKind::kDocumentNumber, "document-number"},
    {PrintedKind::kReplacedNumber, "replaced-number"},
    {PrintedKind::kIssuedOn, "issued-on"},
    {PrintedKind::kValidFrom, "valid-from"},
    {PrintedKind::kValidUntil, "valid-until"},
    {PrintedKind::kRight, "right"},
    {PrintedKind::kRightFrom, "right-from"},
    {PrintedKind::kRightUntil, "right-until"},
    {PrintedKind::kDependantName, "dependant-name"},
    {PrintedKind::kDependantGivenNames, "dependant-given-names"},
    {PrintedKind::kDependantBirthDate, "dependant-birth-date"},
    {PrintedKind::kDependantBirthRank, "dependant-birth-rank"},
    {PrintedKind::kTaxNumber, "tax-number"},
    {PrintedKind::kTaxNotice, "tax-notice-number"},
    {PrintedKind::kTaxIncome, "reference-income"},
    {PrintedKind::kCollectedOn, "collected-on"},
    {PrintedKind::kInvoiceNumber, "invoice-number"},
    {PrintedKind::kAmount, "amount"},
    {PrintedKind::kAccountNumber, "account-number"},
    {PrintedKind::kAddressLine, "address-line"},
    {PrintedKind::kLocality, "locality"},
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
