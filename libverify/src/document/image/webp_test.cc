// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "document/image/codecs.h"
#include "document/image/matchers_testing.h"
#include "document/image/testing.h"

namespace sceau::document {
namespace {

using testing::EncodeWebp;
using testing::IsPage;
using testing::IsRefused;
using testing::kLossyError;
using testing::kQuarters;
using testing::MakeFlat;
using testing::Picture;
using testing::Quarters;

Picture InColour(const Picture& grey, int channels) {
  Picture picture{grey.width, grey.height, channels, {}};
  for (const std::uint8_t sample : grey.samples) {
    picture.samples.insert(picture.samples.end(), 3, sample);
    if (channels == 4) picture.samples.push_back(255);
  }
  return picture;
}

TEST(WebpTest, LossyAndLossless) {
  const Picture picture = InColour(testing::MakeQuarters(), 3);
  EXPECT_THAT(DecodeWebp(EncodeWebp(picture, true), Limits{}), IsPage(48, 32, kQuarters, 0));
  EXPECT_THAT(DecodeWebp(EncodeWebp(picture, false), Limits{}),
              IsPage(48, 32, kQuarters, kLossyError));
}

TEST(WebpTest, ColourBecomesLuminanceAndAlphaShowsWhite) {
  for (const bool lossless : {false, true}) {
    const auto decode = [&](const Bytes& pixel) {
      return DecodeWebp(EncodeWebp(MakeFlat(16, 16, pixel), lossless), Limits{});
    };
    EXPECT_THAT(decode({255, 0, 0}), IsPage(16, 16, Quarters{76, 76, 76, 76}, 4));
    EXPECT_THAT(decode({0, 0, 0, 0}), IsPage(16, 16, Quarters{255, 255, 255, 255}, 0));
    EXPECT_THAT(decode({0, 0, 0, 128}), IsPage(16, 16, Quarters{127, 127, 127, 127}, 4));
  }
}

TEST(WebpTest, WhereWhitePaperShowsNothingThePaperIsBlack) {
  testing::Picture picture = MakeFlat(16, 16, {255, 255, 255, 0});
  for (std::size_t i = 0; i < picture.samples.size() / 2; i += 4) picture.samples[i + 3] = 255;
  EXPECT_THAT(DecodeWebp(EncodeWebp(picture, true), Limits{}),
              IsPage(16, 16, Quarters{255, 255, 0, 0}, 0));
}

TEST(WebpTest, EachOrientationIsShownUpright) {
  const Picture picture = InColour(testing::MakeQuarters(), 3);
  const Bytes webp = EncodeWebp(picture, true);
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const bool on_side = orientation >= 5;
    EXPECT_THAT(
        DecodeWebp(testing::WithWebpExif(webp, picture, orientation), Limits{}),
        IsPage(on_side ? 32 : 48, on_side ? 48 : 32, testing::QuartersTurned(orientation), 0))
        << orientation;
  }
}

TEST(WebpTest, ACutPictureIsGivenAsFarAsItGoes) {
  for (const bool lossless : {false, true}) {
    const Picture noise = testing::MakeNoise(128, 128, 3);
    const Bytes webp = EncodeWebp(noise, lossless);
    const auto whole = DecodeWebp(webp, Limits{});
    const auto cut = DecodeWebp(ByteSpan(webp).first(webp.size() / 2), Limits{});
    ASSERT_TRUE(whole.ok() && cut.ok()) << cut.status();
    EXPECT_TRUE(std::equal(cut->pixels.begin(), cut->pixels.begin() + 128, whole->pixels.begin()));
    EXPECT_EQ(cut->pixels.back(), 255);
    EXPECT_TRUE(cut->cut);
    EXPECT_FALSE(whole->cut);
  }
}

TEST(WebpTest, ADamagedHeaderIsRefused) {
  const Bytes webp = EncodeWebp(InColour(testing::MakeQuarters(), 3), false);
  EXPECT_THAT(DecodeWebp(ByteSpan(webp).first(24), Limits{}), IsRefused(Reason::kDocumentDamaged));
  Bytes damaged = webp;
  damaged[23] ^= 0xFF;  // the start code of the frame
  EXPECT_THAT(DecodeWebp(damaged, Limits{}), IsRefused(Reason::kDocumentDamaged));
}

TEST(WebpTest, AHugeSizeIsRefusedBeforeItIsAllocated) {
  Bytes webp = EncodeWebp(InColour(testing::MakeQuarters(), 3), false);
  // RFC 6386, 9.1: 14 bits each of width and height, after the chunk header and the start code.
  for (const std::size_t at : {26U, 28U}) {
    webp[at] = 0xFF;
    webp[at + 1] = 0x3F;
  }
  EXPECT_THAT(DecodeWebp(webp, Limits{}), IsRefused(Reason::kDocumentTooManyPixels));
}

// By webpmux 1.2.4: quarters of 48 x 32 at (8, 4) of a canvas of 64 x 48, then all black.
constexpr char kAnimated[] =
    "524946469e00000057454250565038580a000000020000003f00002f0000414e494d06000000ffffffff0000"
    "414e4d463e0000000400000200002f00001f0000320000005650384c260000002f2fc007001f3055533555f3"
    "1f787750d3b6115492257924dfcc9d23fa3f01426366858d9901414e4d462c0000000000000000003f00002f"
    "0000320000005650384c140000002f3fc00b00071011fd0f0009e1ff7a31a2ffa91f";

TEST(WebpTest, TheFirstPictureOfAnAnimationIsReadAtItsPlace) {
  const Bytes webp = testing::FromHex(kAnimated);
  const auto page = DecodeWebp(webp, Limits{});
  ASSERT_TRUE(page.ok()) << page.status();
  ASSERT_EQ(page->width, 64);
  ASSERT_EQ(page->height, 48);
  const auto at = [&](int x, int y) {
    return page->pixels[static_cast<std::size_t>(y * page->width + x)];
  };
  EXPECT_EQ(at(7, 10), 255);
  EXPECT_EQ(at(20, 3), 255);
  EXPECT_EQ(at(8, 4), 0);
  EXPECT_EQ(at(8 + 24, 4), 85);
  EXPECT_EQ(at(8, 4 + 16), 170);
  EXPECT_EQ(at(8 + 47, 4 + 31), 255);
  EXPECT_FALSE(page->cut);
  EXPECT_EQ(page->showing, Showing::kDiffers);
  // Without its second picture.
  const std::size_t second = AsText(webp).rfind("ANMF");
  const auto still = DecodeWebp(ByteSpan(webp).first(second), Limits{});
  ASSERT_TRUE(still.ok()) << still.status();
  EXPECT_EQ(still->showing, Showing::kAlike);

  Limits limits;
  limits.page_pixels = 64 * 48 - 1;
  EXPECT_THAT(DecodeWebp(webp, limits), IsRefused(Reason::kDocumentTooManyPixels));
}

TEST(WebpTest, AnAnimationWithoutAPictureIsDamaged) {
  const Bytes webp = testing::FromHex(kAnimated);
  for (const std::size_t length : {std::size_t{44}, std::size_t{60}, std::size_t{72}})
    EXPECT_THAT(DecodeWebp(ByteSpan(webp).first(length), Limits{}),
                IsRefused(Reason::kDocumentDamaged))
        << length;
}

}  // namespace
}  // namespace sceau::document
