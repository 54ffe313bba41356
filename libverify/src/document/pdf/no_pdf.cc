// SPDX-License-Identifier: Apache-2.0
// In the place of hybrid_pdf_reader.cc, for the program that reads pictures alone.
#include "document/pdf/hybrid_pdf_reader.h"

namespace sceau::document {

absl::StatusOr<std::unique_ptr<Document>> OpenHybridPdf(ByteSpan /*bytes*/,
                                                        const Limits& /*limits*/) {
  return NeedsDrawing();
}

}  // namespace sceau::document
