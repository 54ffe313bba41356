// SPDX-License-Identifier: Apache-2.0
// Where a page prints a NIR, whatever stands beside it.
#ifndef SCEAU_EVIDENCE_NUMBER_WORDS_H_
#define SCEAU_EVIDENCE_NUMBER_WORDS_H_

#include <vector>

#include "base/page.h"
#include "capture/plane.h"

namespace sceau::evidence {

// The boxes, times `scale`, of words that lie on one line, follow one another, and have 13 digits
// or more together; the letters A and B may stand in their midst, as in numbers from Corsica.
std::vector<capture::PixelBox> NumbersAmong(const std::vector<Word>& words, double scale);

}  // namespace sceau::evidence

#endif  // SCEAU_EVIDENCE_NUMBER_WORDS_H_
