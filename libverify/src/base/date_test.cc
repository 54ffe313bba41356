// SPDX-License-Identifier: Apache-2.0
#include "sceau/date.h"

#include <gtest/gtest.h>

namespace sceau {
namespace {

using std::chrono::seconds;

Date D(std::string_view iso) { return *ParseIsoDate(iso); }

TEST(DateTest, OnlyDaysThatExistAreRead) {
  EXPECT_TRUE(ParseIsoDate("2026-11-23").has_value());
  EXPECT_TRUE(ParseIsoDate("2028-02-29").has_value());
  for (std::string_view bad :
       {"2026-02-29", "2026-13-01", "2026-00-10", "2026-11-31", "2026-11-00", "26-11-23",
        "2026/11/23", "2026-11-23 ", "", "1799-12-31", "3000-01-01", "2026-1a-01", "+026-01-01"}) {
    EXPECT_FALSE(ParseIsoDate(bad).has_value()) << bad;
  }
}

TEST(DateTest, NumbersRoundTrip) {
  EXPECT_EQ(DateToNumber(D("2026-11-23")), 20261123U);
  EXPECT_EQ(DateFromNumber(20261123), D("2026-11-23"));
  EXPECT_FALSE(DateFromNumber(20261301).has_value());
  EXPECT_FALSE(DateFromNumber(120261123).has_value());
}

TEST(DateTest, MonthsEndOnALastDay) {
  EXPECT_EQ(AddMonths(D("2026-08-31"), 6), D("2027-02-28"));
  EXPECT_EQ(AddMonths(D("2027-08-31"), 6), D("2028-02-29"));
  EXPECT_EQ(AddMonths(D("2026-11-23"), 2), D("2027-01-23"));
}

TEST(DateTest, DaysAreCountedAcrossLeapDays) {
  EXPECT_EQ(AddDays(D("2028-02-28"), 1), D("2028-02-29"));
  EXPECT_EQ(DaysBetween(D("2028-02-28"), D("2028-03-01")), 2);
  EXPECT_EQ(DaysBetween(D("2028-03-01"), D("2028-02-28")), -2);
}

struct ParisCase {
  std::string_view day;
  long long start;  // as `date -d "TZ=\"Europe/Paris\" DAY 00:00" +%s` gives
};

class ParisDayTest : public testing::TestWithParam<ParisCase> {};

TEST_P(ParisDayTest, StartsAtLocalMidnight) {
  const Date day = D(GetParam().day);
  const Instant start = StartOfParisDay(day);
  EXPECT_EQ(start.time_since_epoch().count(), GetParam().start);
  EXPECT_EQ(ParisDay(start), day);
  EXPECT_EQ(ParisDay(start - seconds{1}), AddDays(day, -1));
}

INSTANTIATE_TEST_SUITE_P(
    Boundaries, ParisDayTest,
    testing::Values(ParisCase{"2026-01-01", 1767222000}, ParisCase{"2026-03-29", 1774738800},
                    ParisCase{"2026-03-30", 1774821600}, ParisCase{"2026-07-14", 1783980000},
                    ParisCase{"2026-10-25", 1792879200}, ParisCase{"2026-10-26", 1792969200},
                    ParisCase{"2028-02-29", 1835391600}));

TEST(DateTest, TheDaysOfChangeHave23And25Hours) {
  EXPECT_EQ(StartOfParisDay(D("2026-03-30")) - StartOfParisDay(D("2026-03-29")),
            std::chrono::hours{23});
  EXPECT_EQ(StartOfParisDay(D("2026-10-26")) - StartOfParisDay(D("2026-10-25")),
            std::chrono::hours{25});
}

TEST(DateTest, InstantsAreWrittenInUtc) {
  EXPECT_EQ(FormatIsoInstant(Instant{}), "1970-01-01T00:00:00Z");
  EXPECT_EQ(FormatIsoInstant(StartOfParisDay(*ParseIsoDate("2026-07-01"))), "2026-06-30T22:00:00Z");
  EXPECT_EQ(FormatIsoInstant(Instant(std::chrono::seconds(1'795'428'309))), "2026-11-23T10:05:09Z");
}

TEST(DateTest, InstantsAreReadExactly) {
  for (const char* text : {"1970-01-01T00:00:00Z", "2026-11-23T10:05:09Z", "2028-02-29T23:59:59Z"})
    EXPECT_EQ(FormatIsoInstant(*ParseIsoInstant(text)), text);
  for (const char* text : {"", "2026-11-23", "2026-11-23T10:05:09", "2026-11-23T10:05:09+",
                           "2026-11-23t10:05:09Z", "2026-11-23 10:05:09Z", "2026-11-23T24:00:00Z",
                           "2026-11-23T10:60:00Z", "2026-11-23T10:05:60Z", "2027-02-29T00:00:00Z",
                           "2026-11-23T1a:05:09Z", "2026-11-23T10:05:09ZZ"})
    EXPECT_FALSE(ParseIsoInstant(text)) << text;
}

}  // namespace
}  // namespace sceau
