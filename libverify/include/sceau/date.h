// SPDX-License-Identifier: Apache-2.0
// Civil days and instants. Days are those of Europe/Paris; no time zone database is needed or used.
#ifndef SCEAU_DATE_H_
#define SCEAU_DATE_H_

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

// A day that exists, in the Gregorian calendar.
using Date = std::chrono::year_month_day;

// Seconds since 1970-01-01T00:00:00Z.
using Instant = std::chrono::sys_seconds;

// "2026-11-23" exactly; nothing for a day that does not exist or a year outside 1800 to 2999.
std::optional<Date> ParseIsoDate(std::string_view text);
std::string FormatIsoDate(Date date);

// "2026-11-23T10:00:00Z" exactly; nothing for one that does not exist.
std::optional<Instant> ParseIsoInstant(std::string_view text);
std::string FormatIsoInstant(Instant instant);

// 20261123; nothing for a day that does not exist.
std::optional<Date> DateFromNumber(std::uint64_t yyyymmdd);
std::uint32_t DateToNumber(Date date);

Date AddDays(Date date, int days);
Date AddMonths(Date date, int months);  // 31 January + 1 month = the last day of February
int DaysBetween(Date from, Date to);    // to - from

// The instant at which the Paris day starts (00:00 local time), by the European summer-time rule in
// force since 1996.
Instant StartOfParisDay(Date date);
Date ParisDay(Instant instant);

}  // namespace sceau

#endif  // SCEAU_DATE_H_
