// SPDX-License-Identifier: Apache-2.0
// Codes in, under and beside annotations and form fields are seen as the drawing of the page shows.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "barcode/write/write_symbol.h"
#include "decode/find_symbols.h"
#include "document/pdf/testing.h"
#include "fmt/format.h"

namespace sceau::decode {
namespace {

// 50 points wide, at (60, 60).
std::string DrawnCode() {
  const auto code = barcode::WriteSymbol(Symbology::kQrCode, AsBytes("SOME PAYLOAD 0123456789"));
  EXPECT_TRUE(code.ok());
  std::string content;
  for (int y = 0; y < code->size; ++y) {
    for (int x = 0; x < code->size; ++x) {
      if (code->at(x, y))
        content += fmt::format("{} {} 2 2 re\n", 60 + 2 * x, 60 + 2 * (code->size - 1 - y));
    }
  }
  return content + "f\n";
}

enum class Place { kAppearance, kPage };
enum class Seen { kShown, kHidden, kNotThere };

struct AnnotationCase {
  const char* name;
  std::string annotation;
  Place place;          // of the code
  std::string entries;  // of the appearance 8 0 R
  Seen seen = Seen::kShown;
  bool understood = true;  // without drawing
  std::string form = {};   // entries of the catalogue
};

class AnnotationTest : public ::testing::TestWithParam<AnnotationCase> {};

TEST_P(AnnotationTest, ACodeIsSeenAsTheDrawingShowsIt) {
  const AnnotationCase& c = GetParam();
  const bool inside = c.place == Place::kAppearance;
  const std::string appearance = inside ? DrawnCode() : "1 g 0 0 200 200 re f";
  const Bytes pdf = document::testing::MakePdf(
      {{inside ? "" : DrawnCode(), "[0 0 200 200]", "/Annots[<<" + c.annotation + ">>]"}}, "",
      {c.form, {document::testing::MakeStream("/Subtype/Form" + c.entries, appearance)}});
  const auto document = document::OpenDocument(pdf, Limits{});
  ASSERT_TRUE(document.ok());
  const auto parts = (*document)->OpenParts(0);
  ASSERT_TRUE(parts.ok() && *parts != nullptr);
  EXPECT_EQ((*parts)->understood(), c.understood);
  EmptyParts empty;
  const auto found = FindSymbols(**document, 0, Depth::kSearch, {}, empty);
  ASSERT_TRUE(found.ok());
  const auto image = (*document)->ReadPage(0);
  const auto drawn = barcode::ReadSymbols(View(*image), {})->symbols;
  EXPECT_EQ(drawn.size(), c.seen == Seen::kShown ? 1 : 0);
  ASSERT_EQ(found->symbols.size(), c.seen == Seen::kNotThere ? 0 : 1);
  if (c.seen == Seen::kNotThere) return;
  EXPECT_EQ(found->symbols[0].hidden, c.seen == Seen::kHidden);
  if (drawn.empty()) return;
  for (std::size_t i = 0; i < 4; i += 2) {
    EXPECT_NEAR(found->symbols[0].corners[i].x, drawn[0].corners[i].x, 8);
    EXPECT_NEAR(found->symbols[0].corners[i].y, drawn[0].corners[i].y, 8);
  }
}

std::vector<AnnotationCase> AnnotationCases() {
  using enum Place;
  using enum Seen;
  const std::string box = "/BBox[50 50 120 120]";
  const std::string turned = box + "/Matrix[0 1 -1 0 7 9]";
  const std::string stamp = "/Subtype/Stamp/Rect[50 50 120 120]";
  const std::string field = "/Subtype/Widget/FT/Btn/Rect[50 50 120 120]/AP<</N<</On 8 0 R";
  const std::string text = "/Subtype/Widget/FT/Tx/Rect[60 60 90 90]";
  const std::string aside = "/Subtype/Widget/FT/Tx/Rect[5 5 40 20]";
  const std::string button = "/Subtype/Widget/FT/Btn/Rect[5 5 40 20]";
  const std::string list = "/Subtype/Widget/FT/Ch/Rect[5 5 40 20]";
  const std::string form =
      "/AcroForm<</DR<</Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
      "/D<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[97/uni2588]>>>>"
      "/F<</Type/Font/Subtype/TrueType/BaseFont/F/FontDescriptor<</FontFile2 8 0 R>>>>"
      "/W<</Type/Font/Subtype/TrueType/BaseFont/W/FirstChar 97/Widths[500]"
      "/Encoding/WinAnsiEncoding/FontDescriptor<</FontFile2 8 0 R>>>>>>>>>>";
  const std::string blocks =
      "/DR<</Font<</H<</Type/Font/Subtype/Type1/BaseFont/Helvetica"
      "/Encoding<</Differences[97/uni2588]>>>>>>>>";
  const std::string marks = "/DR<</Font<</Z<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>>>>>";
  const std::string drawn =
      "/DR<</Font<</Z<</Type/Font/Subtype/Type3/BaseFont/ZapfDingbats/CharProcs<<>>>>>>>>";
  const std::string one = aside + "/V(a)/DA(/W 9 Tf)";
  std::string six = one;
  for (int i = 1; i < 6; ++i) six += ">><<" + one;
  const std::string again = "/AcroForm<</NeedAppearances true>>";
  return {
      {"InAStamp", "/Subtype/Stamp/Rect[20 20 160 160]/AP<</N 8 0 R>>", kAppearance, box},
      {"InATurnedStamp", "/Subtype/Stamp/Rect[20 40 160 180]/AP<</N 8 0 R>>", kAppearance, turned},
      {"InTheStateOfAField", field + "/Off 8 0 R>>>>/AS/On", kAppearance, box},
      {"InTheOnlyStateOfAField", field + ">>>>", kAppearance, box},
      {"InAnotherState", field + ">>>>/AS/Off", kAppearance, box, kNotThere},
      {"InNoStateOfTwo", field + "/More 8 0 R>>>>", kAppearance, box, kNotThere},
      {"InAHiddenStamp", stamp + "/AP<</N 8 0 R>>/F 2", kAppearance, box, kNotThere},
      {"InAStampForPaper", stamp + "/AP<</N 8 0 R>>/F 32", kAppearance, box, kNotThere},
      {"InAStampThatIsPressed", stamp + "/AP<</D 8 0 R>>", kAppearance, box, kNotThere},
      {"UnderAStamp", stamp + "/AP<</N 8 0 R>>", kPage, box, kHidden},
      {"UnderAHiddenStamp", stamp + "/AP<</N 8 0 R>>/F 2", kPage, box},
      {"UnderAPopup", "/Subtype/Popup/Rect[60 60 90 90]", kPage, box},
      {"UnderAnEmptyField", text, kPage, box},
      {"UnderAFieldWithItsValue", text + "/V(a)/DA(/H 9 Tf)", kPage, box, kShown, true, form},
      {"BesideAFieldOfLetters", aside + "/V(a)/DA(0 g /H 9 Tf)", kPage, box, kShown, true, form},
      {"BesideAFieldOfBlocks", aside + "/V<FEFF2588>/DA(/H 9 Tf)", kPage, box, kShown, false, form},
      {"BesideABarCode", aside + "/PMD<<>>/V(a)/DA(/H 9 Tf)", kPage, box, kShown, false, form},
      {"BesideATextWithItsLooks", aside + "/RV(a)/V(a)/DA(/H 9 Tf)", kPage, box, kShown, false,
       form},
      {"BesideItsOwnFonts", aside + "/DR<<>>/V(a)/DA(/H 9 Tf)", kPage, box, kShown, true, form},
      {"BesideItsOwnFontOfBlocks", aside + blocks + "/V(a)/DA(/H 9 Tf)", kPage, box, kShown, false,
       form},
      {"BesideItsOwnFontAlone", aside + marks + "/V(a)/DA(/Z 9 Tf)", kPage, box, kShown, false},
      {"BesideAList", list + "/V(a)/Opt[(b)[(c)(d)]]/DA(/H 9 Tf)", kPage, box, kShown, true, form},
      {"BesideAListOfBlocks", list + "/V(a)/Opt[(b)[(c)<FEFF2588>]]/DA(/H 9 Tf)", kPage, box,
       kShown, false, form},
      {"BesideAListOfNumbers", list + "/V(a)/Opt[1]/DA(/H 9 Tf)", kPage, box, kShown, false, form},
      {"BesideGreekLetters", aside + "/V<FEFF03C0>/DA(/H 9 Tf)", kPage, box, kShown, true, form},
      {"BesideAFontOfTheFileWithLetters", aside + "/V(a)/DA(/W 9 Tf)", kPage, box, kShown, true,
       form},
      {"BesideLinesInAFontOfTheFile", aside + "/Ff 4096/V(a)/DA(/W 9 Tf)", kPage, box, kShown,
       false, form},
      {"BesideLinesInAStandardFont", aside + "/Ff 4096/V(a)/DA(/H 9 Tf)", kPage, box, kShown, true,
       form},
      {"BesideAListInAFontOfTheFile", list + "/V(a)/DA(/W 9 Tf)", kPage, box, kShown, false, form},
      {"BesideAChoiceInAFontOfTheFile", list + "/Ff 131072/V(a)/DA(/W 9 Tf)", kPage, box, kShown,
       true, form},
      {"BesideSixInAFontOfTheFile", six, kPage, box, kShown, true, form},
      {"BesideSevenInAFontOfTheFile", six + ">><<" + one, kPage, box, kShown, false, form},
      {"BesideAListOfUnsureKind", list + "/Ff 0.0/V(a)/DA(/W 9 Tf)", kPage, box, kShown, false,
       form},
      {"BesideAFontOfTheFile", aside + "/V(a)/DA(/F 9 Tf)", kPage, box, kShown, false, form},
      {"BesideAFontOfOtherLetters", aside + "/V(a)/DA(/D 9 Tf)", kPage, box, kShown, false, form},
      {"BesideAnUnknownFont", aside + "/V(a)/DA(/G 9 Tf)", kPage, box, kShown, false, form},
      {"BesideTwoFonts", aside + "/V(a)/DA(/H 9 Tf/F 9 Tf)", kPage, box, kShown, false, form},
      {"BesideTwoFontsApart", aside + "/V(a)/DA(/H 9 Tf /F 9 Tf)", kPage, box, kShown, false, form},
      {"BesideMoreThanAFont", aside + "/V(a)/DA(0 0 1 1 re f)", kPage, box, kShown, false, form},
      {"BesideAFieldWithoutAFont", aside + "/V(a)", kPage, box, kShown, false, form},
      {"BesideAButtonWithAPicture", button + "/MK<</I 8 0 R>>", kPage, box, kShown, false},
      {"BesideATick", button + "/MK<</CA(4)>>", kPage, box},
      {"BesideATickOfItsOwnFont", button + marks + "/DA(/Z 0 Tf)/MK<</CA(4)>>", kPage, box},
      {"BesideATickOfDrawnMarks", button + drawn + "/DA(/Z 0 Tf)/MK<</CA(4)>>", kPage, box, kShown,
       false},
      {"BesideATickOfAnotherFont", button + blocks + "/DA(/H 0 Tf)/MK<</CA(a)>>", kPage, box,
       kShown, false},
      {"BesideAPushButton", button + "/Ff 65536/MK<</CA(4)>>", kPage, box, kShown, false},
      {"BesideAButtonWithAText", button + "/MK<</CA(nnn)>>", kPage, box, kShown, false},
      {"BesideAFieldThatIsDrawnAgain", field + ">>>>/V/On", kPage, box, kHidden, true, again},
      {"BesideALine", "/Subtype/Line/L[1 1 9 9]/Rect[0 0 10 10]", kPage, box, kShown, false},
  };
}

INSTANTIATE_TEST_SUITE_P(All, AnnotationTest, ::testing::ValuesIn(AnnotationCases()),
                         [](const auto& c) { return std::string(c.param.name); });

}  // namespace
}  // namespace sceau::decode
