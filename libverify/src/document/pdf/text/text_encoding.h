// SPDX-License-Identifier: Apache-2.0
// Characters behind the codes and the glyph names of simple fonts. Spec: ISO 32000-2, annex D.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_TEXT_ENCODING_H_
#define SCEAU_DOCUMENT_PDF_TEXT_TEXT_ENCODING_H_

#include <cstdint>
#include <string_view>

namespace sceau::document {

enum class BaseEncoding { kNone, kStandard, kWinAnsi, kMacRoman };

// 0 when the encoding has none there.
char32_t CharacterOf(BaseEncoding encoding, std::uint8_t code);
// Of the Latin character set, and uniXXXX; 0 for any other name.
char32_t CharacterOf(std::string_view glyph_name);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_TEXT_ENCODING_H_
