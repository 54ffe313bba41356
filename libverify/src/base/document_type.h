// SPDX-License-Identifier: Apache-2.0
// Tells what kind of file some bytes are.
#ifndef SCEAU_BASE_DOCUMENT_TYPE_H_
#define SCEAU_BASE_DOCUMENT_TYPE_H_

#include "base/bytes.h"

namespace sceau {

enum class DocumentType {
  kUnknown,
  kPdf,
  kJpeg,
  kPng,
  kTiff,
  kWebp,
  kHeif,  // HEIC and AVIF
  kGif,
  kBmp,
  kPnm
};

// Judges by the first bytes, never by a file name.
DocumentType DetectType(ByteSpan bytes);

}  // namespace sceau

#endif  // SCEAU_BASE_DOCUMENT_TYPE_H_
