// SPDX-License-Identifier: Apache-2.0
// Of which pages the pixels are taken, and that they are the page.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "barcode/write/qr_code.h"
#include "decode/in_process_reader.h"
#include "document/image/testing.h"
#include "document/pdf/testing.h"
#include "fmt/format.h"

namespace sceau::decode {
namespace {

using document::testing::EncodePng;
using document::testing::EncodeTiff;
using document::testing::MakePdf;
using document::testing::PdfPage;
using document::testing::Picture;
using document::testing::TiffPage;
using isolation::Rasters;

constexpr char kSeal[] = "AD1:A PAPER";

// A code in the upper left of a white page half as high again as it is wide, and so many times as
// wide as the code with its margin.
Picture Scan(std::string_view payload, int pixels_a_module, int times = 2) {
  const auto modules = barcode::WriteQrCode(AsBytes(payload));
  EXPECT_TRUE(modules.ok());
  const int margin = 4 * pixels_a_module;
  const int width = times * (margin + modules->size * pixels_a_module);
  Picture picture{width, width * 3 / 2, 1, {}};
  picture.samples.assign(static_cast<std::size_t>(picture.width * picture.height), 255);
  for (int y = 0; y < modules->size * pixels_a_module; ++y) {
    for (int x = 0; x < modules->size * pixels_a_module; ++x) {
      if (modules->at(x / pixels_a_module, y / pixels_a_module))
        picture.samples[static_cast<std::size_t>((margin + y) * width + margin + x)] = 0;
    }
  }
  return picture;
}

// The picture on all of a page of 200 x 300 points, with more painted over it or before it.
Bytes ScanPdf(const Picture& picture, const std::string& over = "", const std::string& entries = "",
              const std::string& before = "") {
  PdfPage page{before + " q 200 0 0 300 0 0 cm /P Do Q " + over, "[0 0 200 300]", entries,
               "/XObject<</P 8 0 R>>"};
  return MakePdf({page}, "",
                 {"",
                  {document::testing::MakeStream(
                      fmt::format("/Subtype/Image/Width {}/Height {}/BitsPerComponent 8"
                                  "/ColorSpace/DeviceGray",
                                  picture.width, picture.height),
                      std::string(picture.samples.begin(), picture.samples.end()))}});
}

// The same code as rectangles of so many points, with a word.
Bytes DrawnPdf(double module = 2, const std::string& first = "") {
  const auto modules = barcode::WriteQrCode(AsBytes(kSeal));
  std::string content = "0 g " + first + "\n";
  for (int y = 0; y < modules->size; ++y) {
    for (int x = 0; x < modules->size; ++x) {
      if (modules->at(x, y))
        content +=
            fmt::format("{} {} {} {} re\n", 20 + module * x, 250 - module * y, module, module);
    }
  }
  return MakePdf({{content + "f BT /F1 10 Tf 20 20 Td (DUPONT Marie) Tj ET", "[0 0 200 300]"}});
}

std::vector<Page> PagesOf(ByteSpan document, Rasters rasters, const Limits& limits = {}) {
  auto outcome = MakeInProcessReader({.rasters = rasters})->Read(document, limits);
  EXPECT_TRUE(outcome.ok()) << outcome.status();
  return outcome.ok() ? std::move(outcome->content.pages) : std::vector<Page>{};
}

Page FirstOf(ByteSpan document, Rasters rasters) {
  std::vector<Page> pages = PagesOf(document, rasters);
  return pages.empty() ? Page{} : std::move(pages.front());
}

int PixelAt(const PageRaster& raster, Point on_page) {
  const Point at = raster.InImage(on_page);
  return raster.image.pixels.at(static_cast<std::size_t>(at.y) *
                                    static_cast<std::size_t>(raster.image.width) +
                                static_cast<std::size_t>(at.x));
}

// The middle of a finder pattern is dark in three corners, what lies outside of each is light.
void ExpectTheCodeIsThere(const Page& page) {
  ASSERT_FALSE(page.raster.empty());
  EXPECT_EQ(page.raster.image.pixels.size(),
            static_cast<std::size_t>(page.raster.image.width) *
                static_cast<std::size_t>(page.raster.image.height));
  EXPECT_NEAR(page.raster.image.width, page.width * page.raster.scale, 1);
  EXPECT_NEAR(page.raster.image.height, page.height * page.raster.scale, 1);
  ASSERT_EQ(page.symbols.size(), 1);
  const Corners& corners = page.symbols[0].corners;
  constexpr double kModules = 21;
  for (const std::size_t i : {0U, 1U, 3U}) {
    const auto inwards = [&](double modules) {
      const double share = modules / kModules;
      const Point to = corners[(i + 2) % 4];
      return Point{corners[i].x + share * (to.x - corners[i].x),
                   corners[i].y + share * (to.y - corners[i].y)};
    };
    EXPECT_LT(PixelAt(page.raster, inwards(3.5)), 60) << i;
    EXPECT_GT(PixelAt(page.raster, inwards(-1.5)), 195) << i;
  }
}

TEST(RastersTest, APictureIsReducedByTheModulesOfItsSeal) {
  const Page coarse = FirstOf(EncodePng(Scan(kSeal, 4)), Rasters::kPictures);
  ExpectTheCodeIsThere(coarse);
  EXPECT_EQ(coarse.raster.scale, 1);
  const Page fine = FirstOf(EncodePng(Scan(kSeal, 20)), Rasters::kPictures);
  ExpectTheCodeIsThere(fine);
  EXPECT_NEAR(fine.raster.scale, 0.25, 0.05);
}

TEST(RastersTest, APhotographThatWasSearchedReducedIsReadAgain) {
  // Of 12 megapixels, which are searched at half of its size.
  const Bytes jpeg = document::testing::EncodeJpeg(Scan(kSeal, 8, 14));
  const Page page = FirstOf(jpeg, Rasters::kPictures);
  ExpectTheCodeIsThere(page);
  EXPECT_NEAR(page.raster.scale, 5.0 / 8, 0.1);
}

TEST(RastersTest, OnlyPagesThatShowASealHaveOne) {
  EXPECT_TRUE(FirstOf(EncodePng(Scan(kSeal, 4)), Rasters::kNone).raster.empty());
  EXPECT_TRUE(FirstOf(EncodePng(Scan("https://example.org", 4)), Rasters::kAll).raster.empty());
  const auto pages =
      PagesOf(EncodeTiff({TiffPage{Scan("ABC", 4)}, TiffPage{Scan(kSeal, 4)}}), Rasters::kPictures);
  ASSERT_EQ(pages.size(), 2);
  EXPECT_TRUE(pages[0].raster.empty());
  ExpectTheCodeIsThere(pages[1]);
}

TEST(RastersTest, AScanInAPdfLiesAsThePageIsShown) {
  for (const char* entries :
       {"", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [0 30 200 300]"}) {
    SCOPED_TRACE(entries);
    const Page page = FirstOf(ScanPdf(Scan(kSeal, 6), "", entries), Rasters::kPictures);
    ExpectTheCodeIsThere(page);
  }
}

TEST(RastersTest, WhatIsPaintedOverAScanIsInItsRaster) {
  const std::string stamp = "0 g 150 20 40 40 re f";
  const Page page = FirstOf(ScanPdf(Scan(kSeal, 6), stamp), Rasters::kPictures);
  ExpectTheCodeIsThere(page);
  const Point in_stamp{page.width * 170 / 200.0, page.height * 260 / 300.0};
  EXPECT_LT(PixelAt(page.raster, in_stamp), 60);
  const Page without = FirstOf(ScanPdf(Scan(kSeal, 6), "", "", stamp), Rasters::kPictures);
  ExpectTheCodeIsThere(without);
  EXPECT_GT(PixelAt(without.raster, in_stamp), 195);
}

TEST(RastersTest, APageOfWordsIsDrawnOnlyWhenAllAreAskedFor) {
  const Page page = FirstOf(DrawnPdf(), Rasters::kPictures);
  EXPECT_EQ(page.words.size(), 2);
  EXPECT_TRUE(page.letters_are_proven);
  EXPECT_TRUE(page.has_only_words);
  EXPECT_TRUE(page.raster.empty());
  const Page beside = FirstOf(DrawnPdf(2, "60 60 m 70 60 70 70 60 70 c f "), Rasters::kPictures);
  EXPECT_FALSE(beside.has_only_words) << "a round shape beside the code";
  ExpectTheCodeIsThere(FirstOf(DrawnPdf(), Rasters::kAll));
}

// A picture of nothing behind the page does not make a scan of it.
TEST(RastersTest, OnlyAPageThatNoScanShowsIsDrawn) {
  const Picture scan = Scan(kSeal, 6);
  const Picture blank{2, 3, 1, std::vector<std::uint8_t>(6, 255)};
  const auto modules = barcode::WriteQrCode(AsBytes(kSeal));
  std::string code = "0 g ";
  for (int y = 0; y < modules->size; ++y) {
    for (int x = 0; x < modules->size; ++x) {
      if (modules->at(x, y)) code += fmt::format("{} {} 2 2 re\n", 20 + 2 * x, 250 - 2 * y);
    }
  }
  struct Case {
    const char* what;
    Bytes document;
    bool drawn;
  };
  const Case cases[] = {
      {"a picture", EncodePng(scan), false},
      {"a scan", ScanPdf(scan), false},
      {"a scan and a stamp", ScanPdf(scan, "0 g 150 20 40 40 re f"), false},
      {"letters and shapes", DrawnPdf(), true},
      {"small modules", DrawnPdf(1.3), true},
      {"on a blank picture", ScanPdf(blank, code + "f"), true},
  };
  for (const Case& c : cases) {
    const Page page = FirstOf(c.document, Rasters::kAll);
    EXPECT_FALSE(page.raster.empty()) << c.what;
    EXPECT_EQ(page.raster.drawn, c.drawn) << c.what;
  }
}

TEST(RastersTest, OnePageIsReadAgainForItsPixels) {
  const Bytes pdf = DrawnPdf();
  auto reader = MakeInProcessReader({.rasters = Rasters::kPictures});
  const auto read = reader->Read(pdf, {});
  ASSERT_TRUE(read.ok());
  const auto drawn = reader->ReadPixels(pdf, 1, {});
  ASSERT_TRUE(drawn);
  ExpectTheCodeIsThere(*drawn);
  EXPECT_TRUE(drawn->words.empty());
  EXPECT_EQ(drawn->width, read->content.pages.at(0).width);
  EXPECT_EQ(drawn->height, read->content.pages.at(0).height);
  EXPECT_FALSE(reader->ReadPixels(pdf, 2, {}));
  EXPECT_FALSE(reader->ReadPixels(EncodePng(Scan("https://example.org", 4)), 1, {}));
  EXPECT_FALSE(reader->ReadPixels(AsBytes("no document"), 1, {}));
}

TEST(RastersTest, APageWhoseCodeIsSmallIsDrawnFiner) {
  // Modules of 1.3 points have 3.6 pixels at 200 dpi.
  const Page small = FirstOf(DrawnPdf(1.3), Rasters::kAll);
  ExpectTheCodeIsThere(small);
  EXPECT_GT(small.raster.scale, 1.2);
  EXPECT_LE(FirstOf(DrawnPdf(), Rasters::kAll).raster.scale, 1);
}

TEST(RastersTest, AllRastersOfADocumentKeepToItsLimit) {
  const TiffPage page{Scan(kSeal, 6)};
  Limits limits;
  limits.raster_bytes = page.picture.samples.size();
  const auto pages = PagesOf(EncodeTiff({page, page, page}), Rasters::kPictures, limits);
  ASSERT_EQ(pages.size(), 3);
  std::size_t bytes = 0;
  for (const Page& one : pages) {
    ExpectTheCodeIsThere(one);
    bytes += one.raster.image.pixels.size();
  }
  EXPECT_LE(bytes, limits.raster_bytes);
  limits.raster_bytes = 0;
  for (const Page& one : PagesOf(EncodeTiff({page, page}), Rasters::kPictures, limits))
    EXPECT_TRUE(one.raster.empty());
}

}  // namespace
}  // namespace sceau::decode
