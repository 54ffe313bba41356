// SPDX-License-Identifier: Apache-2.0
// Does a font draw the letters that its text says?
//
// A PDF says twice what a code is: by the glyph that draws it, and by the character that whoever
// searches or copies the text gets (/ToUnicode, /Encoding). Nothing makes the two agree. A letter
// is proven where the glyph is known to be that of the character: outline by outline for the faces
// of our own layout, and for fonts of letters that the viewer itself brings. Of any other font that
// a PDF embeds, nothing is proven.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_PROVEN_LETTERS_H_
#define SCEAU_DOCUMENT_PDF_TEXT_PROVEN_LETTERS_H_

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "document/pdf/qpdf.h"
#include "document/pdf/text/true_type.h"

namespace sceau::document {

class ProvenLetters {
 public:
  // `font` is one that TextFont reads. May throw what qpdf throws.
  explicit ProvenLetters(QPDFObjectHandle font);
  ProvenLetters(ProvenLetters&&) = default;
  ProvenLetters& operator=(ProvenLetters&&) = default;

  // Whether the glyph of the code is the letter, or the ligature of the letters. `encoded` is the
  // character that the font's encoding has for the code, 0 for none. The programs of fonts take
  // their bytes from `bytes_left`. May throw what qpdf throws.
  bool Has(std::uint32_t code, char32_t encoded, const std::u32string& characters,
           std::size_t& bytes_left);

 private:
  enum class Kind { kNone, kOfViewer, kSimple, kComposite };
  bool Open(std::size_t& bytes_left);
  bool IsDrawnAs(std::uint32_t code, char32_t encoded, char32_t character) const;
  std::vector<std::uint32_t> GlyphsOf(std::uint32_t code, char32_t encoded) const;
  std::vector<std::uint32_t> GlyphsByCodeMaps(std::uint32_t code, char32_t encoded) const;

  Kind kind_ = Kind::kNone;
  QPDFObjectHandle program_;
  QPDFObjectHandle glyphs_of_codes_;  // /CIDToGIDMap
  bool by_encoding_ = false;          // viewers look glyphs up by characters, not by codes
  bool opened_ = false;
  Bytes file_;
  Bytes cid_to_glyph_;
  std::optional<TrueType> font_;
  std::vector<const TrueType*> faces_;    // that it draws like
  std::map<std::uint32_t, bool> proven_;  // by code
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_PROVEN_LETTERS_H_
