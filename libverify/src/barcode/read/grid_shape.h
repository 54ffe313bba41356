// SPDX-License-Identifier: Apache-2.0
// The modules that every symbol of one size has in common: those of its finder, timing, alignment
// and border patterns. Spec: ISO/IEC 16022:2006, 5.2 and table 7; ISO/IEC 18004:2015, 6.3.
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
  int size;  // modules on each side
  std::vector<FixedModule> fixed;
};

// The sizes of a symbology in modules on each side, the smallest first: 24 of square Data Matrix
// symbols, 40 of QR codes.
std::span<const int> SizesOf(Symbology symbology);

// The fixed modules of a size, which must be one of SizesOf(symbology).
GridShape ShapeOf(Symbology symbology, int size);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_GRID_SHAPE_H_
