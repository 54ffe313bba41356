// SPDX-License-Identifier: Apache-2.0
// The words of a PDF page by its content, without Poppler, which takes ten times as long.
#ifndef SCEAU_DOCUMENT_PDF_TEXT_TEXT_READER_H_
#define SCEAU_DOCUMENT_PDF_TEXT_TEXT_READER_H_

#include <optional>

#include "base/bytes.h"
#include "document/document.h"
#include "document/pdf/content/content_reader.h"
#include "document/pdf/content/page_geometry.h"
#include "document/pdf/qpdf.h"
#include "sceau/limits.h"

namespace sceau::document {

// The words line by line, each with whether a reader of the page sees it. Text that nothing draws
// counts as read off a scan by a machine. Nothing where a word, its characters or its end is not
// certain. May throw what qpdf throws.
std::optional<PageText> ReadPageText(QPDF& pdf, QPDFObjectHandle page,
                                     const QPDFObjectHandle& resources, ByteSpan content,
                                     const PageGeometry& geometry, const Layers& layers,
                                     const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_TEXT_TEXT_READER_H_
