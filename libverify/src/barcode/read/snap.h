// SPDX-License-Identifier: Apache-2.0
// Moves the sides of a roughly known symbol to where its quiet zone begins.
//
// Each side is a line whose two ends move in small steps, inwards and outwards; the line scores by
// how much lighter it is just outside than just inside. A frame, a line of text or glare may look
// like a side, so the best lines of each side that lie apart are kept, and their combinations are
// the answers.
#ifndef SCEAU_BARCODE_READ_SNAP_H_
#define SCEAU_BARCODE_READ_SNAP_H_

#include <cstddef>
#include <vector>

#include "barcode/read/contrast_map.h"

namespace sceau::barcode {

// Returns at most `limit` quadrilaterals, the likeliest first. `rough` is in pixels of the map,
// clockwise; each of its corners may be off by a tenth of a side.
std::vector<Corners> SnapToQuietZone(const ContrastMap& map, const Corners& rough,
                                     std::size_t limit);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_SNAP_H_
