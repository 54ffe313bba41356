// SPDX-License-Identifier: Apache-2.0
#include "page/words_of_layout.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "layout/lay_out.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

class WordsOfLayoutTest : public testing::Test {
 protected:
  WordsOfLayoutTest() { claims_.layout = layout::kLayoutId; }

  Word& WordOf(std::string_view text) { return *std::ranges::find(page_.words, text, &Word::text); }
  // Behind a word of the page, on its line.
  void Add(std::string_view behind, const std::string& text, Sight sight = Sight::kShown) {
    Word word = WordOf(behind);
    const double width = word.bottom_right.x - word.top_left.x;
    word.text = text;
    word.sight = sight;
    word.top_left.x += width + 4;
    word.bottom_right.x += width + 4;
    page_.words.push_back(word);
  }
  WordsOfPage Held() const { return HoldWordsAgainstLayout(claims_, page_, kSymbol); }

  static inline const Symbol kSymbol = SymbolOfLength(700);
  Claims claims_ = ClaimsOfNobody();
  Page page_ = PageLaidOut(claims_, kSymbol);
};

TEST_F(WordsOfLayoutTest, ThePageItselfIsAsLaidOut) {
  EXPECT_EQ(Held(), WordsOfPage::kAsLaidOut);
  for (Word& word : page_.words) {  // of another size, in another order
    word.top_left = {word.top_left.x * 1.4, word.top_left.y * 1.4};
    word.bottom_right = {word.bottom_right.x * 1.4, word.bottom_right.y * 1.4};
  }
  std::ranges::reverse(page_.words);
  EXPECT_EQ(Held(), WordsOfPage::kAsLaidOut);
}

TEST_F(WordsOfLayoutTest, ASecondValueBehindTheFirstIsMore) {
  for (const char* added : {"03/05/1981", "2029", "7"}) {
    WordsOfLayoutTest::page_ = PageLaidOut(claims_, kSymbol);
    Add("12/05/1984", added);
    EXPECT_EQ(Held(), WordsOfPage::kMore) << added;
  }
}

TEST_F(WordsOfLayoutTest, AWordThatIsExpectedElsewhereIsMoreAllTheSame) {
  Add("12/05/1984", "23/11/2026");
  EXPECT_EQ(Held(), WordsOfPage::kMore);
}

TEST_F(WordsOfLayoutTest, WhatMayBeSeenCountsAndWhatIsHiddenDoesNot) {
  Add("Zoé", "Jeanne", Sight::kHidden);
  EXPECT_EQ(Held(), WordsOfPage::kAsLaidOut);
  Add("Zoé", "Jeanne", Sight::kUnsure);
  EXPECT_EQ(Held(), WordsOfPage::kMore);
}

TEST_F(WordsOfLayoutTest, WhatIsExchangedOrWipedIsUnclear) {
  std::swap(WordOf("QUINTEFEUILLE").text, WordOf("Zoé").text);
  EXPECT_EQ(Held(), WordsOfPage::kUnclear);
  std::swap(WordOf("QUINTEFEUILLE").text, WordOf("Zoé").text);
  WordOf("Zoé").text = "Zéo";
  EXPECT_EQ(Held(), WordsOfPage::kUnclear);
  WordOf("Zéo").text = "";
  EXPECT_EQ(Held(), WordsOfPage::kUnclear);
}

TEST_F(WordsOfLayoutTest, AnotherLayoutOrCodeIsUnclear) {
  claims_.layout = layout::kLayoutId + 1;
  EXPECT_EQ(Held(), WordsOfPage::kUnclear);
  claims_.layout = layout::kLayoutId;
  EXPECT_EQ(HoldWordsAgainstLayout(claims_, page_, SymbolOfLength(10'000)), WordsOfPage::kUnclear);
}

}  // namespace
}  // namespace sceau::page
