// SPDX-License-Identifier: Apache-2.0
// Our words beside Poppler's, of the same bytes.
#include "document/pdf/text/text_reader.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "document/pdf/poppler/words_testing.h"
#include "document/pdf/testing.h"
#include "document/pdf/text/sheet_testing.h"
#include "fmt/format.h"

namespace sceau::document {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using testing::kPixelsPerPoint;
using testing::Line;
using testing::Read;
using testing::Sheet;
using testing::Write;

constexpr int kDpi = 144;

PageText ByPoppler(ByteSpan bytes) { return testing::WordsByPoppler(bytes, kDpi); }

std::vector<std::string> TextsOf(const std::vector<Word>& words) {
  std::vector<std::string> texts;
  for (const Word& word : words) texts.push_back(word.text);
  return texts;
}

constexpr char kTwoBytes[] =
    "<< /Type /Font /Subtype /Type0 /BaseFont /ABCDEF+Deja /Encoding /Identity-H "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /ABCDEF+Deja "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
    "/DW 600 /W [3 [500 700] 5 6 400] >>] >>";
constexpr char kTwoByteMap[] =
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    "4 beginbfchar <0003> <0044> <0004> <0055> <0005> <0020> <0006> <0152> endbfchar\n"
    "endcmap end end";

void ExpectAsPoppler(const Sheet& sheet) {
  const Bytes pdf = Write(sheet);
  const auto ours = Read(pdf);
  ASSERT_TRUE(ours) << sheet.content;
  const PageText theirs = ByPoppler(pdf);
  EXPECT_EQ(ours->source, theirs.source) << sheet.content;
  ASSERT_THAT(TextsOf(ours->words), ElementsAreArray(TextsOf(theirs.words))) << sheet.content;
  for (std::size_t i = 0; i < theirs.words.size(); ++i) {
    const Word& our = ours->words[i];
    const Word& their = theirs.words[i];
    EXPECT_NEAR(our.top_left.x, their.top_left.x, 1) << our.text;
    EXPECT_NEAR(our.bottom_right.x, their.bottom_right.x, 1) << our.text;
    EXPECT_NEAR(our.top_left.y, their.top_left.y, 12) << our.text;
    EXPECT_NEAR(our.bottom_right.y, their.bottom_right.y, 12) << our.text;
  }
}

TEST(TextReaderTest, WordsAreAsPopplerHasThem) {
  for (const std::string& content : {
           Line(20, 60, "(DUPONT Ren\351e) Tj") + Line(20, 40, "(12/05/1984) Tj"),
           Line(20, 60, "[(AT) 80 (TES) -20 (TAT) 120 (ION) 200 (DE)] TJ"),
           Line(20, 60, "[(1.) -500 (DU) -300 (PONT) -120 (DE) -2000 (LA)] TJ"),
           Line(20, 60, "[(a) -300 (deux) -300 (y)] TJ"),
           Line(20, 60, "(DU) Tj 2 Ts /F 8 Tf [-300 (PONT)] TJ"),
           Line(20, 60, "(DUPONT) Tj") + Line(56, 60, "(MARTIN) Tj"),
           Line(20, 60, "2 Tw 0.3 Tc (le 12 mai) Tj"),
           Line(20, 60, "80 Tz (le 12 mai) Tj"),
           Line(20, 60, "12 TL (un deux) Tj T* (trois) Tj (quatre) ' 1 0 (cinq) \""),
           std::string("BT 2 0 0 2 20 40 Tm /F 10 Tf (GRAND) Tj 1 0 0 1 200 40 Tm (petit) Tj ET"),
           Line(20, 60, "<4e4f4d> Tj") + Line(200, 60, "(DUPONT) Tj"),
           Line(20, 60, "(dedans) Tj") + Line(20, 200, "(dehors) Tj") + Line(400, 60, "(loin) Tj"),
           Line(280, 60, "(au bord de la page) Tj"),
           Line(20, 60, "(2 84 05 88 321 025 32) Tj"),
           Line(20, 60, "(1\240234) Tj"),
           std::string("q Q"),
       })
    ExpectAsPoppler({.content = content});
}

TEST(TextReaderTest, FontsOfTwoBytesAreReadByTheirMap) {
  ExpectAsPoppler({.content = Line(20, 60, "<00030004000500060003> Tj"),
                   .font = kTwoBytes,
                   .to_unicode = kTwoByteMap});
}

TEST(TextReaderTest, DifferencesAndMapsCountBeforeTheEncoding) {
  const std::string font =
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /BaseEncoding "
      "/WinAnsiEncoding /Differences [65 /eacute /OE 90 /zero] >> /FirstChar 0 /LastChar 255 "
      "/Widths @widths >>";
  ExpectAsPoppler({.content = Line(20, 60, "(ABZC) Tj"), .font = font});
  ExpectAsPoppler({.content = Line(20, 60, "(ABZC) Tj"),
                   .font = font,
                   .to_unicode = "1 beginbfchar <41> <0058> endbfchar"});
}

TEST(TextReaderTest, LigaturesAreReadAsTheirLetters) {
  const char* font =
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [128 /fi /fl] "
      ">> >>";
  for (const char* map : {"", "1 beginbfchar <80> <FB01> endbfchar"}) {
    const Sheet sheet{
        .content = Line(20, 60, "(So\200a \201) Tj"), .font = font, .to_unicode = map};
    const auto text = Read(Write(sheet));
    ASSERT_TRUE(text);
    EXPECT_THAT(TextsOf(text->words), ElementsAre("Sofia", "fl"));
    EXPECT_TRUE(text->letters_are_proven);
  }
}

TEST(TextReaderTest, WhatIsDrawnBesideWordsIsToldFromRulesAndGrounds) {
  const auto drawings = [](const std::string& painted) {
    const auto text = Read(Write({.content = painted + Line(20, 60, "0 g (DUPONT) Tj")}));
    EXPECT_TRUE(text);
    return text ? text->drawings : std::nullopt;
  };
  for (const char* plain : {"", "0.9 g 10 50 200 30 re f ", "10 50 m 210 50 l S ",
                            "10 50 200 1 re f ", "10 50 200 30 re S ", "7 7 m 9 8 l 7 9 l n "})
    EXPECT_FALSE(drawings(plain)) << plain;
  for (const char* drawn :
       {"30 20 m 40 20 40 30 30 30 c f ", "30 20 1 1.5 re f ", "30 20 m 40 90 l S ",
        "30 20 m 31 20 l S ", "30 20 m 90 20 l 60 40 l h f "}) {
    const auto box = drawings(drawn);
    ASSERT_TRUE(box) << drawn;
    EXPECT_NEAR(box->top_left.x, 30 * kPixelsPerPoint, 2) << drawn;
    EXPECT_NEAR(box->bottom_right.y, (100 - 20) * kPixelsPerPoint, 2) << drawn;
  }
}

TEST(TextReaderTest, LettersThatAnyFontMayDrawOtherwiseAreNotProven) {
  const auto proven = [](const Sheet& sheet) {
    const auto text = Read(Write(sheet));
    EXPECT_TRUE(text);
    return text && text->letters_are_proven;
  };
  EXPECT_TRUE(proven({.content = Line(20, 60, "(DUPONT) Tj")}));
  EXPECT_FALSE(proven({.content = Line(20, 60, "(DUPONT) Tj"),
                       .to_unicode = "1 beginbfchar <44> <004C> endbfchar"}))
      << "copied, it is LUPONT";
  EXPECT_FALSE(proven(
      {.content = Line(20, 60, "<00030004> Tj"), .font = kTwoBytes, .to_unicode = kTwoByteMap}))
      << "of a font that the viewer has to find";
  EXPECT_TRUE(proven({.content = Line(20, 60, "(DUPONT) Tj"),
                      .to_unicode = "1 beginbfchar <45> <004C> endbfchar"}))
      << "no letter of the page is another one";
}

// After a narrow letter the next one begins where a letter that is printed twice would.
TEST(TextReaderTest, ALetterMayLeanOverANarrowOne) {
  ExpectAsPoppler({.content = Line(20, 60, "[(d') 87 (Alsace-Moselle)] TJ"),
                   .font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding "
                           "/WinAnsiEncoding >>"});
}

TEST(TextReaderTest, StandardFontsNeedNoWidths) {
  for (const char* name : {"Helvetica", "Helvetica-BoldOblique", "Times-Roman", "Times-Bold",
                           "Times-Italic", "Times-BoldItalic", "Courier", "Courier-Bold"}) {
    ExpectAsPoppler(
        {.content = Line(20, 60, "(N\351\\(e\\) le 12/05/1984 \340 Saint-\311tienne) Tj"),
         .font = fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding "
                             "/WinAnsiEncoding >>",
                             name)});
  }
}

