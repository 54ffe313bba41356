// SPDX-License-Identifier: Apache-2.0
#include "page/words_of_layout.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "layout/lay_out.h"
#include "page/page_testing.h"
#include "page/printed_page.h"

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
  WordsOfPage Held() const {
    return HoldWordsAgainstLayout(claims_, page_,
                                  page_.symbols.empty() ? kSymbol : page_.symbols.front());
  }

  static inline const Symbol kSymbol = SymbolOfLength(700);
  Claims claims_ = ClaimsOfNobody();
  Page page_ = PageLaidOut(claims_, kSymbol);
};

// What was found, in a word: "as laid out", "missing", "added", "both", "replaced", "open" where
// nothing is certain, and "" for a page that is not of the layout.
std::string Found(const WordsOfPage& words) {
  if (!words.of_layout) return "";
  if (words.as_laid_out) return "as laid out";
  if (words.missing && words.added) return "both";
  if (words.missing) return "missing";
  if (words.added) return "added";
  return words.replaced.empty() ? "open" : "replaced";
}

TEST_F(WordsOfLayoutTest, ThePageItselfIsAsLaidOut) {
  EXPECT_EQ(Found(Held()), "as laid out");
  for (Word& word : page_.words) {  // of another size, in another order
    word.top_left = {word.top_left.x * 1.4, word.top_left.y * 1.4};
    word.bottom_right = {word.bottom_right.x * 1.4, word.bottom_right.y * 1.4};
  }
  for (Point& corner : page_.symbols.front().corners) corner = {corner.x * 1.4, corner.y * 1.4};
  std::ranges::reverse(page_.words);
  EXPECT_EQ(Found(Held()), "as laid out");
}

TEST_F(WordsOfLayoutTest, WordsElsewhereThanLaidOutAreOpen) {
  const Page whole = page_;
  for (Word& word : page_.words) {  // in small print at the top
    word.top_left = {word.top_left.x / 2, word.top_left.y / 2};
    word.bottom_right = {word.bottom_right.x / 2, word.bottom_right.y / 2};
  }
  EXPECT_EQ(Found(Held()), "open");
  page_ = whole;
  for (Word& word : page_.words) word.top_left.y = word.bottom_right.y - 5;
  EXPECT_EQ(Found(Held()), "open") << "in its place, but small";
  page_ = whole;
  page_.symbols.front().corners = {};
  EXPECT_EQ(Found(Held()), "open");
}

TEST_F(WordsOfLayoutTest, WordsBesideADrawingAreOpen) {
  page_.has_only_words = false;
  EXPECT_EQ(Found(Held()), "open");
}

TEST_F(WordsOfLayoutTest, ASecondValueBehindTheFirstIsAdded) {
  for (const char* added : {"03/05/1981", "2029", "7"}) {
    WordsOfLayoutTest::page_ = PageLaidOut(claims_, kSymbol);
    Add("12/05/1984", added);
    EXPECT_EQ(Found(Held()), "added") << added;
  }
}

TEST_F(WordsOfLayoutTest, AWordThatIsExpectedElsewhereIsAddedAllTheSame) {
  Add("12/05/1984", "23/11/2026");
  EXPECT_EQ(Found(Held()), "added");
}

TEST_F(WordsOfLayoutTest, OnlyWhatIsShownForCertainIsAdded) {
  Add("Zoé", "Jeanne", Sight::kHidden);
  EXPECT_EQ(Found(Held()), "as laid out");
  Add("Zoé", "Jeanne", Sight::kUnsure);
  EXPECT_EQ(Found(Held()), "open");
}

TEST_F(WordsOfLayoutTest, OnlyWhatMayNotBeSeenIsMissing) {
  WordOf("Zoé").sight = Sight::kUnsure;
  EXPECT_EQ(Found(Held()), "as laid out");
  WordOf("Zoé").sight = Sight::kHidden;
  EXPECT_EQ(Found(Held()), "missing");
  WordOf("Zoé").text = "";
  EXPECT_EQ(Found(Held()), "missing");
  WordOf("Qualité").text = "Q";
  EXPECT_EQ(Found(Held()), "missing");
}

