// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <vector>

#include "document/image/codecs.h"
#include "document/image/matchers_testing.h"
#include "document/image/testing.h"

namespace sceau::document {
namespace {

using testing::IsPage;
using testing::IsRefused;
using testing::kQuarters;
using testing::MakeQuarters;
using testing::Quarters;

constexpr int kBmpWidth = 48;
constexpr int kBmpHeight = 32;
constexpr Quarters kTwoTones = {0, 0, 255, 255};

struct BmpForm {
  const char* name = "";
  std::uint32_t header = 40;
  int bits = 24;
  std::uint32_t compression = 0;
  std::vector<std::uint32_t> masks = {};
  Quarters greys = kQuarters;
  int error = 0;
  bool top_down = false;
  std::uint32_t alpha = 0xFF000000;  // of pixels of 32 bits
};

void PutBmp(Bytes& to, std::uint64_t number, std::size_t size) {
  for (std::size_t i = 0; i < size; ++i) to.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}

// The greys as this form has them.
std::uint32_t PixelOf(const BmpForm& form, unsigned grey) {
  if (form.bits == 24) return grey * 0x010101;
  if (form.bits == 32) return form.alpha | grey * 0x010101;
  if (form.bits == 16 && form.masks.size() > 1) {  // 5, 6 and 5 bits
    return grey >> 3 << 11 | grey >> 2 << 5 | grey >> 3;
  }
  return grey >> 3 << 10 | grey >> 3 << 5 | grey >> 3;
}

Bytes PackedRow(const BmpForm& form, const testing::Picture& picture, int y) {
  Bytes row;
  unsigned byte = 0;
  for (int x = 0; x < picture.width; ++x) {
    const unsigned grey = picture.samples[static_cast<std::size_t>(y * picture.width + x)];
    if (form.bits > 8) {
      PutBmp(row, PixelOf(form, grey), static_cast<std::size_t>(form.bits) / 8);
      continue;
    }
    const int in_byte = x * form.bits % 8;
    byte |= grey >> (8 - form.bits) << (8 - form.bits - in_byte);
    if (in_byte + form.bits == 8) {
      row.push_back(static_cast<std::uint8_t>(byte));
      byte = 0;
    }
  }
  return row;
}

Bytes RowsOf(const BmpForm& form) {
  const testing::Picture picture = MakeQuarters(kBmpWidth, kBmpHeight);
  Bytes pixels;
  for (int i = 0; i < kBmpHeight; ++i) {
    Bytes row = PackedRow(form, picture, form.top_down ? i : kBmpHeight - 1 - i);
    row.resize((row.size() + 3) / 4 * 4);
    pixels.insert(pixels.end(), row.begin(), row.end());
  }
  return pixels;
}

Bytes MakeBmp(const BmpForm& form, const Bytes& pixels, int height = kBmpHeight,
              std::uint32_t width = kBmpWidth) {
  Bytes head;
  PutBmp(head, form.header, 4);
  if (form.header == 12) {
    for (const std::uint64_t field :
         {std::uint64_t{width}, std::uint64_t(height), std::uint64_t{1}, std::uint64_t(form.bits)})
      PutBmp(head, field, 2);
  } else {
    PutBmp(head, width, 4);
    PutBmp(head, static_cast<std::uint32_t>(form.top_down ? -height : height), 4);
    PutBmp(head, 1, 2);
    PutBmp(head, static_cast<std::uint32_t>(form.bits), 2);
    if (form.header > 16) PutBmp(head, form.compression, 4);
    head.resize(std::min<std::size_t>(40, form.header));
    for (const std::uint32_t mask : form.masks) PutBmp(head, mask, 4);
    head.resize(std::max<std::size_t>(head.size(), form.header));
  }
  if (form.bits <= 8) {
    const unsigned colours = 1U << form.bits;
    for (unsigned i = 0; i < colours; ++i)
      PutBmp(head, i * 255 / (colours - 1) * 0x010101, form.header == 12 ? 3 : 4);
  }
  Bytes bmp = ToBytes(AsBytes("BM"));
  PutBmp(bmp, 14 + head.size() + pixels.size(), 4);
  PutBmp(bmp, 0, 4);
  PutBmp(bmp, 14 + head.size(), 4);
  bmp.insert(bmp.end(), head.begin(), head.end());
  bmp.insert(bmp.end(), pixels.begin(), pixels.end());
  return bmp;
}

TEST(BmpTest, EachFormIsTheSamePage) {
  const BmpForm cases[] = {
      {.name = "1 bit", .bits = 1, .greys = kTwoTones},
      {.name = "2 bits", .bits = 2},
      {.name = "4 bits", .bits = 4},
      {.name = "8 bits", .bits = 8},
      {.name = "16 bits", .bits = 16, .error = 4},
      {.name = "24 bits"},
      {.name = "32 bits, the fourth byte unused", .bits = 32, .alpha = 0},
      {.name = "top down", .top_down = true},
      {.name = "16 bits by masks",
       .bits = 16,
       .compression = 3,
       .masks = {0xF800, 0x07E0, 0x001F},
       .error = 4},
      {.name = "32 bits by masks", .bits = 32, .compression = 3, .masks = {0xFF0000, 0xFF00, 0xFF}},
      {.name = "masks in the header",
       .header = 52,
       .bits = 32,
       .compression = 3,
       .masks = {0xFF0000, 0xFF00, 0xFF}},
      {.name = "version 4",
       .header = 108,
       .bits = 32,
       .compression = 3,
       .masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000}},
      {.name = "version 5, no alpha written",
       .header = 124,
       .bits = 32,
       .compression = 3,
       .masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000},
       .alpha = 0},
      {.name = "masks with alpha behind the header",
       .bits = 32,
       .compression = 6,
       .masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000}},
      {.name = "version 5 without masks", .header = 124},
      {.name = "OS/2 1", .header = 12, .bits = 8},
      {.name = "OS/2 1, 24 bits", .header = 12},
      {.name = "OS/2 2", .header = 64, .bits = 4},
      {.name = "OS/2 2, short", .header = 16, .bits = 8},
  };
  for (const BmpForm& form : cases)
    EXPECT_THAT(DecodeBmp(MakeBmp(form, RowsOf(form)), Limits{}),
                IsPage(kBmpWidth, kBmpHeight, form.greys, form.error))
        << form.name;
}

