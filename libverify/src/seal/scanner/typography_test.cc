// SPDX-License-Identifier: Apache-2.0
#include "seal/scanner/typography.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sceau::seal {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(TypographyTest, PlainTextHasNothingToUndo) {
  EXPECT_THAT(UndoTypography(U"DC04FRT9/O'BRIEN - \u00C9\x1D"), IsEmpty());
}

TEST(TypographyTest, WhatProgramsPutIn) {
  const std::pair<std::u32string_view, std::u32string_view> rows[] = {
      {U"O\u2019BRIEN", U"O'BRIEN"},
      {U"\u201CA\u201D", U"\"A\""},
      {U"A\u2003B", U"A B"},
      {U"A\u200BB\uFEFF\u00AD", U"AB"},
      {U"\u202AAB\u202C", U"AB"},
      {U"A\u2026", U"A..."},
      {U"E\u0301", U"\u00C9"},
      {U"c\u0327a", U"\u00E7a"},
      {U"\uFF21\uFF24\uFF11\uFF1A", U"AD1:"},
      {U"A\u2028B", U"A\nB"}};
  for (const auto& [text, plain] : rows)
    EXPECT_THAT(UndoTypography(text), ElementsAre(std::u32string(plain)));
}

TEST(TypographyTest, WhatMayHaveBeenTwoThings) {
  EXPECT_THAT(UndoTypography(U"A\u2013B"), ElementsAre(U"A-B", U"A--B"));
  EXPECT_THAT(UndoTypography(U"AD1\u00A0:"), ElementsAre(U"AD1 :", U"AD1:"));
  EXPECT_THAT(UndoTypography(U"\u2212\u202F"), ElementsAre(U"- ", U"-", U"-- ", U"--"));
}

TEST(TypographyTest, Capitals) {
  EXPECT_EQ(InCapitals(U"ad1:zZ9\u00E9\u00F7\u00FF"), U"AD1:ZZ9\u00C9\u00F7\u00FF");
}

}  // namespace
}  // namespace sceau::seal
