// SPDX-License-Identifier: Apache-2.0
// From what was measured to agrees, differs and not compared. Only a positive fact makes `differs`:
// fixed text around is clear and lies where it should, and a letter, or a whole word, is certainly
// something else. A pen, a stamp or dirt only add ink, and glare, folds and erasers only take it
// away; what a forger prints in the place of something does both. What is neither certainly right
// nor certainly wrong is not compared.
#ifndef SCEAU_CAPTURE_DECIDE_H_
#define SCEAU_CAPTURE_DECIDE_H_

#include <optional>
#include <vector>

#include "capture/compare_letters.h"
#include "capture/judge_page.h"
#include "capture/local_blur.h"
#include "capture/read_instead.h"
#include "capture/small_marks.h"
#include "capture/word_fit.h"
#include "capture/words.h"

namespace sceau::capture {

// What was measured of a word that prints a fact.
struct WordEvidence {
  const SeenWord* word = nullptr;
  bool measured = false;  // in the picture, and with a local blur
  float likeness = 0;     // of WordFit, LocalBlur: of the word, and of the fixed words near it
  float near_likeness = 0;
  float near_share = 0;
  float missing = 0;
  float extra = 0;
  float written = 0;  // of WordFit
  bool stretched = false;
  bool in_glare = false;
  bool crossed = false;  // by a bar, or grey print by a pen: something lies over it
  bool pale = false;     // grey print, which a fax breaks up
  std::optional<std::vector<LetterEvidence>> letters;
  SmallMarks marks;
  float ink_after = 0;  // InkAfter() of the last word of a row, else 0
  Continuation continues;
};

struct FactDecision {
  FactResult result = FactResult::kAgrees;
  FactWhy why = FactWhy::kNone;
  int word = -1;
  int letter = -1;
  char32_t expected = 0;
  char32_t seen = 0;
};

// What holds for all words of a capture.
struct CaptureTraits {
  bool two_tones = false;
  // As much ink more than it should have may a letter have that is itself: LetterEvidence::extra.
  float few_extra = 0.05F;
};
// Of all letters of the page's facts: a noisy capture adds some ink to each of them, a stroke of a
// pen that makes a 7 of a 1 much to one.
CaptureTraits TraitsOf(const std::vector<std::vector<WordEvidence>>& facts, bool two_tones);

// `words` are all those of one fact, in the page's order.
FactDecision DecideFact(const std::vector<WordEvidence>& words, const CaptureTraits& traits);

// Of one row of a fact that is in doubt: whether another text certainly stands there. Else it is
// not compared, as `doubt` says.
FactDecision DecideByReading(const std::vector<WordEvidence>& row, const OtherText& reading,
                             const CaptureTraits& traits, const FactDecision& doubt);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_DECIDE_H_
