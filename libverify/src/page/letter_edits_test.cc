// SPDX-License-Identifier: Apache-2.0
#include "page/letter_edits.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace sceau::page {
namespace {

// "ab[-c][+d]": what is kept, taken away and put in, in the order of the text.
std::string Written(std::string_view from, std::string_view to, const LetterEdits& edits) {
  std::string text;
  for (std::size_t i = 0; i <= from.size(); ++i) {
    for (const std::size_t letter : edits.added[i]) text += std::string("[+") + to[letter] + "]";
    if (i == from.size()) break;
    text += edits.kept[i] ? std::string(1, from[i]) : std::string("[-") + from[i] + "]";
  }
  return text;
}

TEST(LetterEditsTest, AreTheFewest) {
  struct Case {
    const char* from;
    const char* to;
    const char* edits;
  };
  const Case cases[] = {
      {"", "", ""},
      {"", "AB", "[+A][+B]"},
      {"AB", "", "[-A][-B]"},
      {"ABC", "ABC", "ABC"},
      {"RANG1NUMERO", "RANG2NUMERO", "RANG[-1][+2]NUMERO"},
      {"ABCD", "ABD", "AB[-C]D"},
      {"ABD", "ABCD", "AB[+C]D"},
      {"NEEDUPONT", "NEELEROY", "NEE[-D][-U][-P][+L][+E][+R]O[-N][-T][+Y]"},
  };
  for (const Case& c : cases) {
    const auto edits = EditsBetween(c.from, c.to, 20);
    ASSERT_TRUE(edits) << c.from;
    EXPECT_EQ(Written(c.from, c.to, *edits), c.edits);
  }
}

TEST(LetterEditsTest, WhatStandsBehindATextIsNotAPartOfIt) {
  constexpr std::string_view kLonger = "ABC";
  constexpr std::string_view kShorter = kLonger.substr(0, 2);
  const auto added = EditsBetween(kShorter, kLonger, 20);
  ASSERT_TRUE(added);
  EXPECT_EQ(Written(kShorter, kLonger, *added), "AB[+C]");
  const auto taken = EditsBetween(kLonger, kShorter, 20);
  ASSERT_TRUE(taken);
  EXPECT_EQ(Written(kLonger, kShorter, *taken), "AB[-C]");
}

TEST(LetterEditsTest, MoreThanAllowedIsNothing) {
  EXPECT_TRUE(EditsBetween("ABC", "XYZ", 6));
  EXPECT_FALSE(EditsBetween("ABC", "XYZ", 5));
  EXPECT_FALSE(EditsBetween("", std::string(700, 'A'), 600));
  EXPECT_FALSE(EditsBetween(std::string(400, 'A'), std::string(400, 'B'), 600));
}

}  // namespace
}  // namespace sceau::page
