// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_CAPTURE_PART_AT_H_
#define SCEAU_CAPTURE_PART_AT_H_

#include "capture/plane.h"

namespace sceau::capture {

// A part of a plane that begins anywhere between its pixels. Zero outside of the plane.
Plane<float> PartAt(const Plane<float>& plane, float left, float top, int width, int height);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_PART_AT_H_