TEST(TextReaderTest, TextMayRunInAnyQuarter) {
  const Bytes pdf = Write({.content = "BT /F 10 Tf 0 1 -1 0 50 20 Tm (vers le haut) Tj ET\n"
                                      "BT /F 10 Tf -1 0 0 -1 250 80 Tm (\340 l'envers) Tj ET\n"
                                      "BT /F 10 Tf 0 -1 1 0 270 90 Tm (vers le bas) Tj ET\n"});
  const auto ours = Read(pdf);
  ASSERT_TRUE(ours);
  const auto set = [](const PageText& text) {
    const auto texts = TextsOf(text.words);
    return std::multiset<std::string>(texts.begin(), texts.end());
  };
  EXPECT_EQ(set(*ours), set(ByPoppler(pdf)));
}

TEST(TextReaderTest, LinesAreReadFromTheLeft) {
  const auto ours = Read(Write({.content = Line(150, 60, "(droite) Tj") + Line(20, 40, "(bas) Tj") +
                                           Line(20, 60.5, "(gauche) Tj")}));
  ASSERT_TRUE(ours);
  EXPECT_THAT(TextsOf(ours->words), ElementsAre("gauche", "droite", "bas"));
}

TEST(TextReaderTest, WhatNothingDrawsWasReadOffAScan) {
  const Sheet hidden{.content = Line(20, 60, "3 Tr (DUPONT) Tj")};
  const auto ours = Read(Write(hidden));
  ASSERT_TRUE(ours);
  EXPECT_EQ(ours->source, TextSource::kOcr);
  EXPECT_THAT(TextsOf(ours->words), ElementsAre("DUPONT"));

  const auto both =
      Read(Write({.content = Line(20, 60, "3 Tr (DUPONT) Tj") + Line(20, 40, "0 Tr (MARTIN) Tj")}));
  ASSERT_TRUE(both);
  EXPECT_EQ(both->source, TextSource::kPrinted);
  EXPECT_THAT(TextsOf(both->words), ElementsAre("MARTIN"));

  const auto made_by_ocr = Read(
      Write({.content = Line(20, 60, "(DUPONT) Tj"), .producer = "ABBYY FineReader Engine 11"}));
  ASSERT_TRUE(made_by_ocr);
  EXPECT_EQ(made_by_ocr->source, TextSource::kOcr);
}

