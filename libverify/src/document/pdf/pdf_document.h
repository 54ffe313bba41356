// SPDX-License-Identifier: Apache-2.0
// PDF pages as luminance and words. Poppler's types stay in this folder.
#ifndef SCEAU_DOCUMENT_PDF_PDF_DOCUMENT_H_
#define SCEAU_DOCUMENT_PDF_PDF_DOCUMENT_H_

#include <memory>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document {

// The bytes must outlive the document. Opens what needs no password; refuses document.encrypted,
// document.damaged, document.too-many-pages. May throw: OpenDocument() catches.
absl::StatusOr<std::unique_ptr<Document>> OpenPdf(ByteSpan bytes, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PDF_DOCUMENT_H_
