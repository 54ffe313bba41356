// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/pdf_document.h"

#include "base/part.h"
#include "document/pdf/poppler_part.h"

namespace sceau::document {

absl::StatusOr<std::unique_ptr<Document>> OpenPdf(ByteSpan bytes, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const PopplerPart* poppler, TakePart(&sceau_part_poppler, "poppler"));
  return poppler->open(bytes, limits);
}

}  // namespace sceau::document
