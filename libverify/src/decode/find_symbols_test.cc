// SPDX-License-Identifier: Apache-2.0
// Pages that are taken apart show the same symbols as when they are drawn, and no others.
#include "decode/find_symbols.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "decode/code_pages_testing.h"
#include "document/image/testing.h"
#include "document/pdf/testing.h"
#include "fmt/format.h"

namespace sceau::decode {
namespace {

using code_pages::Code;
using code_pages::EachModule;
using code_pages::Find;
using code_pages::GrayImage;
using code_pages::Inline;
using code_pages::IsReadWithoutDrawing;
using code_pages::kBox;
using code_pages::Modules;
using code_pages::PageCase;
using code_pages::Rectangles;
using code_pages::Samples;
using document::testing::MakePdf;
using document::testing::MakeStream;
using document::testing::PdfExtras;
using document::testing::PdfPage;
using document::testing::TiffKind;

// The strip of a TIFF file, which a PDF calls CCITTFaxDecode: `parms` are the fax's, `more` the
// image's.
std::string FaxImage(TiffKind kind, const std::string& parms, const std::string& more = "") {
  constexpr int kPixels = 4;  // a module
  const Modules code = Code();
  const int side = code.size * kPixels;
  document::testing::Picture picture{side, side, 1, {}};
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x)
      picture.samples.push_back(code.at(x / kPixels, y / kPixels) ? 0 : 255);
  }
  const Bytes tiff = document::testing::EncodeTiff({{picture, kind}});
  std::string hex;
  for (const std::uint8_t byte : document::testing::StripOf(tiff))
    hex += fmt::format("{:02X}", byte);
  return fmt::format(
      "q 80 0 0 80 60 60 cm BI /W {0} /H {0} /BPC 1 /CS /G {1} /F [/AHx /CCF]"
      "/DP [null <</Columns {0} {2}>>] ID {3}>\nEI Q\n",
      side, more, parms, hex);
}

// Each sample of Samples(8, …) so many times, with more behind it.
std::string Repeated(const std::string& samples, int times, const std::string& more = "") {
  std::string hex;
  for (std::size_t i = 0; i + 1 < samples.size(); i += 2) {
    for (int k = 0; k < times; ++k) hex += samples.substr(i, 2);
    hex += more;
  }
  return hex + ">";
}

// Some modules of the code, where Inline() shows all of it; `drift`: points that they are moved up.
std::string Tile(int left, int top, int width, int height, double drift = 0) {
  constexpr int kPixels = 3;  // a module
  const int side = Code().size;
  const std::string all = Repeated(Samples(8, false), kPixels);
  std::string hex;
  for (int y = kPixels * top; y < kPixels * (top + height); ++y) {
    hex += all.substr(static_cast<std::size_t>(2 * kPixels * (y / kPixels * side + left)),
                      static_cast<std::size_t>(2 * kPixels * width));
  }
  const double step = 80.0 / side;
  return fmt::format("q {} 0 0 {} {} {} cm BI /W {} /H {} /F /AHx /BPC 8 /CS /G ID {}>\nEI Q\n",
                     step * width, step * height, 60 + step * left,
                     60 + step * (side - top - height) + drift, kPixels * width, kPixels * height,
                     hex);
}

// All of the page.
std::string Background() {
  return "q 200 0 0 200 0 0 cm BI /W 20 /H 20 /BPC 1 /CS /G /F /AHx ID " + std::string(120, 'F') +
         ">\nEI Q ";
}

// The picture 8 0 R, shown through a soft mask of that side.
PdfExtras ThroughMask(int side) {
  const int own = Code().size;
  const auto image = [](int width, const std::string& more, const std::string& hex) {
    return MakeStream(
        fmt::format("/Subtype/Image/Width {0}/Height {0}/BitsPerComponent 8/ColorSpace"
                    "/DeviceGray/Filter/ASCIIHexDecode{1}",
                    width, more),
        hex);
  };
  const std::string opaque(static_cast<std::size_t>(2 * side * side), 'F');
  return {"", {image(own, "/SMask 9 0 R", Samples(8, false)), image(side, "", opaque + ">")}};
}

class SamePageTest : public ::testing::TestWithParam<PageCase> {};

TEST_P(SamePageTest, PartsShowWhatTheDrawingShows) { code_pages::ExpectIsShown(GetParam()); }

