// SPDX-License-Identifier: Apache-2.0
// Makes smaller, straightened or cropped images of a part of a page.
#ifndef SCEAU_BARCODE_READ_RESAMPLE_H_
#define SCEAU_BARCODE_READ_RESAMPLE_H_

#include <optional>

#include "barcode/read/homography.h"
#include "base/page.h"

namespace sceau::barcode {

struct PixelBox {
  int x = 0;
  int y = 0;
  int width = 0;
  int height = 0;
};

// The part of the box that lies on the image; it may be empty.
PixelBox Clip(ImageView image, const PixelBox& box);
// The pixels of a clipped box. No pixel is copied.
ImageView Crop(ImageView image, const PixelBox& box);

// Each pixel is the mean of factor x factor pixels; pixels left over at the right and the bottom
// are dropped. `factor` is at least 1.
PageImage Reduce(ImageView image, int factor);

// Each pixel (i, j) is the image at map(i + 0.5, j + 0.5), interpolated bilinearly; outside the
// image, its nearest pixel. Nothing when a corner falls behind the camera.
std::optional<PageImage> Warp(ImageView image, const Homography& map, int width, int height);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_RESAMPLE_H_
