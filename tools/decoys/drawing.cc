// SPDX-License-Identifier: Apache-2.0
#include "decoys/drawing.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace sceau::decoys {

int Between(Random& random, int low, int high) {
  return low + static_cast<int>(random.Uniform() * (high - low + 1));
}

double Between(Random& random, double low, double high) {
  return low + random.Uniform() * (high - low);
}

void FillRectangle(Picture& picture, int left, int top, int width, int height, float light) {
  const int right = std::min(left + width, picture.width);
  const int bottom = std::min(top + height, picture.height);
  for (int y = std::max(top, 0); y < bottom; ++y) {
    for (int x = std::max(left, 0); x < right; ++x) picture.at(x, y) = light;
  }
}

void FillEllipse(Picture& picture, double x, double y, double a, double b, float light) {
  const int top = std::max(0, static_cast<int>(y - b));
  const int bottom = std::min(picture.height - 1, static_cast<int>(y + b));
  for (int row = top; row <= bottom; ++row) {
    const double across = 1 - std::pow((row - y) / b, 2);
    if (across <= 0) continue;
    const double half = a * std::sqrt(across);
    const int left = static_cast<int>(x - half);
    FillRectangle(picture, left, row, static_cast<int>(2 * half), 1, light);
  }
}

Picture Clouds(int width, int height, double cell, int octaves, Random& random) {
  Picture clouds(width, height, 0);
  float weight = 0.5F;
  for (int octave = 0; octave < octaves && cell >= 1; ++octave, cell /= 2, weight /= 2) {
    Picture lattice(static_cast<int>(width / cell) + 3, static_cast<int>(height / cell) + 3, 0);
    for (float& value : lattice.light) value = static_cast<float>(random.Uniform());
    for (int y = 0; y < height; ++y) {
      for (int x = 0; x < width; ++x)
        clouds.at(x, y) += weight * degrade::Sample(lattice, x / cell, y / cell, 0);
    }
  }
  return clouds;
}

Cells::Cells(int w, int h)
    : width(w), height(h), dark(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}

void Cells::Set(int x, int y, bool is_dark) {
  dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
       static_cast<std::size_t>(x)] = is_dark;
}

bool Cells::at(int x, int y) const {
  return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
              static_cast<std::size_t>(x)];
}

void PlaceCells(Picture& picture, const Cells& cells, double x, double y, double cell_size,
                double degrees, int quiet) {
  const double angle = degrees * std::numbers::pi / 180;
  const double cosine = std::cos(angle) / cell_size;
  const double sine = std::sin(angle) / cell_size;
  const double reach =
      std::hypot(cells.width + 2 * quiet, cells.height + 2 * quiet) * cell_size / 2;
  const int bottom = std::min(picture.height - 1, static_cast<int>(y + reach));
  const int right = std::min(picture.width - 1, static_cast<int>(x + reach));
  for (int row = std::max(0, static_cast<int>(y - reach)); row <= bottom; ++row) {
    for (int column = std::max(0, static_cast<int>(x - reach)); column <= right; ++column) {
      const double dx = column - x;
      const double dy = row - y;
      const auto cx = static_cast<int>(std::floor(dx * cosine + dy * sine + cells.width / 2.0));
      const auto cy = static_cast<int>(std::floor(dy * cosine - dx * sine + cells.height / 2.0));
      if (std::min(cx, cy) < -quiet || cx >= cells.width + quiet || cy >= cells.height + quiet)
        continue;
      const bool inside = std::min(cx, cy) >= 0 && cx < cells.width && cy < cells.height;
      picture.at(column, row) = inside && cells.at(cx, cy) ? kInk : kPaper;
    }
  }
}

void PlaceSomewhere(Picture& picture, const Cells& cells, int quiet, Random& random) {
  const double degrees = random.Uniform() < 0.6 ? 0 : Between(random, -180.0, 180.0);
  const double side = std::hypot(cells.width + 2 * quiet, cells.height + 2 * quiet);
  const double room = std::min(picture.width, picture.height) / side;
  const double cell = std::min(Between(random, 2.5, 6.0), room);
  const double half = side * cell / 2;
  PlaceCells(picture, cells, Between(random, half, picture.width - half),
             Between(random, half, picture.height - half), cell, degrees, quiet);
}

}  // namespace sceau::decoys
