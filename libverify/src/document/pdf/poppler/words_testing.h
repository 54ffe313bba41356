// SPDX-License-Identifier: Apache-2.0
// The words of a PDF page as Poppler reads them, which ours are held against.
#ifndef SCEAU_DOCUMENT_PDF_POPPLER_WORDS_TESTING_H_
#define SCEAU_DOCUMENT_PDF_POPPLER_WORDS_TESTING_H_

#include "base/bytes.h"
#include "document/document.h"

namespace sceau::document::testing {

// Of the first page, with boxes in pixels at `dpi`. Hidden words count as printed, except in the
// fonts of programs that recognise characters. Throws when Poppler cannot open the PDF.
PageText WordsByPoppler(ByteSpan pdf, int dpi);

}  // namespace sceau::document::testing

#endif  // SCEAU_DOCUMENT_PDF_POPPLER_WORDS_TESTING_H_