TEST(BmpTest, WhatIsTransparentShowsWhitePaper) {
  const BmpForm form{.header = 124,
                     .bits = 32,
                     .compression = 3,
                     .masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000},
                     .alpha = 0x01000000};
  EXPECT_THAT(DecodeBmp(MakeBmp(form, RowsOf(form)), Limits{}),
              IsPage(kBmpWidth, kBmpHeight, Quarters{255, 255, 255, 255}, 1));
}

TEST(BmpTest, TransparentPixelsAndProfilesDiffer) {
  BmpForm form{.header = 124,
               .bits = 32,
               .compression = 3,
               .masks = {0xFF0000, 0xFF00, 0xFF, 0xFF000000},
               .alpha = 0xFF000000};
  const auto showing = [&](std::string_view colours) {
    Bytes bmp = MakeBmp(form, RowsOf(form));
    std::ranges::copy(AsBytes(colours), bmp.begin() + 70);  // bV5CSType
    const auto page = DecodeBmp(bmp, Limits{});
    return page.ok() ? page->showing : Showing::kUnchecked;
  };
  EXPECT_EQ(showing("BGRs"), Showing::kAlike);
  EXPECT_EQ(showing("DEBM"), Showing::kDiffers);
  EXPECT_EQ(showing("KNIL"), Showing::kDiffers);
  form.alpha = 0x80000000;
  EXPECT_EQ(showing("BGRs"), Showing::kDiffers);
}

TEST(BmpTest, RunsOfEachKind) {
  const BmpForm eight{.bits = 8, .compression = 1};
  const BmpForm four{.bits = 4, .compression = 2};
  // From the bottom: four of one grey; three by themselves, padded; a step; the end.
  const Bytes of_eight = {4, 0x55, 0, 0, 0, 3, 1,    2, 3,    0, 0,
                          0, 0,    2, 1, 1, 2, 0xAA, 9, 0xBB, 0, 1};
  const auto page = DecodeBmp(MakeBmp(eight, of_eight, 4, 4), Limits{});
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_EQ(page->pixels, (Bytes{255, 0xAA, 0xAA, 0xBB,  //
                                 255, 255, 255, 255,     //
                                 1, 2, 3, 255,           //
                                 0x55, 0x55, 0x55, 0x55}));
  EXPECT_FALSE(page->cut);
  const Bytes of_four = {3, 0x1F, 0, 0, 0, 3, 0x23, 0x40, 0, 1};
  const auto small = DecodeBmp(MakeBmp(four, of_four, 2, 4), Limits{});
  ASSERT_TRUE(small.ok()) << small.status();
  EXPECT_EQ(small->pixels, (Bytes{0x22, 0x33, 0x44, 255, 0x11, 0xFF, 0x11, 255}));
}

