// SPDX-License-Identifier: Apache-2.0
// The words of pages as they are asked for: through the document.
#include "document/pdf/hybrid_pdf_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "document/pdf/testing.h"
#include "fmt/format.h"

namespace sceau::document {
namespace {

using testing::AtDpi;
using testing::MakePdf;

std::string Text(const std::string& font, double x, double y, const std::string& text) {
  return fmt::format("BT /{} 10 Tf {} {} Td ({}) Tj ET\n", font, x, y, text);
}

PageText ReadFirst(const Bytes& pdf, const Limits& limits) {
  const auto document = OpenHybridPdf(pdf, limits);
  EXPECT_TRUE(document.ok()) << document.status();
  auto text = (*document)->ReadText(0);
  EXPECT_TRUE(text.ok() && *text) << text.status();
  return text.ok() && *text ? **std::move(text) : PageText{};
}

TEST(HybridPdfReaderTest, WordsComeWithTheirBoxesInPixels) {
  const PageText text = ReadFirst(MakePdf({{Text("F1", 20, 40, "DUPONT Ren\\351e")}}), AtDpi(144));
  EXPECT_EQ(text.source, TextSource::kPrinted);
  ASSERT_EQ(text.words.size(), 2);
  EXPECT_EQ(text.words[0].text, "DUPONT");
  EXPECT_EQ(text.words[1].text, "Renée");
  // At two pixels a point, the base line lies 32 points below the upper edge.
  const Word& word = text.words[0];
  EXPECT_NEAR(word.top_left.x, 40, 1);
  EXPECT_NEAR(word.bottom_right.x, 40 + 2 * 43.3, 3);  // Helvetica's widths
  EXPECT_LT(word.top_left.y, 2 * 25);
  EXPECT_GT(word.bottom_right.y, 2 * 31);
  EXPECT_LT(word.bottom_right.y, 2 * 36);
  EXPECT_LT(word.bottom_right.x, text.words[1].top_left.x);
}

TEST(HybridPdfReaderTest, BoxesTurnWithThePage) {
  const std::string content = Text("F1", 20, 40, "DUPONT");
  const PageText text = ReadFirst(MakePdf({{content, "[0 0 144 72]", "/Rotate 90"}}), AtDpi(72));
  ASSERT_EQ(text.words.size(), 1);
  // A quarter turn clockwise: x = y of the page, y = x of the page, in points from the lower left.
  const Word& word = text.words[0];
  EXPECT_NEAR(word.top_left.y, 20, 1);
  EXPECT_NEAR(word.bottom_right.y, 20 + 43.3, 2);
  EXPECT_GT(word.top_left.x, 34);
  EXPECT_LT(word.bottom_right.x, 52);
}

TEST(HybridPdfReaderTest, BoxesFollowALowerResolution) {
  Limits limits = AtDpi(144);
  limits.page_pixels = 10'368;  // 144 x 72
  const PageText text = ReadFirst(MakePdf({{Text("F1", 100, 40, "DUPONT")}}), limits);
  ASSERT_EQ(text.words.size(), 1);
  EXPECT_NEAR(text.words[0].top_left.x, 100, 1);
}

TEST(HybridPdfReaderTest, ARecognitionProgramIsKnownByItsName) {
  const std::string content = Text("F1", 20, 40, "DUPONT");
  for (const char* producer : {"ABBYY FineReader PDF 15", "ocrmypdf 14.0", "Tesseract 5.3",
                               "Adobe Acrobat Paper Capture Plug-in", "OmniPage CSDK 20"})
    EXPECT_EQ(ReadFirst(MakePdf({{content}}, producer), AtDpi(72)).source, TextSource::kOcr)
        << producer;
  for (const char* producer : {"cairo 1.16.0", "Microsoft Word", "Apache FOP 2.6", "iText 7"})
    EXPECT_EQ(ReadFirst(MakePdf({{content}}, producer), AtDpi(72)).source, TextSource::kPrinted)
        << producer;
}

TEST(HybridPdfReaderTest, TextOutsideThePageIsNotRead) {
  const std::string content = Text("F1", 20, 40, "seen") + Text("F1", 200, 40, "right") +
                              Text("F1", 20, -50, "below") + Text("F1", 20, 100, "above") +
                              Text("F1", -100, 40, "left");
  for (const char* page : {"", "/Rotate 90", "/CropBox [10 10 100 60]"}) {
    const PageText text = ReadFirst(MakePdf({{content, "[0 0 144 72]", page}}), AtDpi(72));
    ASSERT_EQ(text.words.size(), 1) << page;
    EXPECT_EQ(text.words[0].text, "seen");
  }
}

// Many writers get it wrong, and no reader looks at it.
TEST(HybridPdfReaderTest, AWrongNumberOfObjectsIsNotDamage) {
  const Bytes pdf = MakePdf({{Text("F1", 20, 40, "DUPONT")}});
  std::string text(AsText(pdf));
  const std::size_t at = text.rfind("/Size ");
  ASSERT_NE(at, std::string::npos);
  text.insert(at + 6, "1");
  const auto document = OpenHybridPdf(AsBytes(text), AtDpi(72));
  ASSERT_TRUE(document.ok());
  const auto parts = (*document)->OpenParts(0);
  ASSERT_TRUE(parts.ok() && *parts != nullptr);
  EXPECT_TRUE((*parts)->understood());
}

TEST(HybridPdfReaderTest, AShareIsDrawnAsItStandsOnThePage) {
  const std::string content = "0 g 30 20 40 30 re f 100 50 9 9 re f " + Text("F1", 20, 8, "DUPONT");
  for (const char* more : {"", "/Rotate 90", "/Rotate 180", "/Rotate 270"}) {
    const Bytes pdf = MakePdf({{content, "[0 0 144 72]", more}});
    const auto document = OpenHybridPdf(pdf, AtDpi(96));
    ASSERT_TRUE(document.ok());
    const auto page = (*document)->ReadPageFiner(0, {});
    const auto share = (*document)->ReadPageFiner(0, {0.25, 0.25, 0.75, 0.5});
    ASSERT_TRUE(page.ok() && share.ok());
    ASSERT_EQ(share->width, page->width / 2) << more;
    ASSERT_EQ(share->height, page->height / 4) << more;
    int differing = 0;
    for (int y = 0; y < share->height; ++y) {
      for (int x = 0; x < share->width; ++x) {
        const int on_page = (y + page->height / 4) * page->width + x + page->width / 4;
        const int seen = share->pixels[static_cast<std::size_t>(y * share->width + x)];
        differing += seen != page->pixels[static_cast<std::size_t>(on_page)] ? 1 : 0;
      }
    }
    EXPECT_EQ(differing, 0) << more;
  }
}

TEST(HybridPdfReaderTest, APageWithoutTextHasNone) {
  const PageText text = ReadFirst(MakePdf({{"0 g 0 36 72 36 re f"}}), AtDpi(72));
  EXPECT_EQ(text.source, TextSource::kNone);
}

}  // namespace
}  // namespace sceau::document
