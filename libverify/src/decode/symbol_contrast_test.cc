// SPDX-License-Identifier: Apache-2.0
#include "decode/symbol_contrast.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace sceau::decode {
namespace {

constexpr int kSide = 40;
constexpr Corners kWhole = {{{0, 0}, {kSide, 0}, {kSide, kSide}, {0, kSide}}};

// Modules of 4 pixels, turn by turn.
PageImage Chessboard(std::uint8_t dark, std::uint8_t light) {
  PageImage image{kSide, kSide, {}};
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) image.pixels.push_back((x / 4 + y / 4) % 2 == 0 ? dark : light);
  }
  return image;
}

TEST(SymbolContrastTest, ModulesThatHardlyDifferAreFaint) {
  EXPECT_TRUE(IsFaint(Chessboard(247, 255), kWhole));  // ink of 3 %
  EXPECT_TRUE(IsFaint(Chessboard(225, 255), kWhole));
  EXPECT_FALSE(IsFaint(Chessboard(220, 255), kWhole));
  EXPECT_TRUE(IsFaint(Chessboard(0, 7), kWhole));
  EXPECT_FALSE(IsFaint(Chessboard(0, 9), kWhole));
  EXPECT_FALSE(IsFaint(Chessboard(40, 60), kWhole)) << "a photo in the dark";
  EXPECT_FALSE(IsFaint(Chessboard(255, 0), kWhole));
}

TEST(SymbolContrastTest, OnlyTheSymbolIsMeasured) {
  PageImage image = Chessboard(250, 255);
  for (int i = 0; i < kSide; ++i) image.pixels[static_cast<std::size_t>(i)] = 0;
  EXPECT_TRUE(IsFaint(image, {{{0, 8}, {kSide, 8}, {kSide, kSide}, {0, kSide}}}));
}

TEST(SymbolContrastTest, CornersMayLieOutside) {
  EXPECT_FALSE(IsFaint(Chessboard(0, 255), {{{-5, -5}, {50, -5}, {50, 50}, {-5, 50}}}));
  EXPECT_FALSE(IsFaint(Chessboard(0, 255), {{{100, 100}, {150, 100}, {150, 150}, {100, 150}}}));
  EXPECT_FALSE(IsFaint(PageImage{}, kWhole));
}

}  // namespace
}  // namespace sceau::decode
