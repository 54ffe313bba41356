// SPDX-License-Identifier: Apache-2.0
// Pages that are taken apart show the same symbols as when they are drawn, and no others.
#include "decode/find_symbols.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "barcode/write/write_symbol.h"
#include "document/image/testing.h"
#include "document/pdf/testing.h"
#include "fmt/format.h"

namespace sceau::decode {
namespace {

using document::testing::MakePdf;
using document::testing::MakeStream;
using document::testing::PdfExtras;
using document::testing::PdfPage;
using document::testing::TiffKind;

constexpr char kBox[] = "[0 0 200 200]";
constexpr char kPayload[] = "SOME PAYLOAD 0123456789";

struct Modules {
  int size = 0;
  std::vector<bool> dark;
  bool at(int x, int y) const { return dark[static_cast<std::size_t>(y * size + x)]; }
};

Modules Code(Symbology symbology = Symbology::kQrCode) {
  const auto written = barcode::WriteSymbol(symbology, AsBytes(kPayload));
  EXPECT_TRUE(written.ok());
  Modules modules{written->size, {}};
  for (int y = 0; y < written->size; ++y) {
    for (int x = 0; x < written->size; ++x) modules.dark.push_back(written->at(x, y));
  }
  return modules;
}

// Something for each dark module, whose lower left corner is at (x, y) and whose side is 2.
template <typename Draw>
std::string EachModule(const Draw& draw, double left = 60, double bottom = 60) {
  const Modules code = Code();
  std::string content;
  for (int y = 0; y < code.size; ++y) {
    for (int x = 0; x < code.size; ++x) {
      if (code.at(x, y)) content += draw(left + 2 * x, bottom + 2 * (code.size - 1 - y));
    }
  }
  return content;
}

std::string Rectangles(double left = 60, double bottom = 60) {
  return EachModule([](double x, double y) { return fmt::format("{} {} 2 2 re\n", x, y); }, left,
                    bottom) +
         "f\n";
}

// A picture of the code without a margin, a hexadecimal digit pair a pixel row's byte.
std::string Samples(int bits, bool inverted, const Modules& code = Code()) {
  std::string hex;
  for (int y = 0; y < code.size; ++y) {
    unsigned byte = 0;
    int filled = 0;
    for (int x = 0; x < code.size; ++x) {
      const unsigned value = code.at(x, y) != inverted ? 0U : (1U << bits) - 1;
      byte = byte << bits | value;
      filled += bits;
      if (filled == 8 || x + 1 == code.size) {
        hex += fmt::format("{:02X}", byte << (8 - filled) & 0xFFU);
        byte = 0;
        filled = 0;
      }
    }
  }
  return hex + ">";
}

// At (60, 60), 80 points wide.
std::string Inline(const std::string& entries, const std::string& data,
                   const std::string& matrix = "80 0 0 80 60 60") {
  const int side = Code().size;
  return fmt::format("q {} cm BI /W {} /H {} /F /AHx {} ID {}\nEI Q\n", matrix, side, side, entries,
                     data);
}

std::string GrayImage(const std::string& matrix = "80 0 0 80 60 60") {
  return Inline("/BPC 8 /CS /G", Samples(8, false), matrix);
}

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

PageSymbols Find(const Bytes& pdf) {
  auto document = document::OpenDocument(pdf, Limits{});
  EXPECT_TRUE(document.ok()) << document.status();
  if (!document.ok()) return {};
  EmptyParts empty;
  auto found = FindSymbols(**document, 0, Depth::kSearch, {}, empty);
  EXPECT_TRUE(found.ok()) << found.status();
  return found.ok() ? *found : PageSymbols{};
}

// True when the page is understood, and nothing is left to be seen by drawing it.
bool IsReadWithoutDrawing(const Bytes& pdf) {
  const auto document = document::OpenDocument(pdf, Limits{});
  const auto parts = (*document)->OpenParts(0);
  if (!parts.ok() || *parts == nullptr || !(*parts)->understood()) return false;
  for (std::size_t i = 0; i < (*parts)->count(); ++i) {
    const auto part = (*parts)->Read(i);
    if (!part.ok()) return false;
    const auto read = barcode::ReadSymbols(View(part->image), {});
    for (Symbol symbol : read->symbols) {
      for (Point& corner : symbol.corners) corner = part->OnPage(corner);
      if ((*parts)->SightOf(i, symbol.corners) == Sight::kUnsure) return false;
    }
  }
  return true;
}

std::vector<Symbol> ByDrawing(const Bytes& pdf) {
  const auto document = document::OpenDocument(pdf, Limits{});
  const auto image = (*document)->ReadPage(0);
  return barcode::ReadSymbols(View(*image), {})->symbols;
}

Point Centre(const Symbol& symbol) {
  Point centre;
  for (const Point p : symbol.corners) {
    centre.x += p.x / 4;
    centre.y += p.y / 4;
  }
  return centre;
}

struct PageCase {
  const char* name;
  PdfPage page;
  bool drawn = false;  // the page has to be drawn
  PdfExtras extras = {};
};

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

// The appearance 8 0 R of an annotation.
PdfExtras Appearance(const std::string& entries, const std::string& content) {
  return {"", {MakeStream("/Subtype/Form" + entries, content)}};
}

// The one symbol of the page, read in the way that the case says.
void FindTheOne(const PageCase& c, const Bytes& pdf, Symbol& symbol) {
  EXPECT_EQ(IsReadWithoutDrawing(pdf), !c.drawn);
  const PageSymbols found = Find(pdf);
  ASSERT_EQ(found.symbols.size(), 1U);
  symbol = found.symbols[0];
  EXPECT_EQ(AsText(symbol.payload), kPayload);
}

class SamePageTest : public ::testing::TestWithParam<PageCase> {};

TEST_P(SamePageTest, PartsShowWhatTheDrawingShows) {
  const PageCase& c = GetParam();
  const Bytes pdf = MakePdf({c.page}, "", c.extras);
  Symbol symbol;
  ASSERT_NO_FATAL_FAILURE(FindTheOne(c, pdf, symbol));
  EXPECT_FALSE(symbol.hidden);
  const std::vector<Symbol> drawn = ByDrawing(pdf);
  if (drawn.empty()) return;  // finer than 200 dpi shows
  EXPECT_NEAR(Centre(symbol).x, Centre(drawn[0]).x, 2);
  EXPECT_NEAR(Centre(symbol).y, Centre(drawn[0]).y, 2);
}

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
      {"InAStamp",
       {"", kBox, "/Annots[<</Subtype/Stamp/Rect[20 20 160 160]/AP<</N 8 0 R>>>>]"},
       false,
       Appearance("/BBox[50 50 120 120]", Rectangles())},
      {"InATurnedStamp",
       {"", kBox, "/Annots[<</Subtype/Stamp/Rect[20 40 160 180]/AP<</N 8 0 R>>>>]"},
       false,
       Appearance("/BBox[50 50 120 120]/Matrix[0 1 -1 0 7 9]", Rectangles())},
      {"InAStateOfAField",
       {"", kBox,
        "/Annots[<</Subtype/Widget/FT/Btn/AS/On/Rect[50 50 120 120]/AP<</N<</On 8 0 R>>>>>>]"},
       false,
       Appearance("/BBox[50 50 120 120]", Rectangles())},
      {"InTheOnlyStateOfAField",
       {"", kBox, "/Annots[<</Subtype/Widget/FT/Btn/Rect[50 50 120 120]/AP<</N<</On 8 0 R>>>>>>]"},
       false,
       Appearance("/BBox[50 50 120 120]", Rectangles())},
      {"UnderAnEmptyField", annotated("[<</Subtype/Widget/FT/Tx/Rect[60 60 90 90]>>]"), true},
      {"UnderAFieldWithItsValue", annotated("[<</Subtype/Widget/FT/Tx/V(a)/Rect[60 60 90 90]>>]"),
       true},
      {"BesideAHiddenStamp", annotated("[<</Subtype/Stamp/F 2/Rect[50 50 130 130]>>]")},
      {"BesideAPopup", annotated("[<</Subtype/Popup/Rect[60 60 90 90]>>]")},
      {"UnderWhatIsNotKnown", annotated("[<</Subtype/Own/Rect[60 60 90 90]>>]"), true},
      {"UnderWhatHasNoPlace", annotated("[<</Subtype/Own>>]"), true},
      {"WithAnAnnotationThatIsNone", annotated("[7]"), true},
      {"LayerOn", layered("8 0 R"), false, layers("/ON[8 0 R]/BaseState/OFF")},
      {"LayerOnByMembership", layered("9 0 R"), false, layers("")},
      {"LayerThatDependsOnOthers", layered("10 0 R"), true, layers("")},
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
        kBox},
       true},
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
      {"LayerThatDependsOnUse", layered("8 0 R"), true, layers("/AS[<</Event/Print>>]")},
  };
}

