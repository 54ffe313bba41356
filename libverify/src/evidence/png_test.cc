// SPDX-License-Identifier: Apache-2.0
#include "evidence/png.h"

#include <gtest/gtest.h>

#include "evidence/png_testing.h"

namespace sceau::evidence {
namespace {

TEST(PngTest, IsReadAsItWasPainted) {
  Canvas canvas(5, 4, {1, 2, 3});
  canvas.Set(0, 0, {250, 0, 9});
  canvas.Set(4, 3, {7, 255, 128});
  const auto png = PngOf(canvas);
  ASSERT_TRUE(png.ok());
  const Canvas read = ReadPng(*png);
  EXPECT_EQ(read.width(), 5);
  EXPECT_EQ(read.height(), 4);
  EXPECT_EQ(read.rgb(), canvas.rgb());
}

// The check sum that the specification gives for an empty IEND (clause 11.2.5 has no content).
TEST(PngTest, EndsAsEveryPngDoes) {
  const auto png = PngOf(Canvas(1, 1, {}));
  ASSERT_TRUE(png.ok());
  EXPECT_TRUE(png->ends_with(std::string_view("\x00\x00\x00\x00IEND\xAE\x42\x60\x82", 12)));
}

}  // namespace
}  // namespace sceau::evidence