std::vector<PageCase> SamePages() {
  const std::string lines = EachModule([](double x, double y) {
    return fmt::format("{} {} m {} {} l S\n", x, y + 1, x + 2, y + 1);
  });
  const std::string polygons = EachModule([](double x, double y) {
    return fmt::format("{0} {1} m {2} {1} l {2} {3} l {0} {3} l h f\n", x, y, x + 2, y + 2);
  });
  const std::string forms = EachModule(
      [](double x, double y) { return fmt::format("q 2 0 0 2 {} {} cm /M Do Q\n", x, y); });
  const std::string dots = EachModule([](double x, double y) {
    return fmt::format("q 2 0 0 2 {} {} cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x01\nEI Q\n", x, y);
  });
  // Squares with round corners that reach into one another; squares whose sides are curves.
  const std::string rounded = EachModule([](double x, double y) {
    return fmt::format(
        "q 1 0 0 1 {} {} cm 2.3 1 m 2.3 2.3 2.3 2.3 1 2.3 c -0.3 2.3 -0.3 2.3 -0.3 1 c "
        "-0.3 -0.3 -0.3 -0.3 1 -0.3 c 2.3 -0.3 2.3 -0.3 2.3 1 c h f Q\n",
        x, y);
  });
  const std::string curves = EachModule([](double x, double y) {
    return fmt::format(
        "q 1 0 0 1 {} {} cm 2.1 -0.1 m 2.1 2.1 2.1 2.1 y 2.1 2.1 -0.1 2.1 v "
        "-0.1 -0.1 -0.1 -0.1 y -0.1 -0.1 2.1 -0.1 v h f Q\n",
        x, y);
  });
  const std::string circles = EachModule([](double x, double y) {
    return fmt::format(
        "q 1.42 0 0 1.42 {} {} cm 1 0 m 1 .55 .55 1 0 1 c -.55 1 -1 .55 -1 0 c "
        "-1 -.55 -.55 -1 0 -1 c .55 -1 1 -.55 1 0 c f Q\n",
        x + 1, y + 1);
  });
  const std::string caps = EachModule([](double x, double y) {
    return fmt::format("{} {} m {} {} l S\n", x + 0.9, y + 1, x + 1.1, y + 1);
  });
  std::string patterns = "/Pattern cs /Any scn ";
  for (int i = 0; i < 40; ++i) patterns += fmt::format("{} 5 2 2 re f ", 4 * i);
  const int side = Code().size;
  const int half = side / 2;
  const std::string strips = Tile(0, 0, side, half) + Tile(0, half, side, side - half);
  const std::string tiles = Tile(half, half, side - half, side - half) + Tile(0, 0, half, half) +
                            Tile(0, half, half, side - half) + Tile(half, 0, side - half, half);
  const std::string apart = Tile(0, 0, side, half) + Tile(0, half, side, side - half, 0.8);
  const auto annotated = [](const std::string& annotations) {
    return PdfPage{Rectangles(), kBox, "/Annots " + annotations};
  };
  const auto layered = [](const std::string& group) {
    return PdfPage{"/OC /L BDC " + Rectangles() + " EMC", kBox, "",
                   "/Properties<</L " + group + ">>"};
  };
  const auto layers = [](const std::string& config) {
    return PdfExtras{"/OCProperties<</OCGs[8 0 R]/D<<" + config + ">>>>",
                     {"<</Type/OCG/Name(a)>>", "<</Type/OCMD/OCGs 8 0 R>>",
                      "<</Type/OCMD/OCGs 8 0 R/P/AllOff>>"}};
  };
  const std::string shown = "q 80 0 0 80 60 60 cm /P Do Q";
  const std::string picture = "/XObject<</P 8 0 R>>";
  const PdfExtras module{"", {MakeStream("/Subtype/Form/BBox[0 0 1 1]", "0 0 1 1 re f")}};
  return {
      {"Rectangles", {Rectangles(), kBox}},
      {"RectanglesTurned", {"0.966 0.259 -0.259 0.966 30 -30 cm " + Rectangles(), kBox}},
      {"RectanglesOnARotatedPage", {Rectangles(), kBox, "/Rotate 90"}},
      {"RectanglesUpsideDown", {"-1 0 0 -1 170 170 cm " + Rectangles(), kBox}},
      {"RectanglesOnAPageTurnedTo180", {Rectangles(), kBox, "/Rotate 180"}},
      {"RectanglesOnACroppedPage", {Rectangles(), kBox, "/CropBox [20 30 190 195]/Rotate 270"}},
      {"Polygons", {polygons, kBox}},
      {"ThickLines", {"2 w " + lines, kBox}},
      {"AFormAModule", {forms, kBox, "", "/XObject<</M 8 0 R>>"}, false, module},
      {"AnImageAModule", {dots, kBox}},
      {"Gray", {GrayImage(), kBox}},
      {"GrayMirrored", {GrayImage("-80 0 0 80 140 60"), kBox}},
      {"GrayUpsideDown", {GrayImage("-80 0 0 -80 140 140"), kBox}},
      {"GrayTurned", {GrayImage("70 40 -40 70 90 40"), kBox}},
      {"GrayDark", {Inline("/BPC 8 /CS /G /D [1 0]", Samples(8, true)), kBox}},
      {"OneBit", {Inline("/BPC 1 /CS /G", Samples(1, false)), kBox}},
      {"FourBits", {Inline("/BPC 4 /CS /G", Samples(4, false)), kBox}},
      {"Indexed", {Inline("/BPC 1 /CS [/I /RGB 1 <FFFFFF000000>]", Samples(1, true)), kBox}},
      {"FaxGroup4", {FaxImage(TiffKind::kFax4, "/K -1"), kBox}},
      {"FaxGroup3", {FaxImage(TiffKind::kFax3, "/K 0"), kBox}},
      {"FaxGroup3Mixed", {FaxImage(TiffKind::kFax3Mixed, "/K 4"), kBox}},
      {"FaxBlackIs1", {FaxImage(TiffKind::kFax4, "/K -1 /BlackIs1 true", "/D [1 0]"), kBox}},
      {"FaxInGrays", {FaxImage(TiffKind::kFax4, "/K -1", "/D [0.2 0.9]"), kBox}},
      {"SoftMask", {shown, kBox, "", picture}, false, ThroughMask(Code().size)},
      {"CoarseSoftMask", {shown, kBox, "", picture}, false, ThroughMask(1)},
      {"FineSoftMask", {shown, kBox, "", picture}, false, ThroughMask(2 * Code().size)},
      {"OpaqueMaskOnBlack",
       {"0 g 0 0 200 200 re f " + shown, kBox, "", picture},
       false,
       ThroughMask(Code().size)},
      {"LightStencilOnBlack",
       {"0 g 0 0 200 200 re f 1 g " + Inline("/IM true", Samples(1, false)), kBox}},
      {"LightRectanglesOnBlack",
       {"0 g 0 0 200 200 re f 1 g 55 55 60 60 re f 0 g " + Rectangles(), kBox}},
      {"Stencil", {Inline("/IM true", Samples(1, false)), kBox}},
      {"ClippedToWhatItIs", {"50 50 100 100 re W n " + GrayImage(), kBox}},
      {"ClippedByAPath", {"0 0 m 200 0 l 200 200 l 0 190 l h W n " + GrayImage(), kBox}, true},
      {"WithWordsBeside", {Rectangles() + "BT /F1 10 Tf 20 20 Td (MARTIN Paul) Tj ET", kBox}},
      {"WithWordsOver", {GrayImage() + "BT /F1 1 Tf 100 100 Td (x) Tj ET", kBox}, true},
      {"OnAGroundOverAPicture", {Background() + "1 g 50 50 80 80 re f 0 g " + Rectangles(), kBox}},
      {"OverAPicture", {Background() + Rectangles(), kBox}, true},
      {"OnAGroundThatIsTooSmall",
       {Background() + "1 g 70 50 80 80 re f 0 g " + Rectangles(), kBox},
       true},
      {"OnAGroundUnderAPicture",
       {"1 g 50 50 80 80 re f " + Background() + "0 g " + Rectangles(), kBox},
       true},
      {"LightOnAGroundOverWhite", {"0 g 50 50 80 80 re f 1 g " + Rectangles(), kBox}},
      {"UnknownOperator", {Rectangles() + "nonsense", kBox}, true},
      {"Circles", {circles, kBox}},
      {"LinesWithCaps", {"2 w 2 J " + caps, kBox}},
      {"InAFrame",
       {"10 10 180 2 re 10 188 180 2 re 10 10 2 180 re 188 10 2 180 re f " + Rectangles(), kBox}},
      {"ClippedALittle", {"61 50 100 100 re W n " + Rectangles(), kBox}, true},
      {"WithManyPatterns", {Rectangles() + patterns, kBox}, true},
      {"RoundedSquares", {rounded, kBox}},
      {"StraightCurves", {curves, kBox}},
      {"Strips", {strips, kBox}},
      {"StripsTurned", {"0.966 0.259 -0.259 0.966 30 -30 cm " + strips, kBox}},
      {"Tiles", {tiles, kBox}},
      {"StripsThatDoNotFit", {apart, kBox}, true},
      {"Colours", {Inline("/BPC 8 /CS /RGB", Repeated(Samples(8, false), 3)), kBox}},
      {"ColoursUpsideDown",
       {Inline("/BPC 8 /CS /RGB /D [1 0 1 0 1 0]", Repeated(Samples(8, true), 3)), kBox}},
      {"Inks", {Inline("/BPC 8 /CS /CMYK", Repeated(Samples(8, true), 3, "00")), kBox}},
      {"WithADashedRule", {Rectangles() + "[3 2] 0 d 10 20 m 190 20 l S", kBox}},
      {"WithALink", annotated("[<</Subtype/Link/Rect[60 60 90 90]>>]")},
      {"UnderWhatIsNotKnown", annotated("[<</Subtype/Own/Rect[60 60 90 90]>>]"), true},
      {"UnderWhatHasNoPlace", annotated("[<</Subtype/Own>>]"), true},
      {"WithAnAnnotationThatIsNone", annotated("[7]"), true},
      {"LayerOn", layered("8 0 R"), false, layers("/ON[8 0 R]/BaseState/OFF")},
      {"LayerOnByMembership", layered("9 0 R"), false, layers("")},
      {"LayerThatDependsOnOthers", layered("10 0 R"), true, layers("")},
      {"LayerThatDependsOnUse", layered("8 0 R"), true, layers("/AS[<</Event/Print>>]")},
  };
}

