// SPDX-License-Identifier: Apache-2.0
// Is this letter the expected one, or another? Nothing is read. Once a word is explained
// (word_fit.h), what is left of the capture is noise where the letter is the expected one; where it
// is another, what is left looks like that other letter less the expected one, seen through the
// same blur. So each other letter is one question with one number for an answer: +1 when the
// capture is as expected, -1 when it is the other one, and about the middle when it is neither.
#ifndef SCEAU_CAPTURE_COMPARE_LETTERS_H_
#define SCEAU_CAPTURE_COMPARE_LETTERS_H_

#include <optional>
#include <vector>

#include "capture/letter_store.h"
#include "capture/local_blur.h"
#include "capture/word_fit.h"
#include "capture/words.h"

namespace sceau::capture {

inline constexpr char32_t kNoLetter = 0;  // paper where the letter should be

struct LetterEvidence {
  int letter = -1;              // of the word
  float toward = 1;             // +1 as expected, -1 as `other`
  char32_t other = kNoLetter;   // the one for which most speaks
  float lowest = 1;             // the least of all others' numbers
  float left = 0;               // of what was unexplained, the share that `other` leaves so
  float lowest_separation = 0;  // as `separation`, of the other that has it
  float separation = 0;  // how far the two letters are apart, in standard deviations of the noise
  float missing = 0;     // in the letter's columns
  float extra = 0;
  float moved = 1;  // as `left`, by the expected letter itself a pixel or so further along the line
};

// Of each letter of the word that can be tested. Nothing when a letter that should be tested cannot
// be drawn.
std::optional<std::vector<LetterEvidence>> TestLetters(const SeenWord& word, const WordFit& fit,
                                                       const LocalBlur& blur, LetterStore& letters);

// A letter set after the end of the word in its own type, at once or after a hyphen or a space.
struct Continuation {
  char32_t letter = kNoLetter;
  float likeness = 0;  // correlation of what stands there with that letter
};
Continuation LookAfter(const Plane<std::uint8_t>& page, const SeenWord& word, const WordFit& fit,
                       LetterStore& letters);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_COMPARE_LETTERS_H_
