// SPDX-License-Identifier: Apache-2.0
#include "cli/inspection_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sceau::cli {
namespace {

using testing::HasSubstr;
using testing::Not;

Inspection TestInspection() {
  InspectedSymbol symbol;
  symbol.symbology = "QRCode";
  symbol.page = 2;
  symbol.corners = {Point{1, 2}, Point{101.4, 2}, Point{101.4, 102.6}, Point{1, 102.6}};
  symbol.payload = {'A', 'D', '1', ':', 'x'};
  symbol.kind = "ad1";
  Layer layer;
  layer.name = "cose";
  for (std::uint8_t i = 0; i < 20; ++i) layer.bytes.push_back(i);
  layer.parts = {{0, 20, 0, "COSE_Sign1", "", false},
                 {0, 1, 1, "tag", "18", false},
                 {1, 10, 1, "claims", "", true},
                 {1, 10, 2, "name", "DU\x1b[2JRAND", true},
                 {11, 99, 1, "cut", "", false}};
  symbol.layers = {layer};
  symbol.problems = {{Reason::kSealTruncated, "offset 11"}};
  Inspection inspection;
  inspection.file = "a.pdf";
  inspection.pages_read = 2;
  inspection.symbols = {symbol};
  return inspection;
}

TEST(InspectionTextTest, Golden) {
  EXPECT_EQ(InspectionText(TestInspection(), Language::kEnglish),
            R"(a.pdf: pages read 2, codes found 1
NOTHING IS VERIFIED HERE: no signature is checked, nothing that follows is proven.

Code 1: QRCode, page 2, content: ad1 (5 bytes)
  corners (pixels): (1, 2) (101, 2) (101, 103) (1, 103)

  layer cose (20 bytes)
  offset    bytes                    signed meaning
  00000000  [20]                     no     COSE_Sign1
  00000000  00                       no       tag: 18
  00000001  [10]                     yes      claims
  00000001  01 02 03 04 05 06 07 08  yes        name: DU\u{001B}[2JRAND
  00000009  09 0a
  0000000b  0b 0c 0d 0e 0f 10 11 12  no       cut
  00000013  13
  stopped: The seal is incomplete: read the code again, or ask for the original PDF.
  [seal.truncated] (offset 11)
)");
}

TEST(InspectionTextTest, AnyPayloadIsShownAsTextAndBytes) {
  Inspection inspection = TestInspection();
  InspectedSymbol& symbol = inspection.symbols[0];
  symbol.layers.clear();
  symbol.problems.clear();
  symbol.kind = "text";
  symbol.payload = {'a', 0x1B, 0xFF};
  symbol.corners = {};
  EXPECT_EQ(InspectionText(inspection, Language::kFrench), R"(a.pdf : pages lues 2, codes trouvés 1
RIEN N'EST VÉRIFIÉ ICI : aucune signature n'est contrôlée, rien de ce qui suit n'est prouvé.

Code 1 : QRCode, page 2, contenu : text (3 octets)
  en texte : a\u{001B}\x{FF}

  couche payload (3 octets)
  position  octets                   signé  sens
  00000000  61 1b ff
)");
}

TEST(InspectionTextTest, SaysThatNothingIsVerifiedBeforeAllElse) {
  Inspection inspection;
  inspection.file = "vide\n.pdf";
  inspection.reasons = {{Reason::kDocumentNoCode, ""}};
  const std::string french = InspectionText(inspection, Language::kFrench);
  EXPECT_THAT(french, HasSubstr("vide\\u{000A}.pdf : pages lues 0, codes trouvés 0\nRIEN N'EST "
                                "VÉRIFIÉ ICI"));
  EXPECT_THAT(french, HasSubstr("[document.no-code]"));
  EXPECT_THAT(InspectionText(inspection, Language::kEnglish),
              HasSubstr("NOTHING IS VERIFIED HERE"));
}

TEST(InspectionTextTest, PartsBeyondTheLayerShowNoBytes) {
  Inspection inspection = TestInspection();
  inspection.symbols[0].layers[0].parts = {{1'000'000, 5, 0, "far", "", false},
                                           {19, SIZE_MAX, -3, "end", "", false}};
  const std::string text = InspectionText(inspection, Language::kEnglish);
  EXPECT_THAT(text, HasSubstr("  000f4240                           no     far\n"));
  EXPECT_THAT(text, HasSubstr("  00000013  13                       no     end\n"));
}

}  // namespace
}  // namespace sceau::cli
