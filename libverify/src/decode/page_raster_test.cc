// SPDX-License-Identifier: Apache-2.0
#include "decode/page_raster.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <string_view>

#include "barcode/write/write_symbol.h"

namespace sceau::decode {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr std::size_t kRoom = 1'000'000;

// A code whose modules have `side` pixels, on white, and where it stands.
struct Drawn {
  PageImage image;
  Symbol symbol;
  int modules = 0;
};

Drawn Draw(std::string_view payload, Symbology symbology, double side) {
  constexpr double kMargin = 20;
  const auto code = barcode::WriteSymbol(symbology, AsBytes(payload));
  EXPECT_TRUE(code.ok()) << code.status();
  const double last = kMargin + code->size * side;
  const int length = static_cast<int>(std::ceil(last + kMargin));
  PageImage image{length, length, {}};
  for (int y = 0; y < length; ++y) {
    for (int x = 0; x < length; ++x) {
      const int column = static_cast<int>(std::floor((x + 0.5 - kMargin) / side));
      const int row = static_cast<int>(std::floor((y + 0.5 - kMargin) / side));
      const bool inside = std::min(column, row) >= 0 && std::max(column, row) < code->size;
      image.pixels.push_back(inside && code->at(column, row) ? 20 : 235);
    }
  }
  Symbol symbol{symbology, ToBytes(AsBytes(payload)), {}};
  symbol.corners = {{{kMargin, kMargin}, {last, kMargin}, {last, last}, {kMargin, last}}};
  return {std::move(image), std::move(symbol), code->size};
}

std::string Seal(std::size_t length) {
  std::string payload = "AD1:";
  for (std::size_t i = 0; i < length; ++i)
    payload += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[i * i * 7 % 36];
  return payload;
}

TEST(ModuleSideTest, ChangesCountTheModules) {
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    for (const std::size_t length : {30U, 120U, 400U}) {
      for (const double side : {3.0, 4.3, 8.0, 14.5}) {
        const Drawn drawn = Draw(Seal(length), symbology, side);
        EXPECT_NEAR(ModuleSide(View(drawn.image), drawn.symbol.corners) / side, 1, 0.15)
            << SymbologyName(symbology) << " of " << drawn.modules << " modules of " << side;
      }
    }
  }
}

TEST(ModuleSideTest, WhatHasNoAreaHasNoSide) {
  const PageImage grey{4, 4, Bytes(16, 128)};
  EXPECT_EQ(ModuleSide(View(grey), Corners{}), 0);
  EXPECT_EQ(ModuleSide({}, Corners{}), 0);
}

TEST(FinestModuleTest, OnlySealsThatAreShownCount) {
  Drawn drawn = Draw(Seal(40), Symbology::kQrCode, 6);
  EXPECT_TRUE(FinestModule(View(drawn.image), {drawn.symbol}));
  drawn.symbol.hidden = true;
  EXPECT_FALSE(FinestModule(View(drawn.image), {drawn.symbol}));
  drawn.symbol.hidden = false;
  drawn.symbol.payload = ToBytes(AsBytes("https://www.example.org"));
  EXPECT_FALSE(FinestModule(View(drawn.image), {drawn.symbol}));
}

TEST(PageRasterTest, PixelsAreAveragesOverAreas) {
  const PageImage image{4, 2, {0, 100, 40, 60, 20, 80, 50, 250}};
  // Two pixels of the image for one of the raster, in each direction.
  const PageRaster raster =
      MakeRaster(View(image), {}, 4, 2, {.module_side = 2 * kModulePixels, .max_bytes = kRoom});
  EXPECT_EQ(raster.scale, 0.5);
  EXPECT_EQ(raster.image.width, 2);
  EXPECT_THAT(raster.image.pixels, ElementsAre(50, 100));
  EXPECT_EQ(raster.InImage(Point{4, 2}), (Point{2, 1}));
}

TEST(PageRasterTest, FractionsOfPixelsCountByTheirShare) {
  const PageImage image{3, 1, {0, 90, 240}};
  // Each pixel of the raster covers one and a half of the image, and what there is of its height.
  const PageRaster raster =
      MakeRaster(View(image), {}, 3, 1, {.module_side = 1.5 * kModulePixels, .max_bytes = kRoom});
  ASSERT_EQ(raster.image.width, 2);
  EXPECT_EQ(raster.image.height, 1);
  EXPECT_THAT(raster.image.pixels, ElementsAre(30, 190));
}

