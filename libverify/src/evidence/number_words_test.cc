// SPDX-License-Identifier: Apache-2.0
#include "evidence/number_words.h"

#include <gtest/gtest.h>

#include <limits>

#include "page/page_testing.h"

namespace sceau::evidence {
namespace {

std::size_t CoveredWords(const std::string& text) {
  return NumbersAmong(page::PageOf(text).words, 1).size();
}

TEST(NumberWordsTest, ANumberIsFoundInWhateverGroupsItStands) {
  EXPECT_EQ(CoveredWords("NIR 2 84 05 2A 321 025 52"), 7U);
  EXPECT_EQ(CoveredWords("NIR 284052A321025"), 1U);
  EXPECT_EQ(CoveredWords("n 284052A32102552 et 284052A32102552"), 2U);
  EXPECT_EQ(CoveredWords("2 84 05 2A 321 025 52 017 510 000"), 10U);
}

TEST(NumberWordsTest, WhatIsShorterOrOnAnotherLineIsNone) {
  EXPECT_EQ(CoveredWords("01 751 0000 le 12/05/1984"), 0U);
  EXPECT_EQ(CoveredWords("284052\nA321025"), 0U);
}

TEST(NumberWordsTest, PlacesAreBounded) {
  std::vector<Word> words = page::PageOf("284052A321025").words;
  words[0].top_left = {std::numeric_limits<double>::quiet_NaN(), -1e300};
  words[0].bottom_right = {1e300, 4};
  const auto boxes = NumbersAmong(words, 2);
  ASSERT_EQ(boxes.size(), 1U);
  EXPECT_EQ(boxes[0].bottom, 10);
}

}  // namespace
}  // namespace sceau::evidence
