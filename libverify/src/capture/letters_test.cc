// SPDX-License-Identifier: Apache-2.0
// Blur, the fit of a word, and the letters that are kept.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "capture/blur.h"
#include "capture/letter_store.h"
#include "capture/page_testing.h"
#include "capture/word_fit.h"

namespace sceau::capture {
namespace {

Plane<float> Bars(int width, int height) {
  Plane<float> plane(width, height);
  for (int y = 8; y < height - 8; ++y) {
    for (int x = 8; x < width - 8; ++x) plane.At(x, y) = x / 4 % 2 == 0 ? 0.9F : 0;
  }
  return plane;
}

TEST(BlurTest, KeepsInkAndSpreadsIt) {
  Plane<float> dot(31, 31);
  dot.At(15, 15) = 1;
  const Plane<float> blurred = GaussianBlur(dot, 2);
  float sum = 0;
  float spread = 0;
  for (int y = 0; y < 31; ++y) {
    for (int x = 0; x < 31; ++x) {
      sum += blurred.At(x, y);
      spread += blurred.At(x, y) * static_cast<float>((x - 15) * (x - 15));
    }
  }
  EXPECT_NEAR(sum, 1, 1e-4);
  EXPECT_NEAR(spread, 4, 0.2);
  EXPECT_FLOAT_EQ(blurred.At(12, 15), blurred.At(15, 18));
}

TEST(BlurTest, TheSumIsThatOfTheBank) {
  const Plane<float> bars = Bars(50, 30);
  const BlurWeights weights{0.1F, 0.5F, 0.2F, 0.1F, 0.3F, -0.2F, 0.4F, 0.1F, -0.3F};
  const FilterBank bank = Filtered(bars);
  const Plane<float> sum = Blurred(bars, weights);
  for (const std::size_t i : {415U, 700U, 1011U}) {
    float expected = 0;
    for (std::size_t k = 0; k < kFilters; ++k) expected += weights[k] * bank[k].values()[i];
    EXPECT_NEAR(sum.values()[i], expected, 1e-5);
  }
  EXPECT_TRUE(Blurred({}, weights).empty());
}

LocalBlur Soft() {
  LocalBlur blur;
  blur.weights = {0, 1};
  return blur;
}

TEST(FitWordTest, FindsStrengthShiftAndGrey) {
  const Plane<float> expected = Bars(70, 40);
  const Plane<float> made = Blurred(expected, Soft().weights);
  Plane<float> seen(70, 40);
  // A third of a pixel to the right, and four fifths as dark, on grey.
  for (int y = 0; y < 40; ++y) {
    for (int x = 1; x < 70; ++x)
      seen.At(x, y) = 0.05F + 0.8F * (0.7F * made.At(x, y) + 0.3F * made.At(x - 1, y));
  }
  const WordFit fit = FitWord(expected, seen, Soft());
  EXPECT_NEAR(fit.strength, 0.8, 0.08);
  EXPECT_NEAR(fit.shift_x, 0.3, 0.1);
  EXPECT_NEAR(fit.shift_y, 0, 0.05);
  EXPECT_NEAR(fit.grey, 0.05, 0.03);
  EXPECT_GT(fit.likeness, 0.98F);
  EXPECT_LT(fit.missing + fit.extra, 0.05F);
}

TEST(FitWordTest, TellsAPenFromGreyPrint) {
  Plane<float> expected = Bars(70, 40);
  for (float& ink : expected.values()) ink *= 0.5F;
  const Plane<float> made = Blurred(expected, Soft().weights);
  struct Case {
    float strength;  // of the print
    int pen;         // columns that a dark stroke covers
    bool darker;
  };
  for (const Case& c :
       {Case{1, 0, false}, {1.3F, 0, false}, {0.8F, 0, false}, {1, 6, true}, {1.3F, 6, true}}) {
    Plane<float> seen = made;
    for (float& ink : seen.values()) ink *= c.strength;
    for (int y = 0; y < 40; ++y) {
      for (int x = 30; x < 30 + c.pen; ++x) seen.At(x, y) = 1;
    }
    EXPECT_EQ(HasDarkerInk(FitWord(expected, seen, Soft())), c.darker) << c.strength << c.pen;
  }
}

TEST(FitWordTest, BalancesInkThatIsMissingAndExtra) {
  const Plane<float> expected = Bars(70, 40);
  Plane<float> seen = Blurred(expected, Soft().weights);
  for (int y = 0; y < 40; ++y) {
    for (int x = 8; x < 20; ++x) seen.At(x, y) = 0;
    for (int x = 50; x < 60; ++x) seen.At(x, y) = 0.9F;
  }
  const WordFit fit = FitWord(expected, seen, Soft());
  EXPECT_NEAR(fit.strength, 1, 0.1);
  EXPECT_GT(fit.missing, 0.1F);
  EXPECT_GT(fit.extra, 0.1F);
  EXPECT_GT(Balance(fit, 6, 22, 0.2F).missing, 0.5F);
  EXPECT_LT(Balance(fit, 6, 22, 0.2F).extra, 0.1F);
  EXPECT_LT(Balance(fit, 24, 46, 0.2F).missing, 0.1F);
  EXPECT_EQ(Balance(fit, 900, 950, 0.2F).missing, 0);
}

TEST(FitWordTest, TellsWritingFromAShadow) {
  const Plane<float> expected = Bars(70, 40);
  const Plane<float> made = Blurred(expected, Soft().weights);
  Plane<float> other(70, 40);  // the bars between those that are expected
  Plane<float> shadow(70, 40);
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 70; ++x) {
      other.At(x, y) = made.At((x + 5) % 70, y);
      shadow.At(x, y) = y > 20 ? 0.7F : 0;
    }
  }
  const WordFit of_other = FitWord(expected, other, Soft());
  const WordFit of_shadow = FitWord(expected, shadow, Soft());
  EXPECT_GT(of_other.extra, 0.2F);
  EXPECT_GT(of_other.written, 0.3F);
  EXPECT_GT(of_shadow.extra, 0.2F);
  EXPECT_LT(of_shadow.written, 0.02F);
  EXPECT_LT(FitWord(expected, made, Soft()).written, 0.02F);
}

