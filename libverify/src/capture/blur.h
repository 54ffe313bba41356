// SPDX-License-Identifier: Apache-2.0
// How a page becomes soft between its drawing and its capture: printer, lens, motion, sensor and
// compression together. What they do is not known, and differs over one picture, but close to a
// place it is one linear filter, and nine simple ones added up describe it well: nothing, three
// Gaussians, and their first and second derivatives (a shift, and a smear along one direction). How
// much of each is found by least squares on words that are known.
#ifndef SCEAU_CAPTURE_BLUR_H_
#define SCEAU_CAPTURE_BLUR_H_

#include <array>
#include <cstddef>

#include "capture/plane.h"

namespace sceau::capture {

// Pixels beyond the edge are taken as those at the edge.
Plane<float> GaussianBlur(const Plane<float>& plane, float sigma);
// Half the difference of the neighbours.
Plane<float> SlopeX(const Plane<float>& plane);
Plane<float> SlopeY(const Plane<float>& plane);

inline constexpr std::size_t kFilters = 9;
using FilterBank = std::array<Plane<float>, kFilters>;
using BlurWeights = std::array<float, kFilters>;

FilterBank Filtered(const Plane<float>& plane);
// The sum of the bank by weight, without the bank's memory.
Plane<float> Blurred(const Plane<float>& plane, const BlurWeights& weights);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_BLUR_H_
