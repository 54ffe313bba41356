// SPDX-License-Identifier: Apache-2.0
#include "cli/date_text.h"

#include <gtest/gtest.h>

namespace sceau::cli {
namespace {

TEST(DateTextTest, PeopleWriteADateInManyWays) {
  const Date expected = *ParseIsoDate("2026-10-31");
  for (const char* text : {"2026-10-31", "31/10/2026", "31-10-2026", "31.10.2026", "31 10 2026",
                           "31 octobre 2026", "31 Octobre 2026", "31 OCTOBRE 2026", "31 oct. 2026",
                           "31 oct 2026", "31  octobre  2026", "31 October 2026"})
    EXPECT_EQ(ParseTypedDate(text), expected) << text;
  const struct {
    const char* text;
    const char* iso;
  } cases[] = {{"1/2/2026", "2026-02-01"},       {"01/02/2026", "2026-02-01"},
               {"1er août 2026", "2026-08-01"},  {"1 aout 2026", "2026-08-01"},
               {"3 AOÛT 2026", "2026-08-03"},    {"3 Fe\u0301vrier 2026", "2026-02-03"},
               {"3 FÉVRIER 2026", "2026-02-03"}, {"3 févr. 2026", "2026-02-03"},
               {"3 déc. 2026", "2026-12-03"},    {"3 mai 2026", "2026-05-03"},
               {"3 may 2026", "2026-05-03"},     {"3 juin 2026", "2026-06-03"},
               {"3 juil. 2026", "2026-07-03"},   {"29/02/2028", "2028-02-29"}};
  for (const auto& c : cases) EXPECT_EQ(ParseTypedDate(c.text), ParseIsoDate(c.iso)) << c.text;
}

TEST(DateTextTest, WhatIsNotADateIsRefused) {
  for (const char* text : {"",
                           " ",
                           "31/10",
                           "31/10/26",
                           "10/31/2026",
                           "2026/10/31",
                           "31-10/2026",
                           "30/02/2026",
                           "29/02/2026",
                           "0/1/2026",
                           "32/1/2026",
                           "1/13/2026",
                           "031/10/2026",
                           "31/10/2026/",
                           "31/10/20266",
                           "/31/10/2026",
                           "31 brumaire 2026",
                           "31 ma 2026",
                           "31 jui 2026",
                           "31 octobre",
                           "octobre 2026",
                           "31 octobre 26",
                           "1er 10 2026x",
                           "hier",
                           "-1/10/2026",
                           "+1/10/2026",
                           "31/10/-026",
                           "2026-10-32"})
    EXPECT_FALSE(ParseTypedDate(text)) << text;
}

}  // namespace
}  // namespace sceau::cli
