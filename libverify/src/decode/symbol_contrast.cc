// SPDX-License-Identifier: Apache-2.0
#include "decode/symbol_contrast.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/seen.h"

namespace sceau::decode {
namespace {

// Samples a side: a few for each module of most symbols.
constexpr int kContrastSamples = 96;
// Hundredths of all samples: fewer than the dark or the light modules take.
constexpr std::size_t kTail = 10;

}  // namespace

bool IsFaint(const PageImage& image, const Corners& corners) {
  std::vector<std::uint8_t> samples;
  for (int row = 0; row < kContrastSamples; ++row) {
    for (int column = 0; column < kContrastSamples; ++column) {
      const double u = (column + 0.5) / kContrastSamples;
      const double v = (row + 0.5) / kContrastSamples;
      const auto between = [&](double Point::*axis) {
        const double top = corners[0].*axis * (1 - u) + corners[1].*axis * u;
        const double bottom = corners[3].*axis * (1 - u) + corners[2].*axis * u;
        return top * (1 - v) + bottom * v;
      };
      const double x = between(&Point::x);
      const double y = between(&Point::y);
      if (!(x >= 0 && y >= 0 && x < image.width && y < image.height)) continue;
      samples.push_back(
          image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                       static_cast<std::size_t>(x)]);
    }
  }
  if (samples.empty()) return false;
  const auto at = [&](std::size_t hundredth) {
    const auto place =
        samples.begin() + static_cast<std::ptrdiff_t>((samples.size() - 1) * hundredth / 100);
    std::ranges::nth_element(samples, place);
    return *place;
  };
  return sceau::IsFaint(at(kTail), at(100 - kTail));
}

}  // namespace sceau::decode
