// SPDX-License-Identifier: Apache-2.0
#include "cli/date_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

namespace sceau::cli {
namespace {

struct MonthName {
  std::string_view name;  // lower case, without accents
  unsigned month;
};
constexpr std::array kMonthNames = {
    MonthName{"janvier", 1},  MonthName{"fevrier", 2},   MonthName{"mars", 3},
    MonthName{"avril", 4},    MonthName{"mai", 5},       MonthName{"juin", 6},
    MonthName{"juillet", 7},  MonthName{"aout", 8},      MonthName{"septembre", 9},
    MonthName{"octobre", 10}, MonthName{"novembre", 11}, MonthName{"decembre", 12},
    MonthName{"january", 1},  MonthName{"february", 2},  MonthName{"march", 3},
    MonthName{"april", 4},    MonthName{"may", 5},       MonthName{"june", 6},
    MonthName{"july", 7},     MonthName{"august", 8},    MonthName{"september", 9},
    MonthName{"october", 10}, MonthName{"november", 11}, MonthName{"december", 12},
};

// Lower case, without the accents that months have, composed or not.
std::string FoldMonth(std::string_view text) {
  struct Fold {
    std::string_view from;
    std::string_view to;
  };
  constexpr std::array kFolds = {Fold{"é", "e"}, Fold{"É", "e"},     Fold{"û", "u"},
                                 Fold{"Û", "u"}, Fold{"\u0301", ""}, Fold{"\u0302", ""}};
  std::string folded;
  while (!text.empty()) {
    const auto* fold = std::ranges::find_if(
        kFolds, [text](const Fold& candidate) { return text.starts_with(candidate.from); });
    if (fold != kFolds.end()) {
      folded += fold->to;
      text.remove_prefix(fold->from.size());
      continue;
    }
    const char c = text.front();
    folded += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    text.remove_prefix(1);
  }
  return folded;
}

// In full, or at least three letters and an optional point that no other month starts with.
std::optional<unsigned> ParseMonth(std::string_view text) {
  std::string name = FoldMonth(text);
  if (name.ends_with('.')) name.pop_back();
  if (name.size() < 3) return std::nullopt;
  std::optional<unsigned> month;
  for (const MonthName& row : kMonthNames) {
    if (row.name == name) return row.month;
    if (!row.name.starts_with(name)) continue;
    if (month && *month != row.month) return std::nullopt;
    month = row.month;
  }
  return month;
}

std::optional<unsigned> ParseDigits(std::string_view text, std::size_t most) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool whole = error == std::errc() && end == text.data() + text.size();
  return whole && text.size() <= most ? std::optional(number) : std::nullopt;
}

std::vector<std::string_view> SplitAtAny(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    if (end > 0) parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<Date> MakeDate(std::optional<unsigned> day, std::optional<unsigned> month,
                             std::string_view year_text) {
  const auto year = ParseDigits(year_text, 4);
  if (!day || !month || !year || year_text.size() != 4) return std::nullopt;
  const Date date = std::chrono::year{static_cast<int>(*year)} / std::chrono::month{*month} /
                    std::chrono::day{*day};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<Date> ParseWithMonthName(std::string_view text) {
  const auto parts = SplitAtAny(text, " ");
  if (parts.size() != 3) return std::nullopt;
  std::string_view day = parts[0];
  if (day == "1er") day.remove_suffix(2);
  return MakeDate(ParseDigits(day, 2), ParseMonth(parts[1]), parts[2]);
}

std::optional<Date> ParseNumeric(std::string_view text) {
  for (const char separator : {'/', '-', '.', ' '}) {
    const std::string_view separators(&separator, 1);
    if (std::ranges::count(text, separator) != 2) continue;
    const auto parts = SplitAtAny(text, separators);
    if (parts.size() == 3)
      return MakeDate(ParseDigits(parts[0], 2), ParseDigits(parts[1], 2), parts[2]);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Date> ParseTypedDate(std::string_view text) {
  if (const auto date = ParseIsoDate(text)) return date;
  if (const auto date = ParseNumeric(text)) return date;
  return ParseWithMonthName(text);
}

}  // namespace sceau::cli
