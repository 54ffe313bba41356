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

}  // namespace
}  // namespace sceau::document