TEST(TextReaderTest, WhatIsNotCertainIsNotRead) {
  const std::string plain = Line(20, 60, "(DUPONT) Tj");
  const auto with_font = [&](const std::string& font, const std::string& map = {}) {
    return Sheet{.content = plain, .font = font, .to_unicode = map};
  };
  const Sheet cases[] = {
      {.content = Line(20, 60, "[(DU) -100 (PONT)] TJ")},
      {.content = Line(20, 60, "[(D) -300 (U)] TJ")},
      {.content = Line(20, 60, "1.5 Tc (DUPONT) Tj")},
      {.content = Line(20, 60, "(DU) Tj 3 Ts (PONT) Tj")},
      {.content = Line(20, 60, "(DU) Tj /F 14 Tf (PONT) Tj")},
      {.content = plain + Line(20.3, 60, "(DUPONT) Tj")},  // bold by printing twice
      {.content = Line(56, 60, "(MARTIN) Tj") + plain},    // one word or two?
      {.content = plain + Line(30, 62, "(MARTIN) Tj")},
      {.content = "BT /F 10 Tf 0.9 0.1 -0.1 0.9 20 20 Tm (DUPONT) Tj ET"},
      {.content = "BT /F 10 Tf -1 0 0 1 200 20 Tm (DUPONT) Tj ET"},
      {.content = Line(20, 60, "7 Tr (DUPONT) Tj")},
      {.content = "BT /G 10 Tf 20 60 Td (DUPONT) Tj ET"},
      {.content = "/Span << /ActualText (MARTIN) >> BDC " + plain + " EMC",
       .to_unicode = "1 beginbfchar <44> <004C> endbfchar"},
      {.content = plain, .page = "/Annots [<< /Subtype /FreeText /Rect [0 0 9 9] >>]"},
      {.content = plain + " >> Tj"},
      with_font("<< /Type /Font /Subtype /Type3 /FirstChar 0 /LastChar 255 /Widths @widths >>"),
      with_font("<< /Type /Font /Subtype /Type1 /BaseFont /Gill >>"),
      with_font("<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding >>"),
      with_font("<< /Type /Font /Subtype /Type1 /BaseFont /Symbol /FirstChar 0 /Widths @widths >>"),
      with_font("<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /Widths @widths "
                "/Encoding /WinAnsiEncoding /FontDescriptor << /Flags 4 >> >>"),
      with_font("<< /Type /Font /Subtype /TrueType /BaseFont /A /FirstChar 0 /Widths @widths >>"),
      with_font("<< /Type /Font /Subtype /Type1 /BaseFont /A /FirstChar 0 /Widths @widths "
                "/Encoding /MacExpertEncoding >>"),
      with_font(kTwoBytes),
      with_font(Sheet{}.font, "/Other usecmap"),
      with_font(Sheet{}.font, "1 beginbfchar <44> <0627> endbfchar"),  // an Arabic letter
      with_font(Sheet{}.font,
                "1 beginbfchar <44> <0301> endbfchar"),  // a mark on the letter before
  };
  for (const Sheet& sheet : cases) EXPECT_FALSE(Read(Write(sheet))) << sheet.content << sheet.font;
  EXPECT_TRUE(Read(Write({.content = plain, .page = "/Annots [<< /Subtype /Link >>]"})));
  // Proven letters are what they are, whatever they stand for.
  EXPECT_TRUE(Read(Write({.content = "/Span << /ActualText (MARTIN) >> BDC " + plain + " EMC"})));
  EXPECT_TRUE(Read(Write({.content = "/Span /P BDC " + plain + " EMC",
                          .resources = "/Properties << /P << /ActualText (MARTIN) >> >>"})));
}

