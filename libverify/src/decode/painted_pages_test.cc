// SPDX-License-Identifier: Apache-2.0
// Codes painted with something else than plain colours and plain paths.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "decode/code_pages_testing.h"
#include "fmt/format.h"

namespace sceau::decode {
namespace {

using code_pages::Code;
using code_pages::EachModule;
using code_pages::GrayImage;
using code_pages::IsReadWithoutDrawing;
using code_pages::kBox;
using code_pages::Modules;
using code_pages::PageCase;
using code_pages::Rectangles;
using document::testing::MakePdf;
using document::testing::MakeStream;
using document::testing::PdfExtras;

// Where a path is to be filled with something else than a plain colour.
constexpr char kGradient[] =
    "<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 200 0]/Extend[true true]"
    "/Function<</FunctionType 2/Domain[0 1]/C0[0]/C1[0.3]/N 1>>>>";
constexpr char kByPattern[] = "/Pattern cs /P scn ";

std::string GradientPattern() {
  return fmt::format("/Pattern<</P<</PatternType 2/Shading {}>>>>", kGradient);
}

// A cell with the code in its middle, once on the page.
std::string Cell(const std::string& content, const std::string& more = "/PaintType 1") {
  return MakeStream("/PatternType 1/TilingType 1/BBox[0 0 150 150]/XStep 150/YStep 150" + more,
                    content);
}

// Each row of the code as one dashed line.
std::string DashedRows() {
  const Modules code = Code();
  std::string content = "2 w ";
  for (int y = 0; y < code.size; ++y) {
    std::string lengths;
    bool on = true;
    int length = 0;
    for (int x = 0; x < code.size; ++x) {
      if (code.at(x, y) != on) {
        lengths += fmt::format("{} ", length);
        length = 0;
        on = !on;
      }
      length += 2;
    }
    lengths += fmt::format("{} {}", length, on ? "400" : "0 400");
    const int up = 61 + 2 * (code.size - 1 - y);
    content += fmt::format("[{}] 0 d 60 {} m {} {} l S\n", lengths, up, 60 + 2 * code.size, up);
  }
  return content;
}

// The outline of each run of dark modules, in columns of `module` points, as one path.
std::string Traced(double module) {
  const Modules code = Code();
  std::string content;
  for (int x = 0; x < code.size; ++x) {
    for (int y = 0; y < code.size; ++y) {
      const int start = y;
      while (y < code.size && code.at(x, y)) ++y;
      if (y == start) continue;
      content += fmt::format("{} {} {} {} re\n", 20 + module * x, 20 + module * (code.size - y),
                             module, module * (y - start));
    }
  }
  return content + "f\n";
}

class PaintedTest : public ::testing::TestWithParam<PageCase> {};

TEST_P(PaintedTest, PartsShowWhatTheDrawingShows) { code_pages::ExpectIsShown(GetParam()); }

std::vector<PageCase> PaintedPages() {
  return {
      {"AGradientAModule",
       {kByPattern +
            EachModule([](double x, double y) { return fmt::format("{} {} 2 2 re f\n", x, y); }),
        kBox, "", GradientPattern()},
       true},
      {"AGradientInOnePath", {kByPattern + Rectangles(), kBox, "", GradientPattern()}, true},
      {"ATilingPattern",
       {std::string(kByPattern) + "20 20 150 150 re f", kBox, "", "/Pattern<</P 8 0 R>>"},
       false,
       {"", {Cell(Rectangles(), "/PaintType 1/Matrix[1 0 0 1 20 20]")}}},
      {"ATilingPatternOfAnImage",
       {std::string(kByPattern) + "0 0 150 150 re f", kBox, "", "/Pattern<</P 8 0 R>>"},
       false,
       {"", {Cell(GrayImage())}}},
      {"OneWholeCellOfMany",
       {std::string(kByPattern) + "10 10 170 170 re f", kBox, "", "/Pattern<</P 8 0 R>>"},
       false,
       {"", {Cell(GrayImage(), "/PaintType 1/Matrix[1 0 0 1 20 20]")}}},
      {"APatternOfAForm",
       {"q 0.8 0 0 0.8 20 20 cm /F Do Q", kBox, "", "/XObject<</F 9 0 R>>"},
       false,
       {"",
        {Cell(Rectangles()),
         MakeStream("/Subtype/Form/BBox[0 0 200 200]/Resources<</Pattern<</P 8 0 R>>>>",
                    std::string(kByPattern) + "0 0 150 150 re f")}}},
      {"APatternWithoutColours",
       {"/C cs 0 /P scn 0 0 150 150 re f", kBox, "",
        "/Pattern<</P 8 0 R>>/ColorSpace<</C[/Pattern/DeviceGray]>>"},
       true,
       {"", {Cell(Rectangles(), "/PaintType 2")}}},
      {"ClippedByTheCode",
       {EachModule([](double x, double y) { return fmt::format("{} {} 2 2 re\n", x, y); }) +
            "W n 0 0 200 200 re f",
        kBox}},
      {"AClipAModule",
       {EachModule([](double x, double y) {
          return fmt::format("q {} {} 2 2 re W n 0 0 200 200 re f Q\n", x, y);
        }),
        kBox}},
      {"ASoftMaskOfTheCode",
       {"/M gs 40 40 100 100 re f", kBox, "", "/ExtGState<</M<</SMask<</S/Alpha/G 8 0 R>>>>>>"},
       true,
       {"",
        {MakeStream("/Subtype/Form/BBox[0 0 200 200]/Group<</S/Transparency>>", Rectangles())}}},
      {"BlendedByDifference",
       {"0 g 0 0 200 200 re f /D gs 1 g 50 50 80 80 re f " + Rectangles(), kBox, "",
        "/ExtGState<</D<</BM/Difference>>>>"},
       true},
      {"PointsWithCaps",
       {"2 w 1 J " + EachModule([](double x, double y) {
          return fmt::format("{0} {1} m {0} {1} l S\n", x + 1, y + 1);
        }),
        kBox}},
      {"DashedRows", {DashedRows(), kBox}},
      {"CutOutOfALongPath",
       {"45 45 80 80 re W n " + EachModule([](double x, double y) {
          return fmt::format("{} {} 2 2 re\n", x, y);
        }) + "300 60 2 2 re 900 60 400 2 re 40 70 -300 2 re f",
        kBox},
       true},
      {"AsLargeAsAPoster", {Traced(60), "[0 0 1800 1800]"}},
      {"AShadingThroughTheCode",
       {"q " + EachModule([](double x, double y) { return fmt::format("{} {} 2 2 re\n", x, y); }) +
            "W n /S sh Q",
        kBox, "", fmt::format("/Shading<</S {}>>", kGradient)},
       true},
      {"InUnitsOfTwoPoints",
       {"0.5 0 0 0.5 0 0 cm " + Rectangles(), "[0 0 100 100]", "/UserUnit 2"}},
      {"InUnitsOfTwoPointsDrawn",
       {"0.5 0 0 0.5 0 0 cm " + Rectangles() + "nonsense", "[0 0 100 100]", "/UserUnit 2"},
       true},
      {"InUnitsOfHalfAPoint", {"2 0 0 2 0 0 cm " + Rectangles(), "[0 0 400 400]", "/UserUnit 0.5"}},
      {"InUnitsThatAreNone", {Rectangles(), kBox, "/UserUnit/Two"}, true},
  };
}

INSTANTIATE_TEST_SUITE_P(All, PaintedTest, ::testing::ValuesIn(PaintedPages()),
                         [](const auto& c) { return std::string(c.param.name); });

class PaintedAwayTest : public ::testing::TestWithParam<PageCase> {};

TEST_P(PaintedAwayTest, WhatThePageDoesNotShowIsHidden) { code_pages::ExpectIsHidden(GetParam()); }

std::vector<PageCase> PaintedAwayPages() {
  const std::string states = "/ExtGState<</N<</ca 0>>/M<</BM/Multiply>>>>";
  const std::string white = "1 g 40 40 120 120 re f";
  return {
      {"AGroupWithoutOpacity",
       {"/N gs /G Do", kBox, "", states + "/XObject<</G 8 0 R>>"},
       false,
       {"",
        {MakeStream("/Subtype/Form/BBox[0 0 200 200]/Group<</S/Transparency>>"
                    "/Resources<</ExtGState<</O<</ca 1>>>>>>",
                    "/O gs " + Rectangles())}}},
      {"MaskedByNothing",
       {"/K gs /M gs " + Rectangles(), kBox, "",
        "/ExtGState<</K<</SMask<</S/Alpha/G 8 0 R>>>>/M<</BM/Normal>>>>"},
       true,
       {"", {MakeStream("/Subtype/Form/BBox[0 0 200 200]/Group<</S/Transparency>>", "")}}},
      {"APatternCovered",
       {std::string(kByPattern) + "0 0 150 150 re f " + white, kBox, "", "/Pattern<</P 8 0 R>>"},
       false,
       {"", {Cell(Rectangles())}}},
  };
}

INSTANTIATE_TEST_SUITE_P(All, PaintedAwayTest, ::testing::ValuesIn(PaintedAwayPages()),
                         [](const auto& c) { return std::string(c.param.name); });

struct InkCase {
  const char* name;
  std::string content;
  std::string resources;
  std::string object = "null";  // 8 0 R
};

// Lines of the font 8 0 R.
InkCase Lines(const char* name, int count, int leading, const std::string& encoding) {
  std::string content = fmt::format("/B gs BT 20 190 Td {} TL", leading);
  for (int i = 0; i < count; ++i) content += " (aabbab) '";
  return {name, content + " ET", "/ExtGState<</B<</Font[8 0 R 10]>>>>",
          fmt::format("<</Type/Font/Subtype/Type1/BaseFont/Helvetica{}>>", encoding)};
}

InkCase Hatched(const char* name, int step, const std::string& path) {
  return {name, kByPattern + path, "/Pattern<</P 8 0 R>>",
          MakeStream(fmt::format("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 {0} {0}]"
                                 "/XStep {0}/YStep {0}",
                                 step),
                     "0 0 1 1 re f")};
}

bool IsReadWithoutDrawing(const InkCase& c) {
  return IsReadWithoutDrawing(
      MakePdf({{c.content, kBox, "", c.resources}}, "", PdfExtras{"", {c.object}}));
}

std::string CodePath() {
  return EachModule([](double x, double y) { return fmt::format("{} {} 2 2 re\n", x, y); });
}

// Nothing of them can be read as a code, and it is not known that none is there.
TEST(PaintedPageTest, APageThatMayShowACodeIsDrawn) {
  const std::string path = CodePath();
  for (const InkCase& c : {
           Lines("blocks by their names", 6, 14, "/Encoding<</Differences[97/block/uni2584]>>"),
           Lines("tight lines", 10, 10, ""),
           InkCase{"an image through the code", path + "W n " + GrayImage("200 0 0 200 0 0"), ""},
           InkCase{"text through the code", path + "W n BT /F1 300 Tf (M) Tj ET", ""},
           InkCase{"a function of two numbers", "/S sh",
                   "/Shading<</S<</ShadingType 1/ColorSpace/DeviceGray>>>>"},
           InkCase{"a pattern that is none", kByPattern + path + "f", ""},
           InkCase{"dashes without end", "[.001 .001] 0 d 0 10 m 200 10 l S", ""},
           Hatched("the code in fine hatching", 2, path + "f"),
       })
    EXPECT_FALSE(IsReadWithoutDrawing(c)) << c.name;
}

TEST(PaintedPageTest, APageThatCannotShowACodeIsNotDrawn) {
  for (const InkCase& c : {
           Lines("letters by their names", 6, 14, "/Encoding<</Differences[97/a/b]>>"),
           InkCase{"a gradient in a box", "20 20 100 50 re W n /S sh",
                   fmt::format("/Shading<</S {}>>", kGradient)},
           InkCase{"a box with a round corner",
                   "20 20 m 100 20 l 110 20 110 30 110 30 c 110 90 l 20 90 l h W n "
                   "1 0 0 rg 0 0 200 200 re f",
                   ""},
           Hatched("a box in fine hatching", 2, "20 20 100 50 re f"),
           Hatched("a box in coarse hatching", 20, "20 20 100 50 re f"),
       })
    EXPECT_TRUE(IsReadWithoutDrawing(c)) << c.name;
}

}  // namespace
}  // namespace sceau::decode
