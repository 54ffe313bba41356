// SPDX-License-Identifier: Apache-2.0
// The words of a PDF page, and whether they draw the page or were read off a scan by a machine.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_LAYER_H_
#define SCEAU_DOCUMENT_PDF_TEXT_LAYER_H_

#include <poppler-document.h>
#include <poppler-page.h>

#include <string_view>

#include "document/document.h"

namespace sceau::document {

// The document was made by character recognition: by the programs that its information names.
// Those hide their text under the scan in ordinary fonts, which the page does not give away.
bool IsMadeByOcr(const poppler::document& pdf);

// Tesseract's GlyphLessFont, Acrobat's HiddenHorzOCR and their like, which draw nothing. OCR-A and
// OCR-B are printed.
bool IsOcrFont(std::string_view font_name);

// Poppler leaves out what lies outside the page, which a reader does not see either. More than
// `max_words` give none at all, so that nothing is concluded from half a page. `scale`: pixels a
// point.
PageText ReadTextLayer(const poppler::page& page, double scale, int max_words, bool made_by_ocr);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_LAYER_H_
