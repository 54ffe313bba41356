// SPDX-License-Identifier: Apache-2.0
// The fonts that a PDF may name without their widths. Spec: ISO 32000-1, 9.6.2.2.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_STANDARD_FONTS_H_
#define SCEAU_DOCUMENT_PDF_TEXT_STANDARD_FONTS_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace sceau::document {

// Those with letters, and the names of their twins; a column of standard_widths.inc each.
enum class StandardFont : std::size_t {
  kHelvetica,
  kHelveticaBold,
  kTimes,
  kTimesBold,
  kTimesItalic,
  kTimesBoldItalic,
  kCourier,
};

// By its name, without the slash.
std::optional<StandardFont> StandardFontOf(std::string_view name);

// Of these, and of other fonts of letters that systems bring by these names, such as Arial: what a
// viewer takes for a font that a PDF names and does not embed.
bool HasPlainLetters(std::string_view name);

// Of 1 em; nothing for a character that it does not have.
std::optional<double> StandardWidthOf(StandardFont font, char32_t character);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_STANDARD_FONTS_H_
