// SPDX-License-Identifier: Apache-2.0
// Two questions that the pixels answer alone, before any search: can this picture hold a symbol,
// and can it hold another one beside the symbol that was read? Most small pictures of a PDF are
// logos, so these answers spare most searches. Differences of less than eight levels of 255 do not
// count.
#ifndef SCEAU_BARCODE_READ_QUICK_LOOK_H_
#define SCEAU_BARCODE_READ_QUICK_LOOK_H_

#include "base/page.h"

namespace sceau::barcode {

// False when no row or no column swings between dark and light as often as one through a symbol of
// `modules` modules on each side does: plain areas, gradients, most logos.
bool MayHoldModules(ImageView image, int modules);

// True when everything more than eight pixels outside the bounding box of the corners is of one
// luminance. Eight pixels are fewer than any symbol needs.
bool IsPlainAround(ImageView image, const Corners& corners);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_QUICK_LOOK_H_
