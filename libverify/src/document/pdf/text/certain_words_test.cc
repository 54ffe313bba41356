// SPDX-License-Identifier: Apache-2.0
// Pages that show more than their words, or other words than they say, in ways that only a viewer
// works out.
#include <gtest/gtest.h>

#include "document/pdf/content/optional_content.h"
#include "document/pdf/qpdf.h"
#include "document/pdf/text/sheet_testing.h"

namespace sceau::document {
namespace {

using testing::Line;
using testing::Read;
using testing::Sheet;
using testing::Write;

constexpr char kGraphicsStates[] =
    "/ExtGState << /Thin << /ca 0.005 >> /Mask << /SMask << /Type /Mask /S /Luminosity >> >> "
    "/Inverted << /TR << /FunctionType 2 /Domain [0 1] /C0 [1] /C1 [0] /N 1 >> >> "
    "/Plain << /TR /Identity /TR2 /Default /BG2 /Default /UCR2 /Default /HT /Default >> >> ";

bool IsCertain(const Sheet& sheet) {
  const auto text = Read(Write(sheet));
  return text && !text->drawings;
}

std::string Martin() { return Line(20, 60, "0 g (MARTIN) Tj"); }

// What a rule or an area of our layout is, and what is none.
TEST(CertainWordsTest, WhatIsNotARuleOfALayoutIsADrawing) {
  const auto drawn = [](const std::string& painted) {
    const auto text = Read(Write({.content = painted + " 0 g " + Line(20, 60, "(DUPONT) Tj"),
                                  .resources = kGraphicsStates}));
    return !text || text->drawings.has_value();
  };
  const std::string rules = "0.8 g 20 80 260 0.5 re 20 40 260 0.5 re f ";
  EXPECT_FALSE(drawn(rules));
  EXPECT_FALSE(drawn("/Plain gs " + rules));
  EXPECT_FALSE(drawn("1 g 0 0 300 100 re f " + rules)) << "on a ground of its own";
  EXPECT_FALSE(drawn(rules + "0.9 g 20 10 260 20 re f 0.2 g 20 10 2 20 re f")) << "a bar";
  EXPECT_FALSE(drawn("0 0 300 100 re W n " + rules));
  EXPECT_FALSE(drawn(rules + "20 10 260 20 re S")) << "a frame";
  for (const char* more : {"q 50 20 m 60 20 l 55 30 l h W n 20 10 260 20 re f Q",
                           "q 50 20 2 10 re W n 20 10 260 20 re f Q", "/Mask gs 20 10 260 20 re f",
                           "/Thin gs 20 10 260 20 re f", "[3 1] 0 d 20 20 m 280 20 l S",
                           "0 g 20 10 260 20 re f 1 g 20 10 260 20 re f", "100 10 0.5 20 re f",
                           "100 10 20 0.5 re f", "100 10 180 0.5 re f", "20 10 180 0.5 re f"})
    EXPECT_TRUE(drawn(rules + more)) << more;
}

TEST(CertainWordsTest, WhatHardlyShowsIsADrawing) {
  const auto drawn = [](const std::string& content) {
    const auto text = Read(Write({.content = Martin() + content, .resources = kGraphicsStates}));
    return text && text->drawings.has_value();
  };
  EXPECT_FALSE(drawn(Line(150, 60, "1 g (DUPONT) Tj")));
  EXPECT_TRUE(drawn(Line(150, 60, "0.88 g (DUPONT) Tj")));
  EXPECT_TRUE(drawn("BT /F 0.1 Tf 150 60 Td (DUPONT) Tj ET"));
  EXPECT_TRUE(drawn(Line(150, -1, "(DUPONT) Tj"))) << "the tops of its letters";
  EXPECT_FALSE(drawn(Line(150, -20, "(DUPONT) Tj")));
}

TEST(CertainWordsTest, AnyGlyphThatIsPaintedMustBeProven) {
  // Copied, its D is an L: of such a font nothing is known.
  const auto proven = [](const std::string& content, const std::string& producer = "") {
    const auto text = Read(Write({.content = Line(20, 60, "(MARTIN) Tj") + content,
                                  .to_unicode = "1 beginbfchar <44> <004C> endbfchar",
                                  .producer = producer}));
    return text && text->letters_are_proven;
  };
  EXPECT_TRUE(proven(""));
  EXPECT_TRUE(proven(Line(20, 200, "(PONT) Tj"))) << "off the page";
  EXPECT_TRUE(proven(Line(20, 40, "3 Tr (D) Tj"))) << "not painted";
  EXPECT_FALSE(proven(Line(20, 200, "(D) Tj")));
  EXPECT_FALSE(proven("q 200 0 50 50 re W n " + Line(20, 60, "(D) Tj") + " Q"));
  EXPECT_FALSE(proven("", "ABBYY FineReader")) << "a name hides nothing";
}

TEST(CertainWordsTest, ColoursOfAnotherMakingAreNotCertain) {
  const auto certain = [](const std::string& spaces, const std::string& content) {
    return IsCertain({.content = content + Line(20, 60, "(MARTIN) Tj"),
                      .resources = kGraphicsStates + ("/ColorSpace << " + spaces + " >>")});
  };
  const auto shown = [](const std::string& space) {
    const auto text = Read(Write({.content = "/S cs 0 scn " + Line(20, 60, "(MARTIN) Tj"),
                                  .resources = "/ColorSpace << /S " + space + " >>"}));
    return text && !text->words.empty() && text->words.at(0).sight == Sight::kShown;
  };
  EXPECT_TRUE(certain("", "0 g "));
  EXPECT_TRUE(certain("", "/Plain gs "));
  EXPECT_FALSE(certain("", "/Inverted gs "));
  EXPECT_FALSE(certain("/DefaultGray [/CalGray << /WhitePoint [1 1 1] /Gamma 60 >>]", ""));
  EXPECT_FALSE(certain("/DefaultRGB [/Separation /Black /DeviceGray << >>]", ""));
  EXPECT_TRUE(certain("/DefaultGray [/CalGray << /WhitePoint [1 1 1] /Gamma 2.2 >>]", ""));
  EXPECT_TRUE(shown("[/CalGray << /WhitePoint [1 1 1] /Gamma 2.2 >>]"));
  EXPECT_FALSE(shown("[/CalGray << /WhitePoint [1 1 1] /Gamma 0.001 >>]"));
  const std::string tint = " << /FunctionType 2 /Domain [0 1] /N 1 ";
  const std::string black = "[/Indexed [/Separation /Black /DeviceGray" + tint;
  EXPECT_TRUE(shown(black + "/C0 [1] /C1 [0] >>] 0 <FF>]"));
  EXPECT_FALSE(shown(black + "/C0 [0] /C1 [1] >>] 0 <FF>]"));
}

TEST(CertainWordsTest, FontsThatSayTwoWidthsAreNotCertain) {
  Sheet sheet{.content = Martin()};
  EXPECT_TRUE(IsCertain(sheet));
  sheet.font.replace(sheet.font.find("/LastChar 255"), 13, "/LastChar 254");
  EXPECT_FALSE(IsCertain(sheet));
  const auto wide = [](const std::string& widths) {
    return IsCertain({.content = Line(20, 60, "<00030004> Tj"),
                      .font = "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H "
                              "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /W [" +
                              widths + "] >>] >>",
                      .to_unicode = "1 beginbfrange <0003> <0004> <0041> endbfrange"});
  };
  EXPECT_TRUE(wide("3 [500 700] 5 6 400"));
  EXPECT_FALSE(wide("3 [500 700] 4 6 400"));
}

TEST(CertainWordsTest, WhatViewersDoNotAllDoIsNotCertain) {
  const auto certain = [](const std::string& content) { return IsCertain({.content = content}); };
  EXPECT_TRUE(certain("q 1 0 0 1 5 5 cm BT /F 1 Tf 10 0 0 10 20 60 Tm (MARTIN) Tj ET Q"));
  for (const char* content :
       {"BT /F 10 Tf 20 60 Td q (MARTIN) Tj Q ET", "BT /F 10 Tf 1 0 0 1 5 5 cm 20 60 Td (A) Tj ET",
        "BT BT /F 10 Tf 20 60 Td (MARTIN) Tj ET ET",
        "BT /F 1 Tf 10 0 10 0.02 20 60 Tm (MARTIN) Tj ET",
        "BT /F 1 Tf 10 0 3 10 20 60 Tm (MARTIN) Tj ET",
        "BI /W 1 /H 1 /BPC 8 /CS /G /F /AHx ID 00> EI %\x80\n Q EI "
        "BT /F 10 Tf 20 60 Td (MARTIN) Tj ET"})
    EXPECT_FALSE(certain(content)) << content;
}

TEST(CertainWordsTest, FramesOfLinksAndWhatPaperAloneShowsAreDrawings) {
  const auto drawn = [](const std::string& annotation) {
    const auto text = Read(Write(
        {.content = Martin(), .page = "/Annots [<< " + annotation + " /Rect [9 9 90 30] >>]"}));
    return text && text->drawings.has_value();
  };
  EXPECT_FALSE(drawn("/Subtype /Link /Border [0 0 0]"));
  EXPECT_FALSE(drawn("/Subtype /Link /BS << /W 0 >>"));
  EXPECT_TRUE(drawn("/Subtype /Link"));
  EXPECT_TRUE(drawn("/Subtype /Link /Border [0 0 1]"));
  EXPECT_TRUE(drawn("/Subtype /Link /Border [0 0 0] /BS << /W 1 >>"));
  EXPECT_TRUE(drawn("/Subtype /Stamp /F 36"));
  EXPECT_FALSE(drawn("/Subtype /Stamp /F 4")) << "drawn, and compared so";
}

TEST(OptionalContentTest, WhatMayBeShownElsewhereIsUnsure) {
  using Layer = GraphicsState::Layer;
  const auto state = [](const std::string& group, const std::string& config) {
    QPDF pdf;
    pdf.emptyPDF();
    QPDFObjectHandle one =
        pdf.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /OCG " + group + " >>"));
    QPDFObjectHandle properties = QPDFObjectHandle::parse("<< /D << " + config + " >> >>");
    QPDFObjectHandle off = QPDFObjectHandle::newArray();
    off.appendItem(one);
    if (config.find("/Name (off)") != config.npos) properties.getKey("/D").replaceKey("/OFF", off);
    return OptionalContent(properties).StateOf(one);
  };
  EXPECT_EQ(state("", ""), Layer::kOn);
  EXPECT_EQ(state("", "/Name (off)"), Layer::kOff);
  EXPECT_EQ(state("/Intent [/View /All]", ""), Layer::kOn);
  EXPECT_EQ(state("/Intent /Design", "/Name (off)"), Layer::kUnsure);
  EXPECT_EQ(state("", "/Intent /Design"), Layer::kUnsure);
  EXPECT_EQ(state("/Usage << /Print << /PrintState /ON >> >>", ""), Layer::kOn);
  EXPECT_EQ(state("/Usage << /Print << /PrintState /ON >> >>", "/Name (off)"), Layer::kUnsure);
  EXPECT_EQ(state("/Usage << /View << /ViewState /OFF >> >>", ""), Layer::kUnsure);
}

}  // namespace
}  // namespace sceau::document
