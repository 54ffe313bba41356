// SPDX-License-Identifier: Apache-2.0
// Codes under paints of which the parts of a page do not tell where they are, or what they hide.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "decode/code_pages_testing.h"
#include "fmt/format.h"

namespace sceau::decode {
namespace {

using code_pages::kBox;
using code_pages::Rectangles;
using document::testing::MakeStream;
using document::testing::PdfExtras;

// The code stands at (60, 60) and is 50 to 60 points wide.
struct CoverCase {
  const char* name;
  std::string cover;  // painted after the code
  std::string resources;
  std::vector<std::string> objects;  // from 8 0 R on
  std::string more;                  // of the page
  bool drawn = true;                 // the page has to be
};

class CoveredTest : public ::testing::TestWithParam<CoverCase> {};

TEST_P(CoveredTest, WhatThePageDoesNotShowIsHidden) {
  const CoverCase& c = GetParam();
  code_pages::ExpectIsHidden(
      {c.name, {Rectangles() + c.cover, kBox, c.more, c.resources}, c.drawn, {"", c.objects}});
}

std::string WhiteCells(const std::string& entries, const std::string& content) {
  return MakeStream("/PatternType 1/TilingType 1" + entries, content);
}

// A font of one glyph, A, that is a square of 1 em.
std::vector<std::string> SquareFont(const std::string& matrix) {
  return {fmt::format("<</Type/Font/Subtype/Type3/FontBBox[0 0 1 1]/FontMatrix[{}]/FirstChar 65"
                      "/LastChar 65/Widths[1]/Encoding<</Differences[65/a]>>/CharProcs<</a 9 0 R>>"
                      "/Resources<<>>>>",
                      matrix),
          MakeStream("", "1 0 0 0 1 1 d1 0 0 1 1 re f")};
}

std::vector<CoverCase> Covers() {
  const std::string by_pattern = "/Pattern cs /P scn 40 40 120 120 re f";
  const std::string patterns = "/Pattern<</P 8 0 R>>";
  const std::string glyphs = "/ExtGState<</B<</Font[8 0 R 700]>>>>";
  return {
      {"ByManyCells",
       by_pattern,
       patterns,
       {WhiteCells("/PaintType 1/BBox[0 0 5 5]/XStep 5/YStep 5", "1 g 0 0 5 5 re f")},
       ""},
      {"ByCellsThatOverlap",
       by_pattern,
       patterns,
       {WhiteCells("/PaintType 1/BBox[-1 -1 6 6]/XStep 5/YStep 5", "1 g -1 -1 7 7 re f")},
       ""},
      {"ByACellWithoutColours",
       "/C cs 1 /P scn 40 40 120 120 re f",
       "/ColorSpace<</C[/Pattern/DeviceGray]>>" + patterns,
       {WhiteCells("/PaintType 2/BBox[0 0 200 200]/XStep 200/YStep 200", "0 0 200 200 re f")},
       ""},
      {"ByAGlyphThatIsADrawing", "1 g BT /B gs 1 0 0 1 40 40 Tm (A) Tj ET",
       "/ExtGState<</B<</Font[8 0 R 120]>>>>", SquareFont("1 0 0 1 0 0"), ""},
      {"ByASmallGlyphWithALargeMatrix", "1 g BT /B gs 1 0 0 1 40 40 Tm (A) Tj ET",
       "/ExtGState<</B<</Font[8 0 R 1]>>>>", SquareFont("120 0 0 120 0 0"), ""},
      {"ByAGlyphWithoutWidth",
       "1 g BT /B gs 1 0 0 1 -10 -160 Tm (I) Tj ET",
       glyphs,
       {"<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/FirstChar 73/LastChar 73/Widths[0]>>"},
       ""},
      {"ByTheLinesOfAGlyph", "1 G 150 w BT /F1 20 Tf 1 Tr 1 0 0 1 130 50 Tm (I) Tj ET", "", {}, ""},
      {"ByThePointOfALine", "1 G 160 w -550 -45 m -50 89 l -550 223 l S", "", {}, ""},
      {"ByALineOfTwoWidths", "1 G q 40 0 0 1 0 0 cm 8 w 5.125 0 m 5.125 200 l S Q", "", {}, ""},
      {"ByWhatAClipWithoutAPathLeaves", "W n 1 g 40 40 120 120 re f", "", {}, "", false},
      {"ByAPixelOfAnotherColourSpace",
       "q 120 0 0 120 40 40 cm BI /W 1 /H 1 /BPC 8 /CS /L /F /AHx ID FF8080> EI Q",
       "/ColorSpace<</L[/Lab<</WhitePoint[0.95 1 1.09]>>]>>",
       {},
       ""},
      {"ByTheBorderOfALink",
       "",
       "",
       {},
       "/Annots[<</Subtype/Link/Rect[170 0 190 200]/Border[0 0 300]/C[1 1 1]>>]"},
  };
}

INSTANTIATE_TEST_SUITE_P(All, CoveredTest, ::testing::ValuesIn(Covers()),
                         [](const auto& c) { return std::string(c.param.name); });

struct FadedCase {
  const char* name;
  std::string before;  // the code is painted
  std::string resources;
};

class FadedTest : public ::testing::TestWithParam<FadedCase> {};

// The file says black, and viewers show white.
TEST_P(FadedTest, WhatViewersShowInAnotherColourIsHidden) {
  const FadedCase& c = GetParam();
  const std::string content = c.before + Rectangles();
  const Bytes pdf = document::testing::MakePdf({{content, kBox, "", c.resources}});
  const PageSymbols found = code_pages::Find(pdf);
  ASSERT_EQ(found.symbols.size(), 1U);
  EXPECT_TRUE(found.symbols[0].hidden);
}

std::vector<FadedCase> Faded() {
  const std::string white = "<</FunctionType 2/Domain[0 1]/C0[1]/C1[1]/N 1>>";
  return {
      {"ByADefaultSpace", "0 g ",
       "/ColorSpace<</DefaultGray[/Separation/X/DeviceGray" + white + "]>>"},
      {"ByATransferFunction", "/T gs 0 g ", "/ExtGState<</T<</TR" + white + ">>>>"},
  };
}

INSTANTIATE_TEST_SUITE_P(All, FadedTest, ::testing::ValuesIn(Faded()),
                         [](const auto& c) { return std::string(c.param.name); });

// Nobody sees one of them.
std::string ManyLayers() {
  std::string layers = "/F gs 1 g";
  for (int i = 0; i < 600; ++i) layers += " 40 40 120 120 re f";
  return layers;
}

TEST(CoveredPageTest, WhatViewersMayShowInSeveralWaysIsLeftToTheDrawing) {
  const std::string white = "<</FunctionType 2/Domain[0 1]/C0[1]/C1[1]/N 1>>";
  const std::string tint =
      "/ColorSpace<</S[/Separation/Black/DeviceGray" + white + "]>>/ExtGState<</F<</ca 0.0099>>>>";
  for (const std::string& content :
       {"/S cs 1 scn " + Rectangles(), Rectangles() + ManyLayers(),
        code_pages::Inline("/BPC 8 /CS /S", code_pages::Samples(8, true))})
    EXPECT_FALSE(
        code_pages::IsReadWithoutDrawing(document::testing::MakePdf({{content, kBox, "", tint}})));
}

// Of a font in the file, a glyph may be as large as the page, whatever its width.
TEST(CoveredPageTest, LightGlyphsOfTheFileAreLeftToTheDrawing) {
  const std::string font =
      "<</Type/Font/Subtype/TrueType/BaseFont/Text/FirstChar 65/LastChar 65/Widths[500]"
      "/Encoding/WinAnsiEncoding/FontDescriptor<</Type/FontDescriptor/FontFile2 9 0 R>>>>";
  for (const bool light : {false, true}) {
    const std::string text = light ? "1 g BT /B gs 5 5 Td (A) Tj ET" : "BT /B gs 5 5 Td (A) Tj ET";
    const Bytes pdf = document::testing::MakePdf(
        {{Rectangles() + text, kBox, "", "/ExtGState<</B<</Font[8 0 R 9]>>>>"}}, "",
        PdfExtras{"", {font, MakeStream("", "")}});
    EXPECT_EQ(code_pages::IsReadWithoutDrawing(pdf), !light);
  }
}

// What is not understood elsewhere on the page hides nothing.
TEST(CoveredPageTest, ACodeBesideThemIsShown) {
  for (const CoverCase& c : {
           CoverCase{"cells",
                     "/Pattern cs /P scn 0 0 200 50 re f",
                     "/Pattern<</P 8 0 R>>",
                     {WhiteCells("/PaintType 1/BBox[0 0 4.9 4.9]/XStep 5/YStep 5", "0 0 2 5 re f")},
                     ""},
           CoverCase{"a glyph", "BT /B gs 1 0 0 1 10 10 Tm (A) Tj ET",
                     "/ExtGState<</B<</Font[8 0 R 20]>>>>", SquareFont("1 0 0 1 0 0"), ""},
       }) {
    const Bytes pdf = document::testing::MakePdf({{Rectangles() + c.cover, kBox, "", c.resources}},
                                                 "", PdfExtras{"", c.objects});
    const PageSymbols found = code_pages::Find(pdf);
    ASSERT_EQ(found.symbols.size(), 1U) << c.name;
    EXPECT_FALSE(found.symbols[0].hidden) << c.name;
  }
}

}  // namespace
}  // namespace sceau::decode
