// SPDX-License-Identifier: Apache-2.0
#include "page/printed_date.h"

#include <algorithm>
#include <array>
#include <utility>

#include "attestation/compare_holder.h"
#include "fmt/format.h"

namespace sceau::page {
namespace {

// A piece of a line, as far as dates are made of it.
struct DateAtom {
  enum class Kind { kNumber, kMonth, kSeparator, kBreak, kOther } kind = Kind::kOther;
  std::string_view digits;  // of a number
  int month = 0;
  char separator = 0;
  std::size_t word = 0;
};
using AtomKind = DateAtom::Kind;

constexpr auto kMonths = std::to_array<std::pair<std::string_view, int>>(
    {{"JANVIER", 1},  {"JANV", 1},  {"FEVRIER", 2},   {"FEVR", 2}, {"FEV", 2},
     {"MARS", 3},     {"AVRIL", 4}, {"AVR", 4},       {"MAI", 5},  {"JUIN", 6},
     {"JUILLET", 7},  {"JUIL", 7},  {"AOUT", 8},      {"SEPT", 9}, {"SEPTEMBRE", 9},
     {"OCTOBRE", 10}, {"OCT", 10},  {"NOVEMBRE", 11}, {"NOV", 11}, {"DECEMBRE", 12},
     {"DEC", 12}});

constexpr std::size_t kMaxDateBytes = 40;     // of a word
constexpr std::size_t kMaxDateWords = 2'000;  // of a line; no line of text has more

bool IsDateDigit(char c) { return c >= '0' && c <= '9'; }

void AddAtoms(std::string_view word, std::size_t index, std::vector<DateAtom>& atoms) {
  if (word.size() > kMaxDateBytes) {
    atoms.push_back({AtomKind::kOther, {}, 0, 0, index});
    return;
  }
  if (const auto month = MonthOf(word)) {
    atoms.push_back({AtomKind::kMonth, {}, *month, 0, index});
    return;
  }
  if (word == "1er" || word == "1ER") word = word.substr(0, 1);
  for (std::size_t i = 0; i < word.size();) {
    std::size_t end = i;
    while (end < word.size() && IsDateDigit(word[end])) ++end;
    if (end > i) {
      atoms.push_back({AtomKind::kNumber, word.substr(i, end - i), 0, 0, index});
      i = end;
      continue;
    }
    const char c = word[i++];
    const bool separates = c == '/' || c == '-' || c == '.';
    const bool breaks = c == ',' || c == ';' || c == '(' || c == ')';
    const AtomKind kind = separates ? AtomKind::kSeparator
                          : breaks  ? AtomKind::kBreak
                                    : AtomKind::kOther;
    atoms.push_back({kind, {}, 0, c, index});
  }
}

class DateSearch {
 public:
  explicit DateSearch(const std::vector<std::string_view>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) AddAtoms(words[i], i, atoms_);
  }

  std::vector<PrintedDate> Run() {
    std::vector<PrintedDate> dates;
    for (std::size_t i = 0; i < atoms_.size();) {
      const auto found =
          atoms_[i].kind == AtomKind::kNumber && !FollowsSomething(i) ? DateAt(i) : std::nullopt;
      if (found) dates.push_back({found->first, atoms_[i].word, atoms_[found->second - 1].word});
      i = found ? found->second : i + 1;
    }
    return dates;
  }

 private:
  using Found = std::pair<std::string, std::size_t>;  // the day, and the atom after it

  // A digit that a letter or a number stands before is not a day: "I4/02/1985".
  bool FollowsSomething(std::size_t i) const {
    return i > 0 && atoms_[i - 1].word == atoms_[i].word && atoms_[i - 1].kind != AtomKind::kBreak;
  }
  bool IsNumber(std::size_t i, std::size_t least, std::size_t most) const {
    return i < atoms_.size() && atoms_[i].kind == AtomKind::kNumber &&
           atoms_[i].digits.size() >= least && atoms_[i].digits.size() <= most;
  }
  // Past a separator, if one is there.
  std::size_t Past(std::size_t i, char separator) const {
    return i < atoms_.size() && atoms_[i].kind == AtomKind::kSeparator &&
                   atoms_[i].separator == separator
               ? i + 1
               : i;
  }
  static std::string Day(std::string_view year, std::string_view month, std::string_view day) {
    return fmt::format("{:?>4}{:0>2}{:0>2}", year, month, day);
  }

  std::optional<Found> DateAt(std::size_t i) const {
    if (auto found = InWords(i)) return found;
    if (i + 1 >= atoms_.size()) return std::nullopt;
    const char separator =
        atoms_[i + 1].kind == AtomKind::kSeparator ? atoms_[i + 1].separator : '\0';
    const std::size_t second = Past(i + 1, separator);
    if (!IsNumber(second, separator == 0 ? 2 : 1, 2)) return std::nullopt;
    const std::size_t third = Past(second + 1, separator);
    if (separator != 0 && third == second + 1) return std::nullopt;
    const std::string_view middle = atoms_[second].digits;
    if (IsNumber(i, 4, 4) && separator != 0 && IsNumber(third, 2, 2))
      return Found{Day(atoms_[i].digits, middle, atoms_[third].digits), third + 1};
    if (!IsNumber(i, separator == 0 ? 2 : 1, 2)) return std::nullopt;
    const bool long_year = IsNumber(third, 4, 4);
    if (!long_year && (separator == 0 || !IsNumber(third, 2, 2))) return std::nullopt;
    return Found{Day(atoms_[third].digits, middle, atoms_[i].digits), third + 1};
  }

  std::optional<Found> InWords(std::size_t i) const {
    const std::size_t year = Past(i + 2, '.');
    if (!IsNumber(i, 1, 2) || !IsNumber(year, 4, 4) || atoms_[i + 1].kind != AtomKind::kMonth)
      return std::nullopt;
    return Found{Day(atoms_[year].digits, fmt::format("{}", atoms_[i + 1].month), atoms_[i].digits),
                 year + 1};
  }

  std::vector<DateAtom> atoms_;
};

}  // namespace

std::optional<int> MonthOf(std::string_view word) {
  std::string folded = attestation::FoldName(word);
  const auto found = std::ranges::find(kMonths, folded, [](const auto& m) { return m.first; });
  return found != kMonths.end() ? std::optional(found->second) : std::nullopt;
}

bool PrintedDate::Is(std::string_view yyyymmdd) const {
  if (yyyymmdd.size() != day.size()) return false;
  return day.starts_with("??") ? std::string_view(day).substr(2) == yyyymmdd.substr(2)
                               : day == yyyymmdd;
}

std::vector<PrintedDate> FindDates(const std::vector<std::string_view>& words) {
  if (words.size() > kMaxDateWords) return {};
  return DateSearch(words).Run();
}

}  // namespace sceau::page
