// SPDX-License-Identifier: Apache-2.0
#include "base/part.h"
#include "document/image/tiff_part.h"

namespace sceau::document {

absl::StatusOr<std::unique_ptr<Document>> OpenTiff(ByteSpan bytes, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const TiffPart* tiff, TakePart(&sceau_part_tiff, "tiff"));
  return tiff->open(bytes, limits);
}

}  // namespace sceau::document
