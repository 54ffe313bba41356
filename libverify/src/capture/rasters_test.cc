// SPDX-License-Identifier: Apache-2.0
// Ink, matching, the map of the page, tiles and extra ink: what the steps make of pixels.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "capture/captured_ink.h"
#include "capture/extra_ink.h"
#include "capture/match.h"
#include "capture/page_map.h"
#include "capture/page_testing.h"
#include "capture/tiles.h"

namespace sceau::capture {
namespace {

// Paper in a light that falls off to the right, with black squares of 8 pixels.
PageImage Shaded(int width, int height) {
  PageImage image{width, height, {}, false};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool dark = x % 64 < 8 && y % 64 < 8;
      image.pixels.push_back(static_cast<std::uint8_t>((220 - 120 * x / width) * (dark ? 0.1 : 1)));
    }
  }
  return image;
}

TEST(CapturedInkTest, LightDoesNotCount) {
  const CapturedInk captured = ReadInk(View(Shaded(640, 320)), 1);
  ASSERT_EQ(captured.ink.width(), 640);
  for (const int x : {64, 320, 576}) {
    EXPECT_NEAR(InkOf(captured.ink.At(x + 4, 132)), 0.9, 0.03) << x;
    EXPECT_NEAR(InkOf(captured.ink.At(x + 30, 150)), 0, 0.03) << x;
  }
  EXPECT_FALSE(captured.two_tones);
}

TEST(CapturedInkTest, ReducesByMeans) {
  const CapturedInk captured = ReadInk(View(Shaded(640, 320)), 0.25);
  ASSERT_EQ(captured.ink.width(), 160);
  ASSERT_EQ(captured.ink.height(), 80);
  EXPECT_NEAR(InkOf(captured.ink.At(80, 32)), 0.9, 0.04);
  EXPECT_NEAR(InkOf(captured.ink.At(88, 36)), 0, 0.04);
  EXPECT_DOUBLE_EQ(captured.scale, 0.25);
}

TEST(CapturedInkTest, KnowsTwoTones) {
  PageImage image = Shaded(320, 320);
  for (std::uint8_t& v : image.pixels) v = v > 60 ? 255 : 0;
  EXPECT_TRUE(ReadInk(View(image), 1).two_tones);
}

TEST(CapturedInkTest, SeesGlareOnlyBesideDarkerPaper) {
  PageImage image{256, 256, Bytes(256 * 256, 180), false};
  EXPECT_FALSE(ReadInk(View(image), 1).glare.empty());
  for (int y = 64; y < 96; ++y)
    std::fill_n(image.pixels.begin() + y * 256 + 64, 32, std::uint8_t{255});
  const Plane<std::uint8_t> glare = ReadInk(View(image), 1).glare;
  ASSERT_EQ(glare.width(), 32);
  EXPECT_EQ(glare.At(10, 10), 1);
  EXPECT_EQ(glare.At(20, 20), 0);
  image.pixels.assign(256 * 256, 255);
  EXPECT_TRUE(ReadInk(View(image), 1).glare.empty());
}

TEST(CapturedInkTest, NothingIsEmpty) {
  const Bytes pixels(7 * 7, 0);
  EXPECT_TRUE(ReadInk({pixels.data(), 7, 7, 7}, 1).ink.empty());
}

float Wave(float x, float y) {
  return 120 + 60 * std::sin(x * 0.5F) + 40 * std::cos(y * 0.7F + x * 0.2F);
}

Plane<std::uint8_t> Waves(int width, int height, float dx, float dy) {
  Plane<std::uint8_t> plane(width, height);
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x)
      plane.At(x, y) =
          static_cast<std::uint8_t>(Wave(static_cast<float>(x) - dx, static_cast<float>(y) - dy));
  }
  return plane;
}

