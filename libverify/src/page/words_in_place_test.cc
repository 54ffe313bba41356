// SPDX-License-Identifier: Apache-2.0
#include "page/words_in_place.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "capture/expected_page.h"
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

// In page pixels, beside a code that lies where the layout has it.
TEST(WordsInPlaceTest, ASheetEndsWhereItsPageDoes) {
  Claims claims = ClaimsOfNobody();
  claims.layout = layout::kLayoutId;
  const Page page = PageLaidOut(claims, SymbolOfLength(700));
  const auto more_with_a_word_at = [&](Point middle) {
    Page longer = page;
    longer.words.push_back(
        {"7", {middle.x - 10, middle.y - 20}, {middle.x + 10, middle.y + 20}, Sight::kShown});
    return PrintsMoreThanLaidOut(claims, longer, page.symbols.front());
  };
  const double right = layout::kPageWidth * capture::kPixelsPerPoint;
  const double bottom = layout::kPageHeight * capture::kPixelsPerPoint;
  for (const Point on_it : {Point{1, 300}, {right - 1, 300}, {300, 1}, {300, bottom - 1}})
    EXPECT_TRUE(more_with_a_word_at(on_it)) << on_it.x << "/" << on_it.y;
  for (const Point beside : {Point{-1, 300}, {right + 1, 300}, {300, -1}, {300, bottom + 1}})
    EXPECT_FALSE(more_with_a_word_at(beside)) << beside.x << "/" << beside.y;
}

TEST(WordsInPlaceTest, ACodeWithoutAnAreaTellsNothingOfTheSheet) {
  Claims claims = ClaimsOfNobody();
  claims.layout = layout::kLayoutId;
  Page page = PageLaidOut(claims, SymbolOfLength(700));
  page.words.push_back({"7", {5'000, 40}, {5'010, 60}, Sight::kShown});
  const Symbol upright = page.symbols.front();
  EXPECT_FALSE(PrintsMoreThanLaidOut(claims, page, upright));
  const Symbol in_a_line = SymbolAt({100, 1'900}, {500, 1'900}, {600, 1'900}, {200, 1'900});
  EXPECT_TRUE(PrintsMoreThanLaidOut(claims, page, in_a_line));
  const auto laid_out = LaidOutPage::For(claims, upright);
  ASSERT_TRUE(laid_out);
  page.words.clear();
  EXPECT_TRUE(AreInPlace(page, *laid_out, upright));
  EXPECT_FALSE(AreInPlace(page, *laid_out, in_a_line));
}

// Five points aside, and from 0.6 to 1.6 times the height.
TEST(WordsInPlaceTest, AWordStandsInItsLineAndHasItsSize) {
  struct Case {
    double right = 0;  // points
    double down = 0;
    double height = 1;  // times
    bool in_place = true;
  };
  const Case cases[] = {
      {.right = -4.9},  {.right = -5.1, .in_place = false},
      {.right = 4.9},   {.right = 5.1, .in_place = false},
      {.down = -4.9},   {.down = -5.1, .in_place = false},
      {.down = 4.9},    {.down = 5.1, .in_place = false},
      {.height = 0.61}, {.height = 0.59, .in_place = false},
      {.height = 1.59}, {.height = 1.61, .in_place = false},
  };
  Claims claims = ClaimsOfNobody();
  claims.layout = layout::kLayoutId;
  const Page page = PageLaidOut(claims, SymbolOfLength(700));
  const auto laid_out = LaidOutPage::For(claims, page.symbols.front());
  ASSERT_TRUE(laid_out);
  for (const Case& c : cases) {
    Page moved = page;
    Word& word = *std::ranges::find(moved.words, "Zoé", &Word::text);  // alone in its line
    const double taller = (c.height - 1) * (word.bottom_right.y - word.top_left.y) / 2;
    const Point by{c.right * capture::kPixelsPerPoint, c.down * capture::kPixelsPerPoint};
    word.top_left = {word.top_left.x + by.x, word.top_left.y + by.y - taller};
    word.bottom_right = {word.bottom_right.x + by.x, word.bottom_right.y + by.y + taller};
    EXPECT_EQ(AreInPlace(moved, *laid_out, page.symbols.front()), c.in_place)
        << c.right << " " << c.down << " " << c.height;
  }
}

TEST(WordsInPlaceTest, OnlyLettersThatMayBeSeenHaveAPlace) {
  Claims claims = ClaimsOfNobody();
  claims.layout = layout::kLayoutId;
  Page page = PageLaidOut(claims, SymbolOfLength(700));
  const Symbol symbol = page.symbols.front();
  const auto laid_out = LaidOutPage::For(claims, symbol);
  ASSERT_TRUE(laid_out);
  page.words.push_back({"\u00B7", {10, 10}, {20, 20}, Sight::kShown});
  EXPECT_TRUE(AreInPlace(page, *laid_out, symbol));
  page.words.back() = {"Zoé", {10, 10}, {50, 40}, Sight::kHidden};
  EXPECT_TRUE(AreInPlace(page, *laid_out, symbol));
  page.words.back().sight = Sight::kUnsure;
  EXPECT_FALSE(AreInPlace(page, *laid_out, symbol));
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
