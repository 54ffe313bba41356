// SPDX-License-Identifier: Apache-2.0
// What the decoys are drawn with.
#ifndef SCEAU_TOOLS_DECOYS_DRAWING_H_
#define SCEAU_TOOLS_DECOYS_DRAWING_H_

#include <vector>

#include "degrade/picture.h"

namespace sceau::decoys {

using degrade::Picture;
using degrade::Random;

constexpr float kInk = 25;
constexpr float kPaper = 235;

int Between(Random& random, int low, int high);  // both included
double Between(Random& random, double low, double high);

// Clipped to the picture.
void FillRectangle(Picture& picture, int left, int top, int width, int height, float light);
void FillEllipse(Picture& picture, double x, double y, double a, double b, float light);

// Smooth hills of `cell` pixels from 0 to 1, summed over finer and finer ones.
Picture Clouds(int width, int height, double cell, int octaves, Random& random);

// The cells of something like a symbol, or of a symbol: true is dark.
struct Cells {
  int width = 0;
  int height = 0;
  std::vector<bool> dark;
  Cells(int w, int h);
  void Set(int x, int y, bool is_dark);
  bool at(int x, int y) const;
};

// Draws the cells with light ones around them, their middle on (x, y), turned clockwise.
void PlaceCells(Picture& picture, const Cells& cells, double x, double y, double cell_size,
                double degrees, int quiet);
// Draws the cells anywhere they fit, level or turned, with cells of 2.5 to 6 pixels as far as there
// is room.
void PlaceSomewhere(Picture& picture, const Cells& cells, int quiet, Random& random);

}  // namespace sceau::decoys

#endif  // SCEAU_TOOLS_DECOYS_DRAWING_H_
