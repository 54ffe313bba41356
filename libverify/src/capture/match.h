// SPDX-License-Identifier: Apache-2.0
// Finds a piece of the expected page in a patch of the capture: the shift at which the two are most
// alike by normalised cross-correlation, which light and strength of print do not change. Whole
// numbers of 16 bits, so that eight products are one instruction.
#ifndef SCEAU_CAPTURE_MATCH_H_
#define SCEAU_CAPTURE_MATCH_H_

#include "capture/plane.h"

namespace sceau::capture {

struct Match {
  float dx = 0;  // the place in the patch, less `radius`; to a fraction of a pixel
  float dy = 0;
  float score = -1;     // -1 .. 1
  bool at_edge = true;  // the best shift is the outermost tried: the true one may lie beyond
};

// `piece` is any raster, `patch` is 2 * radius wider and higher, bytes of ink; kOutside counts as
// paper. A piece or patch without contrast matches nowhere (score -1).
Match FindPiece(const Plane<std::int16_t>& piece, const Plane<std::uint8_t>& patch, int radius);

// Pixels of `plane`, less their mean, as FindPiece() wants them. The box must lie within.
Plane<std::int16_t> PieceOf(const Plane<std::uint8_t>& plane, PixelBox box);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_MATCH_H_
