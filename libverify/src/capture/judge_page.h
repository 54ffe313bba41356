// SPDX-License-Identifier: Apache-2.0
// Holds a captured page against the page that is expected, and says for each fact whether it is
// what was expected.
#ifndef SCEAU_CAPTURE_JUDGE_PAGE_H_
#define SCEAU_CAPTURE_JUDGE_PAGE_H_

#include <optional>
#include <vector>

#include "base/page.h"
#include "capture/expected_page.h"
#include "capture/limits.h"
#include "capture/page_map.h"
#include "sceau/report.h"

namespace sceau::capture {

enum class FactResult {
  kNotCompared = 0,  // nothing certain was seen: never a reason for or against the page
  kAgrees,           // each letter was seen, and is nearer to the expected one than to any other
  kDiffers,          // seen, and something else
};

// What decided. The comment says of which results it may be the reason.
enum class FactWhy {
  kNone = 0,      // agrees
  kNotOnPage,     // not compared: the page expects no word of this fact
  kPageNotFound,  // not compared: the page could not be laid over the capture
  kOutOfSight,    // not compared: a part of it is out of the picture, or nothing near it could be
                  // compared
  kPoorCapture,   // not compared: fixed text near it is not clear enough to say what differs
  kDoubt,         // not compared: seen, and like the expected text, but not enough
  kInkAfter,      // not compared: ink where the paper should be white after it
  kOtherLetter,   // differs: one letter is another, FactJudgement says which
  kOddLetter,     // differs: one letter is not the expected one, and none that is known
  kOtherText,     // differs: ink is missing and other ink is there, over whole words
  kGoesOn,        // differs: the text goes on after its last letter
};

struct FactJudgement {
  FactResult result = FactResult::kNotCompared;
  FactWhy why = FactWhy::kPageNotFound;
  // Where the fact should stand in the capture, in its pixels, clockwise from its own top left; of
  // the first word or of the word that decided. All zero when the page was not found.
  Corners place{};
  int word = -1;          // of ExpectedPage, the one that decided; -1 for none
  int letter = -1;        // of that word, or -1
  char32_t expected = 0;  // of kOtherLetter; `expected` of kOddLetter too, `seen` of kGoesOn
  char32_t seen = 0;
};

enum class PageResult {
  kNotFound = 0,  // the capture shows too little of the page, or shows it too badly
  kFound,         // the expected page lies over the capture
  kAnotherPage,   // the code's own surroundings are there, and the rest is certainly not this page
  kUnlike,        // seen, and hardly the expected page: nothing is compared
};

// Where the page lies in the capture.
struct PagePlace {
  PageMap map;       // of the page to the picture as it was reduced
  double scale = 1;  // of that picture's pixels to those of the capture

  Point operator()(Point on_page) const {
    const Point at = map(on_page);
    return {at.x / scale, at.y / scale};
  }
};

struct PageJudgement {
  PageResult result = PageResult::kNotFound;
  float registered_share =
      0;  // of the places that were looked for outside the code's surroundings, 0..1
  int registered_places = 0;
  bool text_added = false;  // lines of text where the page ends its own: a remark, not a difference
  bool text_missing = false;  // white paper where the page prints text: another remark
  bool text_beside = false;   // lines of text in the picture, outside of the page: another one
  std::vector<FactJudgement>
      facts;  // by fact, always ExpectedPage::fact_count (at most Limits::max_facts)
  std::optional<PagePlace> place{};  // of kFound
};

// `captured` is of any light, scale, turn and bend, best at 180 to 220 dpi by the code's size;
// larger ones are reduced, after their pixels are bounded. `code` has the corners of
// ExpectedPage::code in pixels of `captured`, with whole numbers between pixels, in the same order;
// any value may come, NaN too. Nothing of a page that breaks a limit is compared. Never fails;
// takes time and memory by `limits` alone. Calls `drawer` from this thread. Thread-safe for
// different drawers.
PageJudgement JudgePage(const ExpectedPage& page, LetterDrawer& drawer, ImageView captured,
                        const Corners& code, const Limits& limits = {});

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_JUDGE_PAGE_H_
