// SPDX-License-Identifier: Apache-2.0
// Measures how much of an area is dark: about half of a symbol, a quarter of bold text, a sixth of
// plain text.
#ifndef SCEAU_BARCODE_READ_DARK_SHARE_H_
#define SCEAU_BARCODE_READ_DARK_SHARE_H_

#include "base/page.h"

namespace sceau::barcode {

// The share of dark pixels, from 0 to 1. The area is divided into nine blocks, and a pixel is dark
// if it is darker than the middle between black and white of its own block, so that a shadow across
// the area does not count. 0 for an area that is too flat to measure.
double DarkShare(ImageView image, const Corners& area);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_DARK_SHARE_H_
