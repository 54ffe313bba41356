// SPDX-License-Identifier: Apache-2.0
// The projective map from one plane to another: how a camera sees a flat sheet.
#ifndef SCEAU_BARCODE_READ_HOMOGRAPHY_H_
#define SCEAU_BARCODE_READ_HOMOGRAPHY_H_

#include <array>
#include <optional>

#include "sceau/report.h"

namespace sceau::barcode {

class Homography {
 public:
  // Maps the rectangle [x0, x1] x [y0, y1] onto a quadrilateral, corner by corner, clockwise from
  // the top left. Nothing when the quadrilateral is not convex or is too flat to tell.
  struct Span {
    double x0, y0, x1, y1;
  };
  static std::optional<Homography> FromRectangle(const Span& rectangle, const Corners& quad);

  // Maps a point; one behind the camera is treated as one just before it.
  Point Map(Point point) const;
  Corners Map(const Corners& corners) const;
  // Positive on the side of the plane that the camera sees.
  double Depth(Point point) const;

  // Row by row: x = (m0 u + m1 v + m2) / (m6 u + m7 v + m8), y with m3, m4, m5.
  const std::array<double, 9>& coefficients() const { return m_; }

 private:
  explicit Homography(const std::array<double, 9>& m) : m_(m) {}
  std::array<double, 9> m_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_HOMOGRAPHY_H_
