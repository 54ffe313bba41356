// SPDX-License-Identifier: Apache-2.0
// A font that a PDF embeds, held against the faces of our layout: whatever its bytes are, nothing
// is read outside of them, and no glyph is that of two letters that look different.
#include <cstdint>

#include "document/pdf/text/layout_faces.h"
#include "fuzz_check.h"

using namespace sceau;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::uint32_t kGlyphs = 80;
  const auto font = document::TrueType::Open({data, size});
  if (!font) return 0;
  for (const auto& map : font->maps()) {
    for (std::uint32_t code = 0; code < 0x10200; code += code < 0x180 ? 1 : 0xFF)
      fuzz::Check(document::TrueType::GlyphIn(map, code) <= 0xFFFF, "glyphs have two bytes");
  }
  for (const document::TrueType& face : document::LayoutFaces()) {
    document::DrawsLike(*font, face);
    const std::uint32_t seven = document::GlyphOf(face, U'7');
    const std::uint32_t eight = document::GlyphOf(face, U'8');
    for (std::uint32_t glyph = 0; glyph < kGlyphs; ++glyph)
      fuzz::Check(!document::IsSameGlyph(*font, glyph, face, seven) ||
                      !document::IsSameGlyph(*font, glyph, face, eight),
                  "a glyph is one digit");
  }
  return 0;
}
