// SPDX-License-Identifier: Apache-2.0
#include "page/words_in_place.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "layout/lay_out.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

Symbol SymbolAt(Point a, Point b, Point c, Point d) {
  Symbol symbol = SymbolOfLength(700);
  symbol.corners = {a, b, c, d};
  return symbol;
}

TEST(WordsInPlaceTest, WordsBeyondTheLayoutAreMoreWhereverTheyStand) {
  Claims claims = ClaimsOfNobody();
  claims.layout = layout::kLayoutId;
  Page page = PageLaidOut(claims, SymbolOfLength(700));
  const Symbol symbol = SymbolAt({100, 1'900}, {500, 1'900}, {500, 2'300}, {100, 2'300});
  const auto more = [&] { return PrintsMoreThanLaidOut(claims, page, symbol); };
  EXPECT_FALSE(more());
  std::ranges::find(page.words, "Zoé", &Word::text)->text = "";
  EXPECT_FALSE(more()) << "what is missing is not more";
  page.words.push_back({"Zoé", {1'000, 10}, {1'050, 30}, Sight::kUnsure});
  EXPECT_FALSE(more()) << "it is read in another place";
  page.words.back().text = "Zoe";
  EXPECT_TRUE(more()) << "without its accent";
  page.words.back().text = "Zoé";
  page.words.push_back({"7", {1'000, 40}, {1'010, 60}, Sight::kHidden});
  EXPECT_FALSE(more());
  page.words.back().sight = Sight::kUnsure;
  EXPECT_TRUE(more());
  // Beside the sheet that has its code there, whichever way up it lies.
  page.words.back().top_left = {5'000, 40};
  page.words.back().bottom_right = {5'010, 60};
  EXPECT_FALSE(more());
  page.words.back().text = std::string(100, '7');
  const Symbol on_its_head = SymbolAt({5'500, 300}, {5'100, 300}, {5'100, -100}, {5'500, -100});
  EXPECT_TRUE(PrintsMoreThanLaidOut(claims, page, on_its_head));
  claims.layout = layout::kLayoutId + 1;
  EXPECT_TRUE(more()) << "nothing is known";
}

TEST(WordsInPlaceTest, LettersThatAreNowhereAreLackingHoweverThePageIsTurned) {
  Claims claims = ClaimsOfNobody();
  claims.layout = layout::kLayoutId;
  const Symbol symbol = SymbolOfLength(700);
  Page page = PageLaidOut(claims, symbol);
  std::ranges::reverse(page.words);
  for (Word& word : page.words) {  // on its head
    const Word upright = word;
    word.top_left = {-upright.bottom_right.x, -upright.bottom_right.y};
    word.bottom_right = {-upright.top_left.x, -upright.top_left.y};
  }
  EXPECT_FALSE(LacksLettersOfLayout(claims, page, symbol));
  Word& word = *std::ranges::find(page.words, "Zoé", &Word::text);
  word.sight = Sight::kHidden;
  EXPECT_TRUE(LacksLettersOfLayout(claims, page, symbol));
  word.sight = Sight::kUnsure;
  EXPECT_FALSE(LacksLettersOfLayout(claims, page, symbol));
  word.text = "Zo";
  EXPECT_TRUE(LacksLettersOfLayout(claims, page, symbol));
  EXPECT_TRUE(LacksLettersOfLayout(claims, page, SymbolOfLength(10'000))) << "nothing is known";
}

}  // namespace
}  // namespace sceau::page
