// SPDX-License-Identifier: Apache-2.0
// The text of a strip of ink: each letter is set behind the ones before it, and of all texts that
// end at one place of the pen the few are kept that leave least unexplained.
#ifndef SCEAU_CAPTURE_READ_STRIP_H_
#define SCEAU_CAPTURE_READ_STRIP_H_

#include <string>
#include <string_view>

#include "capture/letter_store.h"
#include "capture/plane.h"

namespace sceau::capture {

struct Strip {
  Plane<float> seen;  // Type::Height() high
  Type type;
  float ink = 0;       // of a letter that is printed in full
  float below = 0;     // of row Type::OriginY(), how far the line is, pixels
  float worst = 0.5F;  // of the squared ink, the share that a text may leave unexplained
};

struct FoundText {
  std::u32string text;  // empty where nothing explains the ink
  float start = 0;      // of the first letter, in the strip
};

// `start` is where the first letter should begin; it is looked for up to three pixels around.
// `tries_left` counts down with each letter that is tried in a place; at 0 nothing is found.
FoundText ReadStrip(const Strip& strip, float start, std::u32string_view alphabet,
                    LetterStore& letters, int& tries_left);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_READ_STRIP_H_
