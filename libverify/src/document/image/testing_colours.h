// SPDX-License-Identifier: Apache-2.0
// For tests: colour profiles, by Little CMS.
#ifndef SCEAU_DOCUMENT_IMAGE_TESTING_COLOURS_H_
#define SCEAU_DOCUMENT_IMAGE_TESTING_COLOURS_H_

#include <array>
#include <vector>

#include "base/bytes.h"
#include "document/image/colour_profile.h"

namespace sceau::document::testing {

Bytes MakeProfile(const Chromaticities& colours, double gamma);
Bytes MakeGreyProfile(double gamma);
// By the light of evenly spaced levels, 0 to 1.
Bytes MakeGreyProfile(const std::vector<float>& light);
// Blue is white, and red and green are black.
Bytes MakeBlueProfile();
// The greys of colours, by a table of 33 steps for each channel. The one at these steps is black.
using Steps = std::array<int, 3>;
inline constexpr Steps kNoStep = {-1, -1, -1};
Bytes MakeTableProfile(const Steps& black);

}  // namespace sceau::document::testing

#endif  // SCEAU_DOCUMENT_IMAGE_TESTING_COLOURS_H_
