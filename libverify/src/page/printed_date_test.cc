// SPDX-License-Identifier: Apache-2.0
#include "page/printed_date.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace sceau::page {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> DaysIn(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  std::vector<std::string> days;
  for (const PrintedDate& date : FindDates({words.begin(), words.end()})) days.push_back(date.day);
  return days;
}

TEST(PrintedDateTest, DatesAreFoundInEveryUsualForm) {
  for (const char* line : {"12/05/1984", "12-05-1984,", "12.05.1984", "(12/05/1984)", "1984-05-12",
                           "1984/05/12", "12 mai 1984", "le 12 MAI 1984.", "12 / 05 / 1984",
                           "12 05 1984", "né le 12/05/1984 à Lyon"})
    EXPECT_THAT(DaysIn(line), ElementsAre("19840512")) << line;
  EXPECT_THAT(DaysIn("1er août 2026"), ElementsAre("20260801"));
  EXPECT_THAT(DaysIn("14 févr. 1985"), ElementsAre("19850214"));
  EXPECT_THAT(DaysIn("1/6/2026 2026/6/01 1.6.26"), ElementsAre("20260601", "20260601", "??260601"));
  EXPECT_THAT(DaysIn("(12/05/1984)" + std::string(28, '.') + " 12/05/1984" + std::string(31, '.')),
              ElementsAre("19840512"))
      << "a word of forty bytes, and one of more";
  EXPECT_THAT(DaysIn("(12/05/1984)" + std::string(29, '.')), IsEmpty());
  EXPECT_THAT(DaysIn("1ER AOÛT 2026"), ElementsAre("20260801"));
  EXPECT_THAT(DaysIn("31/02/1950 00/00/1950"), ElementsAre("19500231", "19500000"));
  EXPECT_THAT(DaysIn("du 01/01/2026 au 31/12/2026"), ElementsAre("20260101", "20261231"));
  EXPECT_THAT(DaysIn("12/05/84"), ElementsAre("??840512"));
}

TEST(PrintedDateTest, EachMonthHasItsWords) {
  const char* months[] = {"janvier", "février", "mars",      "avril",   "mai",      "juin",
                          "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
  const char* short_months[] = {"janv.", "fév.", "mars",  "avr.", "mai",  "juin",
                                "juil.", "août", "sept.", "oct.", "nov.", "déc."};
  for (int i = 0; i < 12; ++i) {
    const std::string day = std::string("1985") + (i < 9 ? "0" : "") + std::to_string(i + 1) + "07";
    EXPECT_THAT(DaysIn(std::string("7 ") + months[i] + " 1985"), ElementsAre(day));
    EXPECT_THAT(DaysIn(std::string("7 ") + short_months[i] + " 1985"), ElementsAre(day));
  }
}

TEST(PrintedDateTest, PunctuationDividesDatesThatStandInOneWord) {
  EXPECT_THAT(DaysIn("12/05/1984,13/05/1984;14/05/1984 (15/05/1984)16/05/1984"),
              ElementsAre("19840512", "19840513", "19840514", "19840515", "19840516"));
  EXPECT_THAT(DaysIn("12/05/1984a13/05/1984"), ElementsAre("19840512"));
}

TEST(PrintedDateTest, ADateHasItsWords) {
  const std::vector<std::string_view> words = {"né", "le", "12", "mai", "1984", "(1984-05-12)"};
  const std::vector<PrintedDate> dates = FindDates(words);
  ASSERT_EQ(dates.size(), 2U);
  EXPECT_EQ(dates[0].first, 2U);
  EXPECT_EQ(dates[0].last, 4U);
  EXPECT_EQ(dates[1].first, 5U);
  EXPECT_EQ(dates[1].last, 5U);
}

TEST(PrintedDateTest, NoLineOfTextHasMoreThanTwoThousandWords) {
  std::vector<std::string_view> words(2000, "12/05/1984");
  EXPECT_EQ(FindDates(words).size(), 2000U);
  words.emplace_back("12/05/1984");
  EXPECT_THAT(FindDates(words), IsEmpty());
}

TEST(PrintedDateTest, WhatIsNotADateIsNone) {
  for (const char* line : {"",
                           "I2/05/1984",
                           "12/05-1984",
                           "12x05x1984",
                           "1a/05/1984",
                           "112/05/1984",
                           "12/05/19845",
                           "12/05",
                           "mai 1984",
                           "12 mai 84",
                           "2 84 05 88 321 025 32",
                           "01 750 0000",
                           "12 5 1984",
                           "1984-5-2",
                           "1984 05 12",
                           "12/05/084",
                           "012 mai 1984",
                           "12 05/1984",
                           "12/05 1984",
                           "12/",
                           "12 mai",
                           "12/005/1984",
                           "-12/05/1984"})
    EXPECT_THAT(DaysIn(line), IsEmpty()) << line;
  EXPECT_THAT(DaysIn(std::string(100, '1') + "/05/1984"), IsEmpty());
}

TEST(PrintedDateTest, AShortYearIsOfAnyCentury) {
  const PrintedDate date{"??840512", 0, 0, true};
  EXPECT_TRUE(date.Is("19840512"));
  EXPECT_TRUE(date.Is("20840512"));
  EXPECT_FALSE(date.Is("19840513"));
  EXPECT_FALSE(date.Is("1984"));
  EXPECT_FALSE(date.Is("")) << "a day that the seal does not say";
}

}  // namespace
}  // namespace sceau::page
