// SPDX-License-Identifier: Apache-2.0
// PDF pages as a viewer draws them, and their words. Poppler's types stay in this folder.
//
// Two programs of three do without Poppler, whose start takes longer than the reading of most
// documents: they are linked with no_drawing.cc in its place, and say which pages need another.
#ifndef SCEAU_DOCUMENT_PDF_PDF_DOCUMENT_H_
#define SCEAU_DOCUMENT_PDF_PDF_DOCUMENT_H_

#include <memory>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document {

// The bytes must outlive the document. Opens what needs no password; refuses document.encrypted,
// document.damaged, document.too-many-pages; NeedsDrawing() where this program does not draw. May
// throw: OpenDocument() catches.
absl::StatusOr<std::unique_ptr<Document>> OpenPdf(ByteSpan bytes, const Limits& limits);

// Whether this program draws. If so, what the first page would load is loaded now.
bool PrepareToDraw();

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PDF_DOCUMENT_H_