INSTANTIATE_TEST_SUITE_P(All, SamePageTest, ::testing::ValuesIn(SamePages()),
                         [](const auto& c) { return std::string(c.param.name); });

class HiddenTest : public ::testing::TestWithParam<PageCase> {};

TEST_P(HiddenTest, WhatThePageDoesNotShowIsHidden) {
  const PageCase& c = GetParam();
  Symbol symbol;
  ASSERT_NO_FATAL_FAILURE(FindTheOne(c, MakePdf({c.page}, "", c.extras), symbol));
  EXPECT_TRUE(symbol.hidden);
}

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
      {"CoveredByAnAppearance",
       {Rectangles(), kBox, "/Annots[<</Subtype/Stamp/Rect[40 40 160 160]/AP<</N 8 0 R>>>>]"},
       false,
       Appearance("/BBox[0 0 9 9]", "1 g 0 0 9 9 re f")},
      {"StencilInWhite", {"1 g " + Inline("/IM true", Samples(1, false)), kBox}},
      {"FaintOnAGroundOverBlack",
       {"0 g 20 20 160 160 re f 1 g 30 30 140 140 re f 0.943 g " + Rectangles(), kBox}},
      {"RectanglesInWhite", {"1 g " + Rectangles(), kBox}},
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
      {"AlmostNoOpacity", {"/F gs " + Rectangles(), kBox, "", faint}, true},
      {"AlmostWhite", {"0.92 g " + Rectangles(), kBox}},
      {"PictureOfAlmostWhite", {Inline("/BPC 8 /CS /G /D [0.95 1]", Samples(8, false)), kBox}},
      {"Tiny", {GrayImage("2.5 0 0 2.5 60 60"), kBox}},
  };
}

