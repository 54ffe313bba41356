// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/path_shape.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace sceau::document {
namespace {

bool IsSameCoordinate(double a, double b) {
  constexpr double kPixels = 0.05;
  return std::abs(a - b) < kPixels;
}

}  // namespace

Box BoxOf(const Path& path) {
  Box box;
  for (const Subpath& subpath : path) {
    for (const Point p : subpath.points) box.Add(p);
  }
  return box;
}

double TurnsOf(const Path& path) {
  constexpr double kRightRound = 6.283185307179586;
  double turned = 0;
  for (const Subpath& subpath : path) {
    std::optional<double> last;
    const std::size_t count = subpath.points.size();
    // Twice over the first side, for the corner where the path began.
    for (std::size_t i = 0; i <= count; ++i) {
      const Point a = subpath.points[i % count];
      const Point b = subpath.points[(i + 1) % count];
      if (IsSameCoordinate(a.x, b.x) && IsSameCoordinate(a.y, b.y)) continue;
      const double angle = std::atan2(b.y - a.y, b.x - a.x);
      if (last) turned += std::abs(std::remainder(angle - *last, kRightRound));
      last = angle;
    }
  }
  return turned / kRightRound;
}

bool LiesRound(const Path& convex, const Path& inner) {
  constexpr std::size_t kMaxSides = 8;
  constexpr double kRounding = 0.05;  // pixels
  constexpr double kOnce = 1.5;       // by the even-odd rule, what goes round twice paints nothing
  if (convex.size() != 1 || inner.empty() || TurnsOf(convex) > kOnce) return false;
  const auto& corners = convex[0].points;
  if (corners.size() < 3 || corners.size() > kMaxSides) return false;
  // How far a point lies to the left of each side; without a dent, all corners do, or none does.
  for (const double side : {1.0, -1.0}) {
    const auto holds = [&](const std::vector<Point>& points) {
      for (std::size_t i = 0; i < corners.size(); ++i) {
        const Point a = corners[i];
        const Point b = corners[(i + 1) % corners.size()];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        for (const Point p : points) {
          const double left = (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
          if (!(side * left >= -kRounding * length)) return false;
        }
      }
      return true;
    };
    if (holds(corners) &&
        std::ranges::all_of(inner, [&](const Subpath& part) { return holds(part.points); }))
      return true;
  }
  return false;
}

bool IsUpright(const Path& path) { return path.size() == 1 && IsUpright(path[0]); }

bool IsUpright(const Subpath& shape) {
  const auto& p = shape.points;
  const bool returns =
      p.size() == 5 && IsSameCoordinate(p[0].x, p[4].x) && IsSameCoordinate(p[0].y, p[4].y);
  if (p.size() != 4 && !returns) return false;
  for (std::size_t i = 0; i < 4; ++i) {
    const Point a = p[i];
    const Point b = p[(i + 1) % 4];
    if (!IsSameCoordinate(a.x, b.x) && !IsSameCoordinate(a.y, b.y)) return false;
  }
  // A line that runs back on itself has such sides too, and covers nothing.
  const auto span = [](Point a, Point b) {
    return !IsSameCoordinate(a.x, b.x) && !IsSameCoordinate(a.y, b.y);
  };
  return span(p[0], p[2]) && span(p[1], p[3]);
}

bool IsUpright(const Matrix& m) {
  constexpr double kFlat = 1e-3;
  const double size = m.ScaleX() + m.ScaleY();
  return std::abs(m.b) + std::abs(m.c) < kFlat * size ||
         std::abs(m.a) + std::abs(m.d) < kFlat * size;
}

}  // namespace sceau::document
