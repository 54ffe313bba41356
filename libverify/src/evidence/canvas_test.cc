// SPDX-License-Identifier: Apache-2.0
#include "evidence/canvas.h"

#include <gtest/gtest.h>

namespace sceau::evidence {
namespace {

constexpr Colour kWhite{255, 255, 255};
constexpr Colour kRed{200, 10, 20};

int CountOf(const Canvas& canvas, Colour colour) {
  int count = 0;
  for (int y = 0; y < canvas.height(); ++y) {
    for (int x = 0; x < canvas.width(); ++x) count += canvas.At(x, y) == colour ? 1 : 0;
  }
  return count;
}

TEST(CanvasTest, WhatLiesOutsideIsLeftOut) {
  Canvas canvas(4, 3, kWhite);
  canvas.Set(-1, 0, kRed);
  canvas.Set(4, 0, kRed);
  canvas.Set(0, 3, kRed);
  EXPECT_EQ(CountOf(canvas, kWhite), 12);
  canvas.Fill({-5, 2, 2, 90}, kRed);
  EXPECT_EQ(CountOf(canvas, kRed), 2);
  EXPECT_EQ(canvas.At(1, 2), kRed);
}

TEST(CanvasTest, AFrameLeavesWhatItIsAround) {
  Canvas canvas(9, 9, kWhite);
  canvas.Frame({3, 3, 6, 6}, 2, kRed);
  EXPECT_EQ(CountOf(canvas, kRed), 7 * 7 - 3 * 3);
  EXPECT_EQ(canvas.At(4, 4), kWhite);
  EXPECT_EQ(canvas.At(1, 1), kRed);
  EXPECT_EQ(canvas.At(0, 4), kWhite);
}

TEST(CanvasTest, ASizeBelowZeroIsNone) { EXPECT_TRUE(Canvas(-3, 5, kWhite).rgb().empty()); }

}  // namespace
}  // namespace sceau::evidence
