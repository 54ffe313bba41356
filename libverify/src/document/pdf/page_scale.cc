// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/page_scale.h"

#include <algorithm>
#include <cmath>

namespace sceau::document {

double DpiOf(double width, double height, const Limits& limits) {
  // No printed code, of any size, is read better beyond this.
  constexpr int kMaxDpi = 400;
  // Keeps a page that is kilometres long and a hair wide from one row of 64 million pixels.
  constexpr double kMaxPageSide = 32'767;
  const double across = width / kPointsPerInch;
  const double down = height / kPointsPerInch;
  // Poppler rounds each side, up at most by one pixel.
  const double pixels = std::max(1.0, 0.999 * static_cast<double>(limits.page_pixels));
  return std::min({static_cast<double>(std::clamp(limits.render_dpi, 1, kMaxDpi)),
                   std::sqrt(pixels / across / down), kMaxPageSide / std::max(across, down)});
}

}  // namespace sceau::document
