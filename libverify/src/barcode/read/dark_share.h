// SPDX-License-Identifier: Apache-2.0
// How much of an area is dark: about half of a symbol, a quarter of bold text, a sixth of text.
#ifndef SCEAU_BARCODE_READ_DARK_SHARE_H_
#define SCEAU_BARCODE_READ_DARK_SHARE_H_

#include "base/page.h"

namespace sceau::barcode {

// From 0 to 1; dark is darker than the middle between black and white of each ninth of the area, so
// that a shadow across it does not count. 0 for an area that is too flat to look at.
double DarkShare(ImageView image, const Corners& area);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_DARK_SHARE_H_
