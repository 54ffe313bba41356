// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/texture.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "barcode/read/box_slider.h"

namespace sceau::barcode {
namespace {

// Keeps the ratio to the light finite in black corners. It is a twentieth of the scale of 8-bit
// pixels.
constexpr float kMinLight = 15;

// Sums down the pixel columns of one row of cells. They are at most kCell * 1020^2, well within 32
// bits.
struct ColumnSums {
  explicit ColumnSums(int width) : xx(static_cast<std::size_t>(width)), yy(xx), xy(xx), light(xx) {}

  void Clear() {
    for (auto* sums : {&xx, &yy, &xy, &light}) std::ranges::fill(*sums, 0);
  }
  // Adds a row of pixels, given the rows above and below it; the first and the last pixel count as
  // the ones beside them.
  void Add(const std::uint8_t* above, const std::uint8_t* row, const std::uint8_t* below,
           int width) {
    for (int x = 1; x + 1 < width; ++x) {
      const int left = above[x - 1] + 2 * row[x - 1] + below[x - 1];
      const int right = above[x + 1] + 2 * row[x + 1] + below[x + 1];
      const int up = above[x - 1] + 2 * above[x] + above[x + 1];
      const int down = below[x - 1] + 2 * below[x] + below[x + 1];
      const int gx = right - left;
      const int gy = down - up;
      const auto i = static_cast<std::size_t>(x);
      xx[i] += gx * gx;
      yy[i] += gy * gy;
      xy[i] += gx * gy;
      light[i] += row[x];
    }
    light.front() += row[0];
    light.back() += row[width - 1];
  }

  std::vector<std::int32_t> xx, yy, xy, light;
};

void Fold(const std::vector<std::int32_t>& columns, float* cells, int count) {
  const std::int32_t* column = columns.data();
  for (int x = 0; x < count; ++x, column += kCell) {
    std::int32_t sum = 0;
    for (int i = 0; i < kCell; ++i) sum += column[i];
    cells[x] = static_cast<float>(sum);
  }
}

auto Slide(const Plane<float>& plane, int radius) {
  return SlideBox<float>(plane.width(), plane.height(), radius, [&plane](int y) {
    return [row = plane.row(y)](int x) { return row[x]; };
  });
}

}  // namespace

CellSums MeasureCells(ImageView image) {
  const int width = image.width / kCell;
  const int height = image.height / kCell;
  if (width == 0 || height == 0) return {};
  CellSums cells{Plane<float>(width, height), Plane<float>(width, height),
                 Plane<float>(width, height), Plane<float>(width, height)};
  ColumnSums columns(image.width);
  for (int cell_y = 0; cell_y < height; ++cell_y) {
    columns.Clear();
    for (int y = cell_y * kCell; y < (cell_y + 1) * kCell; ++y) {
      const std::uint8_t* row = image.pixels + y * image.stride;
      columns.Add(y > 0 ? row - image.stride : row, row,
                  y + 1 < image.height ? row + image.stride : row, image.width);
    }
    Fold(columns.xx, cells.xx.row(cell_y), width);
    Fold(columns.yy, cells.yy.row(cell_y), width);
    Fold(columns.xy, cells.xy.row(cell_y), width);
    Fold(columns.light, cells.light.row(cell_y), width);
  }
  return cells;
}

Plane<float> TextureOf(const CellSums& cells, int radius) {
  auto xx = Slide(cells.xx, radius);
  auto yy = Slide(cells.yy, radius);
  auto xy = Slide(cells.xy, radius);
  auto light = Slide(cells.light, 4 * radius);
  const int width = cells.xx.width();
  const int height = cells.xx.height();
  Plane<float> texture(width, height);
  for (int y = 0; y < height; ++y) {
    const float* a = xx.Next();
    const float* b = yy.Next();
    const float* c = xy.Next();
    const float* l = light.Next();
    float* out = texture.row(y);
    for (int x = 0; x < width; ++x) {
      const float difference = a[x] - b[x];
      const float root = std::sqrt(difference * difference + 4 * c[x] * c[x]);
      const float smaller = std::max(0.0F, (a[x] + b[x] - root) / 2);
      // Both sums are per cell: the root of a sum over kCell^2 pixels is divided by the light of
      // kCell^2 pixels.
      out[x] = std::sqrt(smaller) * kCell / (l[x] + kMinLight * kCell * kCell);
    }
  }
  auto means = Slide(texture, radius);
  Plane<float> smooth(width, height);
  for (int y = 0; y < height; ++y) std::copy_n(means.Next(), width, smooth.row(y));
  return smooth;
}

}  // namespace sceau::barcode
