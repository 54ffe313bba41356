// SPDX-License-Identifier: Apache-2.0
#include "page/partial_date.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace sceau::page {
namespace {

constexpr auto kToNineteen = std::to_array<std::string_view>(
    {"",         "UN",     "DEUX",  "TROIS",   "QUATRE",  "CINQ",   "SIX",
     "SEPT",     "HUIT",   "NEUF",  "DIX",     "ONZE",    "DOUZE",  "TREIZE",
     "QUATORZE", "QUINZE", "SEIZE", "DIXSEPT", "DIXHUIT", "DIXNEUF"});
// Seventy is sixty and ten, ninety four times twenty and ten.
constexpr auto kTens =
    std::to_array<std::string_view>({"", "", "VINGT", "TRENTE", "QUARANTE", "CINQUANTE", "SOIXANTE",
                                     "SOIXANTE", "QUATREVINGT", "QUATREVINGT"});
constexpr std::size_t kTen = 10;
constexpr std::size_t kTwenty = 20;

Letters BelowHundred(std::size_t number) {
  if (number < kTwenty) return Letters(kToNineteen[number]);
  const std::size_t tens = number / kTen;
  const bool scores = tens == 7 || tens == 9;
  const std::size_t rest = number % kTen + (scores ? kTen : 0);
  const bool joined = number % kTen == 1 && tens < 8;  // "vingt et un"
  return Letters(kTens[tens]) + (joined ? "ET" : "") + Letters(kToNineteen[rest]);
}

bool IsNumber(const PrintedWord& word) {
  return word.letters == "1ER" ||
         (!word.letters.empty() &&
          std::ranges::all_of(word.letters, [](char c) { return c >= '0' && c <= '9'; }));
}

// "05/1984", or the name of the month and the year behind it.
bool IsMonthOfYear(const PrintedLine& line, std::size_t at, std::string_view yyyymmdd) {
  const std::string_view year = yyyymmdd.substr(0, 4);
  const std::string_view month = yyyymmdd.substr(4, 2);
  if (line[at].letters == std::string(month) + std::string(year)) return true;
  const auto named = MonthOf(line[at].text);
  return named && *named == (month[0] - '0') * static_cast<int>(kTen) + (month[1] - '0') &&
         at + 1 < line.size() && line[at + 1].letters == year;
}

}  // namespace

Letters YearInLetters(std::string_view year) {
  const bool known = year.size() == 4 && (year.starts_with("19") || year.starts_with("20")) &&
                     std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; });
  if (!known) return {};
  const auto digit = [year](std::size_t at) { return static_cast<std::size_t>(year[at] - '0'); };
  return (year.starts_with("19") ? "MILNEUFCENT" : "DEUXMILLE") +
         BelowHundred(digit(2) * kTen + digit(3));
}

bool PrintsPartOf(const PrintedPage& printed, std::string_view yyyymmdd) {
  if (yyyymmdd.size() != 8) return false;
  const Letters year = YearInLetters(yyyymmdd.substr(0, 4));
  if (!year.empty() && printed.letters().find(year) != Letters::npos) return true;
  return std::ranges::any_of(printed.lines(), [yyyymmdd](const PrintedLine& line) {
    for (std::size_t at = 0; at < line.size(); ++at) {
      const bool behind_a_day = at > 0 && IsNumber(line[at - 1]);
      if (!behind_a_day && IsMonthOfYear(line, at, yyyymmdd)) return true;
    }
    return false;
  });
}

}  // namespace sceau::page
