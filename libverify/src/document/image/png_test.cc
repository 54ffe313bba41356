// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string_view>

#include "document/image/codecs.h"
#include "document/image/matchers_testing.h"
#include "document/image/testing.h"

namespace sceau::document {
namespace {

using testing::EncodePng;
using testing::IsPage;
using testing::IsRefused;
using testing::kQuarters;
using testing::MakeFlat;
using testing::MakeQuarters;
using testing::Quarters;

// The standard's own checksum (W3C PNG, annex D), for headers that no encoder would write.
std::uint32_t Crc(ByteSpan bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

void Put32(Bytes& bytes, std::size_t at, std::uint32_t number) {
  for (std::size_t i = 0; i < 4; ++i)
    bytes.at(at + i) = static_cast<std::uint8_t>(number >> (24 - 8 * i));
}

Bytes WithHeaderSize(Bytes png, std::uint32_t width, std::uint32_t height) {
  Put32(png, 16, width);
  Put32(png, 20, height);
  Put32(png, 29, Crc(ByteSpan(png).subspan(12, 17)));
  return png;
}

TEST(PngTest, EachBitDepth) {
  for (const int depth : {2, 4, 8, 16})
    EXPECT_THAT(DecodePng(EncodePng(MakeQuarters(), {.bit_depth = depth}), Limits{}),
                IsPage(48, 32, kQuarters, 0))
        << depth;
  EXPECT_THAT(DecodePng(EncodePng(MakeQuarters(), {.bit_depth = 1}), Limits{}),
              IsPage(48, 32, Quarters{0, 0, 255, 255}, 0));
}

TEST(PngTest, APaletteGivesItsColours) {
  EXPECT_THAT(DecodePng(EncodePng(MakeQuarters(), {.palette = true}), Limits{}),
              IsPage(48, 32, kQuarters, 0));
}

TEST(PngTest, InterlacedIsTheSamePageAsNot) {
  for (const auto& [width, height] : {std::pair{48, 32}, {5, 3}, {1, 1}, {4, 9}, {129, 65}}) {
    const testing::Picture picture = MakeQuarters(width, height);
    const auto plain = DecodePng(EncodePng(picture), Limits{});
    const auto interlaced = DecodePng(EncodePng(picture, {.interlaced = true}), Limits{});
    ASSERT_TRUE(plain.ok() && interlaced.ok());
    EXPECT_EQ(plain->pixels, picture.samples);
    EXPECT_EQ(interlaced->pixels, picture.samples) << width << " x " << height;
  }
}

TEST(PngTest, ColourBecomesLuminanceAndAlphaShowsWhite) {
  const auto decode = [](const Bytes& pixel, int depth) {
    return DecodePng(EncodePng(MakeFlat(8, 8, pixel), {.bit_depth = depth}), Limits{});
  };
  for (const int depth : {8, 16}) {
    EXPECT_THAT(decode({255, 0, 0}, depth), IsPage(8, 8, Quarters{76, 76, 76, 76}, 0));
    EXPECT_THAT(decode({255, 0, 0, 0}, depth), IsPage(8, 8, Quarters{255, 255, 255, 255}, 0));
    EXPECT_THAT(decode({0, 0, 0, 255}, depth), IsPage(8, 8, Quarters{0, 0, 0, 0}, 0));
    EXPECT_THAT(decode({0, 128}, depth), IsPage(8, 8, Quarters{127, 127, 127, 127}, 0));
  }
}

// White modules on transparent pixels.
TEST(PngTest, WhereWhitePaperShowsNothingThePaperIsBlack) {
  testing::Picture picture = MakeFlat(8, 8, {255, 0});
  for (std::size_t i = 0; i < picture.samples.size() / 2; i += 2) picture.samples[i + 1] = 255;
  for (const bool interlaced : {false, true})
    EXPECT_THAT(DecodePng(EncodePng(picture, {.interlaced = interlaced}), Limits{}),
                IsPage(8, 8, Quarters{255, 255, 0, 0}, 0));
  picture.samples[0] = 0;
  EXPECT_THAT(DecodePng(EncodePng(picture), Limits{}),
              IsPage(8, 8, Quarters{255, 255, 255, 255}, 0));
}

TEST(PngTest, EachOrientationIsShownUpright) {
  for (int orientation = 1; orientation <= 8; ++orientation) {
    const bool on_side = orientation >= 5;
    EXPECT_THAT(
        DecodePng(EncodePng(MakeQuarters(), {.orientation = orientation}), Limits{}),
        IsPage(on_side ? 32 : 48, on_side ? 48 : 32, testing::QuartersTurned(orientation), 0));
  }
}

TEST(PngTest, ACutPictureIsWhiteFromTheCutOn) {
  const testing::Picture noise = testing::MakeNoise(64, 64, 1);
  const Bytes png = EncodePng(noise);
  const auto page = DecodePng(ByteSpan(png).first(png.size() / 2), Limits{});
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_TRUE(std::equal(page->pixels.begin(), page->pixels.begin() + 64, noise.samples.begin()));
  EXPECT_EQ(page->pixels.back(), 255);
  EXPECT_TRUE(page->cut);
  EXPECT_FALSE(DecodePng(png, Limits{})->cut);
}

// The chunk "eXIf" moved to behind the picture, where PNG allows it as well.
TEST(PngTest, OrientationMayFollowThePicture) {
  Bytes png = EncodePng(MakeQuarters(), {.orientation = 6});
  const std::size_t name = AsText(png).find("eXIf");
  ASSERT_NE(name, std::string_view::npos);
  const auto start = png.begin() + static_cast<std::ptrdiff_t>(name) - 4;
  const std::size_t length = 12 + std::size_t{png[name - 1]};
  const Bytes chunk(start, start + static_cast<std::ptrdiff_t>(length));
  png.erase(start, start + static_cast<std::ptrdiff_t>(length));
  constexpr std::ptrdiff_t kEndChunk = 12;
  png.insert(png.end() - kEndChunk, chunk.begin(), chunk.end());
  EXPECT_THAT(DecodePng(png, Limits{}), IsPage(32, 48, testing::QuartersTurned(6), 0));
}

TEST(PngTest, ADamagedHeaderIsRefused) {
  Bytes png = EncodePng(MakeQuarters());
  EXPECT_THAT(DecodePng(ByteSpan(png).first(30), Limits{}), IsRefused(Reason::kDocumentDamaged));
  EXPECT_THAT(DecodePng(WithHeaderSize(png, 0, 32), Limits{}), IsRefused(Reason::kDocumentDamaged));
  png[20] ^= 1;  // the checksum no longer holds
  EXPECT_THAT(DecodePng(png, Limits{}), IsRefused(Reason::kDocumentDamaged));
}

TEST(PngTest, AHugeSizeIsRefusedBeforeItIsAllocated) {
  const Bytes png = EncodePng(MakeQuarters());
  for (const std::uint32_t side : {60'000U, 2'000'000U, 0x7FFFFFFFU})
    EXPECT_THAT(DecodePng(WithHeaderSize(png, side, side), Limits{}),
                IsRefused(Reason::kDocumentTooManyPixels));
}

}  // namespace
}  // namespace sceau::document
