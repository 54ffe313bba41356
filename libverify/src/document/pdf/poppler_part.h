// SPDX-License-Identifier: Apache-2.0
// What Poppler does for this room, loaded when a page needs it (base/part.h).
#ifndef SCEAU_DOCUMENT_PDF_POPPLER_PART_H_
#define SCEAU_DOCUMENT_PDF_POPPLER_PART_H_

#include <memory>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "document/document.h"
#include "sceau/limits.h"

namespace sceau::document {

struct PopplerPart {
  // As OpenPdf().
  absl::StatusOr<std::unique_ptr<Document>> (*open)(ByteSpan bytes, const Limits& limits);
};

}  // namespace sceau::document

extern "C" [[gnu::weak]] const sceau::document::PopplerPart sceau_part_poppler;

#endif  // SCEAU_DOCUMENT_PDF_POPPLER_PART_H_
