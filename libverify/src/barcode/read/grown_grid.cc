// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/grown_grid.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <queue>
#include <utility>

#include "barcode/read/grid.h"
#include "barcode/read/homography.h"

namespace sceau::barcode {
namespace {

// Modules between two nodes. Over so few, paper that bends by four modules in 64 is flat to a
// twentieth of a module.
constexpr int kModulesANode = 5;

// A module beyond this contrast is as dark or light as can be said.
constexpr float kMaxContrast = 1.2F;
// Weights, where a fixed module has 1: a data module may be dark or light, and the paper around the
// symbol may carry something.
constexpr float kDataWeight = 0.6F;
constexpr float kPaperWeight = 0.6F;

constexpr float kMinBetter = 1e-4F;
constexpr float kFinest = 0.05F;  // the smallest step, in modules

// How far a corner may be off, and in what steps it is searched for; in modules.
constexpr float kCornerReach = 2;
constexpr float kCornerStep = 0.5F;

}  // namespace

GrownGrid::GrownGrid(const ContrastMap& map, const GridShape& shape, const Corners& corners)
    : map_(&map), shape_(&shape), known_(shape.size + 2, shape.size + 2) {
  const int end = shape.size - 1;
  const int steps = std::max(2, (shape.size + 2) / kModulesANode);
  for (int i = 0; i <= steps; ++i) places_.push_back((end * i + steps / 2) / steps);
  for (int i = 0; i < shape.size + 2; ++i) {
    for (const int outside : {0, shape.size + 1})
      known_.at(i, outside) = known_.at(outside, i) = -kPaperWeight;
  }
  for (const FixedModule& module : shape.fixed) known_.at(module.x + 1, module.y + 1) = module.dark;
  const std::array<Module, 4> ends{{{0, 0}, {end, 0}, {end, end}, {0, end}}};
  std::ranges::transform(ends, seeds_.begin(),
                         [&](Module corner) { return AtCorner(corners, corner); });
}

// The node at a corner: laid where a flat symbol would have it, then moved until its pattern fits.
GrownGrid::Node GrownGrid::AtCorner(const Corners& corners, Module corner) const {
  const double size = shape_->size;
  const auto to_map = Homography::FromRectangle({0, 0, size, size}, corners);
  if (!to_map) return {};
  const auto from = [&](double right, double down) {
    const Point point = to_map->Map(Point{corner.x + right, corner.y + down});
    return Step{static_cast<float>(point.x), static_cast<float>(point.y)};
  };
  const Node flat{.at = from(0.5, 0.5),
                  .right = from(1, 0.5) - from(0, 0.5),
                  .down = from(0.5, 1) - from(0.5, 0)};
  const Around around = AroundOf(corner);
  Node best;
  for (float down = -kCornerReach; down <= kCornerReach; down += kCornerStep) {
    for (float right = -kCornerReach; right <= kCornerReach; right += kCornerStep) {
      Node moved = flat;
      moved.at = flat.at + flat.right * right + flat.down * down;
      Improve(best, moved, Score(moved, around));
    }
  }
  Fit(best, around, kCornerStep);
  return best;
}

GrownGrid::Around GrownGrid::AroundOf(Module module) const {
  constexpr int kReach = Around::kReach;
  const auto [x, y] = module;
  Around around;
  for (int j = std::max(-kReach, -1 - y); j <= std::min(kReach, shape_->size - y); ++j) {
    for (int i = std::max(-kReach, -1 - x); i <= std::min(kReach, shape_->size - x); ++i) {
      const float known = known_.at(x + i + 1, y + j + 1);
      if (known == 0 && (i + j) % 2 != 0) continue;  // every other data module is enough
      around.right[around.count] = static_cast<float>(i);
      around.down[around.count] = static_cast<float>(j);
      around.known[around.count] = known;
      around.data[around.count] = known == 0 ? kDataWeight : 0;
      around.weight += known == 0 ? kDataWeight : std::abs(known);
      ++around.count;
    }
  }
  return around;
}

float GrownGrid::Score(const Node& node, const Around& around) const {
  // Computes the places first, so that the compiler can vectorise that, and looks the values up
  // afterwards.
  std::array<float, Around::kMax> xs, ys;
  for (std::size_t i = 0; i < around.count; ++i) {
    xs[i] = node.at.x + node.right.x * around.right[i] + node.down.x * around.down[i];
    ys[i] = node.at.y + node.right.y * around.right[i] + node.down.y * around.down[i];
  }
  float sum = 0;
  for (std::size_t i = 0; i < around.count; ++i) {
    const float value = std::clamp(map_->At(xs[i], ys[i]), -kMaxContrast, kMaxContrast);
    sum += around.known[i] * value + around.data[i] * std::abs(value);
  }
  return sum / around.weight;
}

bool GrownGrid::Improve(Node& node, const Node& changed, float score) {
  if (!(score > node.score + kMinBetter)) return false;
  node = changed;
  node.score = score;
  return true;
}

// Moves, turns and stretches the piece around a node, by steps in modules that begin with `first`
// and are halved.
void GrownGrid::Fit(Node& node, const Around& around, float first) const {
  constexpr int kRounds = 2;       // at each step
  constexpr float kShare = 0.12F;  // of a step by which a turn or a stretch moves each module
  // What a move by one module, and a stretch by one module per module, must gain: in noise, the
  // neighbours know better.
  constexpr float kMove = 1;
  constexpr float kStretch = 10;
  constexpr std::array kAxes{&Node::right, &Node::down};
  const Node start = node;
  const float area = Square(start.right) + Square(start.down);
  node.score = Score(node, around);
  for (float step = first; step > kFinest; step /= 2) {
    for (int round = 0; round < kRounds; ++round) {
      bool improved = false;
      const auto change = [&](auto axis, auto along, float by) {
        Node changed = node;
        changed.*axis = changed.*axis + node.*along * by;
        const float stretch =
            Square(changed.right - start.right) + Square(changed.down - start.down);
        const float pull = (kMove * Square(changed.at - start.at) + kStretch * stretch) / area;
        improved |= Improve(node, changed, Score(changed, around) - pull);
      };
      for (const float by : {step, -step}) {
        for (const auto along : kAxes) {
          change(&Node::at, along, by);
          for (const auto axis : kAxes) change(axis, along, by * kShare);
        }
      }
      if (!improved) break;
    }
  }
}

float GrownGrid::CornerScore() const {
  float sum = 0;
  for (const Node& seed : seeds_) sum += seed.score;
  return sum / 4;
}

// Predicts a node from its laid neighbours: straight on from one, and bent on from two in a row.
GrownGrid::Node GrownGrid::Predict(int column, int row) const {
  constexpr float kBend = 0.7F;      // the share of a bend that is presumed to go on
  constexpr float kDiagonal = 0.5F;  // the weight of a diagonal neighbour; one in line has 1
  constexpr float kMinScore = 0.05F;
  const auto laid = [&](int i, int j) {
    const bool exists = i >= 0 && j >= 0 && i <= last() && j <= last();
    return exists && nodes_.at(i, j).is_laid ? &nodes_.at(i, j) : nullptr;
  };
  const Module to = ModuleOf(column, row);
  Node sum;
  float weight = 0;
  const auto add = [&](int i, int j) {
    const Node* from = laid(column + i, row + j);
    if (from == nullptr) return;
    const Node* before = laid(column + 2 * i, row + 2 * j);
    const Node& behind = before == nullptr ? *from : *before;
    const Step right = (from->right - behind.right) * kBend;
    const Step down = (from->down - behind.down) * kBend;
    const Module module = ModuleOf(column + i, row + j);
    const Step at = from->at + (from->right + right * 0.5F) * static_cast<float>(to.x - module.x) +
                    (from->down + down * 0.5F) * static_cast<float>(to.y - module.y);
    const float score = std::max(kMinScore, from->score);
    const float part = score * score * (i != 0 && j != 0 ? kDiagonal : 1);
    sum.at = sum.at + at * part;
    sum.right = sum.right + (from->right + right) * part;
    sum.down = sum.down + (from->down + down) * part;
    weight += part;
  };
  for (int j = -1; j <= 1; ++j) {
    for (int i = -1; i <= 1; ++i) add(i, j);
  }
  const float mean = 1 / weight;
  return {.at = sum.at * mean, .right = sum.right * mean, .down = sum.down * mean};
}

void GrownGrid::Grow(std::size_t rank) {
  constexpr float kFirst = 0.3F;
  std::array<std::size_t, 4> corners{0, 1, 2, 3};
  std::ranges::sort(corners, std::greater{}, [&](std::size_t i) { return seeds_[i].score; });
  const std::size_t corner = corners[rank];
  nodes_ = Plane<Node>(last() + 1, last() + 1);
  struct Next {
    float score;  // of the neighbour from which it is reached; the best goes first
    int column;
    int row;
    bool operator<(const Next& other) const { return score < other.score; }
  };
  std::priority_queue<Next> next;
  const auto lay = [&](int column, int row, const Node& laid) {
    nodes_.at(column, row) = laid;
    nodes_.at(column, row).is_laid = true;
    if (column > 0) next.push({laid.score, column - 1, row});
    if (column < last()) next.push({laid.score, column + 1, row});
    if (row > 0) next.push({laid.score, column, row - 1});
    if (row < last()) next.push({laid.score, column, row + 1});
  };
  lay(corner == 1 || corner == 2 ? last() : 0, corner >= 2 ? last() : 0, seeds_[corner]);
  while (!next.empty()) {
    const auto [score, column, row] = next.top();
    next.pop();
    if (nodes_.at(column, row).is_laid) continue;
    Node predicted = Predict(column, row);
    Fit(predicted, AroundOf(ModuleOf(column, row)), kFirst);
    lay(column, row, predicted);
  }
}

// The place on the map of a point given in modules from the symbol's top left, interpolated between
// the nodes around it.
GrownGrid::Step GrownGrid::At(float u, float v) const {
  const float pitch = static_cast<float>(places_.back()) / static_cast<float>(last());
  const auto mesh = [&](float place) {
    return std::clamp(static_cast<int>(place / pitch), 0, last() - 1);
  };
  const int column = mesh(u - 0.5F), row = mesh(v - 0.5F);
  const Module from = ModuleOf(column, row), to = ModuleOf(column + 1, row + 1);
  const float fx = (u - 0.5F - static_cast<float>(from.x)) / static_cast<float>(to.x - from.x);
  const float fy = (v - 0.5F - static_cast<float>(from.y)) / static_cast<float>(to.y - from.y);
  const auto mix = [](Step a, Step b, float part) { return a + (b - a) * part; };
  return mix(mix(nodes_.at(column, row).at, nodes_.at(column + 1, row).at, fx),
             mix(nodes_.at(column, row + 1).at, nodes_.at(column + 1, row + 1).at, fx), fy);
}

float GrownGrid::FixedScore() const {
  constexpr float kMax = 1.5F;
  float sum = 0;
  for (const FixedModule& module : shape_->fixed) {
    const Step at = At(static_cast<float>(module.x) + 0.5F, static_cast<float>(module.y) + 0.5F);
    sum += module.dark * std::clamp(map_->At(at.x, at.y), -kMax, kMax);
  }
  return sum / static_cast<float>(shape_->fixed.size());
}

Corners GrownGrid::corners() const {
  const auto size = static_cast<float>(shape_->size);
  const auto point = [&](float u, float v) {
    const Step at = At(u, v);
    return Point{at.x, at.y};
  };
  return {point(0, 0), point(size, 0), point(size, size), point(0, size)};
}

Plane<float> GrownGrid::Sample() const {
  const int side = 2 * (shape_->size + 2 * Grid::kBorder) - 1;
  Plane<float> values(side, side);
  const auto middle = [](int i) {
    return 0.5F * static_cast<float>(i) + 0.5F - static_cast<float>(Grid::kBorder);
  };
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const Step at = At(middle(x), middle(y));
      values.at(x, y) = map_->At(at.x, at.y);
    }
  }
  return values;
}

}  // namespace sceau::barcode
