// SPDX-License-Identifier: Apache-2.0
// The grid of a symbol's modules on bent paper.
//
// No four corners describe a symbol on bent paper, so this grid begins at one corner, whose pattern
// is known, and grows from there. Each part is a small flat piece, a *node*: it is laid where its
// neighbours point, and is then moved, turned and stretched until the modules around it are as dark
// and light as they can be. Nodes beside the ones that are best seen are laid first, so that a
// stain or glare comes last. The only thing assumed of the paper is that it is smooth.
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
  // Keeps references: `map` and `shape` must outlive the grid. `corners` are those of the symbol
  // without its quiet zone, in pixels of the map, clockwise from the symbol's own top left; each
  // may be off by two modules.
  GrownGrid(const ContrastMap& map, const GridShape& shape, const Corners& corners);

  const GridShape& shape() const { return *shape_; }

  // How well the patterns around the four corners are met when each is moved by itself. This tells
  // one turn of a bent symbol from another. 1 would be perfect.
  float CornerScore() const;

  // Grows from the corner that fits best or, if `rank` is not 0, from the second best and so on.
  // `rank` is at most 3.
  void Grow(std::size_t rank);

  // These three need a grown grid: how well it meets the fixed modules, its corners, and its
  // samples as those of Grid::Sample().
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
  // Where the middle of a module lies, and the steps from it to the next modules on its right and
  // below.
  struct Node {
    Step at;
    Step right;
    Step down;
    float score = -2;  // how well the modules around it are met; -2 is below any score
    bool is_laid = false;
  };
  struct Module {
    int x;
    int y;
  };
  // The modules around a node that its score looks at: where they are from the node, and what each
  // of them adds to the score, with its sign where the module is known and without a sign where it
  // is data.
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
  std::vector<int> places_;    // along a row and a column: the modules that have a node
  Plane<float> known_;         // what modules must be, with a margin of one module
  std::array<Node, 4> seeds_;  // the nodes at the corners
  Plane<Node> nodes_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_GROWN_GRID_H_
