// SPDX-License-Identifier: Apache-2.0
// What a row of a value says where it does not say what is expected: the text whose letters, set in
// the value's own type from the place where the value begins, explain the pixels best. Of letters
// alone a forger's value may be anything, so each letter is looked for behind the ones before it.
// Type, size, ink and blur are known, and a text that explains the pixels less well than print
// explains them says nothing.
#ifndef SCEAU_CAPTURE_READ_INSTEAD_H_
#define SCEAU_CAPTURE_READ_INSTEAD_H_

#include <optional>
#include <string>
#include <vector>

#include "capture/compare_letters.h"
#include "capture/expected_page.h"
#include "capture/letter_store.h"
#include "capture/local_blur.h"
#include "capture/plane.h"
#include "capture/words.h"

namespace sceau::capture {

struct OtherText {
  std::u32string expected;
  std::u32string text;
  // As in WordEvidence, of the whole row with this text for its own.
  float likeness = 0;
  float missing = 0;
  float extra = 0;
  // Where the two texts differ: the share of what the expected text leaves unexplained that this
  // one leaves too, and how far the two are apart, in standard deviations of the noise.
  float left = 1;
  float separation = 0;
  std::optional<std::vector<LetterEvidence>> letters;
};

// `row`: the words of one fact on one line, from left to right; the first one lies where its
// neighbours say. Nothing where no text was found, or it is the expected one. `tries_left` counts
// down with each letter that is tried in a place; at 0 nothing more is read.
std::optional<OtherText> ReadInstead(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                                     const std::vector<const SeenWord*>& row, const LocalBlur& blur,
                                     LetterStore& letters, int& tries_left);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_READ_INSTEAD_H_
