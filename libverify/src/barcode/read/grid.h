// SPDX-License-Identifier: Apache-2.0
// The lattice of a symbol's modules laid over a contrast map, and moved until it fits.
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
  // Keeps references: map and shape must outlive it. `corners`: of the symbol without its quiet
  // zone, its own top left first, clockwise, in pixels of the map.
  Grid(const ContrastMap& map, const GridShape& shape, const Corners& corners);

  const Corners& corners() const { return corners_; }
  const GridShape& shape() const { return *shape_; }

  // How well the fixed modules are met: 1 would be perfect, 0 is chance.
  float FixedScore() const;

  // Moves the corners, by steps in modules from `first` down to `last`, until the fixed modules are
  // met best; `with_data` counts how dark and light the others are, too.
  void FitCorners(double first, double last, bool with_data);
  // Modules around the symbol that are sampled with it.
  static constexpr int kBorder = 2;

  // Twice a module in each direction, from the border on: the sample at (2 x, 2 y) lies in the
  // middle of module (x - kBorder, y - kBorder). Above zero is dark.
  Plane<float> Sample() const;

 private:
  void Aim();
  float At(float u, float v) const;
  float Score(bool with_data) const;
  // The sums over probes [first, last) of how well fixed ones are met, and of the others' contrast.
  float Sum(std::size_t first, std::size_t last) const;
  bool FitCorner(std::size_t corner, double step, bool with_data, float& best);
  double ModulePixels() const;

  const ContrastMap* map_;
  const GridShape* shape_;
  Corners corners_;
  std::array<float, 9> m_{};  // of the homography from modules to the map
  bool usable_ = false;

  // Modules that scores look at, the fixed ones first: where they are on the lattice, and what they
  // must be (0 for data).
  std::vector<float> us_, vs_, dark_;
};

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_GRID_H_
