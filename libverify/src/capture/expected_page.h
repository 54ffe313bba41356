// SPDX-License-Identifier: Apache-2.0
// What the pixels of a captured page are held against: the page as its issuer drew it. This room
// knows neither claims nor fonts nor files; who calls it draws the page, and says which word prints
// which fact.
//
// Page pixels: 200 dpi, the origin at the outer corner of the page's top left pixel, x to the
// right, y down; the centre of the first pixel is (0.5, 0.5). All values are the caller's own and
// trusted as little as pixels are: JudgePage() bounds each of them (capture/limits.h).
#ifndef SCEAU_CAPTURE_EXPECTED_PAGE_H_
#define SCEAU_CAPTURE_EXPECTED_PAGE_H_

#include <cstdint>
#include <vector>

#include "sceau/report.h"

namespace sceau::capture {

inline constexpr int kPageDpi = 200;
inline constexpr float kPixelsPerPoint = kPageDpi / 72.0F;
// A4, in page pixels.
inline constexpr int kPageWidth = 1654;
inline constexpr int kPageHeight = 2339;

// One letter as it is set: the origin of its outline, on the baseline.
struct ExpectedLetter {
  char32_t letter = 0;
  float x = 0;
  float y = 0;
};

inline constexpr int kFixedText = -1;
inline constexpr int kNoFace = -1;

// A run of letters without a space.
struct ExpectedWord {
  // From the first letter's origin to the last one's advance. Height: the type's ascent and
  // descent, or close to them.
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  float baseline = 0;
  float points = 0;    // the size of the type
  int face = kNoFace;  // index of the caller's, for LetterDrawer; kNoFace where it has none
                       // (letters are not tested then)
  int fact =
      kFixedText;  // index of the caller's, from 0, or text that each page of the layout prints
  std::vector<ExpectedLetter> letters;
};

struct ExpectedPage {
  // 255 = full ink, 0 = paper: 255 minus the luminance that the page is drawn with. kPageWidth *
  // kPageHeight, rows from the top. The whole page, with rules and grounds; the modules of the code
  // may be left out.
  std::vector<std::uint8_t> ink;
  // In any order. All words of the page: other ink was added.
  std::vector<ExpectedWord> words;
  int fact_count = 0;  // facts are 0 .. fact_count - 1
  // The outer corners of the code's modules, without the quiet zone; clockwise from the symbol's
  // own top left.
  Corners code{};
};

// The ink of one letter alone.
struct LetterInk {
  int width = 0;
  int height = 0;
  // Where the top left pixel lies, seen from the pixel that holds the origin of the letter.
  int left = 0;
  int top = 0;
  float advance = 0;  // page pixels
  std::vector<std::uint8_t>
      coverage;  // width * height, 255 = covered, whatever the ink's colour; empty for a space
};

// Draws letters in the faces of the page, for the tests "is it this letter or that one?". It is
// asked for letters that the page does not print, and for each of them again and again: keep
// nothing, the room remembers. Thread-compatible: one caller at a time.
class LetterDrawer {
 public:
  virtual ~LetterDrawer() = default;
  // `face` as in ExpectedWord; `points` > 0; the phases are where in its pixel the origin lies, 0
  // <= phase < 1, from the pixel's left and top edge. False when the face has no such letter;
  // `*ink` is then of no meaning. At most 400 x 400.
  virtual bool Draw(int face, float points, char32_t letter, float phase_x, float phase_y,
                    LetterInk* ink) = 0;
  // Page pixels that the page adds to the advance of `left` where `right` follows, below zero where
  // they stand closer.
  virtual float Kerning(int /*face*/, float /*points*/, char32_t /*left*/, char32_t /*right*/) {
    return 0;
  }
};

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_EXPECTED_PAGE_H_
