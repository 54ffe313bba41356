// SPDX-License-Identifier: Apache-2.0
// Letters that one glyph may join.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_LIGATURES_H_
#define SCEAU_DOCUMENT_PDF_TEXT_LIGATURES_H_

#include <string>

namespace sceau::document {

// With the letters of each ligature of Latin letters in its place: "ﬁ" is "fi".
std::u32string WithoutLigatures(const std::u32string& characters);

// The ligature of these letters, or 0.
char32_t LigatureOf(const std::u32string& letters);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_LIGATURES_H_
