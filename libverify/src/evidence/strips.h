// SPDX-License-Identifier: Apache-2.0
// A part of a page, as it is and as it should be, one above the other.
#ifndef SCEAU_EVIDENCE_STRIPS_H_
#define SCEAU_EVIDENCE_STRIPS_H_

#include <functional>
#include <optional>
#include <vector>

#include "capture/plane.h"
#include "evidence/canvas.h"
#include "sceau/geometry.h"

namespace sceau::evidence {

// Pixels of a strip in a page pixel (200 dpi).
inline constexpr int kEnlarged = 2;
// A fact stands on one line or on a few; what is larger is cut.
inline constexpr int kMaxSide = 1654;   // page pixels
inline constexpr int kMaxHeight = 200;  // page pixels

// The brightness at a place in page pixels, 0 = black; nothing where no picture is.
using Brightness = std::function<std::optional<double>(Point)>;

struct Strips {
  // What is shown of each, as large as the other where both are.
  capture::PixelBox seen_box;
  Brightness seen;
  capture::PixelBox expected_box;
  Brightness expected;
  bool overlaid = false;  // both boxes are of one place: a third strip shows them in two colours
  // In page pixels of the box that they lie in.
  std::vector<capture::PixelBox> covered_of_seen;
  std::vector<capture::PixelBox> covered_of_expected;
  std::optional<capture::PixelBox> marked;  // in both
};

// In the overlay what should be there and is not is blue, what is there and should not be is
// orange, and what is there as it should be is dark.
Canvas Paint(const Strips& strips);

}  // namespace sceau::evidence

#endif  // SCEAU_EVIDENCE_STRIPS_H_
