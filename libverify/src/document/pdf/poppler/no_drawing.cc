// SPDX-License-Identifier: Apache-2.0
// In the place of poppler_document.cc, for programs that draw no page.
#include "document/pdf/poppler/poppler_document.h"

namespace sceau::document {

absl::StatusOr<std::unique_ptr<Document>> OpenPopplerDocument(
    ByteSpan /*bytes*/, const Limits& /*limits*/, const std::vector<double>& /*user_units*/) {
  return NeedsDrawing();
}

bool CanDraw() { return false; }

}  // namespace sceau::document
