// SPDX-License-Identifier: Apache-2.0
// Where each word lies on the rectified page. Registration leaves a pixel or two; each word is
// looked for by itself, within half a millimetre. A forged word has a shift of its own, so what
// counts is what the words round it say: where a word disagrees with them, it is taken where they
// say that it should be.
#ifndef SCEAU_CAPTURE_WORDS_H_
#define SCEAU_CAPTURE_WORDS_H_

#include <vector>

#include "capture/expected_page.h"
#include "capture/plane.h"
#include "sceau/report.h"

namespace sceau::capture {

struct SeenWord {
  const ExpectedWord* word = nullptr;
  int index = -1;     // of ExpectedPage::words
  PixelBox box;       // on the expected page, with some margin
  Point middle;       // on the baseline
  bool seen = false;  // all of it is in the picture
  int dx = 0;         // where the captured word lies from `box`
  int dy = 0;
  float score = 0;  // at the best shift of its own
  // What the words round it, of other facts or fixed, say:
  float spread = 9;  // how much their shifts differ, pixels
  float bend = 9;    // the same, and how far they are from where the registration put them
  int support = 0;   // how many are clear, close and agree
  int column = 0;    // how many of them stand above or below it
  int beside = 0;  // how many of them on its line and those next to it: paper may bend beyond them
};

// `page` is the rectified capture, as large as ExpectedPage::ink.
std::vector<SeenWord> LocateWords(const ExpectedPage& expected, const Plane<std::uint8_t>& page);

// The box of a word with its margin; nothing of it may lie out of the page for the word to be
// looked for.
PixelBox BoxOf(const ExpectedWord& word);
inline constexpr int kWordReach = 20;  // how far from its box pixels of the page are wanted

// The word's pixels of `page` at its shift.
Plane<float> InkAt(const Plane<std::uint8_t>& page, const SeenWord& word);
// The word as it is expected.
Plane<float> ExpectedInk(const ExpectedPage& expected, const SeenWord& word);

// Whether parts of the word lie well, but not all at one shift: bent paper.
bool IsStretched(const ExpectedPage& expected, const Plane<std::uint8_t>& page,
                 const SeenWord& word);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_WORDS_H_
