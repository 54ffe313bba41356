// SPDX-License-Identifier: Apache-2.0
// What stands before the pixels of a PNG and makes viewers show them otherwise than they are.
#ifndef SCEAU_DOCUMENT_IMAGE_PNG_CHUNKS_H_
#define SCEAU_DOCUMENT_IMAGE_PNG_CHUNKS_H_

#include "base/bytes.h"
#include "document/image/colour_profile.h"
#include "sceau/limits.h"

namespace sceau::document {

struct PngChunks {
  // An animation, whose first picture need not be the one that is decoded; light or primaries of
  // its own; several profiles.
  bool differs = false;
  ColourProfile colours;
};

// Reads to the first chunk of pixels, or as far as the bytes have chunks.
PngChunks ReadPngChunks(ByteSpan bytes, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_IMAGE_PNG_CHUNKS_H_
