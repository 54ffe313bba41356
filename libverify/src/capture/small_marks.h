// SPDX-License-Identifier: Apache-2.0
// Marks that neither a letter nor a word would miss: the dot of an i, an accent, a hyphen, an
// apostrophe. Each is asked for by itself, and so is ink of that size where none should be.
#ifndef SCEAU_CAPTURE_SMALL_MARKS_H_
#define SCEAU_CAPTURE_SMALL_MARKS_H_

#include <cstdint>

#include "capture/expected_page.h"
#include "capture/local_blur.h"
#include "capture/plane.h"
#include "capture/word_fit.h"
#include "capture/words.h"

namespace sceau::capture {

struct SmallMarks {
  // Of the marks that stand apart from the rest of their letters, the ink of the faintest by what
  // it should have: 1 as expected, 0 where it is not there. 1 for a word without such marks.
  float faintest = 1;
  // The ink of the largest mark that should not be there, by that of the dot of an i.
  float added = 0;
};

// Looks in the word, and for added marks around it too: as far as a letter would stand beside it.
SmallMarks FindSmallMarks(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                          const SeenWord& word, const WordFit& fit, const LocalBlur& blur);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_SMALL_MARKS_H_
