// SPDX-License-Identifier: Apache-2.0
// Writing on a picture, in whatever face and size: marks as high as letters that stand side by side
// on one line.
#ifndef SCEAU_CAPTURE_WRITING_H_
#define SCEAU_CAPTURE_WRITING_H_

#include <cstdint>
#include <vector>

#include "capture/expected_page.h"
#include "capture/page_map.h"
#include "capture/plane.h"
#include "capture/words.h"

namespace sceau::capture {

struct Writing {
  int lines = 0;
  int letters = 0;

  // As much as names somebody and a right. A sender's line of a fax, or the mark of an app that
  // scans, is less.
  bool IsText() const { return lines >= 3 && letters >= 45; }
};

// Of marks, 1 where ink is and 0 elsewhere: lines that run across or along the picture, whichever
// have more letters.
Writing WritingOf(const Plane<std::uint8_t>& marks);

// In the picture outside of all that the page prints, with a margin.
Writing WritingBeside(const ExpectedPage& expected, const Plane<std::uint8_t>& ink,
                      const PageMap& map);
// On the page, laid straight (200 dpi), where it prints nothing: neither on what it should print
// nor where its words were found. In what it prints as a whole, without the margins.
Writing WritingBetween(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                       const std::vector<SeenWord>& words);
// In the picture but for the code.
Writing WritingRoundCode(const ExpectedPage& expected, const Plane<std::uint8_t>& ink,
                         const PageMap& map);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_WRITING_H_
