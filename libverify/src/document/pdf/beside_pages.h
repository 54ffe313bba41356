// SPDX-License-Identifier: Apache-2.0
// What a PDF holds that its pages do not show.
#ifndef SCEAU_DOCUMENT_PDF_BESIDE_PAGES_H_
#define SCEAU_DOCUMENT_PDF_BESIDE_PAGES_H_

#include <vector>

#include "document/pdf/qpdf.h"
#include "sceau/report.h"

namespace sceau::document {

// document.attachments, with the detail "portfolio" where viewers show the files in the place of
// the pages, and document.xfa-form. Throws as qpdf does.
std::vector<Finding> FindBesidePages(QPDFObjectHandle root,
                                     const std::vector<QPDFObjectHandle>& pages);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_BESIDE_PAGES_H_
