// SPDX-License-Identifier: Apache-2.0
// Places on a page. Plain values without a unit of their own: who uses them says which pixels or
// points they count, and that y grows downwards.
#ifndef SCEAU_GEOMETRY_H_
#define SCEAU_GEOMETRY_H_

#include <array>

#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

struct Point {
  double x = 0;
  double y = 0;
  bool operator==(const Point&) const = default;
};

// The corners of a symbol, clockwise from the symbol's own top left, which is not the page's where
// the symbol is turned.
using Corners = std::array<Point, 4>;

// An upright rectangle of a page.
struct Box {
  Point top_left;
  Point bottom_right;
  bool operator==(const Box&) const = default;
};

}  // namespace sceau

#endif  // SCEAU_GEOMETRY_H_
