// SPDX-License-Identifier: Apache-2.0
// Evidence for tests of decisions.
#ifndef SCEAU_CAPTURE_DECIDE_TESTING_H_
#define SCEAU_CAPTURE_DECIDE_TESTING_H_

#include <limits>

#include "capture/decide.h"

namespace sceau::capture {

inline constexpr FactResult kAgrees = FactResult::kAgrees;
inline constexpr FactResult kDiffers = FactResult::kDiffers;
inline constexpr FactResult kNotCompared = FactResult::kNotCompared;
inline constexpr float kNotANumber = std::numeric_limits<float>::quiet_NaN();

// One word, "DUPONT", seen clearly and as expected.
struct Seen {
  ExpectedWord expected;
  SeenWord word;
  WordEvidence evidence;

  Seen() {
    for (const char32_t letter : {U'D', U'U', U'P', U'O', U'N', U'T'})
      expected.letters.push_back({letter, 0, 0});
    word.word = &expected;
    word.index = 7;
    word.seen = true;
    word.spread = 0.5F;
    word.bend = 0.5F;
    word.support = 5;
    word.column = 2;
    word.beside = 3;
    evidence.word = &word;
    evidence.measured = true;
    evidence.likeness = 0.95F;
    evidence.near_likeness = 0.96F;
    evidence.near_share = 1;
    evidence.missing = evidence.extra = 0.03F;
    evidence.written = 0.5F;
    evidence.letters.emplace();
    for (int i = 0; i < 6; ++i)
      evidence.letters->push_back(
          {.letter = i, .other = U'X', .lowest_separation = 30, .separation = 30});
  }
  Seen(const Seen&) = delete;
  Seen& operator=(const Seen&) = delete;

  LetterEvidence& Letter(std::size_t i) { return evidence.letters->at(i); }
  // The second letter is an O.
  void MakeOther() {
    LetterEvidence& letter = Letter(1);
    letter.toward = letter.lowest = -0.9F;
    letter.other = U'O';
    letter.left = 0.2F;
    letter.missing = letter.extra = 0.3F;
  }
  // A date in another type, such as "06/04/2027" for "03/04/2027".
  void MakeSeveralOthers() {
    evidence.likeness = 0.65F;
    evidence.missing = evidence.extra = 0.1F;
    for (const std::size_t i : {1U, 3U, 5U}) Letter(i).lowest = -0.5F;
  }
  // In a row of its own, with print on both sides of it alone.
  void MakeAlone() {
    word.column = 0;
    word.bend = word.spread = 0.3F;
    word.support = word.beside = 6;
  }
  void MakeOtherText() {
    evidence.likeness = 0.4F;
    evidence.missing = evidence.extra = 0.4F;
    for (LetterEvidence& letter : *evidence.letters) letter.toward = letter.lowest = 0;
  }
};

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_DECIDE_TESTING_H_
