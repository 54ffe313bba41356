// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/print_seen.h"

#include <algorithm>

namespace sceau::gui {
namespace {

// A cell holds two or three letters of a page that fills the picture.
constexpr int kCellsAcross = 48;
constexpr int kSmallestCell = 8;
// Ink takes a quarter of the light of its paper at least.
constexpr int kInkShare = 4;
// Letters cross a line of pixels more than once, as an edge or a shadow does.
constexpr int kCrossingsALine = 2;
// Of a hundred cells: a few lines of text.
constexpr int kWrittenShare = 3;

struct PrintCell {
  const std::uint8_t* first = nullptr;
  int side = 0;
  std::ptrdiff_t stride = 0;

  int at(int x, int y) const { return first[y * stride + x]; }
};

// How often the pixels go from one side of `middle` to the other, along rows and columns.
int crossingsOf(const PrintCell& cell, int middle) {
  int crossings = 0;
  for (int y = 1; y < cell.side; ++y) {
    for (int x = 1; x < cell.side; ++x) {
      const bool isLight = cell.at(x, y) > middle;
      if (isLight != (cell.at(x - 1, y) > middle)) ++crossings;
      if (isLight != (cell.at(x, y - 1) > middle)) ++crossings;
    }
  }
  return crossings;
}

// Dark on light, as paper is.
bool isWritten(const PrintCell& cell) {
  int darkest = 255;
  int lightest = 0;
  int sum = 0;
  for (int y = 0; y < cell.side; ++y) {
    for (int x = 0; x < cell.side; ++x) {
      const int light = cell.at(x, y);
      darkest = std::min(darkest, light);
      lightest = std::max(lightest, light);
      sum += light;
    }
  }
  const int middle = (darkest + lightest) / 2;
  if ((lightest - darkest) * kInkShare < lightest) return false;
  if (sum < middle * cell.side * cell.side) return false;
  return crossingsOf(cell, middle) >= kCrossingsALine * cell.side;
}

}  // namespace

bool showsPrint(const Luminance& picture) {
  const int side = std::max(kSmallestCell, picture.width / kCellsAcross);
  int cells = 0;
  int written = 0;
  for (int y = 0; y + side <= picture.height; y += side) {
    for (int x = 0; x + side <= picture.width; x += side) {
      const std::ptrdiff_t place = std::ptrdiff_t{y} * picture.width + x;
      ++cells;
      if (isWritten({picture.pixels.data() + place, side, picture.width})) ++written;
    }
  }
  return cells > 0 && written * 100 >= cells * kWrittenShare;
}

}  // namespace sceau::gui
