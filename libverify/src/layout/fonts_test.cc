// SPDX-License-Identifier: Apache-2.0
#include "layout/fonts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>
#include <thread>

#include "layout/embedded_fonts.h"

namespace sceau::layout {
namespace {

constexpr double kPixelsPerEm = 100;

double Sum(const GlyphInk& ink) {
  return std::accumulate(ink.coverage.begin(), ink.coverage.end(), 0.0) / 255;
}

// The centre of the ink, from the left and top edge of the page.
std::pair<double, double> Centre(const GlyphInk& ink) {
  double x = 0;
  double y = 0;
  for (int row = 0; row < ink.height; ++row) {
    for (int column = 0; column < ink.width; ++column) {
      const double here = ink.coverage[static_cast<std::size_t>(row * ink.width + column)] / 255.0;
      x += here * (ink.left + column + 0.5);
      y += here * (ink.top + row + 0.5);
    }
  }
  return {x / Sum(ink), y / Sum(ink)};
}

TEST(FontsTest, EachThreadHasItsOwn) {
  const Fonts* own = *Fonts::OfThread();
  EXPECT_EQ(*Fonts::OfThread(), own);
  EXPECT_NE(own->GlyphOf(Face::kSemibold, U'É'), 0U);
  std::thread([own] { EXPECT_NE(*Fonts::OfThread(), own); }).join();
}

TEST(FontsTest, BothFilesAreWholeTrueTypeFiles) {
  EXPECT_EQ(FontFile(Face::kRegular).size(), 217360U);
  EXPECT_EQ(FontFile(Face::kSemibold).size(), 221328U);
  for (const Face face : {Face::kRegular, Face::kSemibold})
    EXPECT_EQ(FontFile(face)[1], 1) << "0x00010000 begins a TrueType file";
}

TEST(FontsTest, HasTheLettersOfFrenchAndOfItsNeighbours) {
  const Fonts fonts = *Fonts::Open();
  for (const char32_t c : U"AZaz09 ÀÂÄÇÉÈÊËÎÏÔÖŒÙÛÜŸàâäçéèêëîïôöœùûüÿñãåøßłśžőțğıĦ’«»·–-/\u00A0") {
    if (c == 0) continue;
    for (const Face face : {Face::kRegular, Face::kSemibold})
      EXPECT_NE(fonts.GlyphOf(face, c), 0U) << static_cast<std::uint32_t>(c);
  }
}

// Marks that stand on the letter before them need more than a place of their own.
TEST(FontsTest, LeavesWhatItCannotPutToOthers) {
  const Fonts fonts = *Fonts::Open();
  for (const char32_t c : {U'\u0301', U'\u0323', U'\u0483', U'\u0627', U'\u05D0', U'\u4E2D',
                           U'\U0010FFFD', U'\u200B', U'\uFEFF', U'\u0007'}) {
    EXPECT_EQ(fonts.GlyphOf(Face::kRegular, c), 0U) << static_cast<std::uint32_t>(c);
  }
}

TEST(FontsTest, DigitsHaveOneWidthAndLettersAreKerned) {
  const Fonts fonts = *Fonts::Open();
  const auto glyph = [&](char32_t c) { return fonts.GlyphOf(Face::kRegular, c); };
  for (const char32_t digit : U"123456789") {
    if (digit == 0) continue;
    EXPECT_EQ(fonts.Advance(Face::kRegular, glyph(digit)), 1171);
  }
  EXPECT_EQ(fonts.KerningBetween(Face::kRegular, glyph(U'A'), glyph(U'V')), -82);
  EXPECT_EQ(fonts.KerningBetween(Face::kRegular, glyph(U'1'), glyph(U'1')), 0);
}

TEST(FontsTest, InkFollowsItsOriginByFractionsOfAPixel) {
  const Fonts fonts = *Fonts::Open();
  const std::uint32_t glyph = fonts.GlyphOf(Face::kSemibold, U'é');
  const GlyphInk at_zero = fonts.Draw(Face::kSemibold, glyph, kPixelsPerEm, 0, 0);
  for (const auto& [x, y] :
       {std::pair(0.25, 0.0), {10.5, 20.75}, {-3.25, -7.5}, {1000.0, 2000.0}}) {
    const GlyphInk ink = fonts.Draw(Face::kSemibold, glyph, kPixelsPerEm, x, y);
    EXPECT_NEAR(Sum(ink), Sum(at_zero), 1);
    EXPECT_NEAR(Centre(ink).first - Centre(at_zero).first, x, 0.02);
    EXPECT_NEAR(Centre(ink).second - Centre(at_zero).second, y, 0.02);
  }
  EXPECT_EQ(fonts.Draw(Face::kSemibold, glyph, kPixelsPerEm, 7, 9).coverage, at_zero.coverage);
}

// An H stands on its baseline and is as high as a capital: 1462 units.
TEST(FontsTest, LettersStandOnTheirBaseline) {
  const Fonts fonts = *Fonts::Open();
  const GlyphInk ink =
      fonts.Draw(Face::kRegular, fonts.GlyphOf(Face::kRegular, U'H'), kUnitsPerEm / 2, 10, 800);
  EXPECT_EQ(ink.coverage.size(), 0U) << "more than 1,000 pixels an em are not drawn";
  const GlyphInk half =
      fonts.Draw(Face::kRegular, fonts.GlyphOf(Face::kRegular, U'H'), kUnitsPerEm / 4, 10, 800);
  EXPECT_EQ(half.top + half.height, 800);
  EXPECT_NEAR(half.height, 1462 / 4.0, 1);
}

TEST(FontsTest, DrawsNothingOfASpaceNorOutOfBounds) {
  const Fonts fonts = *Fonts::Open();
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const std::uint32_t space = fonts.GlyphOf(Face::kRegular, U' ');
  const std::uint32_t letter = fonts.GlyphOf(Face::kRegular, U'a');
  EXPECT_TRUE(fonts.Draw(Face::kRegular, space, kPixelsPerEm, 0, 0).coverage.empty());
  EXPECT_TRUE(fonts.Draw(Face::kRegular, 65535, kPixelsPerEm, 0, 0).coverage.empty());
  for (const double bad : {nan, -1.0, 0.0, 1e9})
    EXPECT_TRUE(fonts.Draw(Face::kRegular, letter, bad, 0, 0).coverage.empty()) << bad;
  for (const double bad : {nan, -1e9, 1e300})
    EXPECT_TRUE(fonts.Draw(Face::kRegular, letter, kPixelsPerEm, bad, 0).coverage.empty()) << bad;
}

}  // namespace
}  // namespace sceau::layout
