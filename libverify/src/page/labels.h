// SPDX-License-Identifier: Apache-2.0
// The labels of French papers, and where they stand in a line.
#ifndef SCEAU_PAGE_LABELS_H_
#define SCEAU_PAGE_LABELS_H_

#include <cstddef>
#include <string_view>

#include "page/printed_page.h"

namespace sceau::page {

struct Label {
  std::string_view words;  // letters of each, with spaces
  PlaceKind kind;
  bool specific;  // "Nom de naissance", where "Nom" may be the name in use
};

struct LabelAt {
  const Label* label = nullptr;  // null where none stands
  std::size_t words = 0;         // of the line that it takes
};

LabelAt FindLabel(const PrintedLine& line, std::size_t at);

// Headings that follow a label in a table, and what else is not a name.
bool IsOtherLabel(std::string_view letters);
bool IsCivility(std::string_view letters);

// Its line says which right it is, and is not the title of the page.
bool NamesARight(const PrintedLine& line);

// Before a label that does not begin its line, and between headings of two columns; of a word's
// height.
inline constexpr double kLabelGap = 0.8;

}  // namespace sceau::page

#endif  // SCEAU_PAGE_LABELS_H_
