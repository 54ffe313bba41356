// SPDX-License-Identifier: Apache-2.0
// The words of a PDF page, and whether they draw the page or were read off a scan by a machine.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_LAYER_H_
#define SCEAU_DOCUMENT_PDF_TEXT_LAYER_H_

#include <poppler-document.h>
#include <poppler-page.h>

#include "document/document.h"

namespace sceau::document {

// By the programs that its information names (ocr.h): a page does not give away that its text is
// hidden.
bool IsMadeByOcr(const poppler::document& pdf);

// Poppler leaves out what lies outside the page, which a reader does not see either. More than
// `max_words` give none at all, so that nothing is concluded from half a page. `scale`: pixels a
// point.
PageText ReadTextLayer(const poppler::page& page, double scale, int max_words, bool made_by_ocr);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_LAYER_H_
