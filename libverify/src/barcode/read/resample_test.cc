// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/resample.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <numeric>

#include "barcode/read/enhance.h"

namespace sceau::barcode {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

PageImage Counting(int width, int height) {
  PageImage image{width, height, Bytes(static_cast<std::size_t>(width * height))};
  std::iota(image.pixels.begin(), image.pixels.end(), std::uint8_t{0});
  return image;
}

TEST(ClipTest, KeepsWhatLiesOnTheImage) {
  const PageImage image = Counting(10, 8);
  const auto clip = [&](PixelBox box) {
    const PixelBox clipped = Clip(View(image), box);
    return std::array{clipped.x, clipped.y, clipped.width, clipped.height};
  };
  EXPECT_THAT(clip({2, 3, 4, 5}), ElementsAre(2, 3, 4, 5));
  EXPECT_THAT(clip({-2, -3, 4, 5}), ElementsAre(0, 0, 2, 2));
  EXPECT_THAT(clip({8, 6, 400, 500}), ElementsAre(8, 6, 2, 2));
  EXPECT_THAT(clip({20, 20, 4, 5}), ElementsAre(10, 8, 0, 0));
  EXPECT_THAT(clip({-20, 0, 4, 5}), ElementsAre(0, 0, 0, 5));
  constexpr int kMax = std::numeric_limits<int>::max();
  EXPECT_THAT(clip({5, 5, kMax, kMax}), ElementsAre(5, 5, 5, 3));
}

TEST(CropTest, IsAViewWithTheSameRows) {
  const PageImage image = Counting(10, 8);
  const ImageView crop = Crop(View(image), {3, 2, 4, 5});
  EXPECT_EQ(crop.width, 4);
  EXPECT_EQ(crop.height, 5);
  EXPECT_EQ(crop.pixels[0], 23);
  EXPECT_EQ(crop.pixels[crop.stride], 33);
}

TEST(ReduceTest, TakesMeansAndDropsTheRest) {
  const PageImage image{
      5, 4, {10, 20, 30, 40, 99, 50, 60, 70, 80, 99, 0, 0, 4, 5, 99, 0, 1, 5, 6, 99}};
  const PageImage reduced = Reduce(View(image), 2);
  EXPECT_EQ(reduced.width, 2);
  EXPECT_EQ(reduced.height, 2);
  EXPECT_THAT(reduced.pixels, ElementsAre(35, 55, 0, 5));
  EXPECT_EQ(Reduce(View(image), 1).pixels, image.pixels);
  EXPECT_EQ(Reduce(View(image), 6).pixels.size(), 0U);
}

TEST(ReduceTest, IsExactForWhiteAtAnyFactor) {
  const PageImage white{200, 200, Bytes(40'000, 255)};
  for (int factor = 1; factor <= 200; ++factor) {
    ASSERT_THAT(Reduce(View(white), factor).pixels, Each(255)) << factor;
  }
}

TEST(WarpTest, TheSameRectangleIsACopy) {
  const PageImage image = Counting(12, 9);
  const Corners all{Point{0, 0}, {12, 0}, {12, 9}, {0, 9}};
  const auto copy = Warp(View(image), *Homography::FromRectangle({0, 0, 12, 9}, all), 12, 9);
  ASSERT_TRUE(copy.has_value());
  EXPECT_EQ(copy->pixels, image.pixels);
}

TEST(WarpTest, TurnsAndFillsOutsideWithTheNearestPixel) {
  const PageImage image{2, 2, {10, 20, 30, 40}};
  // A quarter turn: the new top left is the old bottom left.
  const Corners turned{Point{0, 2}, {0, 0}, {2, 0}, {2, 2}};
  const auto quarter = Warp(View(image), *Homography::FromRectangle({0, 0, 2, 2}, turned), 2, 2);
  ASSERT_TRUE(quarter.has_value());
  EXPECT_THAT(quarter->pixels, ElementsAre(30, 10, 40, 20));
  const Corners all{Point{0, 0}, {2, 0}, {2, 2}, {0, 2}};
  const auto wider = Warp(View(image), *Homography::FromRectangle({2, 2, 4, 4}, all), 6, 3);
  ASSERT_TRUE(wider.has_value());
  EXPECT_THAT(wider->pixels,
              ElementsAre(10, 10, 10, 20, 20, 20, 10, 10, 10, 20, 20, 20, 10, 10, 10, 20, 20, 20));
}

TEST(WarpTest, RefusesWhatRunsBehindTheCamera) {
  const PageImage image = Counting(12, 12);
  const Corners steep{Point{5, 0}, {7, 0}, {12, 12}, {0, 12}};
  const auto map = Homography::FromRectangle({40, 40, 50, 50}, steep);
  ASSERT_TRUE(map.has_value());
  EXPECT_FALSE(Warp(View(image), *map, 60, 60).has_value());
  EXPECT_FALSE(Warp({image.pixels.data(), 12, 1, 12}, *map, 4, 4).has_value());
}

TEST(EnhanceTest, InvertTurnsGreysRound) {
  const PageImage image{3, 1, {0, 100, 255}};
  EXPECT_THAT(Invert(View(image)).pixels, ElementsAre(255, 155, 0));
}

TEST(EnhanceTest, PlainPaperStaysPlain) {
  const PageImage paper{30, 20, Bytes(600, 77)};
  EXPECT_THAT(Smooth(View(paper), 3).pixels, Each(77));
  EXPECT_THAT(Sharpen(View(paper), 3, 2).pixels, Each(77));
  EXPECT_THAT(Flatten(View(paper), 48).pixels, Each(128));
}

// Columns of 100 and 120, then of 120 only.
PageImage Step() {
  PageImage image{40, 10, {}};
  for (int i = 0; i < 400; ++i) image.pixels.push_back(i % 40 < 20 ? 100 : 120);
  return image;
}

TEST(EnhanceTest, SmoothWidensAnEdgeAndSharpenHeightensIt) {
  const PageImage smooth = Smooth(View(Step()), 2);
  EXPECT_EQ(smooth.pixels[205], 100);
  EXPECT_GT(smooth.pixels[219], 100);
  EXPECT_LT(smooth.pixels[220], 120);
  EXPECT_EQ(smooth.pixels[235], 120);
  const PageImage sharp = Sharpen(View(Step()), 2, 1.5F);
  EXPECT_LT(sharp.pixels[219], 95);
  EXPECT_GT(sharp.pixels[220], 125);
  EXPECT_EQ(sharp.pixels[205], 100);
}

TEST(EnhanceTest, FlattenGivesLightAndShadeTheSameContrast) {
  PageImage image{200, 20, {}};
  for (int i = 0; i < 4000; ++i) {
    const int x = i % 200;
    const int bright = x < 100 ? 200 : 60;  // the right half lies in the shade
    image.pixels.push_back(static_cast<std::uint8_t>(x % 2 == 0 ? bright : bright * 3 / 4));
  }
  const PageImage flat = Flatten(View(image), 8);
  const auto contrast = [&](std::size_t x) { return flat.pixels[x] - flat.pixels[x + 1]; };
  EXPECT_GT(contrast(2050), 80);
  EXPECT_GT(contrast(2150), 60);
}

}  // namespace
}  // namespace sceau::barcode
