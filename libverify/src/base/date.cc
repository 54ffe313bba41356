// SPDX-License-Identifier: Apache-2.0
#include "sceau/date.h"

#include <fmt/format.h>

namespace sceau {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::sys_days;
using std::chrono::year;

constexpr int kFirstYear = 1800;
constexpr int kLastYear = 2999;

std::optional<Date> DateFromParts(int y, unsigned m, unsigned d) {
  const Date date{year{y}, std::chrono::month{m}, std::chrono::day{d}};
  if (y < kFirstYear || y > kLastYear || !date.ok()) return std::nullopt;
  return date;
}

// Summer time runs from 01:00 UTC of the last Sunday of March to 01:00 UTC of the last Sunday of
// October (directive 2000/84/EC).
bool IsParisSummerTime(Instant instant) {
  using namespace std::chrono;
  const year y = Date{floor<days>(instant)}.year();
  const Instant begin = sys_days{y / March / Sunday[last]} + hours{1};
  const Instant end = sys_days{y / October / Sunday[last]} + hours{1};
  return begin <= instant && instant < end;
}

}  // namespace

std::optional<Date> ParseIsoDate(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 4 || i == 7) continue;
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    number = number * 10 + static_cast<std::uint64_t>(text[i] - '0');
  }
  return DateFromNumber(number);
}

std::string FormatIsoDate(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Instant> ParseIsoInstant(std::string_view text) {
  constexpr std::size_t kDateSize = 10;
  constexpr std::string_view kShape = "T00:00:00Z";
  if (text.size() != kDateSize + kShape.size()) return std::nullopt;
  const auto date = ParseIsoDate(text.substr(0, kDateSize));
  if (!date) return std::nullopt;
  const std::string_view time = text.substr(kDateSize);
  for (std::size_t i = 0; i < kShape.size(); ++i) {
    const bool fits = kShape[i] == '0' ? time[i] >= '0' && time[i] <= '9' : time[i] == kShape[i];
    if (!fits) return std::nullopt;
  }
  const auto two_digits = [time](std::size_t at) {
    return (time[at] - '0') * 10 + (time[at + 1] - '0');
  };
  const int hour = two_digits(1);
  const int minute = two_digits(4);
  const int second = two_digits(7);
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return Instant{sys_days{*date}} + hours{hour} + std::chrono::minutes{minute} +
         std::chrono::seconds{second};
}

std::string FormatIsoInstant(Instant instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::hh_mm_ss time(instant - day);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", FormatIsoDate(Date{day}), time.hours().count(),
                     time.minutes().count(), time.seconds().count());
}

std::optional<Date> DateFromNumber(std::uint64_t yyyymmdd) {
  if (yyyymmdd > 99'999'999) return std::nullopt;
  return DateFromParts(static_cast<int>(yyyymmdd / 10'000),
                       static_cast<unsigned>(yyyymmdd / 100 % 100),
                       static_cast<unsigned>(yyyymmdd % 100));
}

std::uint32_t DateToNumber(Date date) {
  return static_cast<std::uint32_t>(static_cast<int>(date.year())) * 10'000 +
         static_cast<unsigned>(date.month()) * 100 + static_cast<unsigned>(date.day());
}

Date AddDays(Date date, int count) { return Date{sys_days{date} + days{count}}; }

Date AddMonths(Date date, int count) {
  const Date moved = date + std::chrono::months{count};
  return moved.ok() ? moved : Date{moved.year() / moved.month() / std::chrono::last};
}

int DaysBetween(Date from, Date to) {
  return static_cast<int>((sys_days{to} - sys_days{from}).count());
}

Instant StartOfParisDay(Date date) {
  const Instant midnight_utc = sys_days{date};
  // Both changes happen at 01:00 UTC, after local midnight, so the hour before the day tells its
  // offset.
  return midnight_utc - (IsParisSummerTime(midnight_utc - hours{1}) ? hours{2} : hours{1});
}

Date ParisDay(Instant instant) {
  const hours offset = IsParisSummerTime(instant) ? hours{2} : hours{1};
  return Date{std::chrono::floor<days>(instant + offset)};
}

}  // namespace sceau
