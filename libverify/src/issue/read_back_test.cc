// SPDX-License-Identifier: Apache-2.0
// Pages that are wrong on purpose are found by what they are made of, without a drawing.
#include "issue/read_back.h"

#include <cairo-pdf.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "barcode/write/qr_code.h"
#include "base/status.h"
#include "base/text.h"
#include "issue/cairo_ptr.h"
#include "issue/code_drawing.h"
#include "issue/layout.h"
#include "issue/ledger/ledger_testing.h"
#include "issue/page_painter.h"
#include "issue/pdf_update.h"
#include "issue/seal_claims.h"
#include "layout/attestation_testing.h"
#include "layout/fonts.h"
#include "layout/lay_out.h"

namespace sceau::issue {
namespace {

using layout::CodePlace;
using layout::PageDrawing;
using layout::Rectangle;
using layout::TextRun;
using ::testing::HasSubstr;

constexpr layout::Ink kWhite{1, 1, 1};

// Counts what is read, by another reader or as it was read before.
class CountingReader : public isolation::Reader {
 public:
  CountingReader(std::unique_ptr<isolation::Reader> reader, std::size_t& count)
      : reader_(std::move(reader)), count_(count) {}

  absl::StatusOr<isolation::ReadOutcome> Read(ByteSpan document, const Limits& limits) override {
    ++count_;
    if (document_ != AsText(document)) {
      document_ = AsText(document);
      outcome_ = reader_->Read(document, limits);
    }
    return outcome_;
  }

 private:
  std::unique_ptr<isolation::Reader> reader_;
  std::size_t& count_;
  std::string document_;
  absl::StatusOr<isolation::ReadOutcome> outcome_ = absl::UnknownError("nothing read yet");
};

// What the painter is given.
struct Painted {
  PageDrawing drawing;
  barcode::Modules code;
};

std::string TextOf(const TextRun& run) {
  std::u32string text;
  for (const layout::Letter& letter : run.letters) text += letter.character;
  return EncodeUtf8(text);
}

// The first line that has the text.
TextRun& LineOf(PageDrawing& drawing, std::string_view text) {
  for (layout::Operation& operation : drawing.operations) {
    auto* run = std::get_if<TextRun>(&operation);
    if (run != nullptr && TextOf(*run).find(text) != std::string::npos) return *run;
  }
  ADD_FAILURE() << text << " is not on the page";
  return std::get<TextRun>(drawing.operations.front());
}

CodePlace& CodePlaceOf(PageDrawing& drawing) {
  for (layout::Operation& operation : drawing.operations) {
    if (auto* place = std::get_if<CodePlace>(&operation)) return *place;
  }
  ADD_FAILURE() << "no code";
  return std::get<CodePlace>(drawing.operations.front());
}

void Remove(PageDrawing& drawing, std::string_view text) { LineOf(drawing, text).letters.clear(); }

// Draws other letters, of the same number.
void Write(TextRun& run, std::string_view text) {
  const layout::Fonts fonts = *layout::Fonts::Open();
  const std::u32string characters = *DecodeUtf8(text);
  for (std::size_t i = 0; i < characters.size(); ++i) {
    run.letters.at(i).character = characters[i];
    run.letters.at(i).glyph = fonts.GlyphOf(run.style.face, characters[i]);
  }
}

void CoverCode(PageDrawing& drawing) {
  const CodePlace place = CodePlaceOf(drawing);
  const double side = place.module * place.modules;
  drawing.operations.emplace_back(Rectangle{place.x, place.y, side, side, kWhite});
}

std::string PdfOf(const Painted& painted) {
  std::string pdf;
  const SurfacePtr surface(cairo_pdf_surface_create_for_stream(
      AppendToString, &pdf, layout::kPageWidth, layout::kPageHeight));
  cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_4);
  {
    const CairoPtr cr(cairo_create(surface.get()));
    EXPECT_TRUE(Paint(cr.get(), painted.drawing).ok());
    cairo_show_page(cr.get());
  }
  cairo_surface_finish(surface.get());
  auto update = PdfUpdate::Of(std::move(pdf));
  PutCode(painted.code, *update).IgnoreError();  // where the drawing has a place for it
  return (*std::move(update)).Take();
}

class ReadBackTest : public testing::Test {
 protected:
  ReadBackTest() {
    options_.issuer = MakeIssuer();
    issued_.attestation = layout::TwoChildren();
    issued_.attestation.layout = layout::kLayoutId;
    Seal(issued_.attestation);
  }

