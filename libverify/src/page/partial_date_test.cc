// SPDX-License-Identifier: Apache-2.0
#include "page/partial_date.h"

#include <gtest/gtest.h>

#include "page/page_testing.h"

namespace sceau::page {
namespace {

TEST(YearInLettersTest, AsItIsSpoken) {
  struct Case {
    const char* year;
    const char* letters;
  };
  const Case cases[] = {
      {"1900", "MILNEUFCENT"},
      {"1907", "MILNEUFCENTSEPT"},
      {"1917", "MILNEUFCENTDIXSEPT"},
      {"1919", "MILNEUFCENTDIXNEUF"},
      {"1920", "MILNEUFCENTVINGT"},
      {"1921", "MILNEUFCENTVINGTETUN"},
      {"1961", "MILNEUFCENTSOIXANTEETUN"},
      {"1971", "MILNEUFCENTSOIXANTEETONZE"},
      {"1978", "MILNEUFCENTSOIXANTEDIXHUIT"},
      {"1980", "MILNEUFCENTQUATREVINGT"},
      {"1981", "MILNEUFCENTQUATREVINGTUN"},
      {"1991", "MILNEUFCENTQUATREVINGTONZE"},
      {"1999", "MILNEUFCENTQUATREVINGTDIXNEUF"},
      {"2026", "DEUXMILLEVINGTSIX"},
      {"1899", ""},
      {"19?4", ""},
      {"84", ""},
  };
  for (const Case& c : cases) EXPECT_EQ(YearInLetters(c.year), c.letters) << c.year;
}

TEST(PartialDateTest, AMonthWithItsYearAndNoDay) {
  const auto prints = [](const char* text, const char* day = "19840512") {
    return PrintsPartOf(PrintedPage(PageOf(text)), day);
  };
  for (const char* text : {"née en mai 1984", "MAI 1984", "en 05/1984", "née : 05-1984,",
                           "le douze mai mil neuf cent quatre-vingt-quatre", "Page\nmai 1984",
                           "- mai 1984", "dossier A7 mai 1984"})
    EXPECT_TRUE(prints(text)) << text;
  for (const char* text :
       {"le 13 mai 1984", "le 9 mai 1984", "le 20 mai 1984", "le 1er mai 1984", "13/05/1984",
        "13/ 05/1984", "mai 1985", "juin 1984", "06/1984", "mai\n1984", "mai", "1984",
        "le douze mai mil neuf cent quatre-vingt-cinq"})
    EXPECT_FALSE(prints(text)) << text;
  EXPECT_TRUE(prints("octobre 1975", "19751003"));
  EXPECT_FALSE(prints("mai 1984", "1984"));
  EXPECT_FALSE(prints("née à Lyon", "18840512")) << "a year that is not read in words";
  EXPECT_FALSE(prints("mai 1984", "19840000"));
}

}  // namespace
}  // namespace sceau::page
