// SPDX-License-Identifier: Apache-2.0
// The faces of our own layout, Open Sans: the letters that we know by their outlines.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_LAYOUT_FACES_H_
#define SCEAU_DOCUMENT_PDF_TEXT_LAYOUT_FACES_H_

#include <cstdint>
#include <span>

#include "base/bytes.h"
#include "document/pdf/text/true_type.h"

namespace sceau::document {

// The files that `layout` draws with; they stay for the life of the program.
std::span<const TrueType> LayoutFaces();

// 0 for a character that the face does not have.
std::uint32_t GlyphOf(const TrueType& face, char32_t character);

// Whether a viewer draws the glyph of the font exactly as that of the face: the same outline at the
// same place, moved by the same instructions.
bool IsSameGlyph(const TrueType& font, std::uint32_t glyph, const TrueType& face,
                 std::uint32_t of_face);

// Whether nothing but the glyphs themselves can make the font draw otherwise than the face.
bool DrawsLike(const TrueType& font, const TrueType& face);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_LAYOUT_FACES_H_
