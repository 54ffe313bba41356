// SPDX-License-Identifier: Apache-2.0
// A PDF read without drawing it where that is possible, and by Poppler where it is not.
#ifndef SCEAU_DOCUMENT_PDF_PDF_WITH_PARTS_H_
#define SCEAU_DOCUMENT_PDF_PDF_WITH_PARTS_H_

#include <memory>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document {

// As OpenPdf(), which it calls only when a page has to be drawn or its words are asked for.
absl::StatusOr<std::unique_ptr<Document>> OpenPdfWithParts(ByteSpan bytes, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PDF_WITH_PARTS_H_
