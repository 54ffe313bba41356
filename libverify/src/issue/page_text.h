// SPDX-License-Identifier: Apache-2.0
// Texts with letters that the page's own font lacks, set by Pango in fonts of this computer: plain
// (never markup), one paragraph, wrapped at a width.
#ifndef SCEAU_ISSUE_PAGE_TEXT_H_
#define SCEAU_ISSUE_PAGE_TEXT_H_

#include <cairo.h>

#include <string_view>

#include "issue/cairo_ptr.h"
#include "layout/page_style.h"

namespace sceau::issue {

// One block of text, laid out for `cr`'s surface. The context must outlive it.
class TextBlock {
 public:
  TextBlock(cairo_t* cr, std::string_view text, const layout::TextStyle& style, double width);

  double height() const;
  double baseline() const;  // of the first line, below the top
  // True if no installed font has one of the characters.
  bool has_unknown_glyphs() const;
  void Draw(double x, double y) const;

 private:
  LayoutPtr NewLayout(std::string_view text) const;

  cairo_t* cr_;
  layout::TextStyle style_;
  LayoutPtr layout_;
};

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_PAGE_TEXT_H_
