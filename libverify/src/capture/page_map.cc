// SPDX-License-Identifier: Apache-2.0
#include "capture/page_map.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "capture/linear.h"

namespace sceau::capture {
namespace {

// Between the four nodes round a place.
float Between(const Plane<float>& net, double x, double y) {
  const double u = std::clamp(x / PageMap::kStep, 0.0, static_cast<double>(net.width() - 1) - 1e-6);
  const double v =
      std::clamp(y / PageMap::kStep, 0.0, static_cast<double>(net.height() - 1) - 1e-6);
  const int column = static_cast<int>(u);
  const int row = static_cast<int>(v);
  const float a = static_cast<float>(u - column);
  const float b = static_cast<float>(v - row);
  const float* top = net.Row(row) + column;
  const float* bottom = net.Row(row + 1) + column;
  return (1 - b) * ((1 - a) * top[0] + a * top[1]) + b * ((1 - a) * bottom[0] + a * bottom[1]);
}

// The places of one block's corners, from which those of its pixels follow.
struct BlockCorners {
  Point top_left;
  Point top_right;
  Point bottom_left;
  Point bottom_right;
};

void FillBlock(const Plane<std::uint8_t>& ink, const BlockCorners& corners, PixelBox box,
               Plane<std::uint8_t>& out) {
  for (int y = box.top; y < box.bottom; ++y) {
    const double down = (y - box.top + 0.5) / kBlock;
    const double left_x = corners.top_left.x + down * (corners.bottom_left.x - corners.top_left.x);
    const double left_y = corners.top_left.y + down * (corners.bottom_left.y - corners.top_left.y);
    const double step_x =
        (corners.top_right.x + down * (corners.bottom_right.x - corners.top_right.x) - left_x) /
        kBlock;
    const double step_y =
        (corners.top_right.y + down * (corners.bottom_right.y - corners.top_right.y) - left_y) /
        kBlock;
    std::uint8_t* row = out.Row(y);
    for (int x = box.left; x < box.right; ++x) {
      const double across = x - box.left + 0.5;
      row[x] = SampleAt(ink, static_cast<float>(left_x + across * step_x),
                        static_cast<float>(left_y + across * step_y));
    }
  }
}

}  // namespace

Shift ShiftAt(std::span<const Shift> known, Point at, double width_x, double width_y) {
  std::array<std::array<double, 3>, 3> a{{{1e-3, 0, 0}, {0, 0.15, 0}, {0, 0, 0.15}}};
  std::array<double, 3> bx{};
  std::array<double, 3> by{};
  double total = 0;
  for (const Shift& shift : known) {
    const double u = (shift.at.x - at.x) / width_x;
    const double v = (shift.at.y - at.y) / width_y;
    const double distance = u * u + v * v;
    if (!(distance < 20)) continue;
    const double weight = shift.weight * std::exp(-0.5 * distance);
    const std::array<double, 3> row{1, u, v};
    for (std::size_t i = 0; i < 3; ++i) {
      for (std::size_t j = 0; j < 3; ++j) a[i][j] += weight * row[i] * row[j];
      bx[i] += weight * row[i] * shift.dx;
      by[i] += weight * row[i] * shift.dy;
    }
    total += weight;
  }
  auto copy = a;
  if (!Solve(a, bx) || !Solve(copy, by)) return {at, 0, 0, 0};
  return {at, bx[0], by[0], total};
}

PageMap::PageMap(const Homography& view)
    : view_(view), dx_(kColumns, kRows), dy_(kColumns, kRows) {}

Point PageMap::operator()(Point page) const {
  return view_({page.x + Between(dx_, page.x, page.y), page.y + Between(dy_, page.x, page.y)});
}

void PageMap::Bend(std::span<const Shift> known, double width_x, double width_y) {
  for (int row = 0; row < kRows; ++row) {
    for (int column = 0; column < kColumns; ++column) {
      const Shift shift =
          ShiftAt(known, {static_cast<double>(column) * kStep, static_cast<double>(row) * kStep},
                  width_x, width_y);
      dx_.At(column, row) += static_cast<float>(std::clamp(shift.dx, -400.0, 400.0));
      dy_.At(column, row) += static_cast<float>(std::clamp(shift.dy, -400.0, 400.0));
    }
  }
}

std::uint8_t SampleAt(const Plane<std::uint8_t>& ink, float x, float y) {
  const float u = x - 0.5F;
  const float v = y - 0.5F;
  // Written so that NaN is outside.
  if (!(u >= 0 && v >= 0 && u < static_cast<float>(ink.width() - 1) &&
        v < static_cast<float>(ink.height() - 1)))
    return kOutside;
  const int column = static_cast<int>(u);
  const int row = static_cast<int>(v);
  const float a = u - static_cast<float>(column);
  const float b = v - static_cast<float>(row);
  const std::uint8_t* top = ink.Row(row) + column;
  const std::uint8_t* bottom = top + ink.width();
  const float upper = static_cast<float>(top[0]) + a * static_cast<float>(top[1] - top[0]);
  const float lower = static_cast<float>(bottom[0]) + a * static_cast<float>(bottom[1] - bottom[0]);
  return static_cast<std::uint8_t>(upper + b * (lower - upper) + 0.5F);
}

Plane<std::uint8_t> Rectified(const Plane<std::uint8_t>& ink, double ink_scale, const PageMap& map,
                              int step, const Plane<std::uint8_t>& wanted) {
  Plane<std::uint8_t> out(kPageWidth / step, kPageHeight / step, kOutside);
  const int columns = (out.width() + kBlock - 1) / kBlock;
  const auto node = [&](int column, int row) {
    const Point p = map(
        {static_cast<double>(column) * kBlock * step, static_cast<double>(row) * kBlock * step});
    return Point{p.x * ink_scale, p.y * ink_scale};
  };
  for (int row = 0; row * kBlock < out.height(); ++row) {
    for (int column = 0; column < columns; ++column) {
      if (!wanted.empty() && wanted.At(column, row) == 0) continue;
      const BlockCorners corners{node(column, row), node(column + 1, row), node(column, row + 1),
                                 node(column + 1, row + 1)};
      FillBlock(ink, corners,
                {column * kBlock, row * kBlock, std::min(out.width(), (column + 1) * kBlock),
                 std::min(out.height(), (row + 1) * kBlock)},
                out);
    }
  }
  return out;
}

}  // namespace sceau::capture