// What stands on a page of 300 x 100 points, and how the word "DUPONT" at (20, 60) is seen on it.
struct Scene {
  const char* name;
  std::string content;
  std::string resources = {};
};

std::string Dupont(const std::string& before = {}) {
  return before + " " + Line(20, 60, "(DUPONT) Tj");
}

const std::string kStates =
    "/ExtGState << /None << /ca 0 >> /Faint << /ca 0.005 >> /Half << /ca 0.5 >> /Solid << /ca 1 >> "
    "/Multiply << /BM /Multiply >> >> /Properties << /L << /Type /OCG >> >>";

Sight SightIn(const Scene& scene) {
  const auto text = Read(Write({.content = scene.content, .resources = kStates}));
  if (!text) return Sight::kUnsure;
  for (const Word& word : text->words) {
    if (word.text == "DUPONT") return word.sight;
  }
  return Sight::kHidden;  // beside others that are shown, hidden ones are left out
}

TEST(WordSightTest, WhatAReaderSeesIsShown) {
  const Scene scenes[] = {
      {"black on white", Dupont()},
      {"grey", Dupont("0.5 g")},
      {"white on a dark ground", "0 g 0 0 300 100 re f " + Dupont("1 g")},
      {"on a light ground", "0.9 g 10 50 100 30 re f " + Dupont("0 g")},
      {"in a frame", "10 50 100 30 re S " + Dupont()},
      {"in a table", "0 0 300 1 re 0 99 300 1 re 0 0 1 100 re f " + Dupont()},
      {"underlined", Dupont() + "20 58 40 0.5 re f"},
      {"something elsewhere later", Dupont() + "1 g 150 50 100 30 re f"},
      {"within a clip", "q 0 0 300 100 re W n " + Dupont() + " Q"},
      {"small print", "BT /F 5 Tf 20 60 Td (DUPONT) Tj ET"},
      {"an opaque state", Dupont("/Solid gs")},
      {"beside other words", Dupont() + Line(100, 60, "(MARTIN) Tj") + Line(20, 45, "(X) Tj")},
      {"an image elsewhere",
       Dupont() + "q 40 0 0 40 200 20 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"},
      {"an invisible word on it", Dupont() + "3 Tr " + Line(21, 60, "(MARTIN) Tj")},
  };
  for (const Scene& scene : scenes) EXPECT_EQ(SightIn(scene), Sight::kShown) << scene.name;
}