TEST(PageRasterTest, NothingIsEnlarged) {
  const PageImage image{3, 2, {1, 2, 3, 4, 5, 6}};
  const PageRaster raster =
      MakeRaster(View(image), {}, 3, 2, {.module_side = 2, .max_bytes = kRoom});
  EXPECT_EQ(raster.scale, 1);
  EXPECT_EQ(raster.image.pixels, image.pixels);
}

TEST(PageRasterTest, ARasterStaysWithinItsBytes) {
  const PageImage image{100, 30, Bytes(3'000, 7)};
  for (const std::size_t most : {1U, 2U, 3U, 50U, 999U, 2'999U}) {
    const PageRaster raster =
        MakeRaster(View(image), {}, 100, 30, {.module_side = 1, .max_bytes = most});
    EXPECT_LE(raster.image.pixels.size(), most);
    EXPECT_FALSE(raster.empty());
  }
  EXPECT_TRUE(MakeRaster(View(image), {}, 100, 30, {.module_side = 1, .max_bytes = 0}).empty());
}

TEST(PageRasterTest, WhatTheImageDoesNotCoverIsPaper) {
  const PageImage image{1, 1, {9}};
  // The pixel lies in the middle of a page of three by three.
  const PageRaster raster =
      MakeRaster(View(image), {-1, -1, 1, 1}, 3, 3, {.module_side = 1, .max_bytes = kRoom});
  EXPECT_THAT(raster.image.pixels, ElementsAre(255, 255, 255, 255, 9, 255, 255, 255, 255));
}

// A part of 2 x 1 pixels whose corners lie there, clockwise from its top left.
document::PagePart Part(Corners outline) { return {{2, 1, {10, 20}}, outline}; }

Bytes OfPart(const document::PagePart& part, int width, int height) {
  const auto raster = RasterOfPart(part, width, height, {.module_side = 1, .max_bytes = kRoom});
  if (!raster) return {};
  EXPECT_EQ(raster->image.width, width);
  EXPECT_EQ(raster->image.height, height);
  return raster->image.pixels;
}

TEST(PageRasterTest, APartLiesAsThePageShowsIt) {
  EXPECT_THAT(OfPart(Part({{{0, 0}, {2, 0}, {2, 1}, {0, 1}}}), 2, 1), ElementsAre(10, 20));
  EXPECT_THAT(OfPart(Part({{{2, 1}, {0, 1}, {0, 0}, {2, 0}}}), 2, 1), ElementsAre(20, 10));
  EXPECT_THAT(OfPart(Part({{{1, 0}, {1, 2}, {0, 2}, {0, 0}}}), 1, 2), ElementsAre(10, 20));
  EXPECT_THAT(OfPart(Part({{{0, 2}, {0, 0}, {1, 0}, {1, 2}}}), 1, 2), ElementsAre(20, 10));
  EXPECT_THAT(OfPart(Part({{{1, 0}, {3, 0}, {3, 1}, {1, 1}}}), 4, 1),
              ElementsAre(255, 10, 20, 255));
}

TEST(PageRasterTest, APartOnASlantOrWithoutAreaHasNone) {
  EXPECT_THAT(OfPart(Part({{{0, 1}, {2, 0}, {3, 1}, {1, 2}}}), 3, 2), IsEmpty());
  EXPECT_THAT(OfPart(Part({{{0, 0}, {0, 0}, {0, 0}, {0, 0}}}), 3, 2), IsEmpty());
}

TEST(FitRastersTest, AllPagesAreReducedByOneFactor) {
  std::vector<Page> pages(3);
  for (const std::size_t i : {0U, 2U}) {
    pages[i].width = 200;
    pages[i].height = 100;
    pages[i].raster.image = {100, 50, Bytes(5'000, 60)};
    pages[i].raster.scale = 0.5;
  }
  FitRasters(pages, 10'000);
  EXPECT_EQ(pages[0].raster.image.width, 100);
  FitRasters(pages, 5'000);
  for (const std::size_t i : {0U, 2U}) {
    const PageRaster& raster = pages[i].raster;
    EXPECT_LE(raster.image.pixels.size(), 2'500);
    EXPECT_NEAR(raster.scale, 0.5 * std::sqrt(0.5), 0.02);
    EXPECT_EQ(raster.image.pixels, Bytes(raster.image.pixels.size(), 60));
  }
  EXPECT_TRUE(pages[1].raster.empty());
}

}  // namespace
}  // namespace sceau::decode
