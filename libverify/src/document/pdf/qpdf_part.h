// SPDX-License-Identifier: Apache-2.0
// What qpdf and the decoders of PDF images do for this room, loaded when a PDF comes (base/part.h).
#ifndef SCEAU_DOCUMENT_PDF_QPDF_PART_H_
#define SCEAU_DOCUMENT_PDF_QPDF_PART_H_

#include "document/pdf/pdf_with_parts.h"

namespace sceau::document {

struct QpdfPart {
  decltype(&OpenPdfWithParts) open;
};

}  // namespace sceau::document

extern "C" [[gnu::weak]] const sceau::document::QpdfPart sceau_part_qpdf;

#endif  // SCEAU_DOCUMENT_PDF_QPDF_PART_H_
