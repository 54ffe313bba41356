// SPDX-License-Identifier: Apache-2.0
// The filters of a PDF that are image formats of their own.
#ifndef SCEAU_DOCUMENT_PDF_PARTS_IMAGE_CODECS_H_
#define SCEAU_DOCUMENT_PDF_PARTS_IMAGE_CODECS_H_

#include <array>
#include <cstdint>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "base/page.h"
#include "document/pdf/qpdf.h"
#include "sceau/limits.h"

namespace sceau::document {

// Luminance of a grey or colour JPEG, as stored: its EXIF orientation means nothing in a PDF.
absl::StatusOr<PageImage> DecodeDct(Bytes bytes, const Limits& limits);
// How DecodeDct() reads a JPEG of four inks: as inverted where the file has Adobe's marker.
enum class JpegInks { kNone, kPlain, kInverted };
JpegInks InksOf(ByteSpan jpeg);

// `parms`: a dictionary or null; `levels`: luminance of the samples 0 and 1 that the filter gives.
absl::StatusOr<PageImage> DecodeCcitt(ByteSpan bytes, QPDFObjectHandle parms, int width, int height,
                                      std::array<std::uint8_t, 2> levels, const Limits& limits);
// What says what the components of JPEG 2000 mean. Its own word is taken for grey and for red,
// green and blue, and where no component is an opacity.
enum class JpxColors { kOfThePage, kItsOwn };
// Luminance of JPEG 2000.
absl::StatusOr<PageImage> DecodeJpx(ByteSpan bytes, JpxColors colors, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PARTS_IMAGE_CODECS_H_
