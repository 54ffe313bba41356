// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/grid.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "barcode/read/homography.h"

namespace sceau::barcode {
namespace {

// A module beyond this contrast is as dark or light as can be said.
constexpr float kMaxGridContrast = 1.5F;

// Data modules say nothing by themselves, but a grid that fits sees them darker and lighter than
// one that lies across their edges. One in so many is enough.
constexpr int kProbeEvery = 5;
constexpr float kContrastWeight = 0.5F;

// The score that a step must gain.
constexpr float kMinGain = 1e-4F;

constexpr std::array<Point, 4> kDirections{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};

}  // namespace

Grid::Grid(const ContrastMap& map, const GridShape& shape, const Corners& corners)
    : map_(&map), shape_(&shape), corners_(corners) {
  const auto middle = [](int i) { return static_cast<float>(i) + 0.5F; };
  Plane<std::uint8_t> fixed(shape.size, shape.size);
  const auto probe = [&](int x, int y, float dark) {
    us_.push_back(middle(x));
    vs_.push_back(middle(y));
    dark_.push_back(dark);
  };
  for (const FixedModule& module : shape.fixed) {
    probe(module.x, module.y, module.dark);
    fixed.at(module.x, module.y) = 1;
  }
  for (int i = 0; i < shape.size * shape.size; i += kProbeEvery) {
    const int x = i % shape.size;
    const int y = i / shape.size;
    if (fixed.at(x, y) == 0) probe(x, y, 0);
  }
  Aim();
}

void Grid::Aim() {
  const double size = shape_->size;
  const auto map = Homography::FromRectangle({0, 0, size, size}, corners_);
  usable_ = map.has_value();
  if (!usable_) return;
  std::ranges::transform(map->coefficients(), m_.begin(),
                         [](double value) { return static_cast<float>(value); });
}

double Grid::ModulePixels() const {
  return std::sqrt(std::abs(SignedArea(corners_))) / shape_->size;
}

inline float Grid::At(float u, float v) const {
  const float w = 1 / (m_[6] * u + m_[7] * v + m_[8]);
  return map_->At((m_[0] * u + m_[1] * v + m_[2]) * w, (m_[3] * u + m_[4] * v + m_[5]) * w);
}

float Grid::Sum(std::size_t first, std::size_t last) const {
  // Computes the places first, so that the compiler can vectorise that, and looks the values up
  // afterwards.
  constexpr std::size_t kBlock = 64;
  std::array<float, kBlock> xs, ys;
  float sum = 0;
  for (; first < last; first += kBlock) {
    const std::size_t count = std::min(kBlock, last - first);
    const float* us = us_.data() + first;
    const float* vs = vs_.data() + first;
    for (std::size_t i = 0; i < count; ++i) {
      const float w = 1 / (m_[6] * us[i] + m_[7] * vs[i] + m_[8]);
      xs[i] = (m_[0] * us[i] + m_[1] * vs[i] + m_[2]) * w;
      ys[i] = (m_[3] * us[i] + m_[4] * vs[i] + m_[5]) * w;
    }
    const float* dark = dark_.data() + first;
    for (std::size_t i = 0; i < count; ++i) {
      const float value = std::clamp(map_->At(xs[i], ys[i]), -kMaxGridContrast, kMaxGridContrast);
      sum += dark[i] != 0 ? dark[i] * value : std::abs(value);
    }
  }
  return sum;
}

float Grid::FixedScore() const { return Score(false); }

float Grid::Score(bool with_data) const {
  if (!usable_) return -1;
  const std::size_t fixed = shape_->fixed.size();
  const float met = Sum(0, fixed) / static_cast<float>(fixed);
  if (!with_data || us_.size() == fixed) return met;
  return met + kContrastWeight * Sum(fixed, us_.size()) / static_cast<float>(us_.size() - fixed);
}

bool Grid::FitCorner(std::size_t corner, double step, bool with_data, float& best) {
  bool moved = false;
  for (const Point& direction : kDirections) {
    const Point before = corners_[corner];
    corners_[corner] = before + direction * step;
    Aim();
    const float score = Score(with_data);
    if (score > best + kMinGain) {
      best = score;
      moved = true;
    } else {
      corners_[corner] = before;
    }
  }
  return moved;
}

void Grid::FitCorners(double first, double last, bool with_data) {
  constexpr double kFiner = 0.55;
  constexpr int kRounds = 3;  // at each step
  const double module = ModulePixels();
  float best = Score(with_data);
  for (double step = first; step > last; step *= kFiner) {
    for (int round = 0; round < kRounds; ++round) {
      bool moved = false;
      for (std::size_t corner = 0; corner < 4; ++corner)
        moved |= FitCorner(corner, step * module, with_data, best);
      if (!moved) break;
    }
  }
  Aim();
}

Plane<float> Grid::Sample() const {
  const int side = 2 * (shape_->size + 2 * kBorder) - 1;
  Plane<float> values(side, side);
  if (!usable_) return values;
  const auto middle = [](int i) {
    return 0.5F * static_cast<float>(i) + 0.5F - static_cast<float>(kBorder);
  };
  for (int y = 0; y < side; ++y) {
    float* row = values.row(y);
    for (int x = 0; x < side; ++x) {
      row[x] = At(middle(x), middle(y));
    }
  }
  return values;
}

}  // namespace sceau::barcode
