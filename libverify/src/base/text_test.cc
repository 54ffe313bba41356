// SPDX-License-Identifier: Apache-2.0
#include "base/text.h"

#include <gtest/gtest.h>

namespace sceau {
namespace {

TEST(TextTest, Utf8IsStrict) {
  for (std::string_view good : {"", "abc", "é", "€", "\xF0\x9F\x98\x80", "\xF4\x8F\xBF\xBF",
                                "\xED\x9F\xBF", "\xEE\x80\x80"}) {
    EXPECT_TRUE(IsUtf8(good)) << good;
  }
  for (std::string_view bad :
       {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "a\xFFz", "\xC3("}) {
    EXPECT_FALSE(IsUtf8(bad)) << EscapeUnsafe(bad);
    EXPECT_FALSE(DecodeUtf8(bad).has_value());
  }
}

TEST(TextTest, Utf8RoundTrips) {
  const std::string text = "aé€\xF0\x9F\x98\x80";
  EXPECT_EQ(EncodeUtf8(*DecodeUtf8(text)), text);
}

TEST(TextTest, WhatMovesATerminalOrALabelIsEscaped) {
  EXPECT_EQ(EscapeUnsafe("a\x1B[31mb"), "a\\u{001B}[31mb");
  EXPECT_EQ(EscapeUnsafe("a\xE2\x80\xAE"
                         "b"),
            "a\\u{202E}b");
  EXPECT_EQ(EscapeUnsafe("a\xE2\x80\x8B"
                         "b"),
            "a\\u{200B}b");
  for (const char32_t filler :
       {U'\u00AD',     U'\u034F',     U'\u115F', U'\u1160',     U'\u17B4',     U'\u17B5',
        U'\u180B',     U'\u200B',     U'\u2060', U'\u2800',     U'\u3164',     U'\uFE00',
        U'\uFE0F',     U'\uFEFF',     U'\uFFA0', U'\U000E0001', U'\U000E007F', U'\U000E0100',
        U'\U000E01EF', U'\U0001FFFE', U'\uFFFF'}) {
    EXPECT_TRUE(IsUnsafeInText(filler)) << static_cast<unsigned>(filler);
  }
  for (const char32_t letter : {U'\u034E', U'\u0350', U'\u115E', U'\u1161', U'\u2801', U'\u3165',
                                U'\uFE10', U'\uFF9F', U'\uFFA1', U'\u20AC', U'\U00020000'})
    EXPECT_FALSE(IsUnsafeInText(letter)) << static_cast<unsigned>(letter);
  EXPECT_EQ(EscapeUnsafe("A\u3164B\uFE0F"), "A\\u{3164}B\\u{FE0F}");
  EXPECT_EQ(EscapeUnsafe("\xC2\x9B"), "\\u{009B}");
  EXPECT_EQ(EscapeUnsafe("\xFF"), "\\x{FF}");
  EXPECT_EQ(EscapeUnsafe("Zoë d’Été"), "Zoë d’Été");
}

TEST(TextTest, OnlyBytesThatAreNotUtf8AreEscapedWhereCharactersAreKept) {
  EXPECT_EQ(EscapeNonUtf8("Zo\xC3\xAB\n\u202E\\u{000A}.pdf"), "Zo\xC3\xAB\n\u202E\\u{000A}.pdf");
  EXPECT_EQ(EscapeNonUtf8("a\xFF.\xC3"), "a\\x{FF}.\\x{C3}");
}

TEST(TextTest, NoByteComesOutRaw) {
  for (int byte = 0; byte < 256; ++byte) {
    const std::string escaped = EscapeUnsafe(std::string(1, static_cast<char>(byte)));
    EXPECT_TRUE(IsUtf8(escaped));
    const auto decoded = DecodeUtf8(escaped);
    for (char32_t c : *decoded) EXPECT_FALSE(IsUnsafeInText(c)) << byte;
    EXPECT_EQ(EscapeUnsafe(escaped), escaped);
  }
}

TEST(TextTest, LookAlikesInALatinWordAreEscaped) {
  EXPECT_EQ(EscapeLookAlikes("DUR\u0410ND Zoë"), "DUR\\u{0410}ND Zoë");
  EXPECT_EQ(EscapeLookAlikes("DURA\u039DD-\u0396\u03C9\u03AE"),
            "DURA\\u{039D}D-\u0396\u03C9\u03AE");
  EXPECT_EQ(EscapeLookAlikes("\uFF24U"), "\\u{FF24}U");
  EXPECT_EQ(EscapeLookAlikes("\U0001D400"), "\\u{1D400}");
  for (const char* same : {"", "Zoë d’Été", "\u0410\u0411 test", "5 \u00B5m", "DUR\xFF"})
    EXPECT_EQ(EscapeLookAlikes(same), same);
  const std::string once = EscapeLookAlikes("DUR\u0410ND");
  EXPECT_EQ(EscapeLookAlikes(once), once);
}

TEST(TextTest, ANirIsMasked) {
  EXPECT_EQ(MaskNir("284058832102532"), "2 84 05 •• ••• ••• ••");
  EXPECT_EQ(MaskNir("284"), "•••");
}

TEST(TextTest, TrimAndLower) {
  EXPECT_EQ(Trim(" \r\na b\t "), "a b");
  EXPECT_EQ(Trim(" \n"), "");
  EXPECT_EQ(Lower("AbZ-9"), "abz-9");
}

}  // namespace
}  // namespace sceau
