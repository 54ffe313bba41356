// SPDX-License-Identifier: Apache-2.0
// Recognises text that a machine read off a scan, by the names of its fonts and programs.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_OCR_H_
#define SCEAU_DOCUMENT_PDF_TEXT_OCR_H_

#include <array>
#include <string_view>

namespace sceau::document {

// Tesseract's GlyphLessFont, Acrobat's HiddenHorzOCR and their like, which draw nothing. OCR-A and
// OCR-B are printed.
bool IsOcrFont(std::string_view font_name);

// The entries of a document's information that name the program, and whether it is one of
// character recognition. Those hide their text under the scan in ordinary fonts.
inline constexpr auto kProgramEntries = std::to_array<const char*>({"Producer", "Creator"});
bool IsOcrProgram(std::string_view name);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_OCR_H_
