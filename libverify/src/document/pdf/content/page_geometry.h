// SPDX-License-Identifier: Apache-2.0
// How a page's space lies in the pixels that ReadPage() gives.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_PAGE_GEOMETRY_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_PAGE_GEOMETRY_H_

#include <optional>

#include "document/pdf/content/content_state.h"
#include "document/pdf/qpdf.h"
#include "sceau/limits.h"

namespace sceau::document {

struct PageGeometry {
  Matrix to_pixels;  // default user space -> pixels, y down
  int width = 0;     // as Poppler rounds it
  int height = 0;

  Box Shown() const { return {0, 0, static_cast<double>(width), static_cast<double>(height)}; }
};

// How many points a unit of the page's space is: 1 where it does not say. Nothing for what is not a
// size. Spec: ISO 32000-2, table 31, UserUnit; it is not inherited.
std::optional<double> UserUnitOf(QPDFObjectHandle page);

// Nothing for a page without a plain size. Spec: ISO 32000-2, 7.7.3.3 and 14.11.2.
std::optional<PageGeometry> GeometryOf(QPDFObjectHandle media_box, QPDFObjectHandle crop_box,
                                       QPDFObjectHandle rotate, double user_unit,
                                       const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_PAGE_GEOMETRY_H_
