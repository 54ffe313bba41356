// SPDX-License-Identifier: Apache-2.0
// Glyphs of Type 3 fonts, which are contents of their own. Spec: ISO 32000-2, 9.6.4.
#include <algorithm>
#include <string>
#include <utility>

#include "document/pdf/content/content_run.h"
#include "document/pdf/content/streams.h"

namespace sceau::document {
namespace {

constexpr int kMaxGlyphDepth = 12;  // of glyphs and forms within others
constexpr std::size_t kMaxGlyphBytes = std::size_t{1} << 20;
constexpr std::size_t kCodes = 256;

// A code, and the names of the glyphs from there on.
std::map<std::size_t, std::string> NamesOf(QPDFObjectHandle encoding) {
  std::map<std::size_t, std::string> names;
  QPDFObjectHandle all =
      encoding.isDictionary() ? encoding.getKey("/Differences") : QPDFObjectHandle::newNull();
  if (!all.isArray()) return names;
  std::size_t code = 0;
  for (QPDFObjectHandle& item : all.getArrayAsVector()) {
    if (item.isInteger())
      code = static_cast<std::size_t>(std::clamp(item.getIntValue(), 0LL, 255LL));
    else if (item.isName() && code < kCodes)
      names[code++] = item.getName();
  }
  return names;
}

}  // namespace

bool ContentRun::HasDrawnFont() const {
  QPDFObjectHandle font = state_.text.font;
  return sink_.WantsGlyphs() && font.isDictionary() &&
         font.getKey("/Subtype").isNameAndEquals("/Type3");
}

// Null when it is not read.
ContentRun::DrawnFont* ContentRun::DrawnFontOf(QPDFObjectHandle font) {
  if (!font.isIndirect()) return nullptr;  // it has no name of its own to be known by
  const auto [found, is_new] = drawn_fonts_.try_emplace(font.getObjGen());
  DrawnFont& drawn = found->second;
  if (!is_new) return &drawn;
  if (const auto m = NumbersOf(font.getKey("/FontMatrix")); m.size() == 6)
    drawn.matrix = {m[0], m[1], m[2], m[3], m[4], m[5]};
  else
    Miss(Gap::kDamaged);
  drawn.resources = font.getKey("/Resources");
  drawn.procedures = font.getKey("/CharProcs");
  drawn.names = NamesOf(font.getKey("/Encoding"));
  if (QPDFObjectHandle first = font.getKey("/FirstChar"); first.isInteger())
    drawn.first = static_cast<std::size_t>(std::clamp(first.getIntValue(), 0LL, 255LL));
  drawn.widths = NumbersOf(font.getKey("/Widths"));
  return &drawn;
}

void ContentRun::ShowDrawings(const TextRun& run) {
  sink_.ShowText(run, state_);
  DrawnFont* const font = DrawnFontOf(state_.text.font);
  if (font == nullptr) return Miss(Gap::kUnknown);
  // What a glyph does to the operands and to the text is gone afterwards.
  auto outer_operands = std::exchange(operands_, {});
  const std::size_t outer_count = count_;
  for (const char byte : run.bytes) {
    if (stopped_) break;
    const auto code = static_cast<std::size_t>(static_cast<unsigned char>(byte));
    DrawGlyph(*font, code);
    const bool has_width = code >= font->first && code - font->first < font->widths.size();
    const double width = has_width ? font->widths[code - font->first] * font->matrix.a : 0;
    Advance(width * state_.text.size + state_.text.character_space +
            (code == ' ' ? state_.text.word_space : 0));
  }
  operands_ = std::move(outer_operands);
  count_ = outer_count;
}

void ContentRun::DrawGlyph(DrawnFont& font, std::size_t code) {
  if (++operators_ > limits_.pdf_operators) {  // a glyph may be drawn by nothing
    stopped_ = true;
    return Miss(Gap::kLimit);
  }
  const auto named = font.names.find(code);
  // What the font does not name, viewers name by encodings of their own.
  if (named == font.names.end() && code != ' ') return Miss(Gap::kUnknown);
  const std::string& name = named == font.names.end() ? "/space" : named->second;
  const auto [found, is_new] = font.glyphs.try_emplace(name);
  if (is_new && font.procedures.isDictionary() && font.procedures.hasKey(name)) {
    QPDFObjectHandle procedure = font.procedures.getKey(name);
    auto content = procedure.isStream()
                       ? ReadStream(procedure, kMaxGlyphBytes)
                       : absl::StatusOr<Bytes>(absl::InvalidArgumentError("no stream"));
    if (!content.ok()) return Miss(Gap::kDamaged);
    found->second = *std::move(content);
  }
  if (!found->second) return;  // a glyph that is not there shows nothing
  if (depth_ >= kMaxGlyphDepth) return Miss(Gap::kLimit);
  const GraphicsState outer = state_;
  const Matrix outer_text = text_;
  const Matrix outer_line = line_;
  const Glyph outer_glyph = std::exchange(glyph_, Glyph::kColored);
  state_.in_glyph = true;
  state_.ctm = Concat(font.matrix, GlyphsToDevice());
  if (state_.ctm.IsFinite())
    RunInner(*found->second, font.resources);
  else
    Miss(Gap::kDamaged);
  glyph_ = outer_glyph;
  text_ = outer_text;
  line_ = outer_line;
  state_ = outer;
}

// A glyph that is plain says where it is, and takes the colour of the text.
void ContentRun::BeginGlyph(bool plain) {
  if (glyph_ == Glyph::kNone) return Miss(Gap::kDamaged);
  if (plain) glyph_ = Glyph::kPlain;
}

}  // namespace sceau::document
