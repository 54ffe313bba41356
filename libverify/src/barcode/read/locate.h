// SPDX-License-Identifier: Apache-2.0
// Finds where on an image a symbol may be.
//
// The idea: modules have edges in all directions, packed closely, in a compact area. Text has them
// too, but is not compact; rules, borders and gradients have edges in one direction only. So the
// image is turned into a map of texture (texture.h), the map is cut at several thresholds, and each
// connected area that about fills a rectangle is a candidate.
#ifndef SCEAU_BARCODE_READ_LOCATE_H_
#define SCEAU_BARCODE_READ_LOCATE_H_

#include <algorithm>
#include <vector>

#include "barcode/read/geometry.h"
#include "base/page.h"

namespace sceau::barcode {

struct Candidate {
  Rectangle rectangle;  // the smallest one around the area
  double score = 0;     // higher is likelier; comparable within one image only
  double beat = 0;      // the strongest that reading it has shown; 0 while it is not known
};
inline double LongerSide(const Candidate& candidate) {
  return std::max(candidate.rectangle.width, candidate.rectangle.height);
}

// Returns at most `limit` candidates, the best first, in pixels of `image`.
std::vector<Candidate> Locate(ImageView image, int limit);

// True when about half of the candidate's area is dark, as it is in symbols and is not in text.
bool IsDarkAndLight(ImageView image, const Candidate& candidate);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_LOCATE_H_