TEST(WordSightTest, WhatNobodySeesIsHidden) {
  const Scene scenes[] = {
      {"white on white", Dupont("1 g")},
      {"all but white on white", Dupont("0.985 g")},
      {"black on black", "0 g 0 0 300 100 re f " + Dupont()},
      {"drawn by nothing", Dupont("3 Tr")},
      {"without opacity", Dupont("/None gs")},
      {"under a rectangle", Dupont() + "1 g 10 50 100 30 re f"},
      {"under an image", Dupont() + "q 100 0 0 30 10 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"},
      {"clipped away", "q 200 0 50 50 re W n " + Dupont() + " Q"},
      {"of no size", "BT /F 0.1 Tf 20 60 Td (DUPONT) Tj ET"},
      {"outside the page", Line(20, 200, "(DUPONT) Tj")},
  };
  for (const Scene& scene : scenes)
    EXPECT_EQ(SightIn({scene.name, Line(200, 20, "(MARTIN) Tj") + scene.content}), Sight::kHidden)
        << scene.name;
}

TEST(WordSightTest, WhatIsNotCertainIsUnsure) {
  const Scene scenes[] = {
      {"pale", Dupont("0.75 g")},
      {"very pale", Dupont("0.95 g")},
      {"hardly opaque", Dupont("/Faint gs")},  // many of them add up
      {"covered but for its tops", Dupont() + "1 g 10 50 100 18 re f"},
      {"cut but for its tops", "q 10 68.5 100 20 re W n " + Dupont() + " Q"},
      {"outlined", Dupont("1 Tr 0 G")},
      {"filled and outlined", Dupont("2 Tr")},
      {"outlined, and filled with nothing", Dupont("/None gs 2 Tr")},
      {"eaten by its own outline", Dupont("2 Tr 4 w 1 G")},
      {"in dashes of which none is drawn", Dupont("1 Tr 0 G [0.001 100] 0 d")},
      {"half opaque", Dupont("/Half gs")},
      {"blended", Dupont("/Multiply gs")},
      {"under a highlighter", Dupont() + "/Multiply gs 0.9 g 10 50 100 30 re f"},
      {"half covered", Dupont() + "1 g 10 50 30 30 re f"},
      {"struck through", Dupont() + "20 62 40 2 re f"},
      {"under a line", Dupont() + "10 w 10 64 m 100 64 l S"},
      {"under a slanted shape", Dupont() + "1 g 10 50 m 110 52 l 110 80 l 10 80 l f"},
      {"under a line back and forth", Dupont() + "1 g 10 50 m 110 50 l 110 80 l 110 50 l f"},
      {"on an image", "q 100 0 0 30 10 50 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q " + Dupont()},
      {"half on a ground", "0.9 g 10 50 30 30 re f " + Dupont("0 g")},
      {"half clipped", "q 0 0 54 100 re W n " + Dupont() + " Q"},
      {"clipped by a triangle", "q 0 0 m 300 0 l 0 300 l h W n " + Dupont() + " Q"},
      {"tiny", "BT /F 3 Tf 20 60 Td (DUPONT) Tj ET"},
      {"narrow", Dupont("5 Tz")},
      {"at the page's edge", Line(267, 60, "(DUPONT) Tj")},
      {"in a ground painted between its letters",
       "BT /F 10 Tf 20 60 Td (DUP) Tj ET 1 g 20 55 18 20 re f 0 g BT /F 10 Tf 38 60 Td (ONT) Tj "
       "ET"},
      {"under other words that are not text", Dupont() + "BT /F 40 Tf 10 50 Td ( ) Tj ET"},
      {"beside a large picture",
       Dupont() + "q 150 0 0 90 140 5 cm BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q"},
  };
  for (const Scene& scene : scenes) EXPECT_EQ(SightIn(scene), Sight::kUnsure) << scene.name;
}