TEST(BmpTest, RunsPastTheEdgesAreNotWritten) {
  const BmpForm eight{.bits = 8, .compression = 1};
  for (const Bytes& runs : {Bytes{255, 7, 255, 7, 0, 0, 255, 7, 0, 0, 255, 7, 0, 0, 255, 7},
                            Bytes{0, 2, 255, 255, 1, 1}, Bytes{0, 2, 255, 0, 1, 1}, Bytes{0, 9, 1},
                            Bytes{0}, Bytes{1}, Bytes{0, 2, 1}}) {
    const auto page = DecodeBmp(MakeBmp(eight, runs, 2, 3), Limits{});
    ASSERT_TRUE(page.ok()) << page.status();
    EXPECT_EQ(page->pixels.size(), 6U);
  }
}

TEST(BmpTest, ACutPictureIsGivenAsFarAsItGoes) {
  const BmpForm form;
  Bytes pixels = RowsOf(form);
  pixels.resize(pixels.size() / 2);
  const auto page = DecodeBmp(MakeBmp(form, pixels), Limits{});
  EXPECT_THAT(page, IsPage(kBmpWidth, kBmpHeight, (Quarters{255, 255, 170, 255}), 0));
  EXPECT_TRUE(page->cut);
  EXPECT_THAT(DecodeBmp(MakeBmp(form, {1, 2, 3}), Limits{}), IsRefused(Reason::kDocumentDamaged));
  EXPECT_THAT(DecodeBmp(MakeBmp(form, {}), Limits{}), IsRefused(Reason::kDocumentDamaged));
}

TEST(BmpTest, SizesAreHeldAgainstTheLimitBeforeAnythingIsMade) {
  const BmpForm form;
  const Bytes pixels = RowsOf(form);
  EXPECT_THAT(DecodeBmp(MakeBmp(form, pixels, 0x7FFFFFFF, 0x7FFFFFFF), Limits{}),
              IsRefused(Reason::kDocumentTooManyPixels));
  EXPECT_THAT(DecodeBmp(MakeBmp(form, pixels, kBmpHeight, 0x80000000), Limits{}),
              IsRefused(Reason::kDocumentDamaged));
  EXPECT_THAT(DecodeBmp(MakeBmp(form, pixels, 0), Limits{}), IsRefused(Reason::kDocumentDamaged));
}

TEST(BmpTest, WhatNobodyWritesIsRefused) {
  for (const auto& [bits, compression] : {std::pair{24, 4U},
                                          {24, 5U},
                                          {8, 2U},
                                          {4, 1U},
                                          {24, 3U},
                                          {3, 0U},
                                          {0, 0U},
                                          {64, 0U},
                                          {1, 11U}}) {
    const BmpForm form{.bits = 24, .compression = compression};
    Bytes bmp = MakeBmp(form, RowsOf(form));
    bmp[28] = static_cast<std::uint8_t>(bits);
    EXPECT_THAT(DecodeBmp(bmp, Limits{}), IsRefused(Reason::kDocumentDamaged))
        << bits << " " << compression;
  }
  const BmpForm os2{.header = 64, .bits = 16, .compression = 3};
  EXPECT_THAT(DecodeBmp(MakeBmp(os2, RowsOf(os2)), Limits{}), IsRefused(Reason::kDocumentDamaged));
}

TEST(BmpTest, APaletteThatIsCutIsBlack) {
  const BmpForm form{.bits = 8};
  Bytes bmp = MakeBmp(form, RowsOf(form));
  bmp[46] = 2;  // colours used
  EXPECT_THAT(DecodeBmp(bmp, Limits{}), IsPage(kBmpWidth, kBmpHeight, (Quarters{0, 0, 0, 0}), 0));
}

}  // namespace
}  // namespace sceau::document
