// SPDX-License-Identifier: Apache-2.0
// Pages and captures made for tests: letters of a face of our own, five squares by seven, and a
// code of random modules.
#ifndef SCEAU_CAPTURE_PAGE_TESTING_H_
#define SCEAU_CAPTURE_PAGE_TESTING_H_

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/page.h"
#include "capture/expected_page.h"

namespace sceau::capture {

// Capitals, a small i, digits, hyphen and space; any face number.
class SquareLetters : public LetterDrawer {
 public:
  bool Draw(int face, float points, char32_t letter, float phase_x, float phase_y,
            LetterInk* ink) override;
};

// The page of the tests: labels, six facts beside labels, more labels, and a frame with the code
// and text. `values` are the six facts, a space between words.
using PageValues = std::array<std::string, 6>;
inline const PageValues kPageValues{
    "MARTIN", "CAMILLE", "14 03 1985", "2 85 03 99 117 003 56", "12 11 2026", "BRETAGNE SUD"};
ExpectedPage MakePage(const PageValues& values);
const ExpectedWord& FirstWordOf(const ExpectedPage& page, int fact);
// The same code with its frame, on a page of other words.
ExpectedPage MakeLetter();

// A camera or a scanner of the tests.
struct Camera {
  double scale = 1;    // pixels of the capture in a page pixel
  double degrees = 0;  // turned by
  double tilt = 0;     // how much smaller the far end is, a share
  double bend = 0;     // how far the middle of the page is moved, page pixels
  float blur = 0.7F;
  float noise = 3;   // steps of 256
  double shade = 0;  // of the light, from one side to the other, a share
  double lift =
      0;  // page pixels by which the picture begins lower, so that the page's head is cut off
};
struct MadeCapture {
  PageImage image;
  Corners code{};
};
// What `page` prints, captured. Always the same for the same arguments.
MadeCapture Capture(const ExpectedPage& page, const Camera& camera);

// Paints over a part of a page's ink: `paint` gets each byte of it.
void Paint(ExpectedPage& page, float left, float top, float right, float bottom,
           const std::function<void(int x, int y, std::uint8_t& ink)>& paint);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_PAGE_TESTING_H_
