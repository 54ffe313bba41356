// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/text_reader.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <deque>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "document/pdf/text/ocr.h"
#include "document/pdf/text/text_font.h"
#include "document/pdf/text/word_builder.h"

namespace sceau::document {
namespace {

constexpr std::size_t kMaxFonts = 100;                           // of one page
constexpr std::size_t kMaxProgramsBytes = std::size_t{1} << 21;  // of the fonts of one page
constexpr int kGlyphsPerWord = 50;    // of the most words that a page may have
constexpr double kOffAxis = 0.01;     // of a line's length: text on a slant is Poppler's
constexpr double kClipMargin = 0.25;  // of 1 em
constexpr int kInvisible = 3;         // Spec: ISO 32000-2, 9.3.6
// Of 1 em: what a run of glyphs may lie over. Lines of text do not touch one another by it.
constexpr double kRunTop = 0.8;
constexpr double kRunBottom = -0.2;

// What lets the page through an image. Spec: ISO 32000-2, 8.9.6.
constexpr auto kMasks =
    std::to_array<const char*>({"/SMask", "/Mask", "/ImageMask", "/SMaskInData"});

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
        words_(geometry.to_pixels.ScaleX(), geometry.Shown()),
        marks_(geometry.Shown()) {}

  // A pattern may have text in it.
  void FillPath(const Path& path, FillRule /*rule*/, const GraphicsState& state) override {
    if (!state.fill.known) unsure_ = true;
    marks_.AddFill(path, state);
  }
  void StrokePath(const Path& path, const GraphicsState& state) override {
    if (!state.stroke.known) unsure_ = true;
    marks_.AddStroke(path, state);
  }
  void DrawImage(QPDFObjectHandle image, QPDFObjectHandle /*resources*/,
                 const GraphicsState& state) override {
    QPDFObjectHandle dictionary = image.getDict();
    const bool shows_through = std::ranges::any_of(
        kMasks, [&](const char* key) { return !dictionary.getKey(key).isNull(); });
    marks_.AddImage(shows_through, state);
  }
  void Shade(const GraphicsState& state) override { marks_.AddShading(state); }
  double ShowText(const TextRun& run, const GraphicsState& state) override;
  void ReplaceText() override { unsure_ = true; }
  void Miss(Gap /*gap*/) override { unsure_ = true; }

  std::optional<WordBuilder::Words> Finish() {
    return unsure_ ? std::nullopt : words_.Finish(marks_);
  }
  // Of all glyphs that may be seen.
  bool letters_are_proven() const { return letters_are_proven_; }
  const Box& drawings() const { return marks_.drawings(); }

 private:
  double Unsure() {
    unsure_ = true;
    return 0;
  }
  // Null when its text is not known.
  TextFont* FontOf(QPDFObjectHandle font);
  TextFont* DirectFontOf(QPDFObjectHandle font);
  struct Step {
    std::uint32_t code = 0;
    double start = 0;  // of its glyph, in text space
    double end = 0;
  };
  // Returns how far the run advances.
  static double StepsOf(const TextRun& run, const TextFont& font, const TextState& text,
                        std::vector<Step>& steps);
  bool IsOffPage(Point start, Point end) const;
  static bool IsCutAway(const PlacedGlyph& glyph, const Box& clip);

