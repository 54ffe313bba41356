// SPDX-License-Identifier: Apache-2.0
#include "seal/vds/zone.h"

#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "base/text.h"
#include "fmt/format.h"

namespace sceau::seal::vds {
namespace {

constexpr std::size_t kNamesAt = 5;  // of the first line
constexpr std::size_t kBirthAt = 13;
constexpr std::size_t kExpiryAt = 21;
constexpr std::size_t kSecondLine = 28;  // of which all have this much
constexpr std::size_t kDateLength = 6;   // YYMMDD
constexpr std::string_view kFillers = "  ";
constexpr int kOldest = 115;

bool AreDigits(std::string_view text) { return std::ranges::all_of(text, IsDigit); }

int NumberIn(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

// YYYYMMDD, with 00 for a month or a day that is not known; empty without a certain year.
std::string BirthDateOf(std::string_view yymmdd, Date issued_on) {
  std::string rest(yymmdd.substr(2));
  std::ranges::replace(rest, ' ', '0');
  if (!AreDigits(yymmdd.substr(0, 2)) || !AreDigits(rest)) return {};
  std::optional<int> found;
  for (const int century : {1900, 2000}) {
    const int year = century + NumberIn(yymmdd.substr(0, 2));
    const std::string born = fmt::format("{:04}{}", year, rest);
    const bool is_past = NumberIn(born) <= static_cast<int>(DateToNumber(issued_on));
    if (!is_past || static_cast<int>(issued_on.year()) - year > kOldest) continue;
    if (found) return {};
    found = year;
  }
  return found ? fmt::format("{:04}{}", *found, rest) : std::string();
}

}  // namespace

bool IsZone(std::string_view zone, std::size_t line) {
  return zone.size() >= line + kSecondLine && zone.size() <= 2 * line;
}

std::optional<Subject> SubjectOf(std::string_view zone, std::size_t line, Date issued_on) {
  const std::string_view names = zone.substr(kNamesAt, line - kNamesAt);
  const std::size_t end = std::min(names.find(kFillers), names.size());
  const std::string_view family = Trim(names.substr(0, end));
  const std::string_view given = Trim(names.substr(end));
  if (family.empty()) return std::nullopt;
  Subject subject;
  subject.name_in_use = std::string(family);
  subject.given_names = given;
  subject.birth_date = BirthDateOf(zone.substr(line + kBirthAt, kDateLength), issued_on);
  // Where no filler is left, a name may be cut.
  subject.is_name_complete = !given.empty() && names.ends_with(' ');
  return subject;
}

std::optional<Date> LastDayOf(std::string_view zone, std::size_t line) {
  const std::string_view yymmdd = zone.substr(line + kExpiryAt, kDateLength);
  if (!AreDigits(yymmdd)) return std::nullopt;
  constexpr std::uint64_t kCentury = 20'000'000;
  return DateFromNumber(kCentury + static_cast<std::uint64_t>(NumberIn(yymmdd)));
}

}  // namespace sceau::seal::vds
