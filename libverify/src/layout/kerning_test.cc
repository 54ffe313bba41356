// SPDX-License-Identifier: Apache-2.0
#include "layout/kerning.h"

#include <gtest/gtest.h>

#include "layout/fonts.h"

namespace sceau::layout {
namespace {

// Two pairs: (1, 2) by -5, (3, 4) by 300.
const Bytes kTable = {0, 0, 0, 1, 0, 0, 0, 26,   0,    1, 0, 2, 0, 0,    0,
                      0, 0, 0, 0, 1, 0, 2, 0xFF, 0xFB, 0, 3, 0, 4, 0x01, 0x2C};

TEST(KerningTest, FindsPairs) {
  const Kerning kerning(kTable);
  EXPECT_EQ(kerning.pairs(), 2U);
  EXPECT_EQ(kerning.Between(1, 2), -5);
  EXPECT_EQ(kerning.Between(3, 4), 300);
  EXPECT_EQ(kerning.Between(2, 1), 0);
  EXPECT_EQ(kerning.Between(9, 9), 0);
}

TEST(KerningTest, TakesNoMoreThanIsThereAndNothingOfOtherTables) {
  for (std::size_t length = 0; length < kTable.size(); ++length) {
    const Kerning kerning(ByteSpan(kTable).first(length));
    EXPECT_EQ(kerning.pairs(), length < 24 ? 0U : 1U) << length;
  }
  for (const std::size_t at : {3U, 8U, 9U}) {  // subtables, format, coverage
    Bytes other = kTable;
    other[at] = 2;
    EXPECT_EQ(Kerning(other).pairs(), 0U) << at;
  }
  Bytes unsorted = kTable;
  unsorted[19] = 7;
  EXPECT_EQ(Kerning(unsorted).pairs(), 0U);
}

// Of these FreeType sees none (kerning.h).
TEST(KerningTest, HasThePairsOfTheApostropheAndOfAccents) {
  const Fonts fonts = *Fonts::Open();
  for (const Face face : {Face::kRegular, Face::kSemibold}) {
    const auto between = [&](char32_t left, char32_t right) {
      return fonts.KerningBetween(face, fonts.GlyphOf(face, left), fonts.GlyphOf(face, right));
    };
    EXPECT_LT(between(U'\u2019', U'a'), 0);
    EXPECT_LT(between(U'\u2019', U'A'), 0);
    EXPECT_LT(between(U'Ÿ', U'a'), 0);
    EXPECT_LT(between(U'T', U'o'), 0);
  }
}

}  // namespace
}  // namespace sceau::layout
