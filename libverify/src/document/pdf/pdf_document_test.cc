// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdf_document.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "document/image/matchers_testing.h"
#include "document/image/testing.h"
#include "document/pdf/ocr.h"
#include "document/pdf/testing.h"
#include "document/pdf/text_layer.h"
#include "fmt/format.h"

namespace sceau::document {
namespace {

#include "document/pdf/encrypted_samples.inc"

using testing::IsPage;
using testing::IsRefused;
using testing::MakePdf;
using testing::Quarters;

Limits AtDpi(int dpi) {
  Limits limits;
  limits.render_dpi = dpi;
  return limits;
}

// The upper left quarter of a page of 144 x 72 points.
constexpr char kBlackTopLeft[] = "0 g 0 36 72 36 re f";

std::string Text(const std::string& font, double x, double y, const std::string& text) {
  return fmt::format("BT /{} 10 Tf {} {} Td ({}) Tj ET\n", font, x, y, text);
}

absl::StatusOr<PageImage> DrawFirst(ByteSpan pdf, const Limits& limits) {
  auto document = OpenPdf(pdf, limits);
  if (!document.ok()) return document.status();
  return (*document)->ReadPage(0);
}

PageText ReadFirst(const Bytes& pdf, const Limits& limits) {
  auto document = OpenPdf(pdf, limits);
  EXPECT_TRUE(document.ok()) << document.status();
  auto text = (*document)->ReadText(0);
  EXPECT_TRUE(text.ok()) << text.status();
  return text.value_or(PageText{});
}

TEST(PdfDocumentTest, APageIsDrawnAtTheAskedResolution) {
  const Bytes pdf = MakePdf({{kBlackTopLeft}});
  EXPECT_THAT(DrawFirst(pdf, AtDpi(72)), IsPage(144, 72, Quarters{0, 255, 255, 255}, 0));
  EXPECT_THAT(DrawFirst(pdf, AtDpi(200)), IsPage(400, 200, Quarters{0, 255, 255, 255}, 0));
  EXPECT_THAT(DrawFirst(pdf, AtDpi(400)), IsPage(800, 400, Quarters{0, 255, 255, 255}, 0));
  EXPECT_THAT(DrawFirst(pdf, AtDpi(9999)), IsPage(800, 400, Quarters{0, 255, 255, 255}, 0));
}

TEST(PdfDocumentTest, ColourBecomesLuminance) {
  const auto page = DrawFirst(MakePdf({{"1 0 0 rg 0 0 144 72 re f"}}), AtDpi(72));
  EXPECT_THAT(page, IsPage(144, 72, Quarters{76, 76, 76, 76}, 1));
}

TEST(PdfDocumentTest, RotatedPagesAreUpright) {
  const auto draw = [](const std::string& rotate) {
    return DrawFirst(MakePdf({{kBlackTopLeft, "[0 0 144 72]", "/Rotate " + rotate}}), AtDpi(72));
  };
  EXPECT_THAT(draw("90"), IsPage(72, 144, Quarters{255, 0, 255, 255}, 0));
  EXPECT_THAT(draw("180"), IsPage(144, 72, Quarters{255, 255, 255, 0}, 0));
  EXPECT_THAT(draw("270"), IsPage(72, 144, Quarters{255, 255, 0, 255}, 0));
}

TEST(PdfDocumentTest, APageIsItsCropBox) {
  const auto page =
      DrawFirst(MakePdf({{kBlackTopLeft, "[0 0 144 72]", "/CropBox [0 36 72 72]"}}), AtDpi(72));
  EXPECT_THAT(page, IsPage(72, 36, Quarters{0, 0, 0, 0}, 0));
}

TEST(PdfDocumentTest, AnAbsurdPageIsDrawnSmaller) {
  Limits limits = AtDpi(200);
  limits.page_pixels = 1'000'000;
  for (const char* box : {"[0 0 14400 14400]", "[0 0 1000000000 1000000000]", "[0 0 1e9 10]",
                          "[0 0 10 1e9]", "[0 0 100000 0.001]"}) {
    const auto page = DrawFirst(MakePdf({{"", box}}), limits);
    ASSERT_TRUE(page.ok()) << box << page.status();
    EXPECT_LE(std::int64_t{page->width} * page->height, limits.page_pixels) << box;
  }
  const auto square = DrawFirst(MakePdf({{"", "[0 0 14400 14400]"}}), limits);
  EXPECT_GT(square->width, 990) << "as large as the limit allows";
}

TEST(PdfDocumentTest, AnAbsurdlyLongPageIsDrawnSmaller) {
  const auto page = DrawFirst(MakePdf({{"", "[0 0 1000000 1]"}}), AtDpi(200));
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_LE(page->width, 32'768);
}

TEST(PdfDocumentTest, AnEmptyUserPasswordIsTried) {
  EXPECT_THAT(DrawFirst(testing::FromHex(kEmptyPassword), AtDpi(72)),
              IsPage(144, 72, Quarters{0, 255, 255, 255}, 0));
}

TEST(PdfDocumentTest, AnotherPasswordIsNotGuessed) {
  EXPECT_THAT(OpenPdf(testing::FromHex(kUserPassword), Limits{}),
              IsRefused(Reason::kDocumentEncrypted));
}

TEST(PdfDocumentTest, FiveThousandPagesAreRefused) {
  EXPECT_THAT(OpenPdf(MakePdf(std::vector(5000, testing::PdfPage{})), Limits{}),
              IsRefused(Reason::kDocumentTooManyPages));
  const Bytes hundred = MakePdf(std::vector(100, testing::PdfPage{}));
  const auto document = OpenPdf(hundred, Limits{});
  ASSERT_TRUE(document.ok());
  EXPECT_EQ((*document)->page_count(), 100);
}

TEST(PdfDocumentTest, WhatHasNoPageIsDamaged) {
  EXPECT_THAT(OpenPdf(AsBytes("%PDF-1.4\nnothing"), Limits{}), IsRefused(Reason::kDocumentDamaged));
  EXPECT_THAT(OpenPdf(MakePdf({}), Limits{}), IsRefused(Reason::kDocumentDamaged));
}

TEST(PdfDocumentTest, JunkBeforeTheHeaderIsPassedOver) {
  const Bytes pdf = MakePdf({{kBlackTopLeft}});
  const std::string with_junk = std::string(1000, ' ').append(AsText(pdf));
  EXPECT_THAT(DrawFirst(AsBytes(with_junk), AtDpi(72)),
              IsPage(144, 72, Quarters{0, 255, 255, 255}, 0));
}

TEST(PdfTextTest, WordsComeWithTheirBoxesInPixels) {
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

TEST(PdfTextTest, BoxesTurnWithThePage) {
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

TEST(PdfTextTest, BoxesFollowALowerResolution) {
  Limits limits = AtDpi(144);
  limits.page_pixels = 10'368;  // 144 x 72
  const PageText text = ReadFirst(MakePdf({{Text("F1", 100, 40, "DUPONT")}}), limits);
  ASSERT_EQ(text.words.size(), 1);
  EXPECT_NEAR(text.words[0].top_left.x, 100, 1);
}

TEST(PdfTextTest, WhatCairoWritesIsReadBack) {
  std::string pdf;
  const auto append = [](void* to, const unsigned char* data, unsigned size) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), size);
    return CAIRO_STATUS_SUCCESS;
  };
  const std::unique_ptr<cairo_surface_t, void (*)(cairo_surface_t*)> surface(
      cairo_pdf_surface_create_for_stream(append, &pdf, 595, 842), cairo_surface_destroy);
  const std::unique_ptr<cairo_t, void (*)(cairo_t*)> cairo(cairo_create(surface.get()),
                                                           cairo_destroy);
  cairo_select_font_face(cairo.get(), "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL,
                         CAIRO_FONT_WEIGHT_NORMAL);
  cairo_set_font_size(cairo.get(), 12);
  cairo_move_to(cairo.get(), 72, 100);
  cairo_show_text(cairo.get(), "Bénéficiaire : Œdipe 𝔸");
  cairo_surface_finish(surface.get());

  const PageText text = ReadFirst(ToBytes(AsBytes(pdf)), AtDpi(200));
  EXPECT_EQ(text.source, TextSource::kPrinted);
  ASSERT_EQ(text.words.size(), 4);
  EXPECT_EQ(text.words[0].text, "Bénéficiaire");
  EXPECT_EQ(text.words[2].text, "Œdipe");
  EXPECT_EQ(text.words[3].text, "𝔸");  // two units of UTF-16
  EXPECT_NEAR(text.words[0].top_left.x, 200, 3);
}

TEST(PdfTextTest, ALayerReadOffAScanSaysSo) {
  const std::string hidden = "3 Tr " + Text("F2", 20, 40, "DUP0NT");
  const PageText text = ReadFirst(MakePdf({{hidden}}), AtDpi(72));
  EXPECT_EQ(text.source, TextSource::kOcr);
  ASSERT_EQ(text.words.size(), 1);
  EXPECT_EQ(text.words[0].text, "DUP0NT");
}

TEST(PdfTextTest, ALinePrintedOntoAScanIsAllThatItPrints) {
  const std::string content = "3 Tr " + Text("F2", 20, 40, "DUP0NT") + Text("F1", 20, 10, "Scan");
  const PageText text = ReadFirst(MakePdf({{content}}), AtDpi(72));
  EXPECT_EQ(text.source, TextSource::kPrinted);
  ASSERT_EQ(text.words.size(), 1);
  EXPECT_EQ(text.words[0].text, "Scan");
}

TEST(PdfTextTest, ARecognitionProgramIsKnownByItsName) {
  const std::string content = Text("F1", 20, 40, "DUPONT");
  for (const char* producer : {"ABBYY FineReader PDF 15", "ocrmypdf 14.0", "Tesseract 5.3",
                               "Adobe Acrobat Paper Capture Plug-in", "OmniPage CSDK 20"})
    EXPECT_EQ(ReadFirst(MakePdf({{content}}, producer), AtDpi(72)).source, TextSource::kOcr)
        << producer;
  for (const char* producer : {"cairo 1.16.0", "Microsoft Word", "Apache FOP 2.6", "iText 7"})
    EXPECT_EQ(ReadFirst(MakePdf({{content}}, producer), AtDpi(72)).source, TextSource::kPrinted)
        << producer;
}

TEST(PdfTextTest, PrintedOcrFontsAreNoHiddenLayer) {
  EXPECT_TRUE(IsOcrFont("GlyphLessFont"));
  EXPECT_TRUE(IsOcrFont("ABCDEF+HiddenHorzOCR"));
  EXPECT_TRUE(IsOcrFont("Invisible"));
  EXPECT_FALSE(IsOcrFont("OCR-B10PitchBT"));
  EXPECT_FALSE(IsOcrFont("Helvetica"));
  EXPECT_FALSE(IsOcrFont(""));
}

TEST(PdfTextTest, TextOutsideThePageIsNotRead) {
  const std::string content = Text("F1", 20, 40, "seen") + Text("F1", 200, 40, "right") +
                              Text("F1", 20, -50, "below") + Text("F1", 20, 100, "above") +
                              Text("F1", -100, 40, "left");
  for (const char* page : {"", "/Rotate 90", "/CropBox [10 10 100 60]"}) {
    const PageText text = ReadFirst(MakePdf({{content, "[0 0 144 72]", page}}), AtDpi(72));
    ASSERT_EQ(text.words.size(), 1) << page;
    EXPECT_EQ(text.words[0].text, "seen");
  }
}

TEST(PdfTextTest, TooManyWordsGiveNone) {
  Limits limits = AtDpi(72);
  limits.words_per_page = 2;
  EXPECT_EQ(ReadFirst(MakePdf({{Text("F1", 2, 40, "a b")}}), limits).words.size(), 2);
  const PageText text = ReadFirst(MakePdf({{Text("F1", 2, 40, "a b c")}}), limits);
  EXPECT_EQ(text.source, TextSource::kNone);
  EXPECT_TRUE(text.words.empty());
}

TEST(PdfTextTest, APageWithoutTextHasNone) {
  const PageText text = ReadFirst(MakePdf({{kBlackTopLeft}}), AtDpi(72));
  EXPECT_EQ(text.source, TextSource::kNone);
}

}  // namespace
}  // namespace sceau::document
