// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text_reader.h"

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <utility>

#include "document/pdf/ocr.h"
#include "document/pdf/text_font.h"
#include "document/pdf/word_builder.h"

namespace sceau::document {
namespace {

constexpr std::size_t kMaxFonts = 100;  // of one page
constexpr int kGlyphsPerWord = 50;      // of the most words that a page may have
constexpr double kOffAxis = 0.01;       // of a line's length: text on a slant is Poppler's
constexpr double kClipMargin = 0.25;    // of 1 em
constexpr int kInvisible = 3;           // Spec: ISO 32000-2, 9.3.6
constexpr int kLastPainted = 2;

std::optional<Turn> TurnOf(const Matrix& m) {
  if (m.a * m.d - m.b * m.c >= 0) return std::nullopt;  // mirrored: y runs down the page
  if (std::abs(m.b) <= kOffAxis * std::abs(m.a)) return m.a > 0 ? Turn::kNone : Turn::kHalf;
  if (std::abs(m.a) <= kOffAxis * std::abs(m.b))
    return m.b > 0 ? Turn::kQuarter : Turn::kThreeQuarters;
  return std::nullopt;
}

class TextSink : public ContentSink {
 public:
  TextSink(const PageGeometry& geometry, bool made_by_ocr, const Limits& limits)
      : geometry_(geometry),
        made_by_ocr_(made_by_ocr),
        glyphs_left_(std::int64_t{limits.words_per_page} * kGlyphsPerWord),
        words_(geometry.to_pixels.ScaleX()) {}

  // A pattern may have text in it.
  void FillPath(const Path& /*path*/, FillRule /*rule*/, const GraphicsState& state) override {
    if (!state.fill.known) unsure_ = true;
  }
  void StrokePath(const Path& /*path*/, const GraphicsState& state) override {
    if (!state.stroke.known) unsure_ = true;
  }
  void DrawImage(QPDFObjectHandle /*image*/, QPDFObjectHandle /*resources*/,
                 const GraphicsState& /*state*/) override {}
  void Shade(const GraphicsState& /*state*/) override {}
  double ShowText(const TextRun& run, const GraphicsState& state) override;
  void ReplaceText() override { unsure_ = true; }
  void Miss(Gap /*gap*/) override { unsure_ = true; }

  std::optional<WordBuilder::Words> Finish() { return unsure_ ? std::nullopt : words_.Finish(); }

 private:
  double Unsure() {
    unsure_ = true;
    return 0;
  }
  // Null when its text is not known.
  const TextFont* FontOf(QPDFObjectHandle font);
  bool IsOffPage(Point start, Point end) const;
  static bool IsCutAway(const PlacedGlyph& glyph, const Box& clip);

