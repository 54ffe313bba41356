// SPDX-License-Identifier: Apache-2.0
// Points, polygons and rectangles of a page. Pixel (i, j) covers [i, i+1) x [j, j+1).
#ifndef SCEAU_BARCODE_READ_GEOMETRY_H_
#define SCEAU_BARCODE_READ_GEOMETRY_H_

#include <vector>

#include "sceau/report.h"

namespace sceau::barcode {

using Polygon = std::vector<Point>;

inline Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
inline Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
inline Point operator*(Point a, double k) { return {a.x * k, a.y * k}; }
inline double Dot(Point a, Point b) { return a.x * b.x + a.y * b.y; }
inline double Cross(Point a, Point b) { return a.x * b.y - a.y * b.x; }
double Length(Point a);

Point Centre(const Corners& quad);
// Positive when the corners run clockwise on a page (y grows downwards).
double SignedArea(const Corners& quad);
// The mean length of the four sides.
double MeanSide(const Corners& quad);
// The same shape with the same centre, `k` times as large.
Corners Scaled(const Corners& quad, double k);
// True for a point inside a convex quadrilateral or on its border, in either order of corners.
bool Contains(const Corners& quad, Point point);

// Clockwise, without points on a side. Fewer than three points: the points themselves.
Polygon ConvexHull(Polygon points);

// A rectangle at any angle: corners clockwise, sides 0-1 and 1-2.
struct Rectangle {
  Corners corners{};
  double width = 0;   // of the side 0-1
  double height = 0;  // of the side 1-2
};
// The smallest rectangle that holds the hull; one of its sides lies on a side of the hull. The hull
// must have at least three points.
Rectangle SmallestRectangle(const Polygon& hull);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_GEOMETRY_H_