TEST_F(WordsOfLayoutTest, AValueIsMissingWithTheLabelBehindIt) {
  WordOf("12/05/1984").text = "";
  WordOf("Rang").text = "";
  EXPECT_EQ(Found(Held()), "missing");
}

TEST_F(WordsOfLayoutTest, ThreeFifthsOfItsLettersMakeAPageOfTheLayout) {
  const Letters letters = PrintedPage(page_).letters();
  ASSERT_EQ(letters.size() % 5, 0U) << "the limit is a whole number of letters";
  const auto found_with = [&](std::size_t kept) {
    constexpr std::size_t kLine = 50;
    std::string text;
    for (std::size_t at = 0; at < kept; at += kLine)
      text += letters.substr(at, std::min(kLine, kept - at)) + "\n";
    page_ = PageOf(text);
    return Found(Held());
  };
  EXPECT_EQ(found_with(letters.size() / 5 * 3), "missing");
  EXPECT_EQ(found_with(letters.size() / 5 * 3 - 1), "");
}

TEST_F(WordsOfLayoutTest, MoreWordsThanAnyPaperPrintsSayNothing) {
  const Word dash = {"-", {10, 2'320}, {20, 2'330}, Sight::kShown};  // below all others
  page_.words.insert(page_.words.end(), 50'000, dash);
  EXPECT_EQ(Found(Held()), "");
}

TEST_F(WordsOfLayoutTest, AValueInThePlaceOfAnotherIsNamed) {
  struct Case {
    const char* from;
    const char* to;
    PrintedKind kind;
  };
  const Case cases[] = {
      {"QUINTEFEUILLE", "QUINTEFEUILLA", PrintedKind::kBirthName},
      {"Zoé", "Léa", PrintedKind::kGivenNames},
      {"12/05/1984", "12/05/1994", PrintedKind::kBirthDate},
      {"1", "2", PrintedKind::kBirthRank},
      {"01/01/2026", "01/01/2025", PrintedKind::kRightFrom},
      {"31/12/2026", "31/12/2029", PrintedKind::kRightUntil},
  };
  for (const Case& c : cases) {
    page_ = PageLaidOut(claims_, kSymbol);
    WordOf(c.from).text = c.to;
    const WordsOfPage words = Held();
    ASSERT_EQ(words.replaced.size(), 1U) << c.from;
    EXPECT_EQ(words.replaced[0].fact.kind, c.kind);
    EXPECT_EQ(words.replaced[0].seen, c.to);
    EXPECT_DOUBLE_EQ(words.replaced[0].box.top_left.x, WordOf(c.to).top_left.x);
    EXPECT_EQ(Found(words), "replaced") << c.from;
  }
}

TEST_F(WordsOfLayoutTest, ValuesThatAreExchangedAreBothNamed) {
  std::swap(WordOf("01/01/2026").text, WordOf("31/12/2026").text);
  const WordsOfPage words = Held();
  EXPECT_EQ(words.replaced.size(), 2U);
  EXPECT_EQ(Found(words), "replaced");
}

TEST_F(WordsOfLayoutTest, NothingIsReplacedWhereAnythingElseMayBeSo) {
  const auto found_when = [&](auto change) {
    page_ = PageLaidOut(claims_, kSymbol);
    WordOf("12/05/1984").text = "12/05/1994";
    change();
    EXPECT_TRUE(Held().replaced.empty());
    return Found(Held());
  };
  // The word may be another one, or not be seen.
  EXPECT_EQ(found_when([&] { WordOf("12/05/1994").sight = Sight::kUnsure; }), "open");
  // Words of another sort, such as a note.
  EXPECT_EQ(found_when([&] { WordOf("12/05/1994").text = "Vu"; }), "both");
  // Something is covered: so may the value be, by what stands there.
  EXPECT_EQ(found_when([&] { Add("Qualité", "filigrane", Sight::kHidden); }), "both");
  // The page is not whole.
  EXPECT_EQ(found_when([&] { WordOf("Qualité").text = ""; }), "both");
  // A second word behind it may be another one, or is a note.
  EXPECT_EQ(found_when([&] { Add("12/05/1994", "7", Sight::kUnsure); }), "open");
  EXPECT_EQ(found_when([&] { Add("12/05/1994", "Vu"); }), "both");
  EXPECT_EQ(found_when([&] { WordOf("12/05/1994").text = "12/05/19B4"; }), "both");
  // Its font may draw what is expected.
  EXPECT_EQ(found_when([&] { page_.letters_are_proven = false; }), "open");
}

TEST_F(WordsOfLayoutTest, LettersOfAnotherScriptAreNotNamedAsAnotherValue) {
  for (const char* text : {"Зоя", "Z\u043E\u00E9"}) {  // the second one with a Cyrillic o
    page_ = PageLaidOut(claims_, kSymbol);
    WordOf("Zoé").text = text;
    EXPECT_EQ(Found(Held()), "both") << text;
    EXPECT_TRUE(Held().replaced.empty()) << text;
  }
}

TEST_F(WordsOfLayoutTest, NamesOfOtherScriptsAreNotNamedAsReplaced) {
  claims_.attestation->holder.given_names = "Zoé Зоя";
  page_ = PageLaidOut(claims_, kSymbol);
  EXPECT_EQ(Found(Held()), "as laid out");
  WordOf("Zoé").text = "Léa";
  WordOf("Зоя").text = "";
  EXPECT_EQ(Found(Held()), "both");
  EXPECT_TRUE(Held().replaced.empty());
}

TEST_F(WordsOfLayoutTest, EachValueOfARowThatIsReplacedIsNamed) {
  claims_ = attestation::ClaimsOf(SealedFamily());
  claims_.layout = layout::kLayoutId;
  page_ = PageLaidOut(claims_, kSymbol);
  ASSERT_EQ(Found(Held()), "as laid out");
  WordOf("Mia").text = "Tom";
  WordOf("04/07/2018").text = "04/07/2008";
  const WordsOfPage words = Held();
  EXPECT_EQ(Found(words), "replaced");
  ASSERT_EQ(words.replaced.size(), 2U);
  EXPECT_EQ(words.replaced[0].fact, (FactKey{PrintedKind::kDependantGivenNames, 1}));
  EXPECT_EQ(words.replaced[1].fact, (FactKey{PrintedKind::kDependantBirthDate, 1}));
}

TEST_F(WordsOfLayoutTest, AnotherSpellingIsNotAsLaidOut) {
  WordOf("Zoé").text = "ZOE";
  EXPECT_EQ(Found(Held()), "both");
  EXPECT_EQ(Held().respelled, std::vector{FactKey{PrintedKind::kGivenNames}});
  WordOf("ZOE").sight = Sight::kUnsure;
  EXPECT_EQ(Found(Held()), "open");
  page_.letters_are_proven = false;
  EXPECT_EQ(Found(Held()), "as laid out") << "its font may draw accents that its text does not say";
  EXPECT_TRUE(Held().respelled.empty());
}

TEST_F(WordsOfLayoutTest, AnotherPageOrLayoutOrCodeSaysNothing) {
  claims_.layout = layout::kLayoutId + 1;
  EXPECT_EQ(Found(Held()), "");
  claims_.layout = layout::kLayoutId;
  EXPECT_EQ(Found(HoldWordsAgainstLayout(claims_, page_, SymbolOfLength(10'000))), "");
  page_.words.resize(page_.words.size() / 3);
  EXPECT_EQ(Found(Held()), "");
  page_ = PageOf("Facture du 12 mai 2026\nMontant : 12 euros\n");
  EXPECT_EQ(Found(Held()), "");
}

}  // namespace
}  // namespace sceau::page
