// SPDX-License-Identifier: Apache-2.0
// Moves the sides of a roughly known symbol to where its quiet zone begins.
#ifndef SCEAU_BARCODE_READ_SNAP_H_
#define SCEAU_BARCODE_READ_SNAP_H_

#include <cstddef>
#include <vector>

#include "barcode/read/contrast_map.h"

namespace sceau::barcode {

// `rough`: pixels of the map, clockwise, each corner off by up to a tenth of a side. A frame, a
// line of text or glare may look like a side: the likeliest quadrilaterals, the best first.
std::vector<Corners> SnapToQuietZone(const ContrastMap& map, const Corners& rough,
                                     std::size_t limit);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_SNAP_H_
