// SPDX-License-Identifier: Apache-2.0
// What the pixels alone tell, before any search: pictures that hold no symbol, and pictures that
// hold nothing beside one. Differences of less than eight levels of 255 are not seen.
#ifndef SCEAU_BARCODE_READ_QUICK_LOOK_H_
#define SCEAU_BARCODE_READ_QUICK_LOOK_H_

#include "base/page.h"

namespace sceau::barcode {

// False when no row or no column swings between dark and light so often as one through a symbol of
// so many modules a side does: plain areas, gradients, most logos.
bool MayHoldModules(ImageView image, int modules);

// True when what lies more than eight pixels past the bounding box of the corners is of one
// luminance: less than any symbol needs.
bool IsPlainAround(ImageView image, const Corners& corners);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_QUICK_LOOK_H_
