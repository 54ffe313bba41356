// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/equalize.h"

#include <algorithm>
#include <array>

#include "barcode/read/grid.h"
#include "barcode/read/least_squares.h"

namespace sceau::barcode {
namespace {

constexpr int kBorder = Grid::kBorder;

struct Tap {
  int x;
  int y;
};
// The samples that the filter looks at, in half modules from the middle of a module: all within one
// module, and along its row and column those within two.
constexpr auto kTaps = [] {
  std::array<Tap, 33> taps{};
  std::size_t i = 0;
  for (int y = -2; y <= 2; ++y) {
    for (int x = -2; x <= 2; ++x) taps[i++] = {x, y};
  }
  for (const int far : {-4, -3, 3, 4}) {
    taps[i++] = {far, 0};
    taps[i++] = {0, far};
  }
  return taps;
}();
constexpr std::size_t kUnknowns = kTaps.size() + 1;  // and a constant

constexpr float kFixedWeight = 3;
// Keeps the filter near the identity where the samples say little.
constexpr double kRidge = 0.01;

using Filter = std::array<float, kUnknowns>;

// Averages the middle of a module, without regard to its neighbours.
constexpr auto kPlain = [] {
  Filter plain{};
  for (std::size_t i = 0; i < kTaps.size(); ++i) {
    const int reach = kTaps[i].x * kTaps[i].x + kTaps[i].y * kTaps[i].y;
    plain[i] = reach == 0 ? 0.64F : reach == 1 ? 0.09F : 0.0F;
  }
  return plain;
}();

Filter Row(const Plane<float>& samples, int x, int y) {
  Filter row;
  for (std::size_t i = 0; i < kTaps.size(); ++i)
    row[i] = std::clamp(samples.at(2 * x + kTaps[i].x, 2 * y + kTaps[i].y), -2.5F, 2.5F);
  row.back() = 1;
  return row;
}

// Applies the filter to each module.
Plane<float> Apply(const Filter& filter, const Plane<float>& samples, int size) {
  Plane<float> modules(size, size);
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      const auto row = Row(samples, x + kBorder, y + kBorder);
      float sum = 0;
      for (std::size_t i = 0; i < kUnknowns; ++i) sum += filter[i] * row[i];
      modules.at(x, y) = sum;
    }
  }
  return modules;
}

}  // namespace

Plane<float> PlainModules(const GridShape& shape, const Plane<float>& samples) {
  return Apply(kPlain, samples, shape.size);
}

Plane<float> Equalize(const GridShape& shape, const Plane<float>& samples, Plane<float> taken) {
  const int size = shape.size;
  Plane<float> fixed(size, size);
  for (const FixedModule& module : shape.fixed) fixed.at(module.x, module.y) = module.dark;
  LeastSquares<kUnknowns> equations;
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      const float known = fixed.at(x, y);
      const float target = known != 0 ? known : taken.at(x, y) > 0 ? 1.0F : -1.0F;
      equations.Add(Row(samples, x + kBorder, y + kBorder), target, known != 0 ? kFixedWeight : 1);
    }
  }
  const auto filter = equations.Solve(kPlain, kRidge);
  return filter ? Apply(*filter, samples, size) : taken;
}

}  // namespace sceau::barcode
