// SPDX-License-Identifier: Apache-2.0
// The words of a PDF page by its content, without Poppler, which takes ten times as long.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_READER_H_
#define SCEAU_DOCUMENT_PDF_TEXT_READER_H_

#include <optional>

#include "base/bytes.h"
#include "document/document.h"
#include "document/pdf/content_reader.h"
#include "document/pdf/page_geometry.h"
#include "document/pdf/qpdf.h"
#include "sceau/limits.h"

namespace sceau::document {

// The words that ReadTextLayer() would give, line by line, except that text which is drawn
// invisibly counts as read off a scan. Nothing where a word, its characters or where it ends is not
// certain: Poppler has to say then. May throw what qpdf throws.
std::optional<PageText> ReadPageText(QPDF& pdf, QPDFObjectHandle page,
                                     const QPDFObjectHandle& resources, ByteSpan content,
                                     const PageGeometry& geometry, const Layers& layers,
                                     const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_READER_H_
