// SPDX-License-Identifier: Apache-2.0
// Undoes what blur, motion and ink spread do to modules: each sample holds a part of its
// neighbours.
//
// Which part, the symbol itself tells: some of its modules must be dark and others light. A linear
// filter over the samples around a module is fitted by least squares so that it gives those modules
// best, and is then applied to all modules. The modules that are not known count too, as they are
// presumed to be, with less weight.
#ifndef SCEAU_BARCODE_READ_EQUALIZE_H_
#define SCEAU_BARCODE_READ_EQUALIZE_H_

#include "barcode/read/grid_shape.h"
#include "barcode/read/plane.h"

namespace sceau::barcode {

// `samples` are those of Grid::Sample(). Returns one value for each module, without regard to its
// neighbours; above zero is dark.
Plane<float> PlainModules(const GridShape& shape, const Plane<float>& samples);

// Fits the filter to the fixed modules of `shape` and to `taken`, what the other modules are
// presumed to be, and returns what it makes of all modules. Returns `taken` if no filter can be
// fitted.
Plane<float> Equalize(const GridShape& shape, const Plane<float>& samples, Plane<float> taken);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_EQUALIZE_H_
