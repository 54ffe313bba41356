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
  for (std::string_view text :
       {"1984-05-12", "12/05/1984", "12.05.1984", "12-05-1984", "19840512", " 12/05/1984 "}) {
    EXPECT_EQ(ParseBirthDate(text), "19840512") << text;
  }
  EXPECT_EQ(ParseBirthDate("31/02/1950"), "19500231");
  for (std::string_view text : {"12051984", "12/05/84", "1984/05/12", "12/05-1984", "12 05 1984",
                                "", "1984-05", "yesterday"}) {
    EXPECT_EQ(ParseBirthDate(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace sceau::attestation
