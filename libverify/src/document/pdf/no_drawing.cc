// SPDX-License-Identifier: Apache-2.0
// In the place of poppler_document.cc, for programs that draw no page.
#include "document/pdf/pdf_document.h"

namespace sceau::document {

absl::StatusOr<std::unique_ptr<Document>> OpenPdf(ByteSpan /*bytes*/, const Limits& /*limits*/) {
  return NeedsDrawing();
}

bool PrepareToDraw() { return false; }

}  // namespace sceau::document
