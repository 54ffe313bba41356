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

// What a name is written with, and a machine reads without doubt.
bool IsCleanName(const std::vector<Letters>& value);

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
  std::vector<Letters> AddFamilyName(std::string_view name);
  // The parts of the names that alone may stand in the place.
  std::vector<std::vector<Letters>> NamesFor(const PrintedPlace& place) const;

  const PrintedPage& printed_;
  std::vector<Letters> family_names_;
  std::vector<std::vector<Letters>> family_parts_;  // of each of them
  std::vector<Letters> birth_name_;                 // their parts
  std::vector<Letters> name_in_use_;
  std::vector<Letters> given_names_;
  Letters first_given_name_;
  std::set<Letters> known_names_;  // parts of all names
  // The parts of each family name and each given name of which a form may stand on the page.
  std::set<std::vector<Letters>> standing_;
  std::string birth_date_;
  bool prints_part_of_birth_date_ = false;
  std::optional<PrintedFact> number_;
  std::string birth_rank_;
  std::string role_word_;
  std::string fund_code_;
};

}  // namespace sceau::page

#endif  // SCEAU_PAGE_MATCH_PLACE_H_
