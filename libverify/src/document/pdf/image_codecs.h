// SPDX-License-Identifier: Apache-2.0
// The filters of a PDF that are image formats of their own.
#ifndef SCEAU_DOCUMENT_PDF_IMAGE_CODECS_H_
#define SCEAU_DOCUMENT_PDF_IMAGE_CODECS_H_

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/page.h"
#include "document/pdf/qpdf.h"
#include "sceau/limits.h"

namespace sceau::document {

// Luminance of a grey or colour JPEG, as stored: its EXIF orientation means nothing in a PDF.
absl::StatusOr<PageImage> DecodeDct(Bytes bytes, const Limits& limits);

// Both give samples as the filter does, 0 or 1, one a byte; `parms` is a dictionary or null.
absl::StatusOr<PageImage> DecodeCcitt(ByteSpan bytes, QPDFObjectHandle parms, int width, int height,
                                      const Limits& limits);
// Luminance of JPEG 2000.
absl::StatusOr<PageImage> DecodeJpx(ByteSpan bytes, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_IMAGE_CODECS_H_
