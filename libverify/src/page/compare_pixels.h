// SPDX-License-Identifier: Apache-2.0
// The document axis of a page of pixels: the page is drawn from the claims, and each letter of it
// held against what was captured.
#ifndef SCEAU_PAGE_COMPARE_PIXELS_H_
#define SCEAU_PAGE_COMPARE_PIXELS_H_

#include <optional>

#include "base/page.h"
#include "capture/judge_page.h"
#include "layout/expect_page.h"
#include "page/check_printed.h"

namespace sceau::page {

// Whether we can draw the page that the seal speaks of: it names a layout that we know.
bool IsOfKnownLayout(const Claims& claims);

// The same, and the page came with pixels.
bool CanComparePixels(const Claims& claims, const Page& page);

// The page as its seal has it, held against the pixels of the page.
struct JudgedPixels {
  layout::ExpectedDrawing expected;
  capture::PageJudgement judgement;
};

// Nothing where CanComparePixels() is false, and for a failure of our own. `symbol` is that of the
// seal, on `page`.
std::optional<JudgedPixels> JudgePixels(const Claims& claims, const Page& page,
                                        const Symbol& symbol);

// The page as its seal has it, of any attestation. Nothing where it cannot be drawn.
std::optional<layout::ExpectedDrawing> DrawExpected(const Claims& claims, const Symbol& symbol);

// Adds to what the words of the page said (`checked`) what its pixels say: facts that were not
// compared, and the axis. A fact that differs makes the axis differ (document.printed-*), and so
// does a page that is certainly another one (document.another-page); the axis agrees only when each
// fact does and no text was added or is missing.
//
// `symbol` is that of the seal, on `page`; the claims are those of its verified seal. Pixels are
// the document's: hostile, and bounded by capture/limits.h. Takes some 150 ms and 40 MB at most. A
// failure of our own leaves `checked` as it is.
void ComparePixels(const Claims& claims, const Page& page, const Symbol& symbol,
                   CheckedPage& checked);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_COMPARE_PIXELS_H_
