// SPDX-License-Identifier: Apache-2.0
// Pixels of ink that touch, by their sides or corners.
#ifndef SCEAU_CAPTURE_BLOB_H_
#define SCEAU_CAPTURE_BLOB_H_

#include <cstdint>
#include <utility>
#include <vector>

#include "capture/plane.h"

namespace sceau::capture {

struct Blob {
  PixelBox box;
  std::vector<std::pair<int, int>> pixels;  // x, y
};

// The one that holds a pixel that is not 0. It is cleared from `dark`, so that who goes through all
// pixels visits each once.
Blob TakeBlob(Plane<std::uint8_t>& dark, int x, int y);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_BLOB_H_
