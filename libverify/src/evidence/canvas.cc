// SPDX-License-Identifier: Apache-2.0
#include "evidence/canvas.h"

#include <algorithm>
#include <cstddef>

namespace sceau::evidence {

Canvas::Canvas(int width, int height, Colour ground)
    : width_(std::max(0, width)),
      height_(std::max(0, height)),
      rgb_(3 * static_cast<std::size_t>(width_) * static_cast<std::size_t>(height_)) {
  Fill({0, 0, width_, height_}, ground);
}

Colour Canvas::At(int x, int y) const {
  const std::size_t i = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                             static_cast<std::size_t>(x));
  return {rgb_[i], rgb_[i + 1], rgb_[i + 2]};
}

void Canvas::Set(int x, int y, Colour colour) {
  if (x < 0 || y < 0 || x >= width_ || y >= height_) return;
  const std::size_t i = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                             static_cast<std::size_t>(x));
  rgb_[i] = colour.red;
  rgb_[i + 1] = colour.green;
  rgb_[i + 2] = colour.blue;
}

void Canvas::Fill(const capture::PixelBox& box, Colour colour) {
  for (int y = std::max(0, box.top); y < std::min(height_, box.bottom); ++y) {
    for (int x = std::max(0, box.left); x < std::min(width_, box.right); ++x) Set(x, y, colour);
  }
}

void Canvas::Frame(const capture::PixelBox& box, int thickness, Colour colour) {
  const capture::PixelBox outer{box.left - thickness, box.top - thickness, box.right + thickness,
                                box.bottom + thickness};
  Fill({outer.left, outer.top, outer.right, box.top}, colour);
  Fill({outer.left, box.bottom, outer.right, outer.bottom}, colour);
  Fill({outer.left, box.top, box.left, box.bottom}, colour);
  Fill({box.right, box.top, outer.right, box.bottom}, colour);
}

}  // namespace sceau::evidence
