// SPDX-License-Identifier: Apache-2.0
// A captured word explained by the expected one: the local blur of its ink, and of that the
// strength, a shift of less than a pixel and a grey, which differ from word to word. They are
// fitted so that pixels that do not follow count for little, as those of a changed letter do.
#ifndef SCEAU_CAPTURE_WORD_FIT_H_
#define SCEAU_CAPTURE_WORD_FIT_H_

#include "capture/local_blur.h"
#include "capture/plane.h"

namespace sceau::capture {

struct WordFit {
  Plane<float> seen;
  Plane<float> made;   // what the expected word looks like when captured
  float strength = 1;  // of the print, against the local blur
  float grey = 0;
  float shift_x = 0;  // of the captured word from where it was expected, page pixels, below one
  float shift_y = 0;
  float amplitude = 0;  // the ink of its darkest parts
  float scale = 0;      // the expected ink of its darkest parts
  float likeness = 0;   // correlation of `seen` and `made`
  // Ink that is made and not seen, and seen and not made, by the ink that is made.
  float missing = 0;
  float extra = 0;
  // How steep upright edges are in what is extra, by those in the expected word: about 1 for
  // writing, and next to nothing for a marker, a shadow and the torn edge of the paper.
  float written = 0;
};

WordFit FitWord(const Plane<float>& expected, Plane<float> seen, const LocalBlur& blur);

// Ink missing and extra in columns `from` .. `to` - 1, where they differ by more than `tolerance`
// of the amplitude.
struct InkBalance {
  float missing = 0;
  float extra = 0;
};
InkBalance Balance(const WordFit& fit, int from, int to, float tolerance);

// Whether ink is seen that is much darker than these letters are printed: a pen, where they are
// grey.
bool HasDarkerInk(const WordFit& fit);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_WORD_FIT_H_
