// SPDX-License-Identifier: Apache-2.0
// The page of an attestation as what is painted, in order: letters with their places, rectangles
// and the code. Lengths are points (1/72 inch) from the top left corner of an A4 page, y down.
#ifndef SCEAU_LAYOUT_PAGE_DRAWING_H_
#define SCEAU_LAYOUT_PAGE_DRAWING_H_

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "layout/page_style.h"
#include "sceau/claims.h"

namespace sceau::layout {

// A structure element around what stands between the two (ISO 32000-1, 14.8.4). They nest.
struct OpenTag {
  const char* name;  // "Document", "H1", "P", "L" …; static
};
struct CloseTag {};

struct Letter {
  char32_t character = 0;
  std::uint32_t glyph = 0;        // in the face of its run
  double x = 0;                   // of its origin
  double advance = 0;             // to where a letter without kerning would follow
  std::optional<FactKey> fact{};  // that it prints; nothing: every page of the layout has it
};

// Letters of one style on one line. A space at which the line was broken ends it.
struct TextRun {
  TextStyle style;
  double baseline = 0;
  std::vector<Letter> letters;
};

struct Rectangle {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
  Ink ink;
};

// Modules of the code; its quiet zone lies around.
struct CodePlace {
  double x = 0;  // of the first module
  double y = 0;
  double module = 0;  // side of one
  int modules = 0;    // along each side
};

// A text with letters that the page's face lacks: whoever gave its measures draws it
// (layout/foreign_text.h).
struct ForeignBlock {
  std::string text;
  TextStyle style;
  double x = 0;
  double y = 0;  // of its top
  double width = 0;
};

using Operation = std::variant<OpenTag, CloseTag, TextRun, Rectangle, CodePlace, ForeignBlock>;

struct PageDrawing {
  std::vector<Operation> operations;
};

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_PAGE_DRAWING_H_
