// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/homography.h"

#include <algorithm>
#include <cmath>

#include "barcode/read/geometry.h"

namespace sceau::barcode {
namespace {

// Keeps points that fall behind the camera finite.
constexpr double kMinDepth = 1e-3;

// Each corner's triangle must have at least this share of the square of the quadrilateral's extent;
// below it the four equations say too little.
constexpr double kFlat = 1e-3;

bool IsUsable(const Corners& quad) {
  const Point extent{Length(quad[2] - quad[0]), Length(quad[3] - quad[1])};
  const double scale = std::max(extent.x, extent.y);
  if (!(scale > 0) || !std::isfinite(scale)) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point side = quad[(i + 1) % 4] - quad[i];
    const Point next = quad[(i + 2) % 4] - quad[(i + 1) % 4];
    if (Cross(side, next) < kFlat * scale * scale) return false;
  }
  return true;
}

}  // namespace

std::optional<Homography> Homography::FromRectangle(const Span& rectangle, const Corners& quad) {
  const double width = rectangle.x1 - rectangle.x0;
  const double height = rectangle.y1 - rectangle.y0;
  if (!(width > 0) || !(height > 0) || !IsUsable(quad)) return std::nullopt;

  // Maps the unit square first: its corners (0,0), (1,0), (1,1), (0,1) go to the corners of `quad`.
  const Point bend = quad[0] - quad[1] + quad[2] - quad[3];
  const Point right = quad[1] - quad[2];
  const Point down = quad[3] - quad[2];
  const double determinant = Cross(right, down);
  const double g = Cross(bend, down) / determinant;
  const double h = Cross(right, bend) / determinant;
  const double a = quad[1].x - quad[0].x + g * quad[1].x;
  const double b = quad[3].x - quad[0].x + h * quad[3].x;
  const double d = quad[1].y - quad[0].y + g * quad[1].y;
  const double e = quad[3].y - quad[0].y + h * quad[3].y;

  // Then u = (x - x0) / width, v = (y - y0) / height.
  const auto row = [&](double p, double q, double r) {
    const double kp = p / width;
    const double kq = q / height;
    return std::array<double, 3>{kp, kq, r - kp * rectangle.x0 - kq * rectangle.y0};
  };
  const auto x = row(a, b, quad[0].x);
  const auto y = row(d, e, quad[0].y);
  const auto w = row(g, h, 1);
  return Homography({x[0], x[1], x[2], y[0], y[1], y[2], w[0], w[1], w[2]});
}

double Homography::Depth(Point point) const { return m_[6] * point.x + m_[7] * point.y + m_[8]; }

Point Homography::Map(Point point) const {
  const double w = std::max(Depth(point), kMinDepth);
  return {(m_[0] * point.x + m_[1] * point.y + m_[2]) / w,
          (m_[3] * point.x + m_[4] * point.y + m_[5]) / w};
}

Corners Homography::Map(const Corners& corners) const {
  Corners mapped;
  for (std::size_t i = 0; i < 4; ++i) mapped[i] = Map(corners[i]);
  return mapped;
}

}  // namespace sceau::barcode
