// SPDX-License-Identifier: Apache-2.0
#include "page/spelling.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "layout/lay_out.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

TEST(SpellingTest, OnlyWhatNobodySeesIsFolded) {
  struct Case {
    const char* what;
    const char* one;
    const char* other;
    bool alike;
  };
  const Case cases[] = {
      {"itself", "Hélène", "Hélène", true},
      {"composed", "He\u0301le\u0300ne", "Hélène", true},
      {"a narrow space", "12\u202F345", "12345", true},
      {"a soft hyphen that is drawn", "Jean\u00ADPierre", "Jean-Pierre", true},
      {"an accent", "Helène", "Hélène", false},
      {"another accent", "Hèlène", "Hélène", false},
      {"capitals", "HÉLÈNE", "Hélène", false},
      {"no hyphen", "JeanPierre", "Jean-Pierre", false},
      {"another letter", "Hélèno", "Hélène", false},
  };
  for (const Case& c : cases)
    EXPECT_EQ(SpellingOf(c.one) == SpellingOf(c.other), c.alike) << c.what;
}

class RespellingTest : public testing::Test {
 protected:
  RespellingTest() { claims_.layout = layout::kLayoutId; }

  Respelling Found() const {
    const auto laid_out = LaidOutPage::For(claims_, kSymbol);
    return FindRespelling(PrintedPage(page_), *laid_out, PrintedPage(laid_out->words()));
  }
  Word& WordOf(std::string_view text) { return *std::ranges::find(page_.words, text, &Word::text); }

  static inline const Symbol kSymbol = SymbolOfLength(700);
  Claims claims_ = ClaimsOfNobody();
  Page page_ = PageLaidOut(claims_, kSymbol);
};

TEST_F(RespellingTest, ThePageOfTheLayoutHasNone) {
  EXPECT_FALSE(Found().any);
  // Another program breaks the line into other words.
  Word& name = WordOf("QUINTEFEUILLE");
  Word rest = name;
  name.text = "QUINTE";
  name.bottom_right.x = (rest.top_left.x + rest.bottom_right.x) / 2;
  rest.text = "FEUILLE";
  rest.top_left.x = name.bottom_right.x;
  page_.words.push_back(rest);
  EXPECT_FALSE(Found().any);
}

TEST_F(RespellingTest, AFactThatLostAnAccentIsNamed) {
  WordOf("Zoé").text = "Zoe";
  EXPECT_TRUE(Found().any);
  EXPECT_TRUE(Found().shown);
  EXPECT_EQ(Found().facts, std::vector{FactKey{PrintedKind::kGivenNames}});
  WordOf("Zoe").sight = Sight::kUnsure;
  EXPECT_FALSE(Found().shown);
}

TEST_F(RespellingTest, IsShownWhereEachPieceOfTheWordIs) {
  Word& name = WordOf("Zoé");
  Word rest = name;
  name.text = "Z";
  name.bottom_right.x = (rest.top_left.x + rest.bottom_right.x) / 2;
  rest.text = "oe";
  rest.top_left.x = name.bottom_right.x;
  page_.words.push_back(rest);
  EXPECT_TRUE(Found().any);
  EXPECT_TRUE(Found().shown);
  page_.words.back().sight = Sight::kUnsure;
  EXPECT_FALSE(Found().shown);
}

TEST_F(RespellingTest, AMarkIsToldWithTheWordBesideIt) {
  const Page laid_out = page_;
  const PrintedLine first = PrintedPage(page_).lines().front();
  const double top = first.front().middle - first.front().height / 2;
  const double bottom = first.front().middle + first.front().height / 2;
  page_.words.push_back({"«", {0, top}, {1, bottom}, Sight::kShown});
  EXPECT_TRUE(Found().any);
  EXPECT_EQ(Found().facts, std::vector{FactKey{PrintedKind::kFundName}});
  page_ = laid_out;
  page_.words.push_back({"»", {0, 5000}, {10, 5010}, Sight::kShown});
  EXPECT_TRUE(Found().any) << "a mark below the last word";
}

TEST_F(RespellingTest, AWordOfEveryPageNamesNoFact) {
  WordOf("Qualité").text = "Qualite";
  EXPECT_TRUE(Found().any);
  EXPECT_EQ(Found().facts, std::vector<FactKey>{});
}

}  // namespace
}  // namespace sceau::page
