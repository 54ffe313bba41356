// SPDX-License-Identifier: Apache-2.0
// Ink where the expected page has none: after a value, and in lines of their own between what the
// page prints.
#ifndef SCEAU_CAPTURE_EXTRA_INK_H_
#define SCEAU_CAPTURE_EXTRA_INK_H_

#include <vector>

#include "capture/expected_page.h"
#include "capture/plane.h"
#include "capture/words.h"

namespace sceau::capture {

// The right end of the white place behind a word, in page pixels.
int EndOfGap(const ExpectedPage& expected, const ExpectedWord& word);

// Behind the last word of a row of one fact, up to the next word or ten letters on: the width of
// what has as much ink as the value itself, by the size of the type. -1 when a part of that place
// is out of the picture.
float InkAfter(const ExpectedPage& expected, const Plane<std::uint8_t>& page, const SeenWord& word);

// Whether a bar of ink crosses the word and goes on at both sides: the edge of what lies over it.
bool IsCrossed(const Plane<std::uint8_t>& page, const SeenWord& word);

// The places where the page prints nothing over its whole width, at least as high as a line.
std::vector<PixelBox> EmptyBands(const ExpectedPage& expected);
// How many marks of the size of letters stand in them.
int LettersIn(const Plane<std::uint8_t>& page, const std::vector<PixelBox>& bands);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_EXTRA_INK_H_
