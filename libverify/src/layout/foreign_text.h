// SPDX-License-Identifier: Apache-2.0
// What the layout asks of whoever can draw letters that the page's face lacks: Arabic, Hebrew ….
#ifndef SCEAU_LAYOUT_FOREIGN_TEXT_H_
#define SCEAU_LAYOUT_FOREIGN_TEXT_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "layout/page_style.h"

namespace sceau::layout {

struct BlockSize {
  double height = 0;    // points
  double baseline = 0;  // of the first line, below the top
};

class ForeignText {
 public:
  virtual ~ForeignText() = default;
  // Of a text that is wrapped at `width` points. Refuses claims.no-font when no font has its
  // letters.
  virtual absl::StatusOr<BlockSize> Measure(std::string_view text, const TextStyle& style,
                                            double width) = 0;
};

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_FOREIGN_TEXT_H_
