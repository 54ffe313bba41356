// SPDX-License-Identifier: Apache-2.0
// Tables of people: the dependants whom an attestation lists.
#ifndef SCEAU_PAGE_PEOPLE_TABLE_H_
#define SCEAU_PAGE_PEOPLE_TABLE_H_

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "page/printed_page.h"

namespace sceau::page {

enum class PeopleColumn { kName, kGivenNames, kBirthDate, kBirthRank };

struct PeopleCell {
  Letters letters{};   // of all its words
  std::string text{};  // as printed
  Box box{};
  bool shown = true;   // all of it, for certain
  bool clean = false;  // letters that a name is written with
};

// One line of a table. A cell that goes on below is put together.
struct ListedPerson {
  PeopleCell name{};
  PeopleCell given_names{};
  PeopleCell birth_rank{};
  PrintedDate born{};
  bool below_heading = false;  // what may be a heading stands between the row and the table's head

  bool shown() const { return name.shown && given_names.shown && birth_rank.shown && born.shown; }
};

struct PeopleTable {
  bool of_dependants = false;  // the heading next above says so, and speaks of nobody else
  std::vector<ListedPerson> rows{};
};

// Tables whose columns are headed by a name, given names and a birth date at least.
std::vector<PeopleTable> FindPeopleTables(std::span<const PrintedLine> lines);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_PEOPLE_TABLE_H_
