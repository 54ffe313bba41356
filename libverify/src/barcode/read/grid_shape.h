// SPDX-License-Identifier: Apache-2.0
// What every symbol of a size has in common: the modules of its finder, timing, alignment and
// border patterns. Spec: ISO/IEC 16022:2006, 5.2 and table 7; ISO/IEC 18004:2015, 6.3.
#ifndef SCEAU_BARCODE_READ_GRID_SHAPE_H_
#define SCEAU_BARCODE_READ_GRID_SHAPE_H_

#include <span>
#include <vector>

#include "base/page.h"

namespace sceau::barcode {

struct FixedModule {
  int x;
  int y;
  float dark;  // 1 dark, -1 light
};

struct GridShape {
  Symbology symbology;
  int size;  // modules a side
  std::vector<FixedModule> fixed;
};

// The sizes that exist, the smallest first: 24 square Data Matrices, 40 QR codes.
std::span<const int> SizesOf(Symbology symbology);

// `size` must be one of them.
GridShape ShapeOf(Symbology symbology, int size);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_GRID_SHAPE_H_
