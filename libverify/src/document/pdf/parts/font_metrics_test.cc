// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/font_metrics.h"

#include <gtest/gtest.h>

#include <string>

#include "fmt/format.h"

namespace sceau::document {
namespace {

using namespace std::string_literals;

FontMetrics Metrics(const std::string& font) { return FontMetrics(QPDFObjectHandle::parse(font)); }

TextState SizeTen() {
  TextState text;
  text.size = 10;
  return text;
}

TEST(FontMetricsTest, WidthsComeFromTheFont) {
  const std::string simple = "<< /Subtype /TrueType /BaseFont /Text /FirstChar 65 ";
  const std::string composite =
      "<< /Subtype /Type0 /BaseFont /Text /Encoding /Identity-H /DescendantFonts [<< ";
  const struct {
    std::string font;
    std::string bytes;
    double total;  // at 10 points
  } kCases[] = {
      {simple + "/Widths [500 250] >>", "AB", 7.5},
      {simple + "/Widths [500 250] >>", "C@", 0},  // after the last, before the first
      {simple + "/Widths [500] /FontDescriptor << /MissingWidth 300 >> >>", "AC", 8},
      {simple + "/Widths [500 /None] /FontDescriptor << /MissingWidth 300 >> >>", "B", 3},
      {composite + ">>] >>", "\0A"s, 10},
      {composite + "/DW 400 >>] >>", "\0A\0B"s, 8},
      {composite + "/DW 400 /W [65 [500 250]] >>] >>", "\0A\0B\0C"s, 11.5},
      {composite + "/W [65 66 500 70 [100]] >>] >>", "\0A\0B\0F"s, 11},
      {composite + "/W [65 66] >>] >>", "\0A"s, 10},  // the width is missing
      {composite + "/W [65 [500 /None]] /DW 100 >>] >>", "\0A\0B"s, 6},
      {composite + "/DW 400 >>] >>", "\0A\0"s, 4},  // half a code is none
  };
  for (const auto& c : kCases) {
    const FontMetrics metrics = Metrics(c.font);
    EXPECT_TRUE(metrics.ordinary()) << c.font;
    EXPECT_DOUBLE_EQ(metrics.AdvanceOf(c.bytes, SizeTen()), c.total) << c.font;
  }
}

TEST(FontMetricsTest, TheStandardFontsAreEstimatedRatherTooWide) {
  const FontMetrics metrics = Metrics("<< /Subtype /Type1 /BaseFont /Helvetica >>");
  EXPECT_DOUBLE_EQ(metrics.AdvanceOf("ab", SizeTen()), 14);
}

TEST(FontMetricsTest, SpacesAreAdded) {
  TextState text = SizeTen();
  text.character_space = 1;
  text.word_space = 20;
  const std::string simple = "<< /Subtype /TrueType /FirstChar 32 /Widths [500 500] >>";
  EXPECT_DOUBLE_EQ(Metrics(simple).AdvanceOf(" !", text), 32);
  // Of two bytes, none is the space that Tw widens.
  const std::string composite =
      "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /DW 500 >>] >>";
  EXPECT_DOUBLE_EQ(Metrics(composite).AdvanceOf("\0 "s, text), 6);
}

TEST(FontMetricsTest, WhatMayDrawIsNotOrdinary) {
  for (const char* font : {
           "7",
           "<< /Subtype /Type3 >>",
           "<< /Subtype /TrueType /BaseFont /ABCDEF+Code128Large >>",
           "<< /Subtype /TrueType /BaseFont /EAN13 >>",
           "<< /Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [<< >>] >>",
           "<< /Subtype /Type0 /Encoding /Identity-H >>",
           "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [] >>",
           "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [7] >>",
       })
    EXPECT_FALSE(Metrics(font).ordinary()) << font;
}

TEST(FontMetricsTest, EachGlyphOfAFontOfMarksMayBeABlock) {
  for (const char* name : {"ZapfDingbats", "ABCDEF+Wingdings-Regular", "Symbol"}) {
    const FontMetrics metrics = Metrics(fmt::format("<< /Subtype /Type1 /BaseFont /{} >>", name));
    EXPECT_TRUE(metrics.ordinary()) << name;
    EXPECT_FALSE(metrics.says_letters()) << name;
    EXPECT_EQ(metrics.BlocksIn("4n4"), 3) << name;
  }
}

TEST(FontMetricsTest, AWordWithinANameMakesNoFontOfCodes) {
  for (const char* name : {"ABQRCD+Arial", "ABCDEF+OceanSans", "Korean"}) {
    const FontMetrics metrics = Metrics(fmt::format("<< /Subtype /Type1 /BaseFont /{} >>", name));
    EXPECT_TRUE(metrics.ordinary()) << name;
    EXPECT_EQ(metrics.BlocksIn("4n4"), 0) << name;
  }
}

TEST(FontMetricsTest, BlocksAreKnownByWhatTheFontSaysOfThem) {
  const std::string named = "<< /Subtype /Type1 /BaseFont /Text /Encoding << /Differences ";
  const struct {
    std::string font;
    int blocks;  // of "abcd"
  } kCases[] = {
      {"<< /Subtype /Type1 /BaseFont /Helvetica >>", 0},
      {named + "[97 /block /upblock /a /b] >> >>", 2},
      {named + "[97 /uni2588 99 /uni25A0 /uni0041] >> >>", 2},
      {named + "[96 /block 98 /space] >> >>", 0},
      {named + "[-5 /block 900 /block] >> >>", 0},
  };
  for (const auto& c : kCases) EXPECT_EQ(Metrics(c.font).BlocksIn("abcd"), c.blocks) << c.font;
}

TEST(FontMetricsTest, AMapToUnicodeSaysWhatItsCodesStandFor) {
  QPDF pdf;
  pdf.emptyPDF();
  const auto with_map = [&](const std::string& map) {
    QPDFObjectHandle font = QPDFObjectHandle::parse(
        "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< >>] >>");
    if (!map.empty()) font.replaceKey("/ToUnicode", QPDFObjectHandle::newStream(&pdf, map));
    return FontMetrics(font);
  };
  const struct {
    std::string map;
    int blocks;  // of the codes 1, 2, 3
    bool letters;
  } kCases[] = {
      {"", 0, false},
      {"2 beginbfchar <0001> <2588> <0002> <0041> endbfchar", 1, true},
      {"1 beginbfrange <0001> <0003> <2580> endbfrange", 3, true},
      {"1 beginbfrange <0000> <0003> [<0041> <2584> <0020> <25CF>] endbfrange", 2, true},
      {"1 beginbfchar <0003> <D83EDF00> endbfchar", 1, true},  // U+1FB00
      {"1 beginbfchar <0001> <E001> endbfchar", 0, false},     // anybody's
      {"1 beginbfrange <0003> <0001> <2588> endbfrange", 0, true},
      {"1 beginbfchar <0001> <25", 0, true},
      {"endbfchar endbfrange", 0, true},
  };
  for (const auto& c : kCases) {
    const FontMetrics metrics = with_map(c.map);
    EXPECT_EQ(metrics.BlocksIn("\0\1\0\2\0\3"s), c.blocks) << c.map;
    EXPECT_EQ(metrics.says_letters(), c.letters) << c.map;
  }
}

TEST(FontMetricsTest, ACMapOfTheFileSaysHowLongItsCodesAre) {
  QPDF pdf;
  pdf.emptyPDF();
  const auto with_cmap = [&](const std::string& cmap, const std::string& entries) {
    QPDFObjectHandle font = QPDFObjectHandle::parse(
        "<< /Subtype /Type0 /DescendantFonts [<< /DW 400 /W [7 [300 600]] >>] >>");
    QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, cmap);
    stream.getDict().replaceKey("/WMode", QPDFObjectHandle::parse(entries));
    font.replaceKey("/Encoding", stream);
    return FontMetrics(font);
  };
  const std::string two = "/WMode 0 def 1 begincodespacerange <0000> <FFFF> endcodespacerange ";
  const struct {
    std::string cmap;
    double advance;  // of four bytes, each code as wide as the widest; 0: not ordinary
    std::string mode = "null";
  } kCases[] = {
      {two, 12},
      {two, 12, "0"},
      {two, 0, "1"},
      {two + "/WMode 1 def", 0},
      {two + "/Other usecmap", 0},
      {two + "1 begincodespacerange <00> <80> endcodespacerange", 0},
      {"1 begincodespacerange <00> <FF> endcodespacerange", 24},
      {"1 begincodespacerange <000000> <FFFFFF> endcodespacerange", 0},
      {"1 begincodespacerange <0000> <FFFF endcodespacerange", 0},
      {"", 0},
  };
  for (const auto& c : kCases) {
    const FontMetrics metrics = with_cmap(c.cmap, c.mode);
    EXPECT_EQ(metrics.ordinary(), c.advance > 0) << c.cmap;
    if (c.advance > 0) {
      EXPECT_DOUBLE_EQ(metrics.AdvanceOf("\0A\0B"s, SizeTen()), c.advance) << c.cmap;
    }
  }
}

// Each triple names every code: 300 bytes must not cost millions of entries.
TEST(FontMetricsTest, WidthsOfManyCodesAreReadToABound) {
  std::string ranges;
  for (int i = 0; i < 30; ++i) ranges += fmt::format("0 65535 {} ", 100 + i);
  const FontMetrics metrics = Metrics(
      "<< /Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<< /W [" + ranges + "] >>] >>");
  EXPECT_FALSE(metrics.ordinary());
  EXPECT_DOUBLE_EQ(metrics.AdvanceOf("\0A"s, SizeTen()), 10);
}

}  // namespace
}  // namespace sceau::document
