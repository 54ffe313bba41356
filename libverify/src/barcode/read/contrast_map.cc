// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/contrast_map.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "barcode/read/box_slider.h"
#include "barcode/read/resample.h"

namespace sceau::barcode {
namespace {

// The margin on each side of the area, as a share of its longer side: a located area may lack some
// outer modules, and the quiet zone must be seen.
constexpr double kMargin = 0.2;

// Larger areas are reduced. Even then each of 177 modules on each side keeps four pixels.
constexpr double kLargestSide = 720;

// Half the side of the surroundings, as a share of the area's: two modules of a small symbol, and
// no more than eight of a large one.
constexpr double kRadius = 0.086;
constexpr int kMinRadius = 4;
constexpr int kMaxRadius = 48;  // 32 bits hold the sum of 97 x 97 squares

// Below this deviation a surrounding is plain paper with noise.
constexpr float kMinDeviation = 2;

}  // namespace

ContrastMap ContrastMap::Measure(ImageView page, const Rectangle& area, bool inverted) {
  ContrastMap map;
  const double longer = std::max(area.width, area.height);
  const auto [left, right] = std::ranges::minmax(area.corners, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(area.corners, {}, &Point::y);
  const double margin = kMargin * longer;
  const auto whole = [](double value) { return static_cast<int>(std::floor(value)); };
  const PixelBox box =
      Clip(page, {whole(left.x - margin), whole(top.y - margin),
                  whole(right.x - left.x + 2 * margin), whole(bottom.y - top.y + 2 * margin)});
  map.factor_ = std::max(1, static_cast<int>(std::ceil(longer / kLargestSide)));
  if (box.width < 2 * map.factor_ || box.height < 2 * map.factor_) return map;
  map.origin_ = {static_cast<double>(box.x), static_cast<double>(box.y)};
  PageImage reduced;
  ImageView image = Crop(page, box);
  if (map.factor_ > 1) {
    reduced = Reduce(image, map.factor_);
    image = View(reduced);
  }
  const int radius =
      std::clamp(static_cast<int>(kRadius * longer / map.factor_), kMinRadius, kMaxRadius);
  const auto row = [image](int y) { return image.pixels + y * image.stride; };
  auto means = SlideBox<std::int32_t>(image.width, image.height, radius, [row](int y) {
    return [pixels = row(y)](int x) { return std::int32_t{pixels[x]}; };
  });
  auto squares = SlideBox<std::int32_t>(image.width, image.height, radius, [row](int y) {
    return [pixels = row(y)](int x) { return std::int32_t{pixels[x]} * pixels[x]; };
  });
  map.values_ = Plane<float>(image.width, image.height);
  const float sign = inverted ? 1.0F : -1.0F;
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* pixels = row(y);
    const float* mean = means.Next();
    const float* square = squares.Next();
    float* out = map.values_.row(y);
    for (int x = 0; x < image.width; ++x) {
      const float variance = std::max(0.0F, square[x] - mean[x] * mean[x]);
      out[x] =
          sign * (static_cast<float>(pixels[x]) - mean[x]) / (std::sqrt(variance) + kMinDeviation);
    }
  }
  return map;
}

Corners ContrastMap::FromPage(const Corners& corners) const {
  Corners mapped;
  for (std::size_t i = 0; i < 4; ++i) mapped[i] = (corners[i] - origin_) * (1.0 / factor_);
  return mapped;
}

Corners ContrastMap::ToPage(const Corners& corners) const {
  Corners mapped;
  for (std::size_t i = 0; i < 4; ++i) mapped[i] = corners[i] * factor_ + origin_;
  return mapped;
}

}  // namespace sceau::barcode
