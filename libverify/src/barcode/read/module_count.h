// SPDX-License-Identifier: Apache-2.0
// Counts the modules of a side by the beat of the edges between them.
//
// Lines across the outline are added up, so that a peak stands wherever modules meet, and a Fourier
// transform of that profile has a maximum at the number of modules: the *beat*. Bars and letters
// beat in one direction only; so the two directions are multiplied, and the beat is compared with
// its neighbours in the spectrum.
#ifndef SCEAU_BARCODE_READ_MODULE_COUNT_H_
#define SCEAU_BARCODE_READ_MODULE_COUNT_H_

#include <vector>

#include "barcode/read/contrast_map.h"
#include "base/page.h"

namespace sceau::barcode {

struct ModuleCount {
  Symbology symbology;
  int size;         // modules on each side; one of SizesOf(symbology)
  double strength;  // of the beat; noise has 1
};

// Returns at most `limit` likely sizes of both symbologies, the strongest beat first. `corners` are
// in pixels of the map.
std::vector<ModuleCount> CountModules(const ContrastMap& map, const Corners& corners,
                                      std::size_t limit);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_MODULE_COUNT_H_
