// SPDX-License-Identifier: Apache-2.0
// The image XObjects and inline images of a PDF as luminance, pixel for pixel.
// Spec: ISO 32000-2, 8.9.
#ifndef SCEAU_DOCUMENT_PDF_PARTS_IMAGE_DECODE_H_
#define SCEAU_DOCUMENT_PDF_PARTS_IMAGE_DECODE_H_

#include "absl/status/statusor.h"
#include "base/page.h"
#include "document/pdf/content/content_state.h"
#include "document/pdf/qpdf.h"
#include "sceau/limits.h"

namespace sceau::document {

struct DecodedImage {
  PageImage image;
  bool opaque = true;        // false: the page behind shows through where the image paints nothing
  std::uint8_t darkest = 0;  // of what it paints
  std::uint8_t lightest = 255;
  std::uint8_t ground = 255;  // where it paints nothing: white, or black when it paints light
};

// `ink` paints a stencil mask. Where nothing is painted the image is white, or black when
// nearly all that is painted is light. Refuses document.damaged for what is damaged or not
// understood, and the limits' reasons.
absl::StatusOr<DecodedImage> DecodeImage(QPDFObjectHandle image, QPDFObjectHandle resources,
                                         Ink ink, const Limits& limits);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PARTS_IMAGE_DECODE_H_
