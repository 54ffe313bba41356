// SPDX-License-Identifier: Apache-2.0
// Measures how strongly each part of an image has edges in all directions, as the modules of a
// symbol have and rules, borders and gradients have not.
//
// The gradients of a window are summed up as a structure tensor, whose smaller eigenvalue is large
// only if there are edges in two directions. Dividing by the light around keeps a symbol in the
// shade from being overlooked.
#ifndef SCEAU_BARCODE_READ_TEXTURE_H_
#define SCEAU_BARCODE_READ_TEXTURE_H_

#include "barcode/read/plane.h"
#include "base/page.h"

namespace sceau::barcode {

// Pixels a side of the square cells that texture is measured on.
inline constexpr int kCell = 4;

// Sums over each cell: the products of the gradients of the Sobel operator, and the light.
struct CellSums {
  Plane<float> xx;
  Plane<float> yy;
  Plane<float> xy;
  Plane<float> light;
};
// One value for each whole cell. Empty when the image is smaller than three pixels or than a cell.
CellSums MeasureCells(ImageView image);

// For each cell the root of the smaller eigenvalue of the structure tensor over a window of (2
// radius + 1) cells on each side, as a share of the light around it, averaged over that window.
Plane<float> TextureOf(const CellSums& cells, int radius);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_TEXTURE_H_
