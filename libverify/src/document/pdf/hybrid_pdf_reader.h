// SPDX-License-Identifier: Apache-2.0
// A PDF whose pages are read without drawing them where that is possible, and drawn by Poppler
// where it is not.
#ifndef SCEAU_DOCUMENT_PDF_HYBRID_PDF_READER_H_
#define SCEAU_DOCUMENT_PDF_HYBRID_PDF_READER_H_

#include <memory>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document {

// As OpenPopplerDocument(), which it calls when a page has to be drawn.
absl::StatusOr<std::unique_ptr<Document>> OpenHybridPdf(ByteSpan bytes, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_HYBRID_PDF_READER_H_
