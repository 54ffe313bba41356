// SPDX-License-Identifier: Apache-2.0
// The grid of a symbol's modules, laid over a contrast map and moved until it fits.
//
// Some modules of every symbol of a size are known: finder, timing, alignment and border patterns.
// A grid that lies right meets them, so their sum says how well it fits, and a search that moves
// one corner after another by ever smaller steps finds the place where that sum is greatest.
#ifndef SCEAU_BARCODE_READ_GRID_H_
#define SCEAU_BARCODE_READ_GRID_H_

#include <array>
#include <cstddef>
#include <vector>

#include "barcode/read/contrast_map.h"
#include "barcode/read/grid_shape.h"

namespace sceau::barcode {

class Grid {
 public:
  // Keeps references: `map` and `shape` must outlive the grid. `corners` are those of the symbol
  // without its quiet zone, in pixels of the map, clockwise from the symbol's own top left.
  Grid(const ContrastMap& map, const GridShape& shape, const Corners& corners);

  const Corners& corners() const { return corners_; }
  const GridShape& shape() const { return *shape_; }

  // How well the grid meets the fixed modules: 1 would be perfect, 0 is chance.
  float FixedScore() const;

  // Moves the corners until the grid meets the fixed modules best. The steps shrink from `first` to
  // `last`, both in modules. With `with_data`, how dark and light the other modules are counts too.
  void FitCorners(double first, double last, bool with_data);
  // How many modules around the symbol are sampled with it.
  static constexpr int kBorder = 2;

  // Samples the map twice per module in each direction, border included: the sample at (2 x, 2 y)
  // lies in the middle of module (x - kBorder, y - kBorder). Above zero is dark.
  Plane<float> Sample() const;

 private:
  void Aim();
  float At(float u, float v) const;
  float Score(bool with_data) const;
  // Sums over the probes [first, last): how well the grid meets the fixed modules, and the contrast
  // of the others.
  float Sum(std::size_t first, std::size_t last) const;
  bool FitCorner(std::size_t corner, double step, bool with_data, float& best);
  double ModulePixels() const;

  const ContrastMap* map_;
  const GridShape* shape_;
  Corners corners_;
  std::array<float, 9> m_{};  // the homography from modules to the map
  bool usable_ = false;

  // The probes: the modules that scores look at, the fixed ones first. Where they are on the grid,
  // and what they must be (0 for data).
  std::vector<float> us_, vs_, dark_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_GRID_H_
