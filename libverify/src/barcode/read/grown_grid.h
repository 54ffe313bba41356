// SPDX-License-Identifier: Apache-2.0
// The lattice of a symbol's modules on bent paper. It begins at one corner, whose pattern is known,
// and grows from there: each part is laid where its neighbours lead to and moved until it fits. No
// shape of the paper is assumed but that it is smooth.
#ifndef SCEAU_BARCODE_READ_GROWN_GRID_H_
#define SCEAU_BARCODE_READ_GROWN_GRID_H_

#include <array>
#include <cstddef>
#include <vector>

#include "barcode/read/contrast_map.h"
#include "barcode/read/grid_shape.h"
#include "barcode/read/plane.h"

namespace sceau::barcode {

class GrownGrid {
 public:
  // Keeps references: map and shape must outlive it. `corners`: of the symbol without its quiet
  // zone, its own top left first, clockwise, in pixels of the map, off by two modules at most.
  GrownGrid(const ContrastMap& map, const GridShape& shape, const Corners& corners);

  const GridShape& shape() const { return *shape_; }

  // How well the patterns around the four corners are met, each moved by itself: what tells one
  // turn of a bent symbol from another. 1 would be perfect.
  float CornerScore() const;

  // Grows from the corner that fits best or, if `rank` is not 0, from the second best and so on.
  void Grow(std::size_t rank);

  // Of a grown grid: how well the fixed modules are met, its corners, and its samples as those of
  // Grid::Sample().
  float FixedScore() const;
  Corners corners() const;
  Plane<float> Sample() const;

 private:
  struct Step {
    float x = 0;
    float y = 0;
    friend Step operator+(Step a, Step b) { return {a.x + b.x, a.y + b.y}; }
    friend Step operator-(Step a, Step b) { return {a.x - b.x, a.y - b.y}; }
    friend Step operator*(Step a, float k) { return {a.x * k, a.y * k}; }
    friend float Square(Step a) { return a.x * a.x + a.y * a.y; }
  };
  // Where the middle of a module lies, and how far it is to the next on its right and below.
  struct Node {
    Step at;
    Step right;
    Step down;
    float score = -2;  // how well the modules around it are met; less than any is
    bool is_laid = false;
  };
  struct Module {
    int x;
    int y;
  };
  // The modules around a node that are looked at: where, from the node on, and what each adds to a
  // score, as it is and without its sign.
  struct Around {
    static constexpr int kReach = 4;
    static constexpr std::size_t kMax = std::size_t{2 * kReach + 1} * (2 * kReach + 1);
    std::size_t count = 0;
    std::array<float, kMax> right, down, known, data;
    float weight = 0;
  };

  Around AroundOf(Module module) const;
  Node AtCorner(const Corners& corners, Module corner) const;
  float Score(const Node& node, const Around& around) const;
  static bool Improve(Node& node, const Node& changed, float score);
  void Fit(Node& node, const Around& around, float first) const;
  Node Predict(int column, int row) const;
  Step At(float u, float v) const;

  int last() const { return static_cast<int>(places_.size()) - 1; }
  Module ModuleOf(int column, int row) const {
    return {places_[static_cast<std::size_t>(column)], places_[static_cast<std::size_t>(row)]};
  }

  const ContrastMap* map_;
  const GridShape* shape_;
  std::vector<int> places_;    // of the modules that have a node, in each row and column of them
  Plane<float> known_;         // what modules must be, from one outside the symbol on
  std::array<Node, 4> seeds_;  // at the corners
  Plane<Node> nodes_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_GROWN_GRID_H_
