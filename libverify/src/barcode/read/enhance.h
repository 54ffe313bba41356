// SPDX-License-Identifier: Apache-2.0
// Changes of grey values that help a binariser. Radii are in pixels, at most 48.
#ifndef SCEAU_BARCODE_READ_ENHANCE_H_
#define SCEAU_BARCODE_READ_ENHANCE_H_

#include "base/page.h"

namespace sceau::barcode {

PageImage Invert(ImageView image);

// Adds `amount` times the difference to a smoothed copy: undoes some blur.
PageImage Sharpen(ImageView image, int radius, float amount);

// Two passes of a box: noise of single pixels goes.
PageImage Smooth(ImageView image, int radius);

// Gives each surrounding of (2 radius + 1) pixels a side the same mean and spread: undoes shade and
// low contrast.
PageImage Flatten(ImageView image, int radius);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_ENHANCE_H_
