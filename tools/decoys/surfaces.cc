// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <numbers>

#include "decoys/kinds.h"

namespace sceau::decoys {

void DrawPhotograph(Picture& picture, Random& random) {
  const Picture light =
      Clouds(picture.width, picture.height, Between(random, 60.0, 300.0), 7, random);
  const auto contrast = static_cast<float>(Between(random, 150, 400));
  std::ranges::transform(light.light, picture.light.begin(),
                         [&](float v) { return (v - 0.5F) * contrast + 128; });
  // Objects with edges.
  for (int i = Between(random, 0, 25); i > 0; --i) {
    const auto shade = static_cast<float>(Between(random, 10, 240));
    const double x = Between(random, 0.0, static_cast<double>(picture.width));
    const double y = Between(random, 0.0, static_cast<double>(picture.height));
    const double a = Between(random, 4.0, 120.0);
    const double b = Between(random, 4.0, 120.0);
    if (random.Uniform() < 0.5) {
      FillEllipse(picture, x, y, a, b, shade);
    } else {
      FillRectangle(picture, static_cast<int>(x), static_cast<int>(y), static_cast<int>(a),
                    static_cast<int>(b), shade);
    }
  }
}

void DrawNoise(Picture& picture, Random& random) {
  const int cell = Between(random, 1, 8);  // square cells are the module of many a code
  const bool black_and_white = random.Uniform() < 0.6;
  for (int y = 0; y < picture.height; y += cell) {
    for (int x = 0; x < picture.width; x += cell) {
      const auto value = static_cast<float>(random.Uniform() * 255);
      FillRectangle(picture, x, y, cell, cell,
                    black_and_white ? (value < 128 ? kInk : kPaper) : value);
    }
  }
}

// Strokes of the height, the gaps and the weight of letters, in words, lines, columns and tables.
void DrawTextPage(Picture& picture, Random& random) {
  const int size = Between(random, 7, 26);
  const int stroke = std::max(1, size / 7);
  const bool table = random.Uniform() < 0.4;
  for (int line = size; line + 2 * size < picture.height; line += 2 * size) {
    for (int x = size; x + size < picture.width;) {
      for (int letters = Between(random, 1, 11); letters > 0 && x + size < picture.width;
           --letters) {
        const int width = Between(random, size / 3, size * 3 / 4);
        for (int strokes = Between(random, 1, 3); strokes > 0; --strokes) {
          const bool upright = random.Uniform() < 0.6;
          FillRectangle(picture, x + (upright ? Between(random, 0, width - stroke) : 0),
                        line + (upright ? 0 : Between(random, 0, size - stroke)),
                        upright ? stroke : width, upright ? size : stroke, kInk);
        }
        x += width + stroke;
      }
      x += size / 2;
    }
    if (table) FillRectangle(picture, size / 2, line - size / 2, picture.width - size, 1, kInk);
  }
  for (int column = 0; table && column < 6; ++column)
    FillRectangle(picture, Between(random, 0, picture.width), size, 1, picture.height - 2 * size,
                  kInk);
}

// A picture of greys as printers put it on paper: dots on a turned grid, larger where it is darker.
void DrawHalftone(Picture& picture, Random& random) {
  const Picture tone =
      Clouds(picture.width, picture.height, Between(random, 80.0, 300.0), 3, random);
  const double pitch = Between(random, 3.0, 12.0);
  const double angle = Between(random, 0.0, std::numbers::pi / 2);
  const double cosine = std::cos(angle) * 2 * std::numbers::pi / pitch;
  const double sine = std::sin(angle) * 2 * std::numbers::pi / pitch;
  const bool lines = random.Uniform() < 0.3;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const double u = std::cos(x * cosine + y * sine);
      const double v = std::cos(y * cosine - x * sine);
      const double screen = lines ? (u + 1) / 2 : (u + v + 2) / 4;
      picture.at(x, y) = tone.at(x, y) > screen ? kPaper : kInk;
    }
  }
}

void DrawCheckerboard(Picture& picture, Random& random) {
  const double cell = Between(random, 2.0, 40.0);
  const double angle = random.Uniform() < 0.5 ? 0 : Between(random, 0.0, std::numbers::pi);
  const double cosine = std::cos(angle) / cell;
  const double sine = std::sin(angle) / cell;
  // A part of the cells is missing from some: pavements, crosswords, tiles.
  const double missing = random.Uniform() < 0.5 ? 0 : Between(random, 0.0, 0.5);
  const std::uint64_t salt = random.Next();
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const auto u = static_cast<int>(std::floor(x * cosine + y * sine));
      const auto v = static_cast<int>(std::floor(y * cosine - x * sine));
      const auto place = static_cast<std::uint64_t>(u * 10'007 + v);
      const bool gone = missing > 0 && Random(salt + place).Uniform() < missing;
      picture.at(x, y) = ((u + v) & 1) == 0 || gone ? kPaper : kInk;
    }
  }
}

void DrawMoire(Picture& picture, Random& random) {
  const auto wave = [&random] {
    const double angle = Between(random, 0.0, std::numbers::pi);
    const double turns = 2 * std::numbers::pi / Between(random, 2.0, 30.0);
    return std::pair{std::cos(angle) * turns, std::sin(angle) * turns};
  };
  const auto [ax, ay] = wave();
  const auto [bx, by] = wave();
  const bool hard = random.Uniform() < 0.5;
  for (int y = 0; y < picture.height; ++y) {
    for (int x = 0; x < picture.width; ++x) {
      const double sum = std::sin(x * ax + y * ay) + std::sin(x * bx + y * by);
      picture.at(x, y) = hard ? (sum > 0 ? kPaper : kInk) : static_cast<float>(128 + 60 * sum);
    }
  }
}

}  // namespace sceau::decoys
