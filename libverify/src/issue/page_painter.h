// SPDX-License-Identifier: Apache-2.0
// Paints a page drawing with Cairo.
#ifndef SCEAU_ISSUE_PAGE_PAINTER_H_
#define SCEAU_ISSUE_PAGE_PAINTER_H_

#include <cairo.h>

#include "absl/status/status.h"
#include "layout/page_drawing.h"

namespace sceau::issue {

// Paints on a surface in points, each letter where the drawing has it, and keeps the place of the
// code for PutCode(). Refuses kInternal when Cairo cannot use the fonts.
absl::Status Paint(cairo_t* cr, const layout::PageDrawing& drawing);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_PAGE_PAINTER_H_