INSTANTIATE_TEST_SUITE_P(All, HiddenTest, ::testing::ValuesIn(HiddenPages()),
                         [](const auto& c) { return std::string(c.param.name); });

TEST(FindSymbolsTest, WhatAnAnnotationDoesNotShowIsNotFound) {
  const auto find = [](const std::string& annotation) {
    const Bytes pdf = MakePdf({{"", kBox, "/Annots[<<" + annotation + ">>]"}}, "",
                              Appearance("/BBox[50 50 120 120]", Rectangles()));
    EXPECT_TRUE(ByDrawing(pdf).empty());
    EXPECT_TRUE(IsReadWithoutDrawing(pdf));
    return Find(pdf).symbols.size();
  };
  const std::string place = "/Subtype/Stamp/Rect[50 50 120 120]/AP";
  EXPECT_EQ(find(place + "<</N 8 0 R>>/F 2"), 0);
  EXPECT_EQ(find(place + "<</N 8 0 R>>/F 32"), 0);
  EXPECT_EQ(find(place + "<</N<</On 8 0 R>>>>/AS/Off"), 0);
  EXPECT_EQ(find(place + "<</N<</On 8 0 R/More 8 0 R>>>>"), 0);
  EXPECT_EQ(find(place + "<</D 8 0 R>>"), 0);
}

// Parts that do not tell all, of a page that shows what it is given.
class NotUnderstood : public document::PageParts {
 public:
  int width() const override { return kSide; }
  int height() const override { return kSide; }
  bool understood() const override { return false; }
  std::size_t count() const override { return 0; }
  absl::StatusOr<document::PagePart> Read(std::size_t) override {
    return absl::InternalError("no part");
  }
  Sight SightOf(std::size_t, const Corners&) const override { return Sight::kUnsure; }

  static constexpr int kSide = 800;
};

