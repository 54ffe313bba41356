// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/text/layout_faces.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/embed.h"
#include "document/pdf/content/big_endian.h"

SCEAU_EMBED(sceau_letters_regular, SCEAU_FONT_FOLDER "/OpenSans-Regular.ttf");
SCEAU_EMBED(sceau_letters_semibold, SCEAU_FONT_FOLDER "/OpenSans-Semibold.ttf");

namespace sceau::document {
namespace {

// A part of a composite glyph. Spec: OpenType 1.9, glyf, composite glyph description.
constexpr std::uint32_t kWords = 0x0001;
constexpr std::uint32_t kScale = 0x0008;
constexpr std::uint32_t kMore = 0x0020;
constexpr std::uint32_t kTwoScales = 0x0040;
constexpr std::uint32_t kTwoByTwo = 0x0080;
constexpr std::uint32_t kUseItsMetrics = 0x0200;

constexpr std::size_t kHeader = 10;   // contours and box
constexpr int kMaxDepth = 3;          // of composites; those of the faces have one
constexpr std::size_t kMaxParts = 8;  // of one glyph; those of the faces have three
constexpr std::size_t kMaxPadding = 3;

bool IsComposite(ByteSpan glyph) { return (BigEndian16(glyph, 0) & 0x8000) != 0; }

// What follows the flags and the glyph of a part.
std::size_t BytesOfPart(std::uint32_t flags) {
  const std::size_t arguments = (flags & kWords) != 0 ? 4 : 2;
  if ((flags & kScale) != 0) return arguments + 2;
  if ((flags & kTwoScales) != 0) return arguments + 4;
  return arguments + ((flags & kTwoByTwo) != 0 ? 8 : 0);
}

// One of them may be longer, by zeros: programs align glyphs.
bool IsSameButPadding(ByteSpan one, ByteSpan other) {
  if (one.size() < other.size()) return IsSameButPadding(other, one);
  const ByteSpan rest = one.subspan(other.size());
  return rest.size() <= kMaxPadding && std::ranges::equal(one.first(other.size()), other) &&
         std::ranges::all_of(rest, [](std::uint8_t byte) { return byte == 0; });
}

bool IsSameOutline(const TrueType& font, std::uint32_t glyph, const TrueType& face,
                   std::uint32_t of_face, int depth);

// The same parts at the same places, whatever their numbers in the two fonts.
bool AreSameParts(const TrueType& font, ByteSpan glyph, const TrueType& face, ByteSpan of_face,
                  int depth) {
  if (!std::ranges::equal(glyph.first(kHeader), of_face.first(kHeader))) return false;
  std::size_t at = kHeader;
  for (std::size_t part = 0; part < kMaxParts; ++part) {
    constexpr std::size_t kFlagsAndGlyph = 4;
    const std::uint32_t flags = BigEndian16(of_face, at);
    const std::size_t end = at + kFlagsAndGlyph + BytesOfPart(flags);
    if (end > glyph.size() || end > of_face.size() || BigEndian16(glyph, at) != flags) return false;
    const std::size_t rest = at + kFlagsAndGlyph;
    if (!std::ranges::equal(glyph.subspan(rest, end - rest), of_face.subspan(rest, end - rest)) ||
        !IsSameOutline(font, BigEndian16(glyph, at + 2), face, BigEndian16(of_face, at + 2),
                       depth + 1))
      return false;
    at = end;
    if ((flags & kMore) == 0) return IsSameButPadding(glyph.subspan(at), of_face.subspan(at));
  }
  return false;
}

bool IsSameOutline(const TrueType& font, std::uint32_t glyph, const TrueType& face,
                   std::uint32_t of_face, int depth) {
  const auto one = font.GlyphBytes(glyph);
  const auto other = face.GlyphBytes(of_face);
  if (!one || !other || depth > kMaxDepth) return false;
  if (one->size() < kHeader || other->size() < kHeader) return one->empty() && other->empty();
  return IsComposite(*one) && IsComposite(*other) ? AreSameParts(font, *one, face, *other, depth)
                                                  : IsSameButPadding(*one, *other);
}

// The glyph whose metrics are in the place of the composite's own: a part, or the glyph itself.
// Some programs write the metrics of the part for both.
std::uint32_t GlyphWithMetrics(const TrueType& face, std::uint32_t glyph) {
  const ByteSpan bytes = face.GlyphBytes(glyph).value_or(ByteSpan());
  if (bytes.size() < kHeader || !IsComposite(bytes)) return glyph;
  std::size_t at = kHeader;
  for (std::size_t part = 0; part < kMaxParts; ++part) {
    const std::uint32_t flags = BigEndian16(bytes, at);
    if ((flags & kUseItsMetrics) != 0) return BigEndian16(bytes, at + 2);
    if ((flags & kMore) == 0) break;
    at += 4 + BytesOfPart(flags);
  }
  return glyph;
}

}  // namespace

std::span<const TrueType> LayoutFaces() {
  static const auto* const faces = [] {
    auto* opened = new std::vector<TrueType>;
    for (const ByteSpan file :
         {ByteSpan(sceau_letters_regular_begin, sceau_letters_regular_end),
          ByteSpan(sceau_letters_semibold_begin, sceau_letters_semibold_end)}) {
      if (auto face = TrueType::Open(file)) opened->push_back(*std::move(face));
    }
    return opened;
  }();
  return *faces;
}

std::uint32_t GlyphOf(const TrueType& face, char32_t character) {
  constexpr int kMicrosoft = 3;
  constexpr int kUnicode = 1;
  for (const TrueType::CodeMap& map : face.maps()) {
    if (map.platform == kMicrosoft && map.encoding == kUnicode)
      return TrueType::GlyphIn(map, character);
  }
  return 0;
}

bool IsSameGlyph(const TrueType& font, std::uint32_t glyph, const TrueType& face,
                 std::uint32_t of_face) {
  const auto bearing = font.LeftBearing(glyph);
  return bearing &&
         (bearing == face.LeftBearing(of_face) ||
          bearing == face.LeftBearing(GlyphWithMetrics(face, of_face))) &&
         IsSameOutline(font, glyph, face, of_face, 0);
}

bool DrawsLike(const TrueType& font, const TrueType& face) {
  if (font.units_per_em() != face.units_per_em()) return false;
  // Names of glyphs may be looked up in the place of codes. Version 3 has none.
  constexpr std::uint32_t kNoNames = 0x00030000;
  const ByteSpan names = font.Table(TableTag("post"));
  if (!names.empty() && BigEndian32(names, 0) != kNoNames) return false;
  // A program without instructions leaves the outlines as they are.
  return std::ranges::all_of(std::to_array({TableTag("cvt "), TableTag("fpgm"), TableTag("prep")}),
                             [&](std::uint32_t tag) {
                               const ByteSpan own = font.Table(tag);
                               return own.empty() || IsSameButPadding(own, face.Table(tag));
                             });
}

}  // namespace sceau::document
