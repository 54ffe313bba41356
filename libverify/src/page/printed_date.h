// SPDX-License-Identifier: Apache-2.0
// Dates as French papers write them: 12/05/1984, 12.05.84, 1984-05-12, 12 mai 1984, 1er juin 2026.
#ifndef SCEAU_PAGE_PRINTED_DATE_H_
#define SCEAU_PAGE_PRINTED_DATE_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sceau/report.h"

namespace sceau::page {

struct PrintedDate {
  // "19840512"; "??840512" where the century is not printed. Days and months of 00, and days that
  // no month has, are kept as they are printed.
  std::string day;
  std::size_t first = 0;  // of its words
  std::size_t last = 0;
  bool shown = false;    // all of them, for certain
  bool goes_on = false;  // a number that is not another date follows at once
  Box box{};             // around them
  std::size_t line = 0;  // of PrintedPage::lines()

  bool Is(std::string_view yyyymmdd) const;
};

// 5 of "mai"; nothing of another word.
std::optional<int> MonthOf(std::string_view word);

// In the words of one line, from the left.
std::vector<PrintedDate> FindDates(const std::vector<std::string_view>& words);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_PRINTED_DATE_H_
