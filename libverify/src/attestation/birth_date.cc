// SPDX-License-Identifier: Apache-2.0
#include "attestation/birth_date.h"

#include <algorithm>

#include "base/text.h"
#include "fmt/format.h"
#include "sceau/date.h"

namespace sceau::attestation {
namespace {

bool AllDigits(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

constexpr std::string_view kUnknown = "00";

std::string_view YearOf(std::string_view date) { return date.substr(0, 4); }
std::string_view MonthOf(std::string_view date) { return date.substr(4, 2); }
std::string_view DayOf(std::string_view date) { return date.substr(6, 2); }

// True for a month or a day that our calendar never has; not for one that is unknown.
bool IsOfOtherCalendar(std::string_view date) {
  const bool month_known = MonthOf(date) != kUnknown;
  if (month_known && MonthOf(date) > "12") return true;
  if (DayOf(date) == kUnknown) return false;
  if (!month_known) return DayOf(date) > "31";
  return !ParseIsoDate(fmt::format("{}-{}-{}", YearOf(date), MonthOf(date), DayOf(date)));
}

// Splits a date into its numbers; nothing when anything else stands there.
std::vector<std::string_view> PartsOf(std::string_view text) {
  constexpr std::string_view kSeparators = "/.- ";
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = std::min(text.find_first_of(kSeparators), text.size());
    if (end == 0 || !AllDigits(text.substr(0, end))) return {};
    parts.push_back(text.substr(0, end));
    if (end == text.size()) return parts;
    text.remove_prefix(end + 1);
  }
}

// Reads the year first, unless our calendar lacks that day and has the one that begins with the
// day. A year from 1800 on never begins like a month.
std::vector<std::string> ReadEightDigits(std::string_view digits) {
  const std::string day_first =
      fmt::format("{}{}{}", digits.substr(4), digits.substr(2, 2), digits.substr(0, 2));
  const bool year_first = IsBirthDate(digits);
  if (!IsBirthDate(day_first) || (year_first && !IsOfOtherCalendar(digits)))
    return year_first ? std::vector<std::string>{std::string(digits)} : std::vector<std::string>{};
  if (!year_first) return {day_first};
  return {std::string(digits), day_first};
}

}  // namespace

bool IsBirthDate(std::string_view text) {
  if (text.size() != 8 || !AllDigits(text)) return false;
  const std::string_view century = text.substr(0, 2);
  return century >= "18" && century <= "21";
}

std::string FormatBirthDate(std::string_view text) {
  return fmt::format("{}/{}/{}", text.substr(6, 2), text.substr(4, 2), text.substr(0, 4));
}

std::vector<std::string> ReadBirthDate(std::string_view text) {
  const std::vector<std::string_view> parts = PartsOf(Trim(text));
  std::vector<std::string> dates;
  const auto add = [&](std::string_view year, std::string_view month, std::string_view day) {
    if (month.size() > 2 || day.size() > 2) return;
    std::string date = fmt::format("{}{:0>2}{:0>2}", year, month, day);
    if (IsBirthDate(date)) dates.push_back(std::move(date));
  };
  if (parts.size() == 1 && parts[0].size() == 8) return ReadEightDigits(parts[0]);
  if (parts.size() == 1 && parts[0].size() == 4) {
    add(parts[0], "00", "00");
  } else if (parts.size() == 2) {
    const bool year_first = parts[0].size() == 4;
    add(parts[year_first ? 0 : 1], parts[year_first ? 1 : 0], "00");
  } else if (parts.size() == 3 && parts[0].size() == 4) {
    add(parts[0], parts[1], parts[2]);
  } else if (parts.size() == 3 && parts[2].size() == 2) {
    for (const char* century : {"19", "20"})
      add(century + std::string(parts[2]), parts[1], parts[0]);
  } else if (parts.size() == 3) {
    add(parts[2], parts[1], parts[0]);
  }
  return dates;
}

BirthDateLikeness CompareBirthDates(std::string_view a, std::string_view b) {
  if (a == b) return BirthDateLikeness::kSame;
  if (YearOf(a) != YearOf(b)) return BirthDateLikeness::kDiffers;
  const bool other_calendar = IsOfOtherCalendar(a) || IsOfOtherCalendar(b);
  if (IsOfOtherCalendar(a) && IsOfOtherCalendar(b)) return BirthDateLikeness::kDiffers;
  const auto agree = [](std::string_view one, std::string_view other) {
    return one == other || one == kUnknown || other == kUnknown;
  };
  if (other_calendar) {
    const std::string_view known = IsOfOtherCalendar(a) ? b : a;
    const bool replaced = agree(MonthOf(known), "01") && agree(DayOf(known), "01");
    return replaced ? BirthDateLikeness::kSameAsFarAsKnown : BirthDateLikeness::kClose;
  }
  const bool agrees = agree(MonthOf(a), MonthOf(b)) && agree(DayOf(a), DayOf(b));
  return agrees ? BirthDateLikeness::kSameAsFarAsKnown : BirthDateLikeness::kDiffers;
}

}  // namespace sceau::attestation