TEST(WordSightTest, APageOfManyPaintingsIsNotSearchedForEver) {
  std::string rectangles;
  for (int i = 0; i < 100'000; ++i) rectangles += "0 0 300 100 re f\n";
  const auto text = Read(Write({.content = rectangles + Dupont("1 g")}));
  ASSERT_TRUE(text);
  EXPECT_EQ(text->words.at(0).sight, Sight::kUnsure);
}

TEST(TextReaderTest, HiddenWordsDoNotKeepThePageFromBeingRead) {
  const std::string plain = Line(20, 60, "(DUPONT) Tj");
  for (const std::string& hidden : {
           Line(20, 60, "3 Tr [(MAR) -100 (TIN)] TJ"),
           Line(20.3, 60, "3 Tr (DUPONT) Tj"),
           "q 200 0 50 50 re W n " + Line(20, 60, "(MARTIN) Tj") + " Q",
           Line(20, 60, "3 Tr (\001\377) Tj"),
       }) {
    const auto text = Read(Write({.content = plain + hidden}));
    ASSERT_TRUE(text) << hidden;
    EXPECT_THAT(TextsOf(text->words), ElementsAre("DUPONT")) << hidden;
  }
}

TEST(TextReaderTest, TooMuchIsNotRead) {
  Limits limits;
  limits.words_per_page = 2;
  EXPECT_TRUE(Read(Write({.content = Line(20, 60, "(un deux) Tj")}), limits));
  EXPECT_FALSE(Read(Write({.content = Line(20, 60, "(un deux trois) Tj")}), limits));
}

TEST(TextReaderTest, WhatCairoWritesIsReadAsPopplerReadsIt) {
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
  cairo_show_text(cairo.get(), "Bénéficiaire : Œdipe VATAVA, né le 12/05/1984");
  cairo_move_to(cairo.get(), 72, 130);
  cairo_show_text(cairo.get(), "2 84 05 88 321 025 32");
  cairo_surface_finish(surface.get());
  const auto ours = Read(AsBytes(pdf));
  ASSERT_TRUE(ours);
  EXPECT_THAT(TextsOf(ours->words), ElementsAreArray(TextsOf(ByPoppler(AsBytes(pdf)).words)));
}

}  // namespace
}  // namespace sceau::document
