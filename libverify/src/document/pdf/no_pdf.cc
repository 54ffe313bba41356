// SPDX-License-Identifier: Apache-2.0
// In the place of pdf_with_parts.cc, for the program that reads pictures alone.
#include "document/pdf/pdf_with_parts.h"

namespace sceau::document {

absl::StatusOr<std::unique_ptr<Document>> OpenPdfWithParts(ByteSpan /*bytes*/,
                                                           const Limits& /*limits*/) {
  return NeedsDrawing();
}

}  // namespace sceau::document