class DrawnDocument : public document::Document {
 public:
  // `finer` is what stands in the middle of the page when it is drawn finer.
  DrawnDocument(PageImage page, PageImage finer)
      : page_(std::move(page)), finer_(std::move(finer)) {}
  int page_count() const override { return 1; }
  absl::StatusOr<PageImage> ReadPage(int) override {
    ++drawn;
    return page_;
  }
  absl::StatusOr<PageImage> ReadPageFiner(int, const document::PageShare& share) override {
    shares.push_back(share);
    return finer_;
  }
  absl::StatusOr<std::unique_ptr<document::PageParts>> OpenParts(int) override {
    return std::make_unique<NotUnderstood>();
  }

  int drawn = 0;
  std::vector<document::PageShare> shares;

 private:
  PageImage page_;
  PageImage finer_;
};

PageImage White(int side) {
  return {side, side, Bytes(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 255)};
}

// In the middle of a white page. `spoilt`: with every third module wrong.
PageImage PageWithCode(bool spoilt) {
  constexpr int kPixels = 6;  // a module
  const Modules code = Code(Symbology::kDataMatrix);
  PageImage page = White(NotUnderstood::kSide);
  const int first = (page.width - code.size * kPixels) / 2;
  for (int y = 0; y < code.size * kPixels; ++y) {
    for (int x = 0; x < code.size * kPixels; ++x) {
      const int column = x / kPixels;
      const int row = y / kPixels;
      const bool wrong = spoilt && (5 * column + 7 * row) % 3 == 0;
      const bool dark = code.at(column, row) != wrong;
      if (dark) page.pixels[static_cast<std::size_t>((first + y) * page.width + first + x)] = 0;
    }
  }
  return page;
}

TEST(FindSymbolsTest, APageIsDrawnInVainOnce) {
  DrawnDocument document(White(NotUnderstood::kSide), White(9));
  EmptyParts empty;
  for (const Depth depth : {Depth::kGlance, Depth::kSearch}) {
    const auto found = FindSymbols(document, 0, depth, {}, empty);
    ASSERT_TRUE(found.ok());
    EXPECT_TRUE(found->symbols.empty());
    EXPECT_EQ(document.drawn, 1);
    EXPECT_TRUE(document.shares.empty());  // there is nothing to look at more closely
  }
}

TEST(FindSymbolsTest, OnlyWhatIsInDoubtIsDrawnFiner) {
  DrawnDocument document(PageWithCode(true), White(9));
  EmptyParts empty;
  const auto found = FindSymbols(document, 0, Depth::kGlance, {}, empty);
  ASSERT_TRUE(found.ok());
  EXPECT_TRUE(found->symbols.empty());
  ASSERT_EQ(document.shares.size(), 1U);
  const document::PageShare& share = document.shares[0];
  EXPECT_GT(share.left, 0.2);
  EXPECT_LT(share.right, 0.8);
  EXPECT_GT(share.top, 0.2);
  EXPECT_LT(share.bottom, 0.8);
}

TEST(FindSymbolsTest, WhatADoubtShowsMoreCloselyIsFound) {
  DrawnDocument document(PageWithCode(true), PageWithCode(false));
  EmptyParts empty;
  const auto found = FindSymbols(document, 0, Depth::kGlance, {}, empty);
  ASSERT_TRUE(found.ok());
  ASSERT_EQ(found->symbols.size(), 1U);
  EXPECT_EQ(AsText(found->symbols[0].payload), kPayload);
  EXPECT_NEAR(Centre(found->symbols[0]).x, NotUnderstood::kSide / 2.0, 10);
}

TEST(FindSymbolsTest, APageOfWordsAndRulesNeedsNoDrawing) {
  std::string content = "BT /F1 10 Tf 20 150 Td 12 TL";
  for (int i = 0; i < 10; ++i) content += " (Une ligne de texte.) '";
  content += " ET ";
  for (int i = 0; i < 20; ++i) content += fmt::format("20 {} 160 0.5 re f\n", 10 + 8 * i);
  const Bytes pdf = MakePdf({{content, kBox}});
  EXPECT_TRUE(IsReadWithoutDrawing(pdf));
  EXPECT_TRUE(Find(pdf).symbols.empty());
}

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
TEST(FindSymbolsTest, APageThatMayShowACodeIsDrawn) {
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

TEST(FindSymbolsTest, APageThatCannotShowACodeIsNotDrawn) {
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
