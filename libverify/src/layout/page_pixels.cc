// SPDX-License-Identifier: Apache-2.0
#include "layout/page_pixels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "base/large_memory.h"

namespace sceau::layout {
namespace {

constexpr Ink kBlack{};

// How much of the pixel from `at` to `at` + 1 lies between two places.
double Overlap(int at, double from, double to) {
  return std::clamp(std::min(to, at + 1.0) - std::max(from, static_cast<double>(at)), 0.0, 1.0);
}

}  // namespace

double Darkness(const Ink& ink) {
  return 1 - (0.299 * ink.red + 0.587 * ink.green + 0.114 * ink.blue);
}

PagePixels::PagePixels(const Fonts& fonts, int width, int height, double pixels_per_point)
    : fonts_(fonts), width_(width), height_(height), scale_(pixels_per_point) {
  const std::size_t size = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
  ReserveLarge(ink_, size);
  ink_.resize(size);
}

void PagePixels::Cover(int x, int y, double ink, double share) {
  if (x < 0 || y < 0 || x >= width_ || y >= height_ || share <= 0) return;
  std::uint8_t& pixel = ink_[static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) +
                             static_cast<std::size_t>(x)];
  pixel = static_cast<std::uint8_t>(std::lround(pixel + (255 * ink - pixel) * share));
}

void PagePixels::operator()(const TextRun& run) {
  const double ink = Darkness(run.style.ink);
  for (const Letter& letter : run.letters) {
    const GlyphInk drawn = fonts_.Draw(run.style.face, letter.glyph, run.style.points * scale_,
                                       letter.x * scale_, run.baseline * scale_);
    std::size_t at = 0;
    for (int row = 0; row < drawn.height; ++row) {
      for (int column = 0; column < drawn.width; ++column)
        Cover(drawn.left + column, drawn.top + row, ink, drawn.coverage[at++] / 255.0);
    }
  }
}

void PagePixels::operator()(const Rectangle& area) {
  const double left = std::clamp(area.x * scale_, 0.0, double(width_));
  const double right = std::clamp((area.x + area.width) * scale_, 0.0, double(width_));
  const double top = std::clamp(area.y * scale_, 0.0, double(height_));
  const double bottom = std::clamp((area.y + area.height) * scale_, 0.0, double(height_));
  const double ink = Darkness(area.ink);
  for (int y = static_cast<int>(top); y < bottom; ++y) {
    for (int x = static_cast<int>(left); x < right; ++x)
      Cover(x, y, ink, Overlap(x, left, right) * Overlap(y, top, bottom));
  }
}

void PagePixels::Code(const CodePlace& place, std::span<const std::uint8_t> dark) {
  const auto side = static_cast<std::size_t>(place.modules);
  for (std::size_t i = 0; i < dark.size(); ++i) {
    if (dark[i] == 0) continue;
    const std::size_t column = i % side;
    const std::size_t row = i / side;
    (*this)(Rectangle{place.x + static_cast<double>(column) * place.module,
                      place.y + static_cast<double>(row) * place.module, place.module, place.module,
                      kBlack});
  }
}

}  // namespace sceau::layout
