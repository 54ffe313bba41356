// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "document/image/codecs.h"
#include "document/image/matchers_testing.h"
#include "document/image/testing.h"

namespace sceau::document {
namespace {

using testing::EncodeTiff;
using testing::IsPage;
using testing::IsRefused;
using testing::kQuarters;
using testing::MakeFlat;
using testing::MakeQuarters;
using testing::Quarters;
using testing::TiffKind;

// Finds the entry of a classic little-endian TIFF's first directory.
std::size_t EntryOf(const Bytes& tiff, unsigned tag) {
  const auto number = [&](std::size_t at, std::size_t size) {
    std::size_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | tiff.at(at + i);
    return value;
  };
  const std::size_t directory = number(4, 4);
  for (std::size_t i = 0; i < number(directory, 2); ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (number(entry, 2) == tag) return entry;
  }
  ADD_FAILURE() << "no tag " << tag;
  return 0;
}

Bytes WithShort(Bytes tiff, unsigned tag, int value) {
  const std::size_t entry = EntryOf(tiff, tag);
  tiff.at(entry + 8) = static_cast<std::uint8_t>(value & 0xFF);
  tiff.at(entry + 9) = static_cast<std::uint8_t>(value >> 8);
  return tiff;
}

absl::StatusOr<PageImage> DecodeFirstPage(const Bytes& tiff) {
  auto document = OpenTiff(tiff, Limits{});
  if (!document.ok()) return document.status();
  return (*document)->ReadPage(0);
}

TEST(TiffTest, EachKindOfStorage) {
  for (const TiffKind kind : {TiffKind::kGrey, TiffKind::kLzwTiles, TiffKind::kJpeg})
    EXPECT_THAT(DecodeFirstPage(EncodeTiff({{MakeQuarters(), kind}})),
                IsPage(48, 32, kQuarters, kind == TiffKind::kJpeg ? testing::kLossyError : 0));
  for (const TiffKind kind : {TiffKind::kFax3, TiffKind::kFax3Mixed, TiffKind::kFax4})
    EXPECT_THAT(DecodeFirstPage(EncodeTiff({{MakeQuarters(), kind}})),
                IsPage(48, 32, Quarters{0, 0, 255, 255}, 0));
}

TEST(TiffTest, LargePagesAreDecodedInBands) {
  const testing::Picture picture = MakeQuarters(2100, 2501);
  for (const TiffKind kind : {TiffKind::kGrey, TiffKind::kStrips, TiffKind::kLzwTiles}) {
    const auto page = DecodeFirstPage(EncodeTiff({{picture, kind}}));
    ASSERT_THAT(page, IsPage(2100, 2501, kQuarters, 0));
    EXPECT_TRUE(page->pixels == picture.samples);
  }
}

TEST(TiffTest, BlackAndWhiteIsPixelForPixelTheSame) {
  constexpr unsigned kPhotometric = 262;
  for (const int width :
       {1, 45, 48, 1001}) {  // rows of whole bytes and others; one strip and several
    testing::Picture picture = testing::MakeNoise(width, 400, 1);
    for (std::uint8_t& sample : picture.samples) sample = sample < 128 ? 0 : 255;
    const Bytes tiff = EncodeTiff({{picture, TiffKind::kFax4}});
    const auto page = DecodeFirstPage(tiff);
    ASSERT_TRUE(page.ok()) << page.status();
    EXPECT_TRUE(page->pixels == picture.samples) << width;
    const auto inverse = DecodeFirstPage(WithShort(tiff, kPhotometric, 1));
    ASSERT_TRUE(inverse.ok()) << inverse.status();
    for (std::uint8_t& sample : picture.samples) sample = 255 - sample;
    EXPECT_TRUE(inverse->pixels == picture.samples) << width;
  }
}

TEST(TiffTest, ADamagedFaxIsShownAsFarAsItCanBeRead) {
  constexpr unsigned kStripOffsets = 273;
  Bytes tiff = EncodeTiff({{MakeQuarters(), TiffKind::kFax4}});
  const Bytes nowhere = WithShort(tiff, kStripOffsets, 0xFFFF);
  EXPECT_THAT(DecodeFirstPage(nowhere), IsRefused(Reason::kDocumentDamaged));
  const std::size_t strip = tiff.at(EntryOf(tiff, kStripOffsets) + 8);
  std::fill_n(tiff.begin() + static_cast<std::ptrdiff_t>(strip) + 4, 4, 0xFF);
  EXPECT_TRUE(DecodeFirstPage(tiff).ok());
}

TEST(TiffTest, ColourBecomesLuminanceAndAlphaShowsWhite) {
  EXPECT_THAT(DecodeFirstPage(EncodeTiff({{MakeFlat(8, 8, {255, 0, 0})}})),
              IsPage(8, 8, Quarters{76, 76, 76, 76}, 0));
  EXPECT_THAT(DecodeFirstPage(EncodeTiff({{MakeFlat(8, 8, {0, 0, 0, 0})}})),
              IsPage(8, 8, Quarters{255, 255, 255, 255}, 0));
  EXPECT_THAT(DecodeFirstPage(EncodeTiff({{MakeFlat(8, 8, {0, 0, 0, 128})}})),
              IsPage(8, 8, Quarters{127, 127, 127, 127}, 1));
}

TEST(TiffTest, EachOrientationIsShownUpright) {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const bool on_side = orientation >= 5;
    EXPECT_THAT(
        DecodeFirstPage(EncodeTiff({{MakeQuarters(), TiffKind::kGrey, orientation}})),
        IsPage(on_side ? 32 : 48, on_side ? 48 : 32, testing::QuartersTurned(orientation), 0))
        << orientation;
  }
}

TEST(TiffTest, PagesInAnyOrderWithoutThumbnails) {
  for (const bool big : {false, true}) {
    const Bytes tiff = EncodeTiff({{MakeFlat(10, 10, {1})},
                                   {MakeFlat(4, 4, {9}), TiffKind::kThumbnail},
                                   {MakeFlat(20, 10, {2})},
                                   {MakeFlat(30, 10, {3})}},
                                  big);
    const auto document = OpenTiff(tiff, Limits{});
    ASSERT_TRUE(document.ok()) << document.status();
    ASSERT_EQ((*document)->page_count(), 3);
    for (const int index : {2, 0, 1, 1}) {
      const int grey = index + 1;
      EXPECT_THAT((*document)->ReadPage(index),
                  IsPage(10 * grey, 10, Quarters{grey, grey, grey, grey}, 0));
    }
  }
}

TEST(TiffTest, TooManyPagesAreRefused) {
  Limits limits;
  limits.pages = 3;
  const testing::TiffPage page{MakeFlat(2, 2, {0})};
  EXPECT_TRUE(OpenTiff(EncodeTiff({page, page, page}), limits).ok());
  EXPECT_THAT(OpenTiff(EncodeTiff({page, page, page, page}), limits),
              IsRefused(Reason::kDocumentTooManyPages));
  const testing::TiffPage thumbnail{MakeFlat(2, 2, {0}), TiffKind::kThumbnail};
  EXPECT_THAT(OpenTiff(EncodeTiff(std::vector(10, thumbnail)), limits),
              IsRefused(Reason::kDocumentTooManyPages));
  EXPECT_THAT(OpenTiff(EncodeTiff({thumbnail}), limits), IsRefused(Reason::kDocumentDamaged));
}

// The second directory is given as the first one.
TEST(TiffTest, DirectoriesInACircleEnd) {
  Bytes tiff = EncodeTiff({{MakeFlat(2, 2, {0})}});
  const std::size_t directory = tiff[4] | std::size_t{tiff[5]} << 8;
  const std::size_t next = directory + 2 + 12 * std::size_t{tiff[directory]};
  for (std::size_t i = 0; i < 4; ++i) tiff.at(next + i) = tiff[4 + i];
  const auto document = OpenTiff(tiff, Limits{});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ((*document)->page_count(), 1);
}

TEST(TiffTest, HeadersThatAreNotBelievedAreRefused) {
  constexpr unsigned kWidth = 256;
  constexpr unsigned kHeight = 257;
  constexpr unsigned kCompression = 259;
  constexpr unsigned kSamplesPerPixel = 277;
  const Bytes tiff = EncodeTiff({{MakeQuarters()}});
  EXPECT_THAT(DecodeFirstPage(WithShort(WithShort(tiff, kWidth, 60'000), kHeight, 60'000)),
              IsRefused(Reason::kDocumentTooManyPixels));
  // Refused before libtiff decodes.
  EXPECT_EQ(DetailOf(DecodeFirstPage(WithShort(tiff, kSamplesPerPixel, 60'000)).status()),
            "tiff samples per pixel");
  EXPECT_EQ(DetailOf(DecodeFirstPage(WithShort(tiff, kCompression, 6)).status()),
            "tiff old-style jpeg");
  EXPECT_THAT(DecodeFirstPage(WithShort(tiff, kCompression, 12'345)),
              IsRefused(Reason::kDocumentDamaged));
  EXPECT_THAT(DecodeFirstPage(Bytes(tiff.begin(), tiff.begin() + 6)),
              IsRefused(Reason::kDocumentDamaged));
}

}  // namespace
}  // namespace sceau::document
