// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/qr_information.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <random>

#include "barcode/decode/symbol_testing.h"

namespace sceau::barcode {
namespace {

constexpr QrLevel kAllLevels[] = {QrLevel::kL, QrLevel::kM, QrLevel::kQ, QrLevel::kH};

DrawnSymbol Drawn(int version, QrLevel level, int mask) {
  return DrawQrCode(version, level, mask, Bytes(QrBlocksOf(version, level).data_codewords(), 0x41));
}

// The worked examples of 7.9.1 and annex D, and the distances that annexes C and D promise.
TEST(QrInformationTest, Words) {
  EXPECT_EQ(FormatWord(QrLevel::kM, 5), 0b100000011001110U);
  EXPECT_EQ(VersionWord(7), 0b000111110010010100U);
  for (int version = 7; version <= 40; ++version) {
    for (int other = 7; other < version; ++other)
      EXPECT_GE(std::popcount(VersionWord(version) ^ VersionWord(other)), 8);
  }
  for (const QrLevel level : kAllLevels) {
    for (int mask = 1; mask < 8; ++mask)
      EXPECT_GE(std::popcount(FormatWord(level, mask) ^ FormatWord(level, 0)), 7);
  }
}

TEST(LikelyFormatsTest, EveryFormatBeginsWithItself) {
  for (const QrLevel level : kAllLevels) {
    for (int mask = 0; mask < 8; ++mask) {
      const DrawnSymbol symbol = Drawn(2, level, mask);
      const auto formats = LikelyFormats(symbol.values, symbol.width);
      EXPECT_EQ(formats[0].level, level);
      EXPECT_EQ(formats[0].mask, mask);
      EXPECT_FALSE(formats[0].is_mirrored);
    }
  }
}

// One copy gone and three modules of the other wrong: neither copy nor both could be corrected bit
// by bit, since the stain's modules are wrong half of the time.
TEST(LikelyFormatsTest, WhatIsSureCountsMore) {
  std::mt19937 random(18004);
  std::uniform_real_distribution<float> little(-0.2F, 0.2F);
  for (int round = 0; round < 200; ++round) {
    const int mask = round % 8;
    DrawnSymbol symbol = Drawn(3, QrLevel::kQ, mask);
    const auto cells = FormatCells(symbol.width);
    const auto value = [&](QrModule at) -> float& {
      return symbol.values[static_cast<std::size_t>(at.y * symbol.width + at.x)];
    };
    for (const QrModule at : cells[0]) value(at) = little(random);
    for (int wrong = 0; wrong < 3; ++wrong) {
      float& flipped = value(cells[1][static_cast<std::size_t>(round + 4 * wrong) % kFormatBits]);
      flipped = -flipped * 0.8F;
    }
    const auto formats = LikelyFormats(symbol.values, symbol.width);
    EXPECT_TRUE(std::ranges::any_of(formats, [&](const QrFormat& format) {
      return format.level == QrLevel::kQ && format.mask == mask;
    })) << round;
  }
}

TEST(MayHaveVersionTest, RefutesOtherSizesAndDoubtsNothingItCannotSee) {
  for (const int version : {1, 6, 7, 20, 40}) {
    DrawnSymbol symbol = Drawn(version, QrLevel::kL, 0);
    EXPECT_TRUE(MayHaveVersion(symbol.values, version));
    const auto cells = VersionCells(symbol.width);
    for (const auto& copy : cells) {
      unsigned word = VersionWord(version == 20 ? 21 : 20);
      for (std::size_t bit = 0; bit < kVersionBits && version >= 7; ++bit) {
        const bool dark = (word >> (kVersionBits - 1 - bit) & 1) != 0;
        symbol.values[static_cast<std::size_t>(copy[bit].y * symbol.width + copy[bit].x)] =
            dark ? 1.0F : -1.0F;
      }
    }
    EXPECT_EQ(MayHaveVersion(symbol.values, version), version < 7) << version;
    for (const float unseen : {0.0F, std::numeric_limits<float>::quiet_NaN()}) {
      std::ranges::fill(symbol.values, unseen);
      EXPECT_TRUE(MayHaveVersion(symbol.values, version));
    }
  }
}

}  // namespace
}  // namespace sceau::barcode
