// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/locate.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "barcode/read/blobs.h"
#include "barcode/read/box_slider.h"
#include "barcode/read/dark_share.h"
#include "barcode/read/scene_testing.h"
#include "barcode/read/texture.h"

namespace sceau::barcode {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

TEST(BoxSliderTest, IsTheMeanOfTheWindowOnTheGrid) {
  std::mt19937 random(1);
  for (const int radius : {0, 1, 3, 20}) {
    Plane<int> grid(13, 9);
    for (int y = 0; y < 9; ++y) {
      for (int x = 0; x < 13; ++x) grid.at(x, y) = static_cast<int>(random() % 256);
    }
    auto slider = SlideBox<int>(
        13, 9, radius, [&](int y) { return [row = grid.row(y)](int x) { return row[x]; }; });
    for (int y = 0; y < 9; ++y) {
      const float* means = slider.Next();
      for (int x = 0; x < 13; ++x) {
        double sum = 0;
        int count = 0;
        for (int j = std::max(0, y - radius); j <= std::min(8, y + radius); ++j) {
          for (int i = std::max(0, x - radius); i <= std::min(12, x + radius); ++i, ++count) {
            sum += grid.at(i, j);
          }
        }
        ASSERT_NEAR(means[x], sum / count, 1e-3) << x << ", " << y << " radius " << radius;
      }
    }
  }
}

// pixel(x, y) for each pixel of a square.
template <typename Pixel>
PageImage Square(int side, Pixel pixel) {
  PageImage image{side, side, {}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) image.pixels.push_back(pixel(x, y) ? 20 : 240);
  }
  return image;
}

float StrongestTexture(const PageImage& image) {
  const Plane<float> texture = TextureOf(MeasureCells(View(image)), 1);
  return *std::ranges::max_element(texture.values());
}

TEST(TextureTest, EdgesInAllDirectionsCountAndStripesDoNot) {
  const float modules =
      StrongestTexture(Square(80, [](int x, int y) { return (x / 4 * 7 + y / 4 * 5) % 3 == 0; }));
  EXPECT_GT(modules, 0.5F);
  EXPECT_LT(StrongestTexture(Square(80, [](int x, int) { return x / 4 % 2 == 0; })),
            0.05F * modules);
  EXPECT_LT(StrongestTexture(Square(80, [](int x, int y) { return (x + y) / 6 % 2 == 0; })),
            0.4F * modules);
  EXPECT_EQ(StrongestTexture(Square(80, [](int, int) { return false; })), 0);
}

TEST(TextureTest, ImagesSmallerThanACellHaveNoCells) {
  EXPECT_TRUE(MeasureCells(View(Square(3, [](int, int) { return true; }))).xx.empty());
  EXPECT_EQ(MeasureCells(View(Square(4, [](int, int) { return true; }))).xx.width(), 1);
}

TEST(FindBlobsTest, CutsBridgesAndDropsSpecks) {
  Plane<float> map(30, 12);
  const auto fill = [&](int left, int top, int width, int height, float value) {
    for (int y = top; y < top + height; ++y) {
      for (int x = left; x < left + width; ++x) map.at(x, y) = value;
    }
  };
  fill(2, 2, 6, 7, 1);
  fill(18, 3, 8, 8, 2);
  fill(8, 5, 10, 1, 3);  // a bridge
  fill(28, 0, 2, 2, 9);  // a speck
  const auto blobs = FindBlobs(map, 0.5F, 1, 25);
  ASSERT_THAT(blobs, SizeIs(2));
  EXPECT_EQ(blobs[0].cells, 42);
  EXPECT_EQ(blobs[1].cells, 64);
  EXPECT_NEAR(blobs[1].sum, 128, 1e-6);
  const auto [left, right] = std::ranges::minmax(EndsOf(blobs[0]), {}, &Point::x);
  EXPECT_EQ(left.x, 2);
  EXPECT_EQ(right.x, 8);
  EXPECT_THAT(FindBlobs(map, 0.5F, 1, 43), SizeIs(1));
  EXPECT_THAT(FindBlobs(map, 5.0F, 0, 1), SizeIs(1));
  EXPECT_THAT(FindBlobs(map, 10.0F, 0, 1), IsEmpty());
}

TEST(DarkShareTest, DistinguishesSymbolsFromText) {
  const Corners area = Turned(100, 100, 208, 208, 7);
  Scene scene(500, 500);
  scene.Place(Draw(Symbology::kDataMatrix, SomeText(260)), area);
  EXPECT_NEAR(DarkShare(View(scene.image()), area), 0.5, 0.1);
  EXPECT_LT(DarkShare(View(Scene(500, 500).AddText(1).image()), area), 0.28);
  EXPECT_EQ(DarkShare(View(scene.image()), Corners{}), 0);
}

TEST(LocateTest, TheBestCandidateIsTheSymbol) {
  for (const double degrees : {0.0, 20.0}) {
    const Corners area = Turned(1100, 1500, 240, 240, degrees);
    Scene scene(1654, 2339);
    scene.AddText(2).Place(Draw(Symbology::kQrCode, SomeText(260)), area);
    const auto candidates = Locate(View(scene.image()), 4);
    ASSERT_FALSE(candidates.empty());
    EXPECT_LE(candidates.size(), 4U);
    EXPECT_LT(Length(Centre(candidates[0].rectangle.corners) - Centre(area)), 15);
    EXPECT_NEAR(LongerSide(candidates[0]), 240, 40);
    EXPECT_TRUE(IsDarkAndLight(View(scene.image()), candidates[0]));
  }
}

TEST(LocateTest, GrainIsNotACandidate) {
  const Scene grain = Scene(1654, 2339).AddNoise(8, 5).Blur(1);
  EXPECT_THAT(Locate(View(grain.image()), 64), IsEmpty());
}

TEST(LocateTest, TextAndPlainPaperHaveFewCandidates) {
  EXPECT_THAT(Locate(View(Scene(1654, 2339).image()), 64), IsEmpty());
  const Scene text = Scene(1654, 2339).AddText(3);
  const auto candidates = Locate(View(text.image()), 64);
  EXPECT_LE(std::ranges::count_if(candidates,
                                  [&](const Candidate& candidate) {
                                    return IsDarkAndLight(View(text.image()), candidate);
                                  }),
            4);
}

}  // namespace
}  // namespace sceau::barcode