  void Seal(const Attestation& attestation) {
    issued_.attestation = attestation;
    Attestation sealed = attestation;
    issued_.seal_text = SealClaims(sealed, *options_.issuer)->text;
    painted_.code = *barcode::WriteQrCode(AsBytes(issued_.seal_text));
    painted_.drawing = *layout::LayOut(attestation, painted_.code.size, *layout::Fonts::Open());
  }

  ReadBack MakeReadBack() {
    ReadBackReaders readers;
    readers.as_verified = std::make_unique<CountingReader>(std::move(readers.as_verified), read_);
    readers.as_shown = std::make_unique<CountingReader>(std::move(readers.as_shown), drawn_);
    return *ReadBack::Create(options_, std::move(readers));
  }

  // One that has drawn the first page of its call, as it should.
  ReadBack MakeStartedReadBack() {
    ReadBack read_back = MakeReadBack();
    issued_.pdf = PdfOf(painted_);
    EXPECT_TRUE(read_back.Check(issued_).ok());
    return read_back;
  }

  // A later page, and how often it is drawn.
  absl::Status Check(ReadBack& read_back, const Painted& painted) {
    drawn_ = 0;
    issued_.pdf = PdfOf(painted);
    return read_back.Check(issued_);
  }

  IssueOptions options_;
  IssuedAttestation issued_;
  Painted painted_;
  std::size_t read_ = 0;
  std::size_t drawn_ = 0;
};

TEST_F(ReadBackTest, WhatIsCertainIsNotDrawn) {
  ReadBack read_back = MakeStartedReadBack();
  const absl::Status checked = Check(read_back, painted_);
  EXPECT_TRUE(checked.ok()) << checked;
  EXPECT_EQ(drawn_, 0U);
}

TEST_F(ReadBackTest, FindsEveryFaultOfThePainterWithoutADrawing) {
  const struct {
    const char* name;
    std::function<void(Painted&)> spoil;
    const char* found;
  } kFaults[] = {
      {"a code of other bytes",
       [&](Painted& p) { p.code = *barcode::WriteQrCode(AsBytes("AD1:" + std::string(400, 'X'))); },
       "not the seal"},
      {"a code of the seal with one letter changed",
       [&](Painted& p) {
         std::string text = issued_.seal_text;
         text.back() = text.back() == 'A' ? 'B' : 'A';
         p.code = *barcode::WriteQrCode(AsBytes(text));
       },
       "not the seal"},
      {"no code",
       [](Painted& p) {
         std::erase_if(p.drawing.operations, [](const layout::Operation& operation) {
           return std::holds_alternative<CodePlace>(operation);
         });
       },
       "not the seal"},
      {"a code with a quarter of its modules missing",
       [](Painted& p) { std::fill_n(p.code.dark.begin(), p.code.dark.size() / 4, false); }, ""},
      {"a second code",
       [](Painted& p) {
         CodePlace second = CodePlaceOf(p.drawing);
         second.y = 60;
         p.drawing.operations.emplace_back(second);
       },
       "not the seal"},
      {"a code under white", [](Painted& p) { CoverCode(p.drawing); }, "hidden"},
      {"a code beside the paper",
       [](Painted& p) { CodePlaceOf(p.drawing).x += 2 * layout::kPageWidth; }, "not the seal"},
      {"a code that nobody can read", [](Painted& p) { CodePlaceOf(p.drawing).module = 0.05; },
       "not the seal"},
      {"a label that is missing", [](Painted& p) { Remove(p.drawing, "Prénoms"); },
       "document.text-missing"},
      {"a value that is missing", [](Painted& p) { Remove(p.drawing, "Zoé Hélène"); },
       "document.text-missing"},
      {"a dependant who is missing", [](Painted& p) { Remove(p.drawing, "Maëlys"); },
       "document.text-missing"},
      {"a sentence that is missing",
       [](Painted& p) { Remove(p.drawing, "ne garantit pas le paiement"); },
       "document.text-missing"},
      {"another name", [](Painted& p) { Write(LineOf(p.drawing, "DUPRÉ"), "DUPIN"); },
       "document: "},
      {"another birth date",
       [](Painted& p) { Write(LineOf(p.drawing, "12/05/1984"), "12/05/1985"); }, "document: "},
      {"another number",
       [](Painted& p) { Write(LineOf(p.drawing, "2 84 05 88 321"), "2 84 05 88 322"); },
       "document: "},
      {"another label", [](Painted& p) { Write(LineOf(p.drawing, "Qualité"), "Qualifé"); },
       "document.text-missing"},
      {"a word that is white on white",
       [](Painted& p) { LineOf(p.drawing, "Zoé Hélène").style.ink = kWhite; },
       "document.text-missing"},
      {"a letter drawn as another one",
       [](Painted& p) {
         auto& letters = LineOf(p.drawing, "12/05/1984").letters;
         letters.back().glyph = letters.front().glyph;
       },
       "document: "},
      {"a line twice",
       [](Painted& p) {
         TextRun twice = LineOf(p.drawing, "12/05/1984");
         for (layout::Letter& letter : twice.letters) letter.x += 120;
         p.drawing.operations.emplace_back(twice);
       },
       "document.text-added"},
  };
  ReadBack read_back = MakeStartedReadBack();
  for (const auto& fault : kFaults) {
    SCOPED_TRACE(fault.name);
    Painted painted = painted_;
    fault.spoil(painted);
    const absl::Status checked = Check(read_back, painted);
    EXPECT_EQ(ReasonOf(checked), Reason::kIssueReadBack) << checked;
    EXPECT_THAT(DetailOf(checked), HasSubstr(fault.found));
    EXPECT_EQ(drawn_, 0U);
  }
}

// What is not certain of a page by its parts makes it worth a drawing.
TEST_F(ReadBackTest, WhatIsNotCertainIsDrawn) {
  const struct {
    const char* name;
    std::function<void(Painted&)> spoil;
  } kDoubts[] = {
      {"a word under white",
       [](Painted& p) {
         const TextRun run = LineOf(p.drawing, "Zoé Hélène");
         p.drawing.operations.emplace_back(
             Rectangle{run.letters.front().x, run.baseline - 12, 90, 15, kWhite});
       }},
      {"a word in another place",
       [](Painted& p) {
         for (layout::Letter& letter : LineOf(p.drawing, "Zoé Hélène").letters) letter.x += 90;
       }},
  };
  ReadBack read_back = MakeStartedReadBack();
  for (const auto& doubt : kDoubts) {
    SCOPED_TRACE(doubt.name);
    Painted painted = painted_;
    doubt.spoil(painted);
    Check(read_back, painted).IgnoreError();
    EXPECT_EQ(drawn_, 1U);
  }
}

TEST_F(ReadBackTest, OnePageInAHundredIsDrawnTheFirstAmongThem) {
  ReadBack read_back = MakeReadBack();
  issued_.pdf = PdfOf(painted_);
  std::vector<std::size_t> drawn;
  for (std::size_t page = 1; page <= 2 * kPagesPerDrawing + 1; ++page) {
    const std::size_t before = drawn_;
    ASSERT_TRUE(read_back.Check(issued_).ok());
    if (drawn_ > before) drawn.push_back(page);
    ASSERT_EQ(read_, page);
  }
  EXPECT_THAT(drawn, testing::ElementsAre(1, 101, 201));
}

TEST_F(ReadBackTest, APageOfNoKnownLayoutIsAlwaysDrawn) {
  Attestation attestation = layout::TwoChildren();
  attestation.layout.reset();
  Seal(attestation);
  ReadBack read_back = MakeStartedReadBack();
  const absl::Status checked = Check(read_back, painted_);
  EXPECT_TRUE(checked.ok()) << checked;
  EXPECT_EQ(drawn_, 1U);
}

TEST_F(ReadBackTest, APictureIsReadOnce) {
  options_.drawing = Drawing::kCode;
  Attestation attestation = layout::TwoChildren();
  attestation.layout.reset();
  Seal(attestation);
  issued_.png = *DrawCodePng(painted_.code, Symbology::kQrCode, 8);
  ReadBack read_back = MakeReadBack();
  EXPECT_TRUE(read_back.Check(issued_).ok());
  EXPECT_EQ(read_, 1U);
  EXPECT_EQ(drawn_, 0U);
  painted_.code = *barcode::WriteQrCode(AsBytes("AD1:" + std::string(400, 'X')));
  issued_.png = *DrawCodePng(painted_.code, Symbology::kQrCode, 8);
  EXPECT_EQ(ReasonOf(read_back.Check(issued_)), Reason::kIssueReadBack);
}

}  // namespace
}  // namespace sceau::issue