TEST(FindPieceTest, FindsTheShiftBetweenPixels) {
  const Plane<std::int16_t> piece = PieceOf(Waves(60, 40, 0, 0), {10, 10, 50, 30});
  // Twice as much paper, half the strength: the same.
  Plane<std::uint8_t> seen = Waves(60, 40, 1.3F, -2.4F);
  for (std::uint8_t& v : seen.values()) v = static_cast<std::uint8_t>(60 + v / 2);
  Plane<std::uint8_t> patch(50, 30);
  for (int y = 0; y < 30; ++y) std::copy_n(seen.Row(5 + y) + 5, 50, patch.Row(y));
  const Match match = FindPiece(piece, patch, 5);
  EXPECT_NEAR(match.dx, 1.3, 0.15);
  EXPECT_NEAR(match.dy, -2.4, 0.15);
  EXPECT_GT(match.score, 0.97F);
  EXPECT_FALSE(match.at_edge);
}

TEST(FindPieceTest, WhatHasNoContrastIsNowhere) {
  const Plane<std::int16_t> piece = PieceOf(Waves(60, 40, 0, 0), {10, 10, 50, 30});
  EXPECT_LT(FindPiece(piece, Plane<std::uint8_t>(50, 30, kNoInk), 5).score, 0);
  EXPECT_LT(FindPiece(piece, Plane<std::uint8_t>(50, 30, kOutside), 5).score, 0);
  EXPECT_LT(
      FindPiece(PieceOf(Plane<std::uint8_t>(40, 20, 9), {0, 0, 40, 20}), Waves(50, 30, 0, 0), 5)
          .score,
      0);
  EXPECT_LT(FindPiece(piece, Plane<std::uint8_t>(49, 30), 5).score, 0);
  EXPECT_LT(FindPiece({}, Plane<std::uint8_t>(10, 10), 5).score, 0);
}

TEST(PageMapTest, ShiftsAreAPlane) {
  std::vector<Shift> shifts;
  for (int x = 0; x < 1600; x += 200) {
    for (int y = 0; y < 2300; y += 200)
      shifts.push_back(
          {{static_cast<double>(x), static_cast<double>(y)}, 3 + 0.004 * x, -0.002 * y, 1});
  }
  const Shift at = ShiftAt(shifts, {710, 1130}, 260, 150);
  EXPECT_NEAR(at.dx, 3 + 0.004 * 710, 0.15);
  EXPECT_NEAR(at.dy, -0.002 * 1130, 0.15);
  EXPECT_EQ(ShiftAt({}, {5, 5}, 260, 150).dx, 0);

  PageMap map{Homography()};
  EXPECT_EQ(map({700, 1100}).x, 700);
  map.Bend(shifts, 260, 150);
  EXPECT_NEAR(map({700, 1100}).x, 700 + 3 + 0.004 * 700, 0.2);
  EXPECT_NEAR(map({700, 1100}).y, 1100 - 0.002 * 1100, 0.2);
}

TEST(PageMapTest, RectifiesInsideAsAtTheEdge) {
  const Plane<std::uint8_t> ink = Waves(900, 700, 0, 0);
  const PageMap map{Homography()};
  const Plane<std::uint8_t> page = Rectified(ink, 0.5, map, 1, {});
  ASSERT_EQ(page.width(), kPageWidth);
  // Pixel (600, 400) of the page has its middle at (600.5, 400.5), thus at (300.25, 200.25) of the
  // picture.
  EXPECT_NEAR(page.At(600, 400), SampleAt(ink, 300.25F, 200.25F), 1);
  EXPECT_NEAR(page.At(6, 4), SampleAt(ink, 3.25F, 2.25F), 1);
  EXPECT_EQ(page.At(0, 0), kOutside);
  EXPECT_EQ(page.At(200, 1500), kOutside);
  Plane<std::uint8_t> wanted((kPageWidth + kBlock - 1) / kBlock,
                             (kPageHeight + kBlock - 1) / kBlock);
  wanted.At(1, 1) = 1;
  const Plane<std::uint8_t> part = Rectified(ink, 1, map, 1, wanted);
  EXPECT_EQ(part.At(40, 40), page.At(81, 81) == kOutside ? kOutside : SampleAt(ink, 40.5F, 40.5F));
  EXPECT_EQ(part.At(100, 40), kOutside);
}

