// SPDX-License-Identifier: Apache-2.0
// How many modules a side has, from the beat of the edges between them.
#ifndef SCEAU_BARCODE_READ_MODULE_COUNT_H_
#define SCEAU_BARCODE_READ_MODULE_COUNT_H_

#include <vector>

#include "barcode/read/contrast_map.h"
#include "base/page.h"

namespace sceau::barcode {

struct ModuleCount {
  Symbology symbology;
  int size;         // modules a side, one that exists
  double strength;  // of the beat, against what noise would have: 1
};

// Likely sizes of both symbologies, the strongest beat first, at most `limit`.
std::vector<ModuleCount> CountModules(const ContrastMap& map, const Corners& corners,
                                      std::size_t limit);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_MODULE_COUNT_H_
