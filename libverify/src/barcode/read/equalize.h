// SPDX-License-Identifier: Apache-2.0
// Undoes what blur, motion and spread ink do to modules: each sample holds a part of its
// neighbours.
#ifndef SCEAU_BARCODE_READ_EQUALIZE_H_
#define SCEAU_BARCODE_READ_EQUALIZE_H_

#include "barcode/read/grid_shape.h"
#include "barcode/read/plane.h"

namespace sceau::barcode {

// `samples`: Grid::Sample(). One value a module: above zero is dark.
Plane<float> PlainModules(const GridShape& shape, const Plane<float>& samples);

// The filter over the samples around a module that best gives the fixed modules, and the others as
// they are taken to be, takes all of them anew.
Plane<float> Equalize(const GridShape& shape, const Plane<float>& samples, Plane<float> taken);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_EQUALIZE_H_
