// SPDX-License-Identifier: Apache-2.0
#include "layout/page_pixels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace sceau::layout {
namespace {

using testing::Each;
using testing::ElementsAre;

constexpr Ink kBlackInk{0, 0, 0};
constexpr Ink kHalfInk{0.5, 0.5, 0.5};

TEST(PagePixelsTest, DarknessIsOneLessLuminance) {
  EXPECT_DOUBLE_EQ(Darkness(kBlackInk), 1);
  EXPECT_NEAR(Darkness({1, 1, 1}), 0, 1e-12);
  EXPECT_NEAR(Darkness({0, 1, 0}), 1 - 0.587, 1e-12);
}

TEST(PagePixelsTest, RectanglesCoverSharesOfPixels) {
  const Fonts fonts = *Fonts::Open();
  PagePixels pixels(fonts, 4, 2, 1);
  pixels(Rectangle{0.5, 0, 2.25, 0.5, kBlackInk});
  EXPECT_THAT(pixels.Take(), ElementsAre(64, 128, 96, 0, 0, 0, 0, 0));
}

TEST(PagePixelsTest, LaterPaintCoversEarlierPaint) {
  const Fonts fonts = *Fonts::Open();
  PagePixels pixels(fonts, 2, 1, 1);
  pixels(Rectangle{0, 0, 2, 1, kBlackInk});
  pixels(Rectangle{0, 0, 1, 1, kHalfInk});
  EXPECT_THAT(pixels.Take(), ElementsAre(128, 255));
}

TEST(PagePixelsTest, WhatLiesOutsideIsLeftOut) {
  const Fonts fonts = *Fonts::Open();
  PagePixels pixels(fonts, 3, 3, 1);
  pixels(Rectangle{-5, -5, 4, 4, kBlackInk});
  pixels(Rectangle{7, 7, 1e12, 1e12, kBlackInk});
  pixels(TextRun{{10, kBlackInk}, -50, {{U'A', fonts.GlyphOf(Face::kRegular, U'A'), -50, 6}}});
  EXPECT_THAT(pixels.Take(), Each(0));
}

TEST(PagePixelsTest, ModulesOfTheCodeAreItsDarkOnes) {
  const Fonts fonts = *Fonts::Open();
  PagePixels pixels(fonts, 4, 3, 1);
  const std::uint8_t dark[] = {1, 0, 0, 1};
  pixels.Code({1, 0, 1, 2}, dark);
  EXPECT_THAT(pixels.Take(), ElementsAre(0, 255, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0));
}

// An I of Open Sans is a bar of 171 by 1462 units.
TEST(PagePixelsTest, LettersHaveTheirInk) {
  const Fonts fonts = *Fonts::Open();
  PagePixels pixels(fonts, 60, 60, 2);
  pixels(TextRun{{20.48, kHalfInk}, 25, {{U'I', fonts.GlyphOf(Face::kRegular, U'I'), 5, 6}}});
  const auto ink = pixels.Take();
  const double sum = std::accumulate(ink.begin(), ink.end(), 0.0) / 255;
  EXPECT_NEAR(sum, 0.5 * (1.71 * 2) * (14.62 * 2), 0.5);
}

}  // namespace
}  // namespace sceau::layout