INSTANTIATE_TEST_SUITE_P(All, SamePageTest, ::testing::ValuesIn(SamePages()),
                         [](const auto& c) { return std::string(c.param.name); });

class HiddenTest : public ::testing::TestWithParam<PageCase> {};

TEST_P(HiddenTest, WhatThePageDoesNotShowIsHidden) { code_pages::ExpectIsHidden(GetParam()); }

std::vector<PageCase> HiddenPages() {
  const PdfExtras off{"/OCProperties<</OCGs[8 0 R]/D<</OFF[8 0 R]>>>>", {"<</Type/OCG/Name(a)>>"}};
  const std::string layer = "/Properties<</L 8 0 R>>";
  const std::string states = "/ExtGState<</N<</ca 0>>/M<</BM/Multiply>>>>";
  const std::string faint = "/ExtGState<</F<</ca 0.03>>>>";
  const std::string white = "1 g 40 40 120 120 re f";
  return {
      {"OffThePage", {Rectangles(300, 60), kBox}},
      {"OutsideTheCropBox", {Rectangles(), kBox, "/CropBox [0 0 50 200]"}},
      {"ClippedAway", {"0 0 30 30 re W n " + GrayImage(), kBox}},
      {"Covered", {Rectangles() + white, kBox}},
      {"CoveredByAnImage", {GrayImage() + Background(), kBox}},
      {"CoveredByAPolygon", {GrayImage() + "1 g 0 0 m 200 0 l 200 199 l 0 200 l f", kBox}, true},
      {"CoveredByTwo", {GrayImage() + "1 g 40 40 50 120 re f 90 40 80 120 re f", kBox}, true},
      {"LayerOff", {"/OC /L BDC " + Rectangles() + " EMC", kBox, "", layer}, false, off},
      {"LayerOffByDefault",
       {"/OC /L BDC " + Rectangles() + " EMC", kBox, "", layer},
       false,
       {"/OCProperties<</OCGs[8 0 R]/D<</BaseState/OFF>>>>", {"<</Type/OCG/Name(a)>>"}}},
      {"NoOpacity", {"/N gs " + GrayImage(), kBox, "", states}},
      {"CoveredByAStamp",
       {Rectangles(), kBox, "/Annots[<</Subtype/Stamp/Rect[50 50 130 130]>>]"},
       true},
      {"StencilInWhite", {"1 g " + Inline("/IM true", Samples(1, false)), kBox}},
      {"FaintOnAGroundOverBlack",
       {"0 g 20 20 160 160 re f 1 g 30 30 140 140 re f 0.943 g " + Rectangles(), kBox}},
      {"RectanglesInWhite", {"1 g " + Rectangles(), kBox}},
      {"AlmostNoOpacity", {"/F gs " + Rectangles(), kBox, "", faint}, true},
      {"AlmostWhite", {"0.92 g " + Rectangles(), kBox}},
      {"LightAndClear", {"/C gs 0.7 g " + Rectangles(), kBox, "", "/ExtGState<</C<</ca 0.3>>>>"}},
      {"PictureOfAlmostWhite", {Inline("/BPC 8 /CS /G /D [0.95 1]", Samples(8, false)), kBox}},
      {"Tiny", {GrayImage("2.5 0 0 2.5 60 60"), kBox}},
  };
}

