// SPDX-License-Identifier: Apache-2.0
// From pixels to ink. A picture of paper is light times what the paper reflects, and only the
// second is of the page. The light changes slowly and letters are thin: the brightest pixel near
// each place is paper, and pixel / paper is what the print leaves of the light there. So shade,
// shadow, yellow lamps and grey scans all become the same: 0 for paper, 1 for full ink.
#ifndef SCEAU_CAPTURE_CAPTURED_INK_H_
#define SCEAU_CAPTURE_CAPTURED_INK_H_

#include <cstdint>
#include <optional>

#include "base/page.h"
#include "capture/plane.h"

namespace sceau::capture {

inline constexpr int kCellSide = 8;

struct CapturedInk {
  Plane<std::uint8_t> ink;  // bytes as plane.h says, without kOutside
  double scale = 1;         // pixels of it in a pixel of the capture, at most 1
  // By cells of kCellSide pixels of it: how bright the capture is, and where the sensor was
  // saturated, beside paper that is not. The second is empty where it tells nothing.
  Plane<std::uint8_t> light;
  Plane<std::uint8_t> glare;
  bool two_tones = false;  // a fax or a scan in black and white, which has no soft edges
};

// Whether the picture is a negative, as some scanners and apps make them: what is around the code
// is darker than the code. `code` are its corners, without the quiet zone.
bool IsNegative(ImageView captured, const Corners& code);

// `scale` in (0, 1] is how far the picture is reduced first. An empty result: no pixels.
CapturedInk ReadInk(ImageView captured, double scale, bool negative = false);

// The cell that holds a pixel of CapturedInk::ink; nothing out of the picture.
std::optional<std::uint8_t> CellUnder(const Plane<std::uint8_t>& cells, Point pixel);

// Half as wide and high.
Plane<std::uint8_t> Halved(const Plane<std::uint8_t>& plane);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_CAPTURED_INK_H_
