// SPDX-License-Identifier: Apache-2.0
// Lays the expected page over the capture. The code's corners are known to a fraction of a pixel,
// but a code is small: what they say about the far end of a bent or tilted page is wrong by
// centimetres. So the known part grows from the code outwards: the tiles next to what is known are
// predicted, looked for in a small radius, and believed when they are alike and agree with their
// neighbours; each makes the next prediction better. When no more are found, a net of shifts is
// fitted through all of them, and tightened twice, at 100 and at 200 dpi.
#ifndef SCEAU_CAPTURE_REGISTRATION_H_
#define SCEAU_CAPTURE_REGISTRATION_H_

#include <vector>

#include "capture/expected_page.h"
#include "capture/page_map.h"
#include "capture/plane.h"
#include "capture/tiles.h"

namespace sceau::capture {

// The expected page, as the steps want it.
struct PageRasters {
  Plane<std::uint8_t> full;  // 200 dpi, ink 0 .. 255
  Plane<std::uint8_t> half;
  std::vector<Tile> tiles;
};

// The capture's ink, and the same at about 100 dpi or more.
struct CaptureRasters {
  Plane<std::uint8_t> full;
  Plane<std::uint8_t> small;
  double small_scale = 1;  // pixels of `small` in a pixel of `full`
};

struct Registration {
  PageMap map;    // to pixels of CaptureRasters::full
  int found = 0;  // tiles outside the code
  int tried = 0;
  int matched = 0;  // in the last tightening, of those in the picture
  int in_picture = 0;
  // Those of them that print no fact.
  int fixed_matched = 0;
  int fixed_in_picture = 0;
};

// The part that grows. `scale` is pixels of the capture in a page pixel, at the code.
// `code` are the corners of the code in the capture, `page_code` those on the page.
Registration GrowFromCode(const PageRasters& page, const CaptureRasters& capture,
                          const Corners& code, const Corners& page_code, const Homography& view,
                          double scale);

// Tightens the net, at half resolution and then at full.
void Tighten(const PageRasters& page, const CaptureRasters& capture, Registration& registration);

// The same, after the net was moved by what most of these shifts agree on: where the code does not
// lie on the page as it should.
void TightenMoved(const std::vector<Shift>& shifts, const PageRasters& page,
                  const CaptureRasters& capture, Registration& registration);

// Which blocks of the page (page_map.h) have pixels in these boxes.
Plane<std::uint8_t> BlocksOf(const std::vector<PixelBox>& boxes, int width, int height);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_REGISTRATION_H_
