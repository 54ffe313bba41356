// SPDX-License-Identifier: Apache-2.0
#include "capture/part_at.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace sceau::capture {
namespace {

// Catmull-Rom weights of the four pixels round a place `f` of the way from the second to the third.
std::array<float, 4> CubicWeights(float f) {
  return {0.5F * f * (-1 + f * (2 - f)), 0.5F * (2 + f * f * (3 * f - 5)),
          0.5F * f * (1 + f * (4 - 3 * f)), 0.5F * f * f * (f - 1)};
}

}  // namespace

Plane<float> PartAt(const Plane<float>& plane, float left, float top, int width, int height) {
  const int x0 = static_cast<int>(std::floor(left));
  const int y0 = static_cast<int>(std::floor(top));
  const std::array<float, 4> across = CubicWeights(left - static_cast<float>(x0));
  const std::array<float, 4> down = CubicWeights(top - static_cast<float>(y0));
  Plane<float> padded(width + 3, height + 3);
  for (int y = 0; y < padded.height(); ++y) {
    const int from_y = y0 - 1 + y;
    if (from_y < 0 || from_y >= plane.height()) continue;
    const int first = std::max(0, -(x0 - 1));
    const int last = std::min(padded.width(), plane.width() - (x0 - 1));
    if (last > first)
      std::copy_n(plane.Row(from_y) + x0 - 1 + first, last - first, padded.Row(y) + first);
  }
  Plane<float> rows(width, height + 3);
  for (int y = 0; y < rows.height(); ++y) {
    const float* from = padded.Row(y);
    float* to = rows.Row(y);
    for (int x = 0; x < width; ++x)
      to[x] = across[0] * from[x] + across[1] * from[x + 1] + across[2] * from[x + 2] +
              across[3] * from[x + 3];
  }
  Plane<float> cell(width, height);
  for (int y = 0; y < height; ++y) {
    float* to = cell.Row(y);
    for (std::size_t k = 0; k < 4; ++k) {
      const float* from = rows.Row(y + static_cast<int>(k));
      for (int x = 0; x < width; ++x) to[x] += down[k] * from[x];
    }
  }
  return cell;
}

}  // namespace sceau::capture
