// SPDX-License-Identifier: Apache-2.0
// What stands beside a label, compared with the holder of a seal.
#ifndef SCEAU_PAGE_MATCH_PLACE_H_
#define SCEAU_PAGE_MATCH_PLACE_H_

#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "page/printed_page.h"
#include "sceau/claims.h"

namespace sceau::page {

// kOther: clean, surely something else, and the seal's own value stands nowhere on the page.
enum class Match { kSame, kUnclear, kOther };

// A slip, a lost accent or a name cut off: nothing that a person would rely on.
bool AreNear(std::string_view one, std::string_view other);

// YYYYMMDD of which each part is known.
bool IsWholeDay(std::string_view day);
std::string WithDayAndMonthSwapped(std::string_view yyyymmdd);

class PlaceMatcher {
 public:
  // The page must outlive it.
  PlaceMatcher(std::span<const PrintedFact> facts, const PrintedPage& printed);

  Match Of(const PrintedPlace& place) const;
  // Not masked, nor of another kind than a NIR.
  static bool HasWholeNumber(const PrintedPlace& place);

 private:
  Match OfName(const PrintedPlace& place) const;
  Match OfGivenNames(const PrintedPlace& place) const;
  Match OfFullName(const PrintedPlace& place) const;
  Match OfBirthDate(const PrintedPlace& place) const;
  Match OfNumber(const PrintedPlace& place) const;
  Match OfBirthRank(const PrintedPlace& place) const;
  Match OfRole(const PrintedPlace& place) const;
  Match OfFundCode(const PrintedPlace& place) const;

  Match OfValue(const PrintedPlace& place) const;
  // What stands behind the value, a little apart, may be read as one with it.
  bool GoesOn(const PrintedPlace& place) const;
  Letters AddFamilyName(std::string_view name);
  // The names that alone may stand in the place.
  std::vector<Letters> NamesFor(const PrintedPlace& place) const;

  const PrintedPage& printed_;
  std::vector<Letters> family_names_;
  Letters birth_name_;
  Letters name_in_use_;
  std::vector<Letters> given_names_;
  Letters first_given_name_;
  std::set<Letters> known_names_;  // parts of all names
  std::string birth_date_;
  std::optional<PrintedFact> number_;
  std::string birth_rank_;
  std::string role_word_;
  std::string fund_code_;
};

}  // namespace sceau::page

#endif  // SCEAU_PAGE_MATCH_PLACE_H_
