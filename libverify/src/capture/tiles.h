// SPDX-License-Identifier: Apache-2.0
// Places of the expected page by which it can be recognised: small pieces with edges in both
// directions, so that a shift along either is noticed. They are looked for at half the page's
// resolution, 100 dpi, where a piece holds two or three words.
#ifndef SCEAU_CAPTURE_TILES_H_
#define SCEAU_CAPTURE_TILES_H_

#include <vector>

#include "capture/expected_page.h"
#include "capture/plane.h"

namespace sceau::capture {

inline constexpr int kTileWidth = 72;  // at 100 dpi
inline constexpr int kTileHeight = 28;

struct Tile {
  PixelBox box;            // at 100 dpi
  Point centre;            // page pixels
  bool in_code = false;    // of the code, whose place is known
  bool near_code = false;  // of the code, or of what frames it
  bool is_fixed = false;   // hardly anything but what each page of the layout prints
};

// At most `max_tiles` of them outside the code, spread over the page, and some of the code. `half`
// is the page at 100 dpi.
std::vector<Tile> ChooseTiles(const Plane<std::uint8_t>& half, const Corners& code,
                              std::size_t max_tiles);

// Says of each tile whether it is fixed.
void MarkFixed(const std::vector<ExpectedWord>& words, std::vector<Tile>& tiles);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_TILES_H_