  const PageGeometry& geometry_;
  bool made_by_ocr_;
  std::int64_t glyphs_left_;
  WordBuilder words_;
  std::map<QPDFObjGen, std::optional<TextFont>> fonts_;
  bool unsure_ = false;
};

const TextFont* TextSink::FontOf(QPDFObjectHandle font) {
  if (!font.isDictionary() || !font.isIndirect()) return nullptr;
  const auto [found, is_new] = fonts_.try_emplace(font.getObjGen());
  if (is_new && fonts_.size() <= kMaxFonts) found->second = TextFont::Load(font);
  return found->second ? &*found->second : nullptr;
}

// As Poppler has it: from the start of the glyph to its end.
bool TextSink::IsOffPage(Point start, Point end) const {
  return std::max(start.x, end.x) < 0 || std::min(start.x, end.x) > geometry_.width ||
         std::max(start.y, end.y) < 0 || std::min(start.y, end.y) > geometry_.height;
}

bool TextSink::IsCutAway(const PlacedGlyph& glyph, const Box& clip) {
  Box box;
  box.Add(glyph.start);
  box.Add(glyph.end);
  return !box.Grown(kClipMargin * glyph.size).Touches(clip);
}

double TextSink::ShowText(const TextRun& run, const GraphicsState& state) {
  if (unsure_) return 0;
  const TextState& text = state.text;
  const TextFont* font = FontOf(text.font);
  const auto turn = TurnOf(run.matrix);
  const bool drawn = text.mode >= 0 && text.mode <= kLastPainted;
  if (font == nullptr || !turn || state.layer != GraphicsState::Layer::kOn || text.size == 0 ||
      (!drawn && text.mode != kInvisible) || run.bytes.size() % font->code_bytes() != 0)
    return Unsure();
  PlacedGlyph glyph{.characters = {},
                    .turn = *turn,
                    .start = {},
                    .end = {},
                    .size = run.matrix.ScaleY(),
                    .ascent = font->ascent(),
                    .descent = font->descent(),
                    .font = font,
                    .hidden = !drawn || made_by_ocr_ || font->made_by_ocr()};
  double advance = 0;
  for (std::size_t i = 0; i < run.bytes.size(); i += font->code_bytes()) {
    std::uint32_t code = 0;
    for (const char byte : run.bytes.substr(i, font->code_bytes()))
      code = code << 8 | static_cast<unsigned char>(byte);
    const double width = font->WidthOf(code) * text.size;
    glyph.start = run.matrix.Apply(advance / text.size, 0);
    glyph.end = run.matrix.Apply((advance + width) / text.size, 0);
    const bool word_space = font->code_bytes() == 1 && code == ' ';
    advance += width + text.character_space + (word_space ? text.word_space : 0);
    if (IsOffPage(glyph.start, glyph.end)) continue;
    auto characters = font->CharactersOf(code);
    if (!characters || --glyphs_left_ < 0 || IsCutAway(glyph, state.clip)) return Unsure();
    glyph.characters = *std::move(characters);
    words_.Add(glyph);
  }
  return advance;
}

bool IsMadeByOcr(QPDF& pdf) {
  QPDFObjectHandle information = pdf.getTrailer().getKey("/Info");
  if (!information.isDictionary()) return false;
  for (const char* key : kProgramEntries) {
    QPDFObjectHandle name = information.getKey(std::string("/") + key);
    if (name.isString() && IsOcrProgram(name.getUTF8Value())) return true;
  }
  return false;
}

// Links draw no text; what other annotations and form fields draw is not in the page's content.
bool HasAnnotationsWithText(QPDFObjectHandle page) {
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (annotations.isNull()) return false;
  if (!annotations.isArray()) return true;
  for (int i = 0; i < annotations.getArrayNItems(); ++i) {
    QPDFObjectHandle annotation = annotations.getArrayItem(i);
    if (!annotation.isDictionary() || !annotation.getKey("/Subtype").isNameAndEquals("/Link") ||
        annotation.hasKey("/AP"))
      return true;
  }
  return false;
}

}  // namespace

std::optional<PageText> ReadPageText(QPDF& pdf, QPDFObjectHandle page,
                                     const QPDFObjectHandle& resources, ByteSpan content,
                                     const PageGeometry& geometry, const Layers& layers,
                                     const Limits& limits) {
  if (!page.isDictionary() || HasAnnotationsWithText(page)) return std::nullopt;
  TextSink sink(geometry, IsMadeByOcr(pdf), limits);
  ReadContent(pdf, content, resources, geometry.to_pixels, layers, limits, sink);
  auto words = sink.Finish();
  if (!words) return std::nullopt;
  const auto most = static_cast<std::size_t>(std::max(limits.words_per_page, 0));
  if (words->shown.size() + words->hidden.size() > most) return std::nullopt;
  if (!words->shown.empty()) return PageText{TextSource::kPrinted, std::move(words->shown)};
  if (!words->hidden.empty()) return PageText{TextSource::kOcr, std::move(words->hidden)};
  return PageText{};
}

}  // namespace sceau::document
