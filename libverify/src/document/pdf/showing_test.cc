// SPDX-License-Identifier: Apache-2.0
// What other programs than Poppler were seen to draw, each as a page through the whole reader.
#include "document/pdf/showing.h"

#include <gtest/gtest.h>

#include <string>

#include "document/document.h"
#include "document/pdf/testing.h"

namespace sceau::document {
namespace {

using testing::MakePdf;
using testing::MakeStream;
using testing::PdfExtras;

// Of a page whose first object besides is number 8.
Showing Shown(const std::string& content, const std::string& of_page = "",
              const std::string& resources = "", const PdfExtras& extras = {}) {
  const Bytes pdf = MakePdf({{content, "[0 0 144 72]", of_page, resources}}, "", extras);
  const auto document = OpenDocument(pdf, Limits{});
  EXPECT_TRUE(document.ok()) << document.status();
  return document.ok() ? (*document)->ShowingOf(0) : Showing::kUnchecked;
}

TEST(ShowingTest, ContentByTheRulesIsShownAlike) {
  for (const char* const content :
       {"", "0 0 1 rg 1 2 3 4 re f", "BT /F1 10 Tf 1 1 Td (a) Tj ET", "q 1 0 0 1 0 0 cm Q",
        "BT /F1 1 Tf 7 Tr (a) Tj ET", "Q", "EMC", "/Span <</Lang (fr)>> BDC EMC",
        "BT /F1 1 Tf [(a) -120 (b)] TJ 0 1 TD T* ET"})
    EXPECT_EQ(Shown(content), Showing::kAlike) << content;
}

TEST(ShowingTest, ContentThatBreaksARuleIsNot) {
  for (const char* const content :
       {"BT /Missing 10 Tf (a) Tj ET", "1 1 1 rg /x 0 0 rg", "1 g (0) g", "1 g g", "3 Tr Tr",
        "/F1 Tf", "1 0 0 0 rg", "nonsense", "/Missing gs", "/Missing Do", "1 2 re",
        "BI /W 1 /H 1 /BPC 8 /CS /G ID EI EI"})
    EXPECT_EQ(Shown(content), Showing::kDiffers) << content;
}

TEST(ShowingTest, FormsAndStatesNeedTheirEntries) {
  struct Case {
    std::string resources;
    std::string object;
    Showing showing;
  };
  const std::string form = "/XObject<</X 8 0 R>>";
  const std::string state = "/ExtGState<</X ";
  const std::string group = "/Properties<</X 8 0 R>>";
  const Case cases[] = {
      {form, MakeStream("/Subtype/Form/BBox[0 0 9 9]", "0 g"), Showing::kAlike},
      {form, MakeStream("/Subtype/Form", "0 g"), Showing::kDiffers},
      {form, MakeStream("/Subtype/Form/BBox[0 0 9]", "0 g"), Showing::kDiffers},
      {form, MakeStream("/BBox[0 0 9 9]", "0 g"), Showing::kDiffers},
      {form, MakeStream("/Subtype/Form/BBox[0 0 9 9]/Filter/FooDecode", "0 g"), Showing::kDiffers},
      {form, MakeStream("/Subtype/Form/BBox[0 0 9 9]", "Q 0 g"), Showing::kDiffers},
      {form,
       MakeStream("/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray", "a"),
       Showing::kAlike},
      {form, MakeStream("/Subtype/Image/Width 1/Height 1/Alternates[]", "a"), Showing::kDiffers},
      {form, MakeStream("/Subtype/Image/Width 1/Height 1/Filter/FooDecode", "a"),
       Showing::kDiffers},
      {state + "<</ca 0.5>>>>", "null", Showing::kAlike},
      {state + "<</ca -1>>>>", "null", Showing::kDiffers},
      {state + "<</CA 2>>>>", "null", Showing::kDiffers},
  };
  for (const Case& c : cases) {
    const std::string content = c.resources == form ? "/X Do" : "/X gs 0 0 9 9 re f";
    EXPECT_EQ(Shown(content, "", c.resources, {"", {c.object}}), c.showing)
        << c.resources << c.object;
  }
}

// A profile may turn the white of the page into black: that of these cannot be read at all.
TEST(ShowingTest, ColoursOfAProfileThatIsNotPlainAreUnchecked) {
  const std::string spaces = "/ColorSpace<</C[/ICCBased 8 0 R]>>/XObject<</X 9 0 R>>";
  const std::string image = MakeStream(
      "/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace[/ICCBased 8 0 R]", "abc");
  for (const char* const content : {"/C cs 1 1 1 sc 0 0 9 9 re f", "/C CS 0 0 0 SC 0 0 9 9 re S",
                                    "BT /F1 9 Tf /C cs 1 1 1 sc (a) Tj ET",
                                    "BT /F1 9 Tf 1 Tr /C CS 1 1 1 SC (a) Tj ET", "/X Do"}) {
    EXPECT_EQ(Shown(content, "", spaces, {"", {MakeStream("/N 3", "nothing"), image}}),
              Showing::kUnchecked)
        << content;
  }
  EXPECT_EQ(Shown("/C cs 0 0 0 0 sc 0 0 9 9 re f", "", spaces,
                  {"", {MakeStream("/N 4", "nothing"), image}}),
            Showing::kUnchecked);
  EXPECT_EQ(
      Shown("/C cs 1 1 sc 0 0 9 9 re f", "", spaces, {"", {MakeStream("/N 2", "nothing"), image}}),
      Showing::kUnchecked);
  const std::string shading =
      "/Shading<</S<</ShadingType 2/ColorSpace[/ICCBased 8 0 R]/Coords[0 0 9 9]/Function 9 0 R>>>>"
      "/Pattern<</P<</PatternType 2/Shading 10 0 R>>>>";
  const PdfExtras shaded = {
      "",
      {MakeStream("/N 3", "nothing"), "<</FunctionType 2/Domain[0 1]/C0[1 1 1]/C1[1 1 1]/N 1>>",
       "<</ShadingType 2/ColorSpace[/ICCBased 8 0 R]/Coords[0 0 9 9]/Function 9 0 R>>"}};
  for (const char* const content : {"/S sh", "/Pattern cs /P scn 0 0 9 9 re f"})
    EXPECT_EQ(Shown(content, "", shading, shaded), Showing::kUnchecked) << content;
  EXPECT_EQ(Shown("/C cs", "", spaces, {"", {MakeStream("/N 3", "nothing"), image}}),
            Showing::kAlike)
      << "nothing is painted with it";
}

TEST(ShowingTest, WhatLiesInALayerIsShownAlikeWhereTheLayerIsOn) {
  struct Case {
    const char* config;
    const char* group;
    Showing showing;
  };
  const Case cases[] = {
      {"", "<</Type/OCG/Name(a)>>", Showing::kAlike},
      {"/OFF[8 0 R]", "<</Type/OCG/Name(a)>>", Showing::kDiffers},
      {"", "<</Type/OCG/Name(a)/Intent/Design>>", Showing::kDiffers},
      {"", "<</Type/OCG/Name(a)/Usage<</Print<</PrintState/OFF>>>>>>", Showing::kDiffers},
      {"", "<</Type/OCMD/VE[/Not 8 0 R]>>", Showing::kDiffers},
  };
  for (const Case& c : cases) {
    const std::string catalog = std::string("/OCProperties<</OCGs[8 0 R]/D<<") + c.config + ">>>>";
    EXPECT_EQ(
        Shown("/OC /X BDC 0 0 9 9 re f EMC", "", "/Properties<</X 8 0 R>>", {catalog, {c.group}}),
        c.showing)
        << c.config << c.group;
  }
}

TEST(ShowingTest, AnnotationsAreShownAlikeWhereEveryViewerDrawsTheirAppearance) {
  struct Case {
    const char* annotation;
    Showing showing;
  };
  const Case cases[] = {
      {"/Subtype/Stamp/Rect[0 0 9 9]/AP<</N 8 0 R>>", Showing::kAlike},
      {"/Subtype/Widget/FT/Btn/Rect[0 0 9 9]/AS/On/AP<</N<</On 8 0 R>>>>", Showing::kAlike},
      {"/Subtype/Widget/FT/Sig/Rect[0 0 0 0]", Showing::kAlike},
      {"/Subtype/Link/Border[0 0 0]/Rect[0 0 9 9]", Showing::kAlike},
      {"/Subtype/Popup/Rect[0 0 9 9]", Showing::kAlike},
      {"/Subtype/Movie/F 2/Rect[0 0 9 9]/AP<</N 8 0 R>>", Showing::kAlike},
      {"/Subtype/Movie/Rect[0 0 9 9]/AP<</N 8 0 R>>", Showing::kDiffers},
      {"/Subtype/Sound/Rect[0 0 9 9]/AP<</N 8 0 R>>", Showing::kDiffers},
      {"/Subtype/FileAttachment/Rect[0 0 9 9]/AP<</N 8 0 R>>", Showing::kDiffers},
      {"/Rect[0 0 9 9]/AP<</N 8 0 R>>", Showing::kDiffers},
      {"/Subtype/Stamp/OC 8 0 R/Rect[0 0 9 9]/AP<</N 8 0 R>>", Showing::kDiffers},
      {"/Subtype/Stamp/Rect[0 0 9 9]/AP<</R 8 0 R>>", Showing::kDiffers},
      {"/Subtype/Stamp/Rect[0 0 9 9]/AP<</N<</On 8 0 R>>>>", Showing::kDiffers},
      {"/Subtype/Stamp/F 32/Rect[0 0 9 9]/AP<</N 8 0 R>>", Showing::kDiffers},
      {"/Subtype/Redact/Rect[0 0 9 9]", Showing::kDiffers},
      {"/Subtype/Caret/Rect[0 0 9 9]", Showing::kDiffers},
      {"/Subtype/Widget/FT/Tx/V(x)/Rect[0 0 9 9]", Showing::kDiffers},
      {"/Subtype/Link/Rect[0 0 9 9]", Showing::kDiffers},
  };
  const std::string appearance = MakeStream("/Subtype/Form/BBox[0 0 9 9]", "0 g 0 0 9 9 re f");
  for (const Case& c : cases) {
    EXPECT_EQ(Shown("", std::string("/Annots[<<") + c.annotation + ">>]", "", {"", {appearance}}),
              c.showing)
        << c.annotation;
  }
  EXPECT_EQ(Shown("", "/Annots[3]"), Showing::kDiffers);
  EXPECT_EQ(Shown("", "/Annots 3"), Showing::kDiffers);
  const std::string damaged = MakeStream("/Subtype/Form/BBox[0 0 9 9]", "nonsense");
  EXPECT_EQ(
      Shown("", "/Annots[<</Subtype/Stamp/Rect[0 0 9 9]/AP<</N 8 0 R>>>>]", "", {"", {damaged}}),
      Showing::kDiffers);
  const std::string field = "/Annots[<</Subtype/Widget/FT/Tx/V(x)/Rect[0 0 9 9]/AP<</N 8 0 R>>>>]";
  EXPECT_EQ(Shown("", field, "", {"", {appearance}}), Showing::kAlike);
  EXPECT_EQ(Shown("", field, "", {"/AcroForm<</NeedAppearances true>>", {appearance}}),
            Showing::kDiffers);
}

TEST(ShowingTest, AFileThatActsByItselfMayShowAnythingLater) {
  struct Case {
    const char* catalog;
    const char* of_page;
    Showing showing;
  };
  const Case cases[] = {
      {"/OpenAction[6 0 R/Fit]", "", Showing::kAlike},
      {"/OpenAction<</S/GoTo/D[6 0 R/Fit]>>", "", Showing::kAlike},
      {"/OpenAction<</S/JavaScript/JS(x)>>", "", Showing::kDiffers},
      {"/OpenAction<</S/SetOCGState/State[]>>", "", Showing::kDiffers},
      {"/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(x)>>]>>>>", "", Showing::kDiffers},
      {"/AA<</WP<</S/JavaScript/JS(x)>>>>", "", Showing::kDiffers},
      {"", "/AA<</O<</S/JavaScript/JS(x)>>>>", Showing::kDiffers},
  };
  for (const Case& c : cases)
    EXPECT_EQ(Shown("", c.of_page, "", {c.catalog, {}}), c.showing) << c.catalog << c.of_page;
}

TEST(ShowingTest, AFileThatHasToBeRepairedIsUnchecked) {
  Bytes pdf = MakePdf({{"0 g"}});
  const std::string text(AsText(pdf));
  const std::size_t at = text.find("startxref");
  pdf.resize(at);
  const auto document = OpenDocument(pdf, Limits{});
  ASSERT_TRUE(document.ok()) << document.status();
  EXPECT_EQ((*document)->ShowingOf(0), Showing::kUnchecked);
}

TEST(ShowingTest, DamageThatPagesShareIsDamageOfEach) {
  const testing::PdfPage page{"/G gs 1 2 3 4 re f", "[0 0 144 72]", "", "/ExtGState<</G 10 0 R>>"};
  const Bytes pdf = MakePdf({page, page}, "", {"", {"<< /CA 1 /ca >>"}});
  const auto document = OpenDocument(pdf, Limits{});
  ASSERT_TRUE(document.ok()) << document.status();
  for (const int index : {0, 1, 0})
    EXPECT_NE((*document)->ShowingOf(index), Showing::kAlike) << index;
}

}  // namespace
}  // namespace sceau::document
