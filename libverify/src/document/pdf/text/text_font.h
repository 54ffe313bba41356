// SPDX-License-Identifier: Apache-2.0
// What a font's codes say and how far they advance. Spec: ISO 32000-2, 9.6 to 9.10.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_TEXT_FONT_H_
#define SCEAU_DOCUMENT_PDF_TEXT_TEXT_FONT_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "document/pdf/qpdf.h"
#include "document/pdf/text/proven_letters.h"
#include "document/pdf/text/to_unicode.h"

namespace sceau::document {

class TextFont {
 public:
  // Nothing for fonts whose text is not known for sure: Type 3, vertical ones, those of two bytes
  // that no map explains, those whose widths are not known. May throw what qpdf throws.
  static std::optional<TextFont> Load(QPDFObjectHandle font);

  std::size_t code_bytes() const { return code_bytes_; }
  // Nothing when the code is not known, or says what readers of text understand in different ways.
  std::optional<std::u32string> CharactersOf(std::uint32_t code) const;
  // Whether the glyph of the code is proven to be these, its characters (proven_letters.h).
  bool Proves(std::uint32_t code, const std::u32string& characters, std::size_t& bytes_left);
  // Of 1 em.
  double WidthOf(std::uint32_t code) const {
    return code < widths_.size() ? widths_[code] : default_width_;
  }
  // Of two widths for a code, viewers take either.
  bool is_doubtful() const { return doubtful_; }
  // Above and below the base line, of 1 em; the second one is negative.
  double ascent() const { return ascent_; }
  double descent() const { return descent_; }
  // By its name: draws nothing, and holds what a machine read off a scan.
  bool made_by_ocr() const { return made_by_ocr_; }

 private:
  explicit TextFont(const QPDFObjectHandle& font) : letters_(font) {}
  bool LoadSimple(QPDFObjectHandle font);
  bool LoadComposite(QPDFObjectHandle font);
  void LoadDescriptor(const QPDFObjectHandle& descriptor);
  bool LoadToUnicode(QPDFObjectHandle font);
  void LoadEncoding(QPDFObjectHandle font, const QPDFObjectHandle& descriptor);
  bool LoadWidths(QPDFObjectHandle font, const QPDFObjectHandle& descriptor);
  bool LoadStandardWidths(QPDFObjectHandle font);
  bool LoadCompositeWidths(QPDFObjectHandle widths);
  bool SetWidth(int code, double width);

  ProvenLetters letters_;
  std::size_t code_bytes_ = 1;
  std::vector<std::u32string> characters_;  // by code, of simple fonts; empty ones are unknown
  std::optional<ToUnicode> to_unicode_;
  std::vector<double> widths_;
  std::vector<bool> has_width_;  // of two bytes
  double default_width_ = 0;
  double ascent_ = 0.95;  // what Poppler takes where a font does not say
  double descent_ = -0.35;
  bool made_by_ocr_ = false;
  bool doubtful_ = false;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_TEXT_FONT_H_