INSTANTIATE_TEST_SUITE_P(All, HiddenTest, ::testing::ValuesIn(HiddenPages()),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(FindSymbolsTest, APageOfWordsAndRulesNeedsNoDrawing) {
  std::string content = "BT /F1 10 Tf 20 150 Td 12 TL";
  for (int i = 0; i < 10; ++i) content += " (Une ligne de texte.) '";
  content += " ET ";
  for (int i = 0; i < 20; ++i) content += fmt::format("20 {} 160 0.5 re f\n", 10 + 8 * i);
  const Bytes pdf = MakePdf({{content, kBox}});
  EXPECT_TRUE(IsReadWithoutDrawing(pdf));
  EXPECT_TRUE(Find(pdf).symbols.empty());
}

TEST(FindSymbolsTest, ADrawnCodeIsUprightHoweverThePageIsTurned) {
  const auto picture = [](const std::string& more) {
    const Bytes pdf = MakePdf({{Rectangles(), kBox, more}});
    const auto document = document::OpenDocument(pdf, Limits{});
    return (*(*document)->OpenParts(0))->Read(0)->image;
  };
  const PageImage upright = picture("");
  for (const char* more : {"/Rotate 90", "/Rotate 180", "/Rotate 270"}) {
    const PageImage turned = picture(more);
    EXPECT_EQ(turned.width, upright.width) << more;
    EXPECT_TRUE(turned.pixels == upright.pixels) << more;
  }
}

TEST(FindSymbolsTest, AnEmptyPictureIsKnownAgainByItsPixels) {
  const PageImage picture{2, 1, {7, 8}};
  EmptyParts empty;
  EXPECT_FALSE(empty.Holds(picture));
  empty.Add(picture);
  EXPECT_TRUE(empty.Holds(picture));
  EXPECT_FALSE(empty.Holds({1, 2, {7, 8}}));
  EXPECT_FALSE(empty.Holds({2, 1, {7, 9}}));
}

TEST(FindSymbolsTest, AnEmptyPictureIsKnownAgainByItsName) {
  EmptyParts empty;
  empty.Add("", true);
  EXPECT_FALSE(empty.Holds(""));
  empty.Add("glanced", false);
  empty.Add("searched", true);
  EXPECT_TRUE(empty.Holds("glanced"));
  EXPECT_FALSE(empty.Holds("another"));
  empty.ForgetGlanced();
  EXPECT_FALSE(empty.Holds("glanced"));
  EXPECT_TRUE(empty.Holds("searched"));
}

// The picture of one page, drawn by `content`, has the same name as that of another.
TEST(FindSymbolsTest, PicturesThatLookTheSameHaveTheSameName) {
  const std::string usual = "q 80 0 0 80 60 60 cm /P Do Q";
  const std::string picture = "/XObject<</P 10 0 R>>";
  const std::string data(400, 'a');
  const auto same_name = [&](const std::string& content, const std::string& entries,
                             const std::string& resources) {
    const Bytes pdf = MakePdf({{usual, kBox, "", picture}, {content, kBox, "", resources}}, "",
                              {"",
                               {MakeStream("/Subtype/Image/Width 20/Height 20" + entries, data),
                                MakeStream("/Subtype/Image/Width 20/Height 20" + entries, data)}});
    const auto document = document::OpenDocument(pdf, Limits{});
    const auto name = [&](int page) { return (*(*document)->OpenParts(page))->NameOf(0); };
    return !name(0).empty() && name(0) == name(1);
  };
  const std::string gray = "/BitsPerComponent 8/ColorSpace/DeviceGray";
  EXPECT_TRUE(same_name(usual, gray, picture));
  EXPECT_TRUE(same_name("q 80 0 0 80 20 30 cm /P Do Q", gray, picture));
  EXPECT_FALSE(same_name("q 90 0 0 80 60 60 cm /P Do Q", gray, picture));
  EXPECT_FALSE(same_name(usual, gray, "/XObject<</P 11 0 R>>"));
  EXPECT_FALSE(same_name(usual, "/BitsPerComponent 8/ColorSpace/C", picture));
  EXPECT_TRUE(same_name(usual, "/ImageMask true", picture));
  EXPECT_FALSE(same_name("1 g " + usual, "/ImageMask true", picture));
}

}  // namespace
}  // namespace sceau::decode
