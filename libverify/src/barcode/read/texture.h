// SPDX-License-Identifier: Apache-2.0
// How strongly a part of an image has edges in all directions, as modules of a symbol do, and
// rules, borders and gradients do not.
#ifndef SCEAU_BARCODE_READ_TEXTURE_H_
#define SCEAU_BARCODE_READ_TEXTURE_H_

#include "barcode/read/plane.h"
#include "base/page.h"

namespace sceau::barcode {

// Pixels a side of the square cells that texture is measured on.
inline constexpr int kCell = 4;

// Sums over one cell. The gradients are those of the Sobel operator.
struct CellSums {
  Plane<float> xx;
  Plane<float> yy;
  Plane<float> xy;
  Plane<float> light;
};
// One value a whole cell; empty when the image is smaller than three pixels or than a cell.
CellSums MeasureCells(ImageView image);

// For each cell the root of the smaller eigenvalue of the structure tensor over a window of
// (2 radius + 1) cells a side, as a part of the light around it (so that shade does not hide a
// symbol), averaged over that window.
Plane<float> TextureOf(const CellSums& cells, int radius);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_TEXTURE_H_
