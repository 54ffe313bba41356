// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/standard_fonts.h"

#include <gtest/gtest.h>

namespace sceau::document {
namespace {

TEST(StandardFontsTest, EachHasItsWidths) {
  EXPECT_EQ(StandardWidthOf(StandardFont::kHelvetica, U'A'), 0.667);
  EXPECT_EQ(StandardWidthOf(StandardFont::kHelveticaBold, U'A'), 0.722);
  EXPECT_EQ(StandardWidthOf(StandardFont::kTimes, U' '), 0.25);
  EXPECT_EQ(StandardWidthOf(StandardFont::kTimesBoldItalic, U'é'), 0.444);
  EXPECT_EQ(StandardWidthOf(StandardFont::kCourier, U'i'), 0.6);
  EXPECT_FALSE(StandardWidthOf(StandardFont::kHelvetica, U'я'));
  EXPECT_FALSE(StandardWidthOf(StandardFont::kCourier, U'\uFFFD'));
}

TEST(StandardFontsTest, OnlyTheStandardOnesAreNamed) {
  EXPECT_EQ(StandardFontOf("Helvetica-Oblique"), StandardFont::kHelvetica);
  EXPECT_EQ(StandardFontOf("Courier-BoldOblique"), StandardFont::kCourier);
  EXPECT_FALSE(StandardFontOf("ABCDEF+Helvetica"));
  EXPECT_FALSE(StandardFontOf("Symbol"));
  EXPECT_FALSE(StandardFontOf(""));
}

}  // namespace
}  // namespace sceau::document
