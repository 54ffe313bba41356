// SPDX-License-Identifier: Apache-2.0
// A small page, written and read as text_reader.h reads it.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_SHEET_TESTING_H_
#define SCEAU_DOCUMENT_PDF_TEXT_SHEET_TESTING_H_

#include <optional>
#include <string>

#include "base/bytes.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document::testing {

inline constexpr double kPixelsPerPoint = 2;

// A page of 300 x 100 points with one font, /F.
struct Sheet {
  std::string content;
  std::string font =
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding "
      "/FirstChar 0 /LastChar 255 /Widths @widths >>";
  std::string to_unicode = {};
  std::string page = {};       // more entries
  std::string resources = {};  // more of them
  std::string producer = {};
};

Bytes Write(const Sheet& sheet);
// Its pages are as high as their MediaBox says, and upright.
std::optional<PageText> Read(ByteSpan bytes, const Limits& limits = {});
// A line of text from there, by these operators.
std::string Line(double x, double y, const std::string& show);

}  // namespace sceau::document::testing

#endif  // SCEAU_DOCUMENT_PDF_TEXT_SHEET_TESTING_H_
