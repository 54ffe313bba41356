// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/geometry.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace sceau::barcode {
namespace {

// Appends the lower or the upper half of the hull of sorted points to what `hull` holds already.
template <typename Iterator>
void AppendChain(Iterator first, Iterator last, Polygon& hull) {
  const std::size_t start = hull.size();
  for (; first != last; ++first) {
    while (hull.size() >= start + 2 &&
           Cross(hull.back() - hull[hull.size() - 2], *first - hull.back()) <= 0) {
      hull.pop_back();
    }
    hull.push_back(*first);
  }
  hull.pop_back();  // it begins the other half
}

// The extent of the hull along a direction.
struct Range {
  double low = std::numeric_limits<double>::max();
  double high = std::numeric_limits<double>::lowest();
};

Range Extent(const Polygon& hull, Point direction) {
  Range range;
  for (const Point& point : hull) {
    const double along = Dot(point, direction);
    range.low = std::min(range.low, along);
    range.high = std::max(range.high, along);
  }
  return range;
}

}  // namespace

double Length(Point a) { return std::hypot(a.x, a.y); }

Point Centre(const Corners& quad) { return (quad[0] + quad[1] + quad[2] + quad[3]) * 0.25; }

double SignedArea(const Corners& quad) { return 0.5 * Cross(quad[2] - quad[0], quad[3] - quad[1]); }

double MeanSide(const Corners& quad) {
  double sum = 0;
  for (std::size_t i = 0; i < 4; ++i) sum += Length(quad[(i + 1) % 4] - quad[i]);
  return sum / 4;
}

Corners Scaled(const Corners& quad, double k) {
  const Point centre = Centre(quad);
  Corners scaled;
  for (std::size_t i = 0; i < 4; ++i) scaled[i] = centre + (quad[i] - centre) * k;
  return scaled;
}

bool Contains(const Corners& quad, Point point) {
  bool left = false;
  bool right = false;
  for (std::size_t i = 0; i < 4; ++i) {
    const double side = Cross(quad[(i + 1) % 4] - quad[i], point - quad[i]);
    left |= side < 0;
    right |= side > 0;
  }
  return !(left && right);
}

Polygon ConvexHull(Polygon points) {
  const auto before = [](Point a, Point b) { return a.x != b.x ? a.x < b.x : a.y < b.y; };
  std::ranges::sort(points, before);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  if (points.size() < 3) return points;
  Polygon hull;
  AppendChain(points.begin(), points.end(), hull);
  AppendChain(points.rbegin(), points.rend(), hull);
  return hull;
}

Rectangle SmallestRectangle(const Polygon& hull) {
  Rectangle best;
  double best_area = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < hull.size(); ++i) {
    const Point side = hull[(i + 1) % hull.size()] - hull[i];
    const double length = Length(side);
    if (length <= 0) continue;
    const Point along = side * (1 / length);
    const Point across{-along.y, along.x};
    const Range u = Extent(hull, along);
    const Range v = Extent(hull, across);
    const double area = (u.high - u.low) * (v.high - v.low);
    if (area >= best_area) continue;
    best_area = area;
    best.width = u.high - u.low;
    best.height = v.high - v.low;
    best.corners = {along * u.low + across * v.low, along * u.high + across * v.low,
                    along * u.high + across * v.high, along * u.low + across * v.high};
  }
  return best;
}

}  // namespace sceau::barcode
