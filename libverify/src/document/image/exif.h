// SPDX-License-Identifier: Apache-2.0
// The one fact that we need from EXIF: how the picture was held. We read it ourselves, because
// libexif parses every maker's private notes on the way, and thirty bounded lines are less to
// trust.
#ifndef SCEAU_DOCUMENT_IMAGE_EXIF_H_
#define SCEAU_DOCUMENT_IMAGE_EXIF_H_

#include "base/bytes.h"

namespace sceau::document {

// Returns the orientation, from 1 to 8, and 1 when the block does not say or cannot be read.
// `block` is a TIFF structure ("II*…" or "MM*…"), with or without "Exif\0\0" before it. Spec: TIFF
// 6.0 section 2; EXIF 2.32, 4.5 and 4.6.4.A.
int ExifOrientation(ByteSpan block);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_IMAGE_EXIF_H_
