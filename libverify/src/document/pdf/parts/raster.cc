// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/raster.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <utility>

namespace sceau::document {
namespace {

// Crossings of edges with rows, of all paths of a picture: a code of 144 x 144 modules has 80,000.
constexpr std::size_t kMaxWork = 10'000'000;

// The first pixel whose centre lies at `along` or behind it.
int FirstCentre(double along, int most) {
  return static_cast<int>(std::ceil(std::clamp(along, 0.0, static_cast<double>(most)) - 0.5));
}

}  // namespace

Raster::Raster(int width, int height, std::uint8_t ground) {
  image_.width = width;
  image_.height = height;
  image_.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), ground);
}

bool Raster::AddEdge(Point from, Point to) {
  const int direction = from.y < to.y ? 1 : -1;
  if (direction < 0) std::swap(from, to);
  const int first = FirstCentre(from.y, image_.height);
  const int last = FirstCentre(to.y, image_.height);
  work_ += static_cast<std::size_t>(std::max(last - first, 0));
  if (work_ > kMaxWork) return false;
  const double slope = (to.x - from.x) / (to.y - from.y);
  for (int row = first; row < last; ++row) {
    const double x = from.x + (row + 0.5 - from.y) * slope;
    crossings_.push_back({row, static_cast<float>(x), direction});
  }
  return true;
}

void Raster::FillRow(int row, double from, double to, std::uint8_t gray) {
  const int first = FirstCentre(from, image_.width);
  const int last = FirstCentre(to, image_.width);
  if (last <= first) return;
  std::memset(image_.pixels.data() +
                  static_cast<std::size_t>(row) * static_cast<std::size_t>(image_.width) +
                  static_cast<std::size_t>(first),
              gray, static_cast<std::size_t>(last - first));
}

// By rows, which are counted first, and from the left in each: a code that is written row by row
// has most of them in order.
void Raster::SortCrossings() {
  if (crossings_.empty()) return;
  const auto [top, bottom] = std::ranges::minmax(crossings_, {}, &Crossing::row);
  const auto row_of = [first = top.row](const Crossing& crossing) {
    return static_cast<std::size_t>(crossing.row - first);
  };
  row_ends_.assign(row_of(bottom) + 1, 0);
  for (const Crossing& crossing : crossings_) ++row_ends_[row_of(crossing)];
  std::exclusive_scan(row_ends_.begin(), row_ends_.end(), row_ends_.begin(), std::size_t{0});
  sorted_.resize(crossings_.size());
  for (const Crossing& crossing : crossings_) sorted_[row_ends_[row_of(crossing)]++] = crossing;
  auto first = sorted_.begin();
  for (const std::size_t end : row_ends_) {
    const auto last = sorted_.begin() + static_cast<std::ptrdiff_t>(end);
    if (!std::ranges::is_sorted(first, last, {}, &Crossing::x))
      std::ranges::sort(first, last, {}, &Crossing::x);
    first = last;
  }
  std::swap(crossings_, sorted_);
}

bool Raster::Fill(const Path& path, const Matrix& to_raster, FillRule rule, std::uint8_t gray) {
  crossings_.clear();
  for (const Subpath& subpath : path) {
    const Point& end = subpath.points.back();
    Point last = to_raster.Apply(end.x, end.y);
    for (const Point p : subpath.points) {
      const Point at = to_raster.Apply(p.x, p.y);
      if (!AddEdge(last, at)) return false;
      last = at;
    }
  }
  SortCrossings();
  int winding = 0;
  for (std::size_t i = 0; i + 1 < crossings_.size(); ++i) {
    const Crossing& here = crossings_[i];
    const Crossing& next = crossings_[i + 1];
    winding += rule == FillRule::kEvenOdd ? 1 : here.direction;
    if (here.row != next.row) {
      winding = 0;
      continue;
    }
    const bool inside = rule == FillRule::kEvenOdd ? winding % 2 != 0 : winding != 0;
    if (inside) FillRow(here.row, here.x, next.x, gray);
  }
  return true;
}

}  // namespace sceau::document
