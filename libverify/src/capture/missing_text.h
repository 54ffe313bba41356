// SPDX-License-Identifier: Apache-2.0
// Text that is certainly not there: white paper where the page prints it, as bright as the paper
// around, and print that is seen as it should be on all sides. Folds, glare, cuts and stains take
// what is around with them, or leave another shade.
#ifndef SCEAU_CAPTURE_MISSING_TEXT_H_
#define SCEAU_CAPTURE_MISSING_TEXT_H_

#include <cstdint>
#include <vector>

#include "capture/expected_page.h"
#include "capture/page_map.h"
#include "capture/plane.h"
#include "capture/words.h"

namespace sceau::capture {

// Whether a word is missing, or within a word that is there a letter as wide as a digit. `page` is
// the capture laid straight; `light` is CapturedInk::light, to which `map` leads. Words that are
// too pale for `two_tones` say nothing.
bool LacksText(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
               const std::vector<SeenWord>& words, const Plane<std::uint8_t>& light,
               const PageMap& map, bool two_tones);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_MISSING_TEXT_H_
