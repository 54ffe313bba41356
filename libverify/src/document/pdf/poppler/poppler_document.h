// SPDX-License-Identifier: Apache-2.0
// PDF pages as a viewer draws them. Poppler's types stay in this folder.
//
// Poppler takes longer to load than most documents take to read. So two of the three programs are
// linked with no_drawing.cc in its place, and answer which documents need the third.
#ifndef SCEAU_DOCUMENT_PDF_POPPLER_POPPLER_DOCUMENT_H_
#define SCEAU_DOCUMENT_PDF_POPPLER_POPPLER_DOCUMENT_H_

#include <memory>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document {

// The bytes must outlive the document. Opens what needs no password; refuses document.encrypted,
// document.damaged, document.too-many-pages; NeedsDrawing() where this program does not draw. May
// throw: OpenDocument() catches.
//
// Poppler takes a unit of each page's space for a point: `user_units` has the points that it is, of
// each page from the first on; of a page that is not in it, one.
absl::StatusOr<std::unique_ptr<Document>> OpenPopplerDocument(
    ByteSpan bytes, const Limits& limits, const std::vector<double>& user_units = {});

// Whether this program is linked with Poppler.
bool CanDraw();

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_POPPLER_POPPLER_DOCUMENT_H_
