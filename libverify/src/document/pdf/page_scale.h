// SPDX-License-Identifier: Apache-2.0
// At which resolution a PDF page is drawn.
#ifndef SCEAU_DOCUMENT_PDF_PAGE_SCALE_H_
#define SCEAU_DOCUMENT_PDF_PAGE_SCALE_H_

#include "sceau/limits.h"

namespace sceau::document {

inline constexpr double kPointsPerInch = 72;

// Pixels per inch for a page of `width` by `height` points, both above zero: Limits::render_dpi, or
// less for a page too large for Limits::page_pixels. If the code of such a page is a printed one,
// it is large too.
double DpiOf(double width, double height, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PAGE_SCALE_H_
