// SPDX-License-Identifier: Apache-2.0
// Where on an image a symbol may be: compact areas with edges in all directions.
#ifndef SCEAU_BARCODE_READ_LOCATE_H_
#define SCEAU_BARCODE_READ_LOCATE_H_

#include <algorithm>
#include <vector>

#include "barcode/read/geometry.h"
#include "base/page.h"

namespace sceau::barcode {

struct Candidate {
  Rectangle rectangle;  // the smallest around the area
  double score = 0;     // higher is likelier; comparable within one image
  double beat = 0;      // the strongest that reading it has shown; 0: not known
};
inline double LongerSide(const Candidate& candidate) {
  return std::max(candidate.rectangle.width, candidate.rectangle.height);
}

// The best candidates first, at most `limit`.
std::vector<Candidate> Locate(ImageView image, int limit);

// Dark and light by about halves, as symbols are and text is not.
bool IsDarkAndLight(ImageView image, const Candidate& candidate);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_READ_LOCATE_H_