TEST(LetterStoreTest, KnowsKindsOfLetters) {
  EXPECT_EQ(OthersOfItsKind(U'7').size(), 10U);
  EXPECT_NE(OthersOfItsKind(U'E').find(U'É'), std::u32string_view::npos);
  EXPECT_EQ(OthersOfItsKind(U'e').find(U'E'), std::u32string_view::npos);
  EXPECT_TRUE(OthersOfItsKind(U'/').empty());
  EXPECT_NE(OthersOfItsKind(U'ì').find(U'i'), std::u32string_view::npos);
  EXPECT_TRUE(OthersOfItsKind(U'’').empty());
  EXPECT_TRUE(IsTested(U'’'));
  EXPECT_TRUE(IsTested(0x633));  // an Arabic letter
  EXPECT_FALSE(IsTested(U'/'));
  EXPECT_FALSE(IsTested(U'('));
  EXPECT_TRUE(SameButForAccent(U'É', U'E'));
  EXPECT_TRUE(SameButForAccent(U'é', U'è'));
  EXPECT_TRUE(SameButForAccent(U'ì', U'i'));
  EXPECT_FALSE(SameButForAccent(U'E', U'F'));
  EXPECT_NE(WhatMayFollow(U'7').find(U'3'), std::u32string_view::npos);
  EXPECT_EQ(WhatMayFollow(U'A').find(U'3'), std::u32string_view::npos);
}

TEST(LetterStoreTest, DrawsEachLetterOnce) {
  class Counting : public SquareLetters {
   public:
    bool Draw(int face, float points, char32_t letter, float phase_x, float phase_y,
              LetterInk* ink) override {
      ++drawn;
      return SquareLetters::Draw(face, points, letter, phase_x, phase_y, ink);
    }
    int drawn = 0;
  };
  Counting drawer;
  LetterStore store(drawer, {0, 1});
  const Type type{0, 10};
  const StoredLetter* sharp = store.Sharp(type, U'E');
  ASSERT_NE(sharp, nullptr);
  EXPECT_EQ(store.Sharp(type, U'E'), sharp);
  const StoredLetter* captured = store.Captured(type, U'E');
  ASSERT_NE(captured, nullptr);
  EXPECT_EQ(drawer.drawn, 1);
  EXPECT_EQ(sharp->ink.height(), type.Height());
  // The stem of the E stands at the origin, its foot on the baseline.
  EXPECT_GT(sharp->ink.At(kOriginX + 1, type.OriginY() - 5), 0.9F);
  EXPECT_EQ(sharp->ink.At(kOriginX + 1, type.OriginY() + 1), 0);
  EXPECT_GT(captured->ink.At(kOriginX - 1, type.OriginY() - 5), 0);
  EXPECT_EQ(store.Captured(type, U'é'), nullptr);
  EXPECT_EQ(store.Captured(type, U'é'), nullptr);
  EXPECT_EQ(drawer.drawn, 2);
}

TEST(LetterStoreTest, AnswersThatMakeNoSenseAreNone) {
  class Liar : public LetterDrawer {
   public:
    bool Draw(int, float, char32_t letter, float, float, LetterInk* ink) override {
      *ink = {.width = 3,
              .height = 3,
              .left = 0,
              .top = -3,
              .advance = 5,
              .coverage = std::vector<std::uint8_t>(9, 255)};
      if (letter == U'a') ink->width = 4;
      if (letter == U'b') ink->advance = std::numeric_limits<float>::quiet_NaN();
      if (letter == U'c') ink->left = 1 << 30;
      if (letter == U'd') ink->height = -3;
      if (letter == U'e') ink->advance = 1e9F;
      return true;
    }
  };
  Liar drawer;
  LetterStore store(drawer, {});
  EXPECT_NE(store.Sharp({0, 10}, U'z'), nullptr);
  for (const char32_t letter : {U'a', U'b', U'c', U'd', U'e'})
    EXPECT_EQ(store.Sharp({0, 10}, letter), nullptr) << static_cast<std::uint32_t>(letter);
}

}  // namespace
}  // namespace sceau::capture
