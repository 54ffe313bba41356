// SPDX-License-Identifier: Apache-2.0
#include "layout/expect_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>

#include "base/status.h"
#include "base/text.h"
#include "layout/attestation_testing.h"
#include "layout/lay_out.h"
#include "layout/page_pixels.h"

namespace sceau::layout {
namespace {

using capture::ExpectedWord;
using testing::ElementsAre;

constexpr int kCodeModules = 69;

const Fonts& OpenFonts() {
  static const Fonts kFonts = *Fonts::Open();
  return kFonts;
}

ExpectedDrawing Expect(const Attestation& attestation) {
  return *ExpectPage(*LayOut(attestation, kCodeModules, OpenFonts()), OpenFonts());
}

std::string TextOf(const ExpectedWord& word) {
  std::u32string characters;
  for (const capture::ExpectedLetter& letter : word.letters) characters += letter.letter;
  return EncodeUtf8(characters);
}

std::vector<std::string> WordsOf(const ExpectedDrawing& drawing, const FactKey& fact) {
  std::vector<std::string> words;
  for (const ExpectedWord& word : drawing.page.words) {
    if (word.fact >= 0 && drawing.facts[static_cast<std::size_t>(word.fact)] == fact)
      words.push_back(TextOf(word));
  }
  return words;
}

TEST(ExpectPageTest, WordsSayWhichFactTheyPrint) {
  const ExpectedDrawing drawing = Expect(TwoChildren());
  using enum PrintedKind;
  EXPECT_THAT(WordsOf(drawing, {kBirthName}), ElementsAre("LEFÈVRE"));
  EXPECT_THAT(WordsOf(drawing, {kGivenNames}), ElementsAre("Zoé", "Hélène"));
  EXPECT_THAT(WordsOf(drawing, {kNir}), ElementsAre("2", "84", "05", "88", "321", "025", "32"));
  EXPECT_THAT(WordsOf(drawing, {kIssuedOn}), ElementsAre("23/11/2026"));
  EXPECT_THAT(WordsOf(drawing, {kRightUntil, 0}), ElementsAre("sans", "date", "de", "fin"));
  EXPECT_THAT(WordsOf(drawing, {kDependantName, 1}), ElementsAre("DUPRÉ"));
  EXPECT_EQ(drawing.page.fact_count, static_cast<int>(drawing.facts.size()));
  const auto fixed = std::ranges::count_if(
      drawing.page.words, [](const ExpectedWord& w) { return w.fact == capture::kFixedText; });
  EXPECT_GT(fixed, 80);
}

// "n° AEBA GBAF AYDQ QCIK.": the full stop is not a part of the number.
TEST(ExpectPageTest, AWordEndsWhereItsFactEnds) {
  Attestation attestation = OnePerson();
  attestation.replaces = DocumentId{};
  const ExpectedDrawing drawing = Expect(attestation);
  EXPECT_THAT(WordsOf(drawing, {PrintedKind::kReplacedNumber}),
              ElementsAre("AAAA", "AAAA", "AAAA", "AAAA"));
  EXPECT_TRUE(std::ranges::any_of(drawing.page.words, [](const ExpectedWord& word) {
    return TextOf(word) == "." && word.fact == capture::kFixedText;
  }));
}

TEST(ExpectPageTest, WordsAreWhereTheirInkIs) {
  const ExpectedDrawing drawing = Expect(OnePerson());
  const auto ink = [&](int x, int y) {
    return drawing.page
        .ink[static_cast<std::size_t>(y) * capture::kPageWidth + static_cast<std::size_t>(x)];
  };
  for (const ExpectedWord& word : drawing.page.words) {
    SCOPED_TRACE(TextOf(word));
    ASSERT_LT(word.left, word.right);
    ASSERT_LT(word.top, word.baseline);
    ASSERT_LT(word.baseline, word.bottom);
    int darkest = 0;
    for (int y = static_cast<int>(word.top); y < static_cast<int>(word.bottom); ++y) {
      for (int x = static_cast<int>(word.left); x < static_cast<int>(word.right); ++x)
        darkest = std::max(darkest, int{ink(x, y)});
    }
    EXPECT_GT(darkest, 100);
    EXPECT_EQ(word.letters.front().x, word.left);
    for (const capture::ExpectedLetter& letter : word.letters) EXPECT_EQ(letter.y, word.baseline);
  }
}

TEST(ExpectPageTest, TheCodeIsAtItsPlace) {
  const PageDrawing drawing = *LayOut(OnePerson(), kCodeModules, OpenFonts());
  const std::vector<std::uint8_t> all_dark(kCodeModules * kCodeModules, 1);
  const auto white = ExpectPage(drawing, OpenFonts());
  const auto black = ExpectPage(drawing, OpenFonts(), all_dark);
  const Corners& code = white->page.code;
  const auto at = [](const ExpectedDrawing& page, double x, double y) {
    return page.page
        .ink[static_cast<std::size_t>(y) * capture::kPageWidth + static_cast<std::size_t>(x)];
  };
  // 69 modules of 1.8 points on whole hundredths of an inch: two pixels each.
  EXPECT_NEAR(code[1].x - code[0].x, 69 * 5, 1e-6);
  EXPECT_NEAR(code[2].y - code[1].y, 69 * 5, 1e-6);
  for (const double x : {code[0].x + 1, code[1].x - 1}) {
    for (const double y : {code[0].y + 1, code[2].y - 1}) {
      EXPECT_EQ(at(*white, x, y), 0);
      EXPECT_EQ(at(*black, x, y), 255);
    }
  }
  EXPECT_EQ(at(*black, code[0].x - 2, code[0].y + 1), 0);
  EXPECT_EQ(ReasonOf(ExpectPage(drawing, OpenFonts(), std::vector<std::uint8_t>(5)).status()),
            Reason::kInternal);
}

TEST(ExpectPageTest, RefusesForeignLetters) {
  PageDrawing drawing;
  drawing.operations.emplace_back(ForeignBlock{"محمد", {}, 0, 0, 100});
  EXPECT_EQ(ReasonOf(ExpectPage(drawing, OpenFonts()).status()), Reason::kClaimsNoFont);
}

TEST(FontLetterDrawerTest, DrawsTheLettersThatThePageHas) {
  const ExpectedDrawing drawing = Expect(OnePerson());
  FontLetterDrawer drawer(OpenFonts());
  const ExpectedWord& word = drawing.page.words.front();
  const capture::ExpectedLetter& letter = word.letters.front();
  capture::LetterInk ink;
  ASSERT_TRUE(drawer.Draw(word.face, word.points, letter.letter, letter.x - std::floor(letter.x),
                          letter.y - std::floor(letter.y), &ink));
  const double darkness = Darkness(kAccent);
  for (int y = 0; y < ink.height; ++y) {
    for (int x = 0; x < ink.width; ++x) {
      const auto column = static_cast<std::size_t>(static_cast<int>(letter.x) + ink.left + x);
      const auto row = static_cast<std::size_t>(static_cast<int>(letter.y) + ink.top + y);
      EXPECT_NEAR(drawing.page.ink[row * capture::kPageWidth + column],
                  ink.coverage[static_cast<std::size_t>(y * ink.width + x)] * darkness, 2);
    }
  }
  EXPECT_NEAR(ink.advance, word.letters[1].x - letter.x, 0.5);
}

TEST(FontLetterDrawerTest, DrawsNothingOutOfBounds) {
  FontLetterDrawer drawer(OpenFonts());
  const float nan = std::numeric_limits<float>::quiet_NaN();
  capture::LetterInk ink;
  EXPECT_TRUE(drawer.Draw(0, 10, U'a', 0.5F, 0.25F, &ink));
  EXPECT_TRUE(drawer.Draw(0, 10, U' ', 0, 0, &ink));
  EXPECT_TRUE(ink.coverage.empty());
  EXPECT_FALSE(drawer.Draw(2, 10, U'a', 0, 0, &ink));
  EXPECT_FALSE(drawer.Draw(-1, 10, U'a', 0, 0, &ink));
  EXPECT_FALSE(drawer.Draw(0, 10, U'ع', 0, 0, &ink));
  for (const float bad : {nan, -1.0F, 0.0F, 1e30F}) {
    EXPECT_FALSE(drawer.Draw(0, bad, U'a', 0, 0, &ink)) << bad;
  }
  for (const float bad : {nan, -0.5F, 1.0F, 1e30F}) {
    EXPECT_FALSE(drawer.Draw(0, 10, U'a', bad, 0, &ink)) << bad;
    EXPECT_FALSE(drawer.Draw(0, 10, U'a', 0, bad, &ink)) << bad;
  }
}

}  // namespace
}  // namespace sceau::layout
