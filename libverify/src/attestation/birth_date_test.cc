// SPDX-License-Identifier: Apache-2.0
#include "attestation/birth_date.h"

#include <gtest/gtest.h>

namespace sceau::attestation {
namespace {

TEST(BirthDateTest, LunarAndPartialDatesAreKept) {
  for (std::string_view good :
       {"19840512", "19500231", "19500000", "19501345", "18000101", "21991231"})
    EXPECT_TRUE(IsBirthDate(good)) << good;
  for (std::string_view bad :
       {"", "1984051", "198405123", "1984051a", "17991231", "22000101", "1984-512", " 9840512"})
    EXPECT_FALSE(IsBirthDate(bad)) << bad;
}

TEST(BirthDateTest, IsShownDayFirst) {
  EXPECT_EQ(FormatBirthDate("19840512"), "12/05/1984");
  EXPECT_EQ(FormatBirthDate("19500000"), "00/00/1950");
}

TEST(BirthDateTest, IsReadInTheFormsThatPeopleType) {
  using Dates = std::vector<std::string>;
  for (std::string_view text :
       {"1984-05-12", "12/05/1984", "12.05.1984", "12-05-1984", "19840512", " 12/05/1984 ",
        "12051984", "12 05 1984", "1984/05/12", "12/5/1984", "1984-5-12", "12/05-1984"}) {
    EXPECT_EQ(ReadBirthDate(text), Dates{"19840512"}) << text;
  }
  EXPECT_EQ(ReadBirthDate("31/02/1950"), Dates{"19500231"});
  EXPECT_EQ(ReadBirthDate("19501345"), Dates{"19501345"});
  EXPECT_EQ(ReadBirthDate("1950"), Dates{"19500000"});
  EXPECT_EQ(ReadBirthDate("05/1950"), Dates{"19500500"});
  EXPECT_EQ(ReadBirthDate("1950-05"), Dates{"19500500"});
  EXPECT_EQ(ReadBirthDate("00/00/1950"), Dates{"19500000"});
  EXPECT_EQ(ReadBirthDate("12/05/84"), (Dates{"19840512", "20840512"}));
  // 19 February 1985, or a day that our calendar lacks.
  EXPECT_EQ(ReadBirthDate("19021985"), (Dates{"19021985", "19850219"}));
  EXPECT_EQ(ReadBirthDate("20102012"), (Dates{"20102012", "20121020"}));
  EXPECT_EQ(ReadBirthDate("20011201"), Dates{"20011201"});
  for (std::string_view text :
       {"", "yesterday", "12/05", "120584", "012/05/1984", "12/005/1984", "12//1984", "12/05/1984/",
        "12/05/19845", "1799-01-01", "2200", "12051799", "/05/1984", "1/2/3/1984"}) {
    EXPECT_EQ(ReadBirthDate(text), Dates{}) << text;
  }
}

TEST(BirthDateTest, OnlyWhatIsKnownIsCompared) {
  struct Row {
    std::string_view a, b;
    BirthDateLikeness likeness;
  };
  using enum BirthDateLikeness;
  for (const Row& row : {Row{"19840512", "19840512", kSame},
                         {"19840512", "19840513", kDiffers},
                         {"19840512", "19840612", kDiffers},
                         {"19840512", "19850512", kDiffers},
                         {"19840000", "19840512", kSameAsFarAsKnown},
                         {"19840000", "19850512", kDiffers},
                         {"19840500", "19840512", kSameAsFarAsKnown},
                         {"19840600", "19840512", kDiffers},
                         {"19840012", "19840512", kSameAsFarAsKnown},
                         {"19840013", "19840512", kDiffers},
                         {"19840000", "19840000", kSame},
                         {"19500231", "19500101", kSameAsFarAsKnown},  // as programs send it
                         {"19501345", "19500000", kSameAsFarAsKnown},
                         {"19501345", "19500101", kSameAsFarAsKnown},
                         {"19501345", "19510101", kDiffers},
                         {"19841205", "19841712", kClose},  // the month first
                         {"19840231", "19840517", kClose},
                         {"19501345", "19501345", kSame},
                         {"19501345", "19501346", kDiffers}}) {
    EXPECT_EQ(CompareBirthDates(row.a, row.b), row.likeness) << row.a << " " << row.b;
    EXPECT_EQ(CompareBirthDates(row.b, row.a), row.likeness) << row.b << " " << row.a;
  }
}

}  // namespace
}  // namespace sceau::attestation
