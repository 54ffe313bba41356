// SPDX-License-Identifier: Apache-2.0
// Writing on a picture, in whatever face and size: marks as high as letters that stand side by side
// on one line.
#ifndef SCEAU_CAPTURE_WRITING_H_
#define SCEAU_CAPTURE_WRITING_H_

#include <cstdint>

#include "capture/plane.h"

namespace sceau::capture {

struct Writing {
  int lines = 0;
  int letters = 0;

  // As much as names somebody and a right. A sender's line of a fax, or the mark of an app that
  // scans, is less.
  bool IsText() const { return lines >= 3 && letters >= 45; }
  // A row of a table or a sentence here and there. Grain and weave make many short rows, and pens
  // and stamps shorter ones.
  bool IsFewLongRows() const { return lines >= 1 && lines <= 6 && letters >= 20 * lines; }
};

// Of marks, 1 where ink is and 0 elsewhere: lines that run across or along the picture, whichever
// have more letters.
Writing WritingOf(const Plane<std::uint8_t>& marks);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_WRITING_H_
