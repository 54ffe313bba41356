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

#include "document/pdf/annotations.h"
#include "document/pdf/content/streams.h"
#include "document/pdf/text/ocr.h"
#include "document/pdf/text/text_font.h"
#include "document/pdf/text/word_builder.h"

namespace sceau::document {
namespace {

constexpr std::size_t kMaxFonts = 100;                           // of one page
constexpr std::size_t kMaxProgramsBytes = std::size_t{1} << 21;  // of the fonts of one page
constexpr int kGlyphsPerWord = 50;   // of the most words that a page may have
constexpr double kOffAxis = 0.01;    // of a line's length: text on a slant is Poppler's
constexpr double kGlyphReach = 1.2;  // of 1 em: how far from its base line a proven glyph paints
constexpr int kInvisible = 3;        // Spec: ISO 32000-2, 9.3.6
// Of 1 em: what a run of glyphs may lie over. Lines of text do not touch one another by it.
constexpr double kRunTop = 0.8;
constexpr double kRunBottom = -0.2;

// Flags of annotations. Spec: ISO 32000-2, table 167.
constexpr long long kHiddenFlag = 1 << 1;
constexpr long long kOnPaper = 1 << 2;
constexpr long long kNotOnScreen = 1 << 5;

// What lets the page through an image. Spec: ISO 32000-2, 8.9.6.
constexpr auto kMasks =
    std::to_array<const char*>({"/SMask", "/Mask", "/ImageMask", "/SMaskInData"});

std::optional<Turn> TurnOf(const Matrix& m) {
  if (m.a * m.d - m.b * m.c >= 0) return std::nullopt;  // mirrored: y runs down the page
  // Sheared: how high it is drawn, its matrix tells in another way.
  if (std::abs(m.a * m.c + m.b * m.d) > kOffAxis * m.ScaleX() * m.ScaleY()) return std::nullopt;
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
    if (!state.fill.known || !state.fill.sure) unsure_ = true;
    marks_.AddFill(path, state);
  }
  void StrokePath(const Path& path, const GraphicsState& state) override {
    if (!state.stroke.known || !state.stroke.sure) unsure_ = true;
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
  // It says what text means, and changes nothing of what is painted.
  void ReplaceText() override { replaced_ = true; }
  // Another viewer may show other words than these, or than Poppler draws: no word is taken back,
  // and the whole page may show more.
  void Doubt() override { marks_.AddDrawing(geometry_.Shown()); }
  void Miss(Gap gap) override {
    if (gap == Gap::kInline) return Doubt();
    unsure_ = true;
  }

  void AddDrawing(const Box& box) { marks_.AddDrawing(box); }

  std::optional<WordBuilder::Words> Finish() {
    return unsure_ || (replaced_ && !letters_are_proven_) ? std::nullopt : words_.Finish(marks_);
  }
  // Of all glyphs that are painted, wherever: an outline may lie far from where its text stands.
  bool letters_are_proven() const { return letters_are_proven_; }
  Box drawings() const { return marks_.drawings(); }

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
  // All that a glyph of the layout's or a viewer's own font may paint.
  static Box ReachOf(const PlacedGlyph& glyph);

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
  bool replaced_ = false;
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

Box TextSink::ReachOf(const PlacedGlyph& glyph) {
  Box box;
  box.Add(glyph.start);
  box.Add(glyph.end);
  return box.Grown(kGlyphReach * glyph.size);
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
  if (font->is_doubtful()) Doubt();
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
  // A name keeps words from being compared, but hides nothing.
  const bool named_ocr = made_by_ocr_ || font->made_by_ocr();
  glyph.hidden = glyph.look.hidden || named_ocr;
  for (const Step& step : steps) {
    glyph.start = run.matrix.Apply(step.start / text.size, 0);
    glyph.end = run.matrix.Apply(step.end / text.size, 0);
    if (--glyphs_left_ < 0) return Unsure();
    const auto characters = font->CharactersOf(step.code);
    if (!glyph.look.hidden && letters_are_proven_) {
      letters_are_proven_ =
          !named_ocr && characters && font->Proves(step.code, *characters, programs_left_);
    }
    if (IsOffPage(glyph.start, glyph.end)) {
      if (!glyph.look.hidden) marks_.AddDrawing(ReachOf(glyph));
      continue;
    }
    const bool hidden = glyph.hidden || !ReachOf(glyph).Touches(state.clip);
    if (!characters && hidden) continue;
    if (!characters) return Unsure();
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

class SeenAnnotations {
 public:
  explicit SeenAnnotations(QPDFObjectHandle page) {
    QPDFObjectHandle all = page.getKey("/Annots");
    damaged_ = !all.isNull() && !all.isArray();
    for (int i = 0; all.isArray() && i < all.getArrayNItems(); ++i) Add(all.getArrayItem(i));
  }

  // Whether one may draw words, which are not in the page's content.
  bool may_draw_words() const { return damaged_ || (draws_ && boxes_on_paper_.empty()); }
  // What is seen of them besides, in default user space: frames around links, and what paper shows
  // and screens do not.
  std::vector<Box> boxes() const {
    std::vector<Box> all = frames_;
    all.insert(all.end(), boxes_on_paper_.begin(), boxes_on_paper_.end());
    return all;
  }

 private:
  void Add(QPDFObjectHandle annotation) {
    if (!annotation.isDictionary()) {
      damaged_ = true;
      return;
    }
    const bool has_appearance = annotation.hasKey("/AP");
    const auto sides = NumbersOf(annotation.getKey("/Rect"));
    Box box;
    for (std::size_t i = 0; i + 1 < sides.size(); i += 2) box.Add(Point{sides[i], sides[i + 1]});
    QPDFObjectHandle flags = annotation.getKey("/F");
    const long long set = flags.isInteger() ? flags.getIntValue() : 0;
    const bool on_paper_alone =
        (set & kOnPaper) != 0 && (set & kNotOnScreen) != 0 && (set & kHiddenFlag) == 0;
    if (annotation.getKey("/Subtype").isNameAndEquals("/Link") && !has_appearance) {
      if (!box.IsEmpty() && HasFrame(annotation)) frames_.push_back(box);
    } else if (on_paper_alone && !box.IsEmpty()) {
      boxes_on_paper_.push_back(box);
    } else {
      draws_ = true;
    }
  }

  std::vector<Box> frames_;
  std::vector<Box> boxes_on_paper_;
  bool draws_ = false;
  bool damaged_ = false;
};

}  // namespace

std::optional<PageText> ReadPageText(QPDF& pdf, QPDFObjectHandle page,
                                     const QPDFObjectHandle& resources, ByteSpan content,
                                     const PageGeometry& geometry, const Layers& layers,
                                     const Limits& limits) {
  if (!page.isDictionary()) return std::nullopt;
  const SeenAnnotations annotations(page);
  if (annotations.may_draw_words()) return std::nullopt;
  TextSink sink(geometry, IsMadeByOcr(pdf), limits);
  ReadContent(pdf, content, resources, geometry.to_pixels, layers, limits, sink);
  for (const Box& box : annotations.boxes()) {
    Box seen;
    seen.Add(geometry.to_pixels.Apply(box.left, box.top));
    seen.Add(geometry.to_pixels.Apply(box.right, box.bottom));
    sink.AddDrawing(seen.Grown(1));
  }
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
  const Box drawings = sink.drawings();
  if (!drawings.IsEmpty())
    text.drawings = sceau::Box{{drawings.left, drawings.top}, {drawings.right, drawings.bottom}};
  return text;
}

}  // namespace sceau::document
