// SPDX-License-Identifier: Apache-2.0
#include "barcode/grid.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "barcode/homography.h"

namespace sceau::barcode {
namespace {

// Beyond it a module is as dark or light as can be said.
constexpr float kMost = 1.5F;

// Data modules say nothing of their own, but a lattice that fits sees them darker and lighter than
// one that lies across their edges. One in so many is enough.
constexpr int kProbeEvery = 5;
constexpr float kContrastWeight = 0.5F;

// What a step must gain.
constexpr float kLeastGain = 1e-4F;

constexpr std::array<Point, 4> kDirections{{{1, 0}, {-1, 0}, {0, 1}, {0, -1}}};

}  // namespace

Grid::Grid(const ContrastMap& map, const GridShape& shape, const Corners& corners)
    : map_(&map), shape_(&shape), corners_(corners) {
  const auto middle = [](int i) { return static_cast<float>(i) + 0.5F; };
  Plane<std::uint8_t> fixed(shape.size, shape.size);
  for (const FixedModule& module : shape.fixed) {
    flat_.push_back({middle(module.x), middle(module.y)});
    dark_.push_back(module.dark);
    fixed.at(module.x, module.y) = 1;
  }
  for (int i = 0; i < shape.size * shape.size; i += kProbeEvery) {
    const int x = i % shape.size;
    const int y = i / shape.size;
    if (fixed.at(x, y) != 0) continue;
    flat_.push_back({middle(x), middle(y)});
    dark_.push_back(0);
  }
  us_.resize(flat_.size());
  vs_.resize(flat_.size());
  PlaceProbes();
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

inline float Grid::At(Place place) const {
  const float w = 1 / (m_[6] * place.u + m_[7] * place.v + m_[8]);
  return map_->At((m_[0] * place.u + m_[1] * place.v + m_[2]) * w,
                  (m_[3] * place.u + m_[4] * place.v + m_[5]) * w);
}

inline Grid::Place Grid::BendAt(float u, float v) const {
  const float scale = static_cast<float>(kMesh) / static_cast<float>(shape_->size);
  const auto mesh = [](float place) {
    return std::min(kMesh - 1, static_cast<std::size_t>(std::max(0.0F, place)));
  };
  const std::size_t column = mesh(u * scale);
  const std::size_t row = mesh(v * scale);
  const float fx = u * scale - static_cast<float>(column);
  const float fy = v * scale - static_cast<float>(row);
  const Place* above = &nodes_[row * kNodes + column];
  const Place* below = above + kNodes;
  const auto mix = [&](float p, float q, float r, float s) {
    const float upper = p + fx * (q - p);
    const float lower = r + fx * (s - r);
    return upper + fy * (lower - upper);
  };
  return {mix(above[0].u, above[1].u, below[0].u, below[1].u),
          mix(above[0].v, above[1].v, below[0].v, below[1].v)};
}

void Grid::PlaceProbes() {
  for (std::size_t i = 0; i < flat_.size(); ++i) {
    const Place bend = bent_ ? BendAt(flat_[i].u, flat_[i].v) : Place{};
    us_[i] = flat_[i].u + bend.u;
    vs_[i] = flat_[i].v + bend.v;
  }
}

float Grid::Sum(std::size_t first, std::size_t last) const {
  // Places first, several at once, then the look-ups.
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
      const float value = std::clamp(map_->At(xs[i], ys[i]), -kMost, kMost);
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
  if (!with_data || flat_.size() == fixed) return met;
  return met +
         kContrastWeight * Sum(fixed, flat_.size()) / static_cast<float>(flat_.size() - fixed);
}

bool Grid::FitCorner(std::size_t corner, double step, bool with_data, float& best) {
  bool moved = false;
  for (const Point& direction : kDirections) {
    const Point before = corners_[corner];
    corners_[corner] = before + direction * step;
    Aim();
    const float score = Score(with_data);
    if (score > best + kLeastGain) {
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

// Shapes that leave the corners where they are: arcs and waves of degree 2 and 3.
void Grid::Bend() {
  for (std::size_t row = 0; row < kNodes; ++row) {
    for (std::size_t column = 0; column < kNodes; ++column) {
      const float x = 2 * static_cast<float>(column) / kMesh - 1;
      const float y = 2 * static_cast<float>(row) / kMesh - 1;
      const float arc_x = 1 - x * x;
      const float arc_y = 1 - y * y;
      const std::array<float, kCurves> shapes{arc_x,     arc_y,     x * arc_x,
                                              y * arc_y, y * arc_x, x * arc_y};
      Place node;
      for (std::size_t i = 0; i < kCurves; ++i) {
        node.u += curves_[i].u * shapes[i];
        node.v += curves_[i].v * shapes[i];
      }
      nodes_[row * kNodes + column] = node;
    }
  }
  PlaceProbes();
}

void Grid::BendSides(const std::array<double, 4>& sags) {
  if (std::ranges::all_of(sags, [](double sag) { return sag == 0; })) return;
  const double module = ModulePixels();
  const auto half = [module](double modules) { return static_cast<float>(modules / module / 2); };
  curves_ = {};
  curves_[0].v = half(sags[2]) - half(sags[0]);
  curves_[4].v = half(sags[2]) + half(sags[0]);
  curves_[1].u = half(sags[1]) - half(sags[3]);
  curves_[5].u = half(sags[1]) + half(sags[3]);
  bent_ = true;
  Bend();
}

bool Grid::FitCurve(float& amount, float step, float& best) {
  const float before = amount;
  for (const float by : {step, -step}) {
    amount = before + by;
    Bend();
    const float score = Score(true);
    if (score > best + kLeastGain) {
      best = score;
      return true;
    }
  }
  amount = before;
  return false;
}

void Grid::FitBend() {
  if (!usable_) return;
  constexpr int kRounds = 3;
  bent_ = true;
  Bend();
  const double module = ModulePixels();
  float best = Score(true);
  for (float step = 0.6F; step > 0.1F; step *= 0.6F) {
    for (int round = 0; round < kRounds; ++round) {
      bool moved = false;
      for (Place& curve : curves_) {
        moved |= FitCurve(curve.u, step, best);
        moved |= FitCurve(curve.v, step, best);
      }
      Bend();
      for (std::size_t corner = 0; corner < 4; ++corner)
        moved |= FitCorner(corner, 0.5 * static_cast<double>(step) * module, true, best);
      Aim();
      if (!moved) break;
    }
  }
}

float Grid::NodeScore(std::size_t node) const {
  float fixed = 0;
  float contrast = 0;
  int fixed_count = 0;
  int others = 0;
  for (const std::size_t i : near_[node]) {
    const Place bend = BendAt(flat_[i].u, flat_[i].v);
    const float value = std::clamp(At({flat_[i].u + bend.u, flat_[i].v + bend.v}), -kMost, kMost);
    if (dark_[i] != 0) {
      fixed += dark_[i] * value;
      ++fixed_count;
    } else {
      contrast += std::abs(value);
      ++others;
    }
  }
  // Neighbouring nodes move together.
  float tension = 0;
  const auto pull = [&](std::size_t other) {
    const float u = nodes_[node].u - nodes_[other].u;
    const float v = nodes_[node].v - nodes_[other].v;
    tension += u * u + v * v;
  };
  if (node % kNodes > 0) pull(node - 1);
  if (node % kNodes < kMesh) pull(node + 1);
  if (node >= kNodes) pull(node - kNodes);
  if (node + kNodes < nodes_.size()) pull(node + kNodes);
  return fixed / static_cast<float>(std::max(1, fixed_count)) +
         0.8F * contrast / static_cast<float>(std::max(1, others)) - 0.02F * tension;
}

void Grid::FitNode(std::size_t node, float step) {
  float best = NodeScore(node);
  for (const Point& direction : kDirections) {
    const Place before = nodes_[node];
    nodes_[node].u += step * static_cast<float>(direction.x);
    nodes_[node].v += step * static_cast<float>(direction.y);
    const float score = NodeScore(node);
    if (score > best + kLeastGain) {
      best = score;
    } else {
      nodes_[node] = before;
    }
  }
}

void Grid::FitMesh() {
  if (!usable_) return;
  constexpr int kRounds = 2;
  bent_ = true;
  const float pitch = static_cast<float>(shape_->size) / kMesh;
  for (std::size_t node = 0; node < nodes_.size(); ++node) {
    const float u = static_cast<float>(node % kNodes) * pitch;
    const std::size_t row = node / kNodes;
    const float v = static_cast<float>(row) * pitch;
    near_[node].clear();
    for (std::size_t i = 0; i < flat_.size(); ++i) {
      if (std::abs(flat_[i].u - u) < pitch && std::abs(flat_[i].v - v) < pitch)
        near_[node].push_back(i);
    }
  }
  for (const float step : {0.4F, 0.2F, 0.1F}) {
    for (int round = 0; round < kRounds; ++round) {
      for (std::size_t node = 0; node < nodes_.size(); ++node) FitNode(node, step);
    }
  }
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
      const Place bend = bent_ ? BendAt(middle(x), middle(y)) : Place{};
      row[x] = At({middle(x) + bend.u, middle(y) + bend.v});
    }
  }
  return values;
}

}  // namespace sceau::barcode