TEST(TilesTest, StandWhereThePageHasEdges) {
  const ExpectedPage page = MakePage(kPageValues);
  Plane<std::uint8_t> full(kPageWidth, kPageHeight);
  std::ranges::copy(page.ink, full.values().begin());
  const std::vector<Tile> tiles = ChooseTiles(Halved(full), page.code, 50);
  const auto of_page =
      std::count_if(tiles.begin(), tiles.end(), [](const Tile& t) { return !t.in_code; });
  EXPECT_EQ(of_page, 50);
  EXPECT_GT(static_cast<std::ptrdiff_t>(tiles.size()), of_page);
  for (const Tile& tile : tiles) {
    EXPECT_TRUE(tile.near_code || !tile.in_code);
    EXPECT_FALSE(tile.centre.y > 1560 && tile.centre.y < 1860) << "nothing is printed there";
  }
  EXPECT_TRUE(ChooseTiles(Plane<std::uint8_t>(827, 1169), page.code, 50).empty());
}

// A page as a perfect capture shows it.
Plane<std::uint8_t> Printed(const ExpectedPage& page) {
  Plane<std::uint8_t> out(kPageWidth, kPageHeight);
  std::transform(page.ink.begin(), page.ink.end(), out.values().begin(),
                 [](std::uint8_t v) { return static_cast<std::uint8_t>(kNoInk + 200 * v / 255); });
  return out;
}

TEST(ExtraInkTest, CountsLettersInEmptyBands) {
  const ExpectedPage page = MakePage(kPageValues);
  const std::vector<PixelBox> bands = EmptyBands(page);
  ASSERT_FALSE(bands.empty());
  Plane<std::uint8_t> captured = Printed(page);
  EXPECT_EQ(LettersIn(captured, bands), 0);
  const PixelBox& last = bands.back();
  for (int i = 0; i < 9; ++i) {
    for (int y = 0; y < 20; ++y)
      std::fill_n(captured.Row(last.top + 4 + y) + last.left + 140 + 30 * i, 5,
                  std::uint8_t{kFullInk});
  }
  // A long stroke and a speck are not letters.
  std::fill_n(captured.Row(last.top + 40) + last.left + 140, 400, std::uint8_t{kFullInk});
  captured.At(last.left + 740, last.top + 10) = kFullInk;
  EXPECT_EQ(LettersIn(captured, bands), 9);
}

// What the code shows is not known beforehand.
TEST(ExtraInkTest, TheModulesOfTheCodeAreNotLetters) {
  ExpectedPage page = MakePage(kPageValues);
  Plane<std::uint8_t> captured = Printed(page);
  const Point from = page.code[0];
  const Point to = page.code[2];
  for (int y = static_cast<int>(from.y); y < static_cast<int>(to.y); ++y) {
    const auto row = page.ink.begin() + static_cast<std::ptrdiff_t>(y) * kPageWidth;
    std::fill(row + static_cast<int>(from.x), row + static_cast<int>(to.x), std::uint8_t{0});
    for (int x = static_cast<int>(from.x); x < static_cast<int>(to.x); ++x)
      captured.At(x, y) =
          (x / 20 + y / 20) % 3 == 0 ? std::uint8_t{kFullInk} : std::uint8_t{kNoInk};
  }
  EXPECT_EQ(LettersIn(captured, EmptyBands(page)), 0);
}

TEST(ExtraInkTest, MeasuresInkBehindAValue) {
  const ExpectedPage page = MakePage(kPageValues);
  const auto word = std::find_if(page.words.begin(), page.words.end(),
                                 [](const ExpectedWord& w) { return w.fact == 0; });
  SeenWord seen;
  seen.word = &*word;
  Plane<std::uint8_t> captured = Printed(page);
  EXPECT_EQ(InkAfter(page, captured, seen), 0);
  const int left = static_cast<int>(word->right) + 20;
  for (int y = 0; y < 25; ++y)
    std::fill_n(captured.Row(static_cast<int>(word->baseline) - 25 + y) + left, 29,
                std::uint8_t{kFullInk});
  EXPECT_NEAR(InkAfter(page, captured, seen), 1, 0.05);
  captured.At(left + 60, static_cast<int>(word->baseline) - 5) = kOutside;
  EXPECT_EQ(InkAfter(page, captured, seen), -1);
}

}  // namespace
}  // namespace sceau::capture
