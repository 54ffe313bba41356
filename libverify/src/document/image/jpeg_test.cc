// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "document/image/codecs.h"
#include "document/image/matchers_testing.h"
#include "document/image/testing.h"

namespace sceau::document {
namespace {

using testing::EncodeJpeg;
using testing::IsPage;
using testing::IsRefused;
using testing::kLossyError;
using testing::kQuarters;
using testing::MakeFlat;
using testing::MakeQuarters;
using testing::Picture;

// Writes `size` (height, then width, 2 bytes each) into the frame header, which starts FF C0 to C2.
Bytes WithFrameSize(Bytes jpeg, int width, int height) {
  constexpr std::uint8_t kMarker = 0xFF;
  for (std::size_t i = 0; i + 9 < jpeg.size(); ++i) {
    if (jpeg[i] != kMarker || jpeg[i + 1] < 0xC0 || jpeg[i + 1] > 0xC2) continue;
    jpeg[i + 5] = static_cast<std::uint8_t>(height >> 8);
    jpeg[i + 6] = static_cast<std::uint8_t>(height & 0xFF);
    jpeg[i + 7] = static_cast<std::uint8_t>(width >> 8);
    jpeg[i + 8] = static_cast<std::uint8_t>(width & 0xFF);
    break;
  }
  return jpeg;
}

TEST(JpegTest, BaselineAndProgressive) {
  for (const bool progressive : {false, true}) {
    const Bytes jpeg = EncodeJpeg(MakeQuarters(), {.progressive = progressive});
    EXPECT_THAT(DecodeJpeg(jpeg, Limits{}), IsPage(48, 32, kQuarters, kLossyError));
  }
}

TEST(JpegTest, EachOrientationIsShownUpright) {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const Bytes jpeg = EncodeJpeg(MakeQuarters(), {.orientation = orientation});
    const bool on_side = orientation >= 5;
    EXPECT_THAT(DecodeJpeg(jpeg, Limits{}),
                IsPage(on_side ? 32 : 48, on_side ? 48 : 32, testing::QuartersTurned(orientation),
                       kLossyError))
        << orientation;
  }
}

TEST(JpegTest, ColourBecomesLuminance) {
  const Bytes red = EncodeJpeg(MakeFlat(16, 16, {255, 0, 0}));
  EXPECT_THAT(DecodeJpeg(red, Limits{}), IsPage(16, 16, testing::Quarters{76, 76, 76, 76}, 2));
}

TEST(JpegTest, CmykWithAndWithoutAdobesInversion) {
  for (const bool adobe : {false, true}) {
    // Full cyan leaves green and blue: 255 - 76.
    const Bytes cyan = EncodeJpeg(MakeFlat(16, 16, {255, 0, 0, 0}), {.adobe = adobe});
    EXPECT_THAT(DecodeJpeg(cyan, Limits{}),
                IsPage(16, 16, testing::Quarters{179, 179, 179, 179}, 2));
    const Bytes black = EncodeJpeg(MakeFlat(16, 16, {0, 0, 0, 255}), {.adobe = adobe});
    EXPECT_THAT(DecodeJpeg(black, Limits{}), IsPage(16, 16, testing::Quarters{0, 0, 0, 0}, 2));
  }
}

TEST(JpegTest, ACutPictureIsGivenAsFarAsItGoes) {
  const Bytes jpeg = EncodeJpeg(MakeQuarters(512, 512));
  const auto page = DecodeJpeg(ByteSpan(jpeg).first(jpeg.size() * 3 / 4), Limits{});
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_NEAR(testing::QuartersOf(*page)[0], 0, kLossyError);
  EXPECT_NEAR(testing::QuartersOf(*page)[1], 85, kLossyError);
  EXPECT_TRUE(page->cut);
  EXPECT_FALSE(DecodeJpeg(jpeg, Limits{})->cut);
}

TEST(JpegTest, ADamagedHeaderIsRefused) {
  const Bytes jpeg = EncodeJpeg(MakeQuarters());
  EXPECT_THAT(DecodeJpeg(ByteSpan(jpeg).first(20), Limits{}), IsRefused(Reason::kDocumentDamaged));
  EXPECT_THAT(DecodeJpeg(WithFrameSize(jpeg, 0, 32), Limits{}),
              IsRefused(Reason::kDocumentDamaged));
}

TEST(JpegTest, AHugeSizeIsRefusedBeforeItIsAllocated) {
  for (const bool progressive : {false, true}) {
    const Bytes jpeg = EncodeJpeg(MakeQuarters(), {.progressive = progressive});
    EXPECT_THAT(DecodeJpeg(WithFrameSize(jpeg, 60'000, 60'000), Limits{}),
                IsRefused(Reason::kDocumentTooManyPixels));
  }
}

// A progressive picture whose last scan comes `more` times more.
Bytes WithScansRepeated(const Bytes& jpeg, int more) {
  const Bytes scan_marker = {0xFF, 0xDA};
  const auto last_scan =
      std::find_end(jpeg.begin(), jpeg.end(), scan_marker.begin(), scan_marker.end());
  const Bytes scan(last_scan, jpeg.end() - 2);  // without the end marker
  Bytes flood(jpeg.begin(), jpeg.end() - 2);
  for (int i = 0; i < more; ++i) flood.insert(flood.end(), scan.begin(), scan.end());
  flood.insert(flood.end(), jpeg.end() - 2, jpeg.end());
  return flood;
}

// Each further scan of a progressive picture costs a pass over all pixels.
TEST(JpegTest, AFloodOfScansIsStopped) {
  const Bytes jpeg = EncodeJpeg(MakeQuarters(), {.progressive = true});
  EXPECT_THAT(DecodeJpeg(WithScansRepeated(jpeg, 30), Limits{}),
              IsPage(48, 32, kQuarters, kLossyError));
  EXPECT_THAT(DecodeJpeg(WithScansRepeated(jpeg, 1000), Limits{}),
              IsRefused(Reason::kDocumentDamaged));
}

TEST(JpegTest, TheLargerThePictureTheFewerScansItMayHave) {
  Limits limits;
  limits.page_pixels = 48 * 32;
  const Bytes jpeg = EncodeJpeg(MakeQuarters(), {.progressive = true});
  EXPECT_THAT(DecodeJpeg(jpeg, limits), IsPage(48, 32, kQuarters, kLossyError));
  EXPECT_THAT(DecodeJpeg(WithScansRepeated(jpeg, 30), limits), IsRefused(Reason::kDocumentDamaged));
}

TEST(JpegTest, ALargePictureIsOfferedReduced) {
  // Sides that no power of two divides: the last column and row are of part of a pixel.
  const Picture picture = MakeQuarters(4003, 3001);
  for (const bool progressive : {false, true}) {
    const Bytes jpeg = EncodeJpeg(picture, {.progressive = progressive, .orientation = 6});
    const auto reduced = DecodeReducedJpeg(jpeg, Limits{}, kAnyFactor);
    ASSERT_TRUE(reduced.ok()) << reduced.status();
    ASSERT_TRUE(reduced->has_value());
    EXPECT_EQ((*reduced)->factor, 2);
    EXPECT_EQ((*reduced)->width, 3001);
    EXPECT_EQ((*reduced)->height, 4003);
    EXPECT_THAT(absl::StatusOr<PageImage>((*reduced)->image),
                IsPage(1501, 2002, testing::QuartersTurned(6), kLossyError));
  }
}

TEST(JpegTest, AReducedPictureKeepsPixelsEnough) {
  struct Case {
    int width;
    int height;
    int factor;  // 1: not offered
  };
  constexpr Case kCases[] = {{2500, 3000, 1}, {4000, 2500, 2}, {8000, 5000, 4}};
  for (const Case& c : kCases) {
    const Bytes jpeg = EncodeJpeg(MakeFlat(c.width, c.height, {200}));
    const auto reduced = DecodeReducedJpeg(jpeg, Limits{}, kAnyFactor);
    ASSERT_TRUE(reduced.ok()) << reduced.status();
    EXPECT_EQ(reduced->has_value() ? (*reduced)->factor : 1, c.factor) << c.width;
    for (const int most : {1, 2, 3}) {
      const auto finer = DecodeReducedJpeg(jpeg, Limits{}, most);
      ASSERT_TRUE(finer.ok()) << finer.status();
      EXPECT_EQ(finer->has_value() ? (*finer)->factor : 1, std::min({c.factor, most, 2}));
    }
  }
}

TEST(JpegTest, AReducedPictureIsBoundByTheWholeOne) {
  Limits limits;
  limits.page_pixels = 11'000'000;
  EXPECT_THAT(DecodeReducedJpeg(EncodeJpeg(MakeFlat(4000, 3000, {200})), limits, kAnyFactor),
              IsRefused(Reason::kDocumentTooManyPixels));
}

}  // namespace
}  // namespace sceau::document
