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

Point Between(Point a, Point b, double share) {
  return {a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)};
}

// The places of one block's corners, from which those of its pixels follow.
struct BlockCorners {
  Point top_left;
  Point top_right;
  Point bottom_left;
  Point bottom_right;
};

bool IsInside(const Plane<std::uint8_t>& ink, Point p) {
  return p.x >= 1 && p.y >= 1 && p.x < ink.width() - 2 && p.y < ink.height() - 2;
}

// A row of a block that lies inside of the picture as a whole: whole numbers, 16 bits of them
// behind the point for places and eight for shares.
void FillRow(const Plane<std::uint8_t>& ink, Point from, Point step, int count, std::uint8_t* row) {
  constexpr double kOne = 65536;
  auto u = static_cast<std::int32_t>((from.x - 0.5) * kOne);
  auto v = static_cast<std::int32_t>((from.y - 0.5) * kOne);
  const auto du = static_cast<std::int32_t>(step.x * kOne);
  const auto dv = static_cast<std::int32_t>(step.y * kOne);
  const std::uint8_t* pixels = ink.Row(0);
  for (int i = 0; i < count; ++i, u += du, v += dv) {
    const std::uint8_t* top =
        pixels + static_cast<std::ptrdiff_t>(v >> 16) * ink.width() + (u >> 16);
    const std::uint8_t* bottom = top + ink.width();
    const int a = (u >> 8) & 255;
    const int b = (v >> 8) & 255;
    const int upper = 256 * top[0] + a * (top[1] - top[0]);
    const int lower = 256 * bottom[0] + a * (bottom[1] - bottom[0]);
    row[i] = static_cast<std::uint8_t>((256 * upper + b * (lower - upper) + 32768) >> 16);
  }
}

void FillBlock(const Plane<std::uint8_t>& ink, const BlockCorners& corners, PixelBox box,
               Plane<std::uint8_t>& out) {
  const bool inside = IsInside(ink, corners.top_left) && IsInside(ink, corners.top_right) &&
                      IsInside(ink, corners.bottom_left) && IsInside(ink, corners.bottom_right);
  for (int y = box.top; y < box.bottom; ++y) {
    const double down = (y - box.top + 0.5) / kBlock;
    const Point left = Between(corners.top_left, corners.bottom_left, down);
    const Point right = Between(corners.top_right, corners.bottom_right, down);
    const Point step{(right.x - left.x) / kBlock, (right.y - left.y) / kBlock};
    const Point from{left.x + 0.5 * step.x, left.y + 0.5 * step.y};
    std::uint8_t* row = out.Row(y) + box.left;
    if (inside) {
      FillRow(ink, from, step, box.width(), row);
      continue;
    }
    for (int x = 0; x < box.width(); ++x) {
      row[x] = SampleAt(ink, static_cast<float>(from.x + x * step.x),
                        static_cast<float>(from.y + x * step.y));
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
  return RoundedByte(upper + b * (lower - upper));
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
