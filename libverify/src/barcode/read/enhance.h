// SPDX-License-Identifier: Apache-2.0
// Changes of grey values that help a binarizer. Radii are in pixels and at most 48.
#ifndef SCEAU_BARCODE_READ_ENHANCE_H_
#define SCEAU_BARCODE_READ_ENHANCE_H_

#include "base/page.h"

namespace sceau::barcode {

PageImage Invert(ImageView image);

// Adds `amount` times the difference between the image and a smoothed copy, which undoes some blur.
PageImage Sharpen(ImageView image, int radius, float amount);

// Averages over a box twice, which removes the noise of single pixels.
PageImage Smooth(ImageView image, int radius);

// Gives each window of (2 radius + 1) pixels on each side the same mean and spread, which undoes
// shade and low contrast.
PageImage Flatten(ImageView image, int radius);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_ENHANCE_H_
