// SPDX-License-Identifier: Apache-2.0
// A page that a program drew has no noise: paper is white and each letter is where it belongs. So
// it is held far more strictly than a scan: whatever it shows beyond the expected ink, of any
// lightness, between the words or in the margins, was added.
#ifndef SCEAU_CAPTURE_DRAWN_INK_H_
#define SCEAU_CAPTURE_DRAWN_INK_H_

#include "base/page.h"
#include "capture/expected_page.h"
#include "capture/judge_page.h"

namespace sceau::capture {

// How much of the sheet is darker, or lighter, than the expected page and the edges of its letters
// allow; in page pixels. What lies beside the page counts, the code does not. Infinite where
// `place` leads nowhere: what cannot be held against the page is not said to be as expected.
double InkBeyond(const ExpectedPage& expected, ImageView drawn, const PagePlace& place);

// Whether that is more than two ways to draw one page differ by. `place` is that of a page that
// JudgePage() found in `drawn`, and so are the bounds of both rasters.
bool ShowsMoreInk(const ExpectedPage& expected, ImageView drawn, const PagePlace& place);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_DRAWN_INK_H_
