// SPDX-License-Identifier: Apache-2.0
// What a telephone makes of a page held under a lamp: perspective, uneven light, soft focus, noise.
#ifndef SCEAU_TOOLS_DEGRADE_PHOTO_H_
#define SCEAU_TOOLS_DEGRADE_PHOTO_H_

#include "degrade/picture.h"

namespace sceau::degrade {

struct PhotoSettings {
  int width = 1600;
  int height = 1200;
  // The point of the page that the lens looks at, in millimetres from its top left, and how much of
  // the page spans the picture's width there.
  double aim_x_mm = 105;
  double aim_y_mm = 148;
  double span_mm = 210;
  double tilt_degrees = 24;  // the top of the page leans away
  double turn_degrees = 14;  // its right side leans away
  double roll_degrees = -6;  // the telephone is not level
  double blur_pixels = 0.8;
  double page_dpi = 200;  // of the page given
};

Picture Photograph(const Picture& page, const PhotoSettings& settings, Random& random);

}  // namespace sceau::degrade

#endif  // SCEAU_TOOLS_DEGRADE_PHOTO_H_
