// SPDX-License-Identifier: Apache-2.0
#include "document/image/pixels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

#include "base/status.h"
#include "document/image/testing.h"

namespace sceau::document {
namespace {

using ::testing::ElementsAre;

TEST(PixelsTest, SizesAreCheckedWithoutOverflow) {
  Limits limits;
  limits.page_pixels = 1'000'000;
  EXPECT_TRUE(CheckSize(1000, 1000, limits).ok());
  EXPECT_TRUE(CheckSize(1, 1'000'000, limits).ok());
  constexpr std::int64_t kHuge = std::numeric_limits<std::int64_t>::max();
  const std::pair<std::int64_t, std::int64_t> too_large[] = {
      {1001, 1000}, {1'000'001, 1}, {1, 1'000'001}, {kHuge, kHuge}, {kHuge, 2}, {1, kHuge}};
  for (const auto& [width, height] : too_large)
    EXPECT_EQ(ReasonOf(CheckSize(width, height, limits)), Reason::kDocumentTooManyPixels);
  for (const auto& [width, height] : {std::pair{0, 5}, {5, 0}, {-1, 5}, {5, -1}})
    EXPECT_EQ(ReasonOf(CheckSize(width, height, limits)), Reason::kDocumentDamaged);
}

TEST(PixelsTest, ASideLongerThanAnIntIsRefusedWhateverTheLimit) {
  Limits limits;
  limits.page_pixels = std::numeric_limits<std::int64_t>::max();
  constexpr std::int64_t kTooLong = std::int64_t{std::numeric_limits<int>::max()} + 1;
  EXPECT_EQ(ReasonOf(CheckSize(kTooLong, 1, limits)), Reason::kDocumentTooManyPixels);
  EXPECT_EQ(ReasonOf(CheckSize(1, kTooLong, limits)), Reason::kDocumentTooManyPixels);
}

TEST(PixelsTest, LuminanceIsThatOfBt601) {
  EXPECT_EQ(Luminance(0, 0, 0), 0);
  EXPECT_EQ(Luminance(255, 255, 255), 255);
  EXPECT_EQ(Luminance(255, 0, 0), 76);
  EXPECT_EQ(Luminance(0, 255, 0), 150);
  EXPECT_EQ(Luminance(0, 0, 255), 29);
}

TEST(PixelsTest, WhatIsTransparentShowsWhitePaper) {
  EXPECT_EQ(OnWhite(0, 255), 0);
  EXPECT_EQ(OnWhite(0, 0), 255);
  EXPECT_EQ(OnWhite(0, 128), 127);
  EXPECT_EQ(OnWhite(200, 255), 200);
}

TEST(PixelsTest, EverySampleLayoutGivesLuminance) {
  std::uint8_t out[2] = {};
  const std::uint8_t gray[] = {10, 20};
  ToLuminance(Samples::kGray, gray, 2, out);
  EXPECT_THAT(out, ElementsAre(10, 20));
  const std::uint8_t gray_alpha[] = {10, 255, 20, 0};
  ToLuminance(Samples::kGrayAlpha, gray_alpha, 2, out);
  EXPECT_THAT(out, ElementsAre(10, 255));
  const std::uint8_t rgb[] = {255, 0, 0, 0, 0, 255};
  ToLuminance(Samples::kRgb, rgb, 2, out);
  EXPECT_THAT(out, ElementsAre(76, 29));
  const std::uint8_t rgba[] = {255, 0, 0, 255, 0, 0, 255, 0};
  ToLuminance(Samples::kRgba, rgba, 2, out);
  EXPECT_THAT(out, ElementsAre(76, 255));
}

PageImage Numbered() {                // 1 2 3
  return {3, 2, {1, 2, 3, 4, 5, 6}};  // 4 5 6
}

TEST(UprightTest, EachOrientationOfExif) {
  const Bytes expected[] = {
      {1, 2, 3, 4, 5, 6}, {3, 2, 1, 6, 5, 4}, {6, 5, 4, 3, 2, 1}, {4, 5, 6, 1, 2, 3},
      {1, 4, 2, 5, 3, 6}, {4, 1, 5, 2, 6, 3}, {6, 3, 5, 2, 4, 1}, {3, 6, 2, 5, 1, 4},
  };
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const PageImage page = Upright(Numbered(), orientation);
    EXPECT_EQ(page.pixels, expected[orientation - 1]) << orientation;
    EXPECT_EQ(page.width, orientation >= 5 ? 2 : 3) << orientation;
    EXPECT_EQ(page.height, orientation >= 5 ? 3 : 2) << orientation;
  }
}

TEST(UprightTest, AnOrientationThatDoesNotExistChangesNothing) {
  for (const int orientation : {-1, 0, 9, 65535})
    EXPECT_EQ(Upright(Numbered(), orientation).pixels, Numbered().pixels);
}

TEST(UprightTest, SidesNeedNotBeMultiplesOfATile) {
  PageImage page{130, 67, {}};
  for (int i = 0; i < 130 * 67; ++i) page.pixels.push_back(static_cast<std::uint8_t>(i * 7 % 251));
  // A quarter turn and its inverse give the page back.
  const PageImage back = Upright(Upright(page, 6), 8);
  EXPECT_EQ(back.width, 130);
  EXPECT_EQ(back.pixels, page.pixels);
}

}  // namespace
}  // namespace sceau::document
