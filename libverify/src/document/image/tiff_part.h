// SPDX-License-Identifier: Apache-2.0
// What libtiff does for this room, loaded when a TIFF file or a fax in a PDF comes (base/part.h).
#ifndef SCEAU_DOCUMENT_IMAGE_TIFF_PART_H_
#define SCEAU_DOCUMENT_IMAGE_TIFF_PART_H_

#include "document/image/codecs.h"

namespace sceau::document {

struct TiffPart {
  decltype(&OpenTiff) open;
};

}  // namespace sceau::document

extern "C" [[gnu::weak]] const sceau::document::TiffPart sceau_part_tiff;

#endif  // SCEAU_DOCUMENT_IMAGE_TIFF_PART_H_
