// SPDX-License-Identifier: Apache-2.0
// Colour spaces of a PDF, as far as luminance needs them.
#ifndef SCEAU_DOCUMENT_PDF_CONTENT_COLOR_SPACE_H_
#define SCEAU_DOCUMENT_PDF_CONTENT_COLOR_SPACE_H_

#include <array>
#include <cstdint>
#include <memory>
#include <span>

#include "document/pdf/qpdf.h"

namespace sceau::document {

struct ColorSpace {
  enum class Kind {
    kGray,
    kRgb,
    kCmyk,
    kIndexed,
    kInk,  // one ink of which 1 is black (Separation /Black, /All)
    kPattern,
    kUnknown,
  };
  Kind kind = Kind::kGray;
  // Of kIndexed: the luminance of each index.
  std::shared_ptr<const std::array<std::uint8_t, 256>> palette;
  int highest = 0;  // index
  // Whether its colours look as `LuminanceOf` says. Codes do not need it, words do.
  bool sure = true;

  // How many numbers a colour has; 0 for patterns and unknown spaces.
  int components() const;
};

// A name or an array of a colour space, resolved in `resources` (a dictionary, or null).
// Spec: ISO 32000-2, 8.6. CIE-based spaces count as their device spaces: the luminance of a code's
// black and white does not change. What a file brings for them may turn black to white all the
// same, so that they are `sure` only as plain_color.h has it.
ColorSpace ResolveColorSpace(QPDFObjectHandle object, QPDFObjectHandle resources, int depth = 0);

// Whether the colours of an image or a shading, by its dictionary, are `sure`. A stencil is painted
// with the ink of the page.
bool HasSureColors(QPDFObjectHandle image, QPDFObjectHandle resources);

// Luminance of a colour of `space` with its components in 0..1 (an index as it is).
std::uint8_t LuminanceOf(const ColorSpace& space, std::span<const double> components);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_CONTENT_COLOR_SPACE_H_
