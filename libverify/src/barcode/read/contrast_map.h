// SPDX-License-Identifier: Apache-2.0
// How dark each pixel near a candidate is compared with its surroundings, so that shade and low
// contrast no longer matter.
//
// Each value is the pixel's distance from the mean of its surroundings, in standard deviations of
// those surroundings: a module in deep shade and one in full light then have about the same value.
#ifndef SCEAU_BARCODE_READ_CONTRAST_MAP_H_
#define SCEAU_BARCODE_READ_CONTRAST_MAP_H_

#include "barcode/read/geometry.h"
#include "barcode/read/plane.h"
#include "base/page.h"

namespace sceau::barcode {

class ContrastMap {
 public:
  // Measures the part of the page that `area` and a quiet zone around it cover. Dark is above zero
  // and light below; with `inverted` it is the other way round. Empty when no part of it lies on
  // the page.
  static ContrastMap Measure(ImageView page, const Rectangle& area, bool inverted);

  bool empty() const { return values_.empty(); }

  // The value at a point of the map, in standard deviations, interpolated bilinearly; 0 outside the
  // map.
  float At(float x, float y) const {
    const float left = x - 0.5F;
    const float top = y - 0.5F;
    // Casts that round towards zero are good enough here, since negative values were refused
    // before.
    if (!(left >= 0 && top >= 0)) return 0;
    const int column = static_cast<int>(left);
    const int row = static_cast<int>(top);
    if (column >= values_.width() - 1 || row >= values_.height() - 1) return 0;
    const float fx = left - static_cast<float>(column);
    const float fy = top - static_cast<float>(row);
    const float* upper = values_.row(row) + column;
    const float* lower = upper + values_.width();
    const float above = upper[0] + fx * (upper[1] - upper[0]);
    const float below = lower[0] + fx * (lower[1] - lower[0]);
    return above + fy * (below - above);
  }
  float At(Point point) const {
    return At(static_cast<float>(point.x), static_cast<float>(point.y));
  }

  Corners FromPage(const Corners& corners) const;
  Corners ToPage(const Corners& corners) const;

 private:
  Plane<float> values_;
  Point origin_;    // of the map on the page
  int factor_ = 1;  // page pixels a map pixel
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_CONTRAST_MAP_H_