  const PageGeometry& geometry_;
  bool made_by_ocr_;
  std::int64_t glyphs_left_;
  WordBuilder words_;
  PageMarks marks_;
  std::map<QPDFObjGen, std::optional<TextFont>> fonts_;
  // Of no object of their own. They stay where they are: words refer to them.
  std::deque<std::pair<QPDFObjectHandle, std::optional<TextFont>>> direct_fonts_;
  std::size_t programs_left_ = kMaxProgramsBytes;
  bool letters_are_proven_ = true;
  bool unsure_ = false;
};

TextFont* TextSink::FontOf(QPDFObjectHandle font) {
  if (!font.isDictionary()) return nullptr;
  if (!font.isIndirect()) return DirectFontOf(font);
  const auto [found, is_new] = fonts_.try_emplace(font.getObjGen());
  if (is_new && fonts_.size() <= kMaxFonts) found->second = TextFont::Load(font);
  return found->second ? &*found->second : nullptr;
}

TextFont* TextSink::DirectFontOf(QPDFObjectHandle font) {
  for (auto& [known, loaded] : direct_fonts_) {
    if (known.isSameObjectAs(font)) return loaded ? &*loaded : nullptr;
  }
  if (direct_fonts_.size() >= kMaxFonts) return nullptr;
  auto& loaded = direct_fonts_.emplace_back(font, TextFont::Load(font)).second;
  return loaded ? &*loaded : nullptr;
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

double TextSink::StepsOf(const TextRun& run, const TextFont& font, const TextState& text,
                         std::vector<Step>& steps) {
  double advance = 0;
  for (std::size_t i = 0; i < run.bytes.size(); i += font.code_bytes()) {
    std::uint32_t code = 0;
    for (const char byte : run.bytes.substr(i, font.code_bytes()))
      code = code << 8 | static_cast<unsigned char>(byte);
    const double width = font.WidthOf(code) * text.size;
    steps.push_back({code, advance, advance + width});
    const bool word_space = font.code_bytes() == 1 && code == ' ';
    advance += width + text.character_space + (word_space ? text.word_space : 0);
  }
  return advance;
}

double TextSink::ShowText(const TextRun& run, const GraphicsState& state) {
  if (unsure_) return 0;
  const TextState& text = state.text;
  TextFont* font = FontOf(text.font);
  const auto turn = TurnOf(run.matrix);
  if (font == nullptr || !turn || text.size == 0 || text.mode < 0 || text.mode > kInvisible ||
      run.bytes.size() % font->code_bytes() != 0)
    return Unsure();
  PlacedGlyph glyph{.characters = {},
                    .turn = *turn,
                    .start = {},
                    .end = {},
                    .size = run.matrix.ScaleY(),
                    .ascent = font->ascent(),
                    .descent = font->descent(),
                    .font = font,
                    .hidden = false,
                    .look = {}};
  std::vector<Step> steps;
  const double advance = StepsOf(run, *font, text, steps);
  Box box;
  for (const double height : {kRunBottom, kRunTop}) {
    box.Add(run.matrix.Apply(0, height));
    box.Add(run.matrix.Apply(advance / text.size, height));
  }
  glyph.look = marks_.AddText(box, state);
  glyph.hidden = glyph.look.hidden || made_by_ocr_ || font->made_by_ocr();
  for (const Step& step : steps) {
    glyph.start = run.matrix.Apply(step.start / text.size, 0);
    glyph.end = run.matrix.Apply(step.end / text.size, 0);
    if (IsOffPage(glyph.start, glyph.end)) continue;
    if (--glyphs_left_ < 0) return Unsure();
    auto characters = font->CharactersOf(step.code);
    const bool hidden = glyph.hidden || IsCutAway(glyph, state.clip);
    if (!characters && hidden) continue;
    if (!characters) return Unsure();
    if (!hidden && letters_are_proven_)
      letters_are_proven_ = font->Proves(step.code, *characters, programs_left_);
    PlacedGlyph placed = glyph;
    placed.characters = *characters;
    placed.hidden = hidden;
    words_.Add(placed);
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
  PageText text;
  if (!words->shown.empty() || !words->hidden.empty())
    text.source = words->shown.empty() ? TextSource::kOcr : TextSource::kPrinted;
  text.words = std::move(words->shown.empty() ? words->hidden : words->shown);
  if (text.source == TextSource::kOcr) return text;
  text.letters_are_proven = sink.letters_are_proven();
  const Box& drawings = sink.drawings();
  if (!drawings.IsEmpty())
    text.drawings = sceau::Box{{drawings.left, drawings.top}, {drawings.right, drawings.bottom}};
  return text;
}

}  // namespace sceau::document
