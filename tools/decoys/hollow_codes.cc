// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>

#include "decoys/kinds.h"

namespace sceau::decoys {
namespace {

void Scatter(Cells& cells, Random& random) {
  for (int y = 0; y < cells.height; ++y) {
    for (int x = 0; x < cells.width; ++x) cells.Set(x, y, (random.Next() & 1) != 0);
  }
}

// Squares in one another, the middle one dark or light: finder patterns of QR, eyes of Aztec.
void DrawRings(Cells& cells, int x, int y, int radius, bool outermost_dark) {
  for (int dy = -radius; dy <= radius; ++dy) {
    for (int dx = -radius; dx <= radius; ++dx) {
      const int cx = x + dx;
      const int cy = y + dy;
      if (std::min(cx, cy) < 0 || cx >= cells.width || cy >= cells.height) continue;
      const int ring = std::max(std::abs(dx), std::abs(dy));
      cells.Set(cx, cy, ((radius - ring) % 2 == 0) == outermost_dark);
    }
  }
}

void DrawFinder(Cells& cells, int x, int y) {
  DrawRings(cells, x, y, 4, false);
  for (int dy = -1; dy <= 1; ++dy) {
    for (int dx = -1; dx <= 1; ++dx) cells.Set(x + dx, y + dy, true);
  }
}

Cells LikeAztec(Random& random) {
  const int side = 15 + 4 * Between(random, 0, 12);
  Cells cells(side, side);
  Scatter(cells, random);
  DrawRings(cells, side / 2, side / 2, random.Uniform() < 0.5 ? 4 : 6, true);
  return cells;
}

// Rows of words of 17 cells between a start and a stop pattern.
Cells LikePdf417(Random& random) {
  const int words = Between(random, 3, 12);
  const int rows = Between(random, 4, 30);
  constexpr int kWord = 17;
  constexpr int kRowHeight = 3;
  Cells cells((words + 2) * kWord + 1, rows * kRowHeight);
  for (int row = 0; row < rows; ++row) {
    for (int x = 0; x < cells.width; ++x) {
      const bool start = x < kWord;
      const bool stop = x >= (words + 1) * kWord;
      const bool ends = start ? (x < 8 || x % 2 == 0) : x % 3 == 0;
      const bool dark = start || stop ? ends : (random.Next() & 1) != 0;
      for (int y = 0; y < kRowHeight; ++y) cells.Set(x, row * kRowHeight + y, dark);
    }
  }
  return cells;
}

Cells Bars(Random& random) {
  Cells cells(Between(random, 60, 140), Between(random, 10, 50));
  bool dark = true;
  for (int x = 0; x < cells.width; dark = !dark) {
    for (int width = Between(random, 1, 4); width > 0 && x < cells.width; --width, ++x) {
      for (int y = 0; y < cells.height; ++y) cells.Set(x, y, dark);
    }
  }
  return cells;
}

}  // namespace

// The three finders and the timing of a version, around cells by chance.
void DrawHollowQr(Picture& picture, Random& random) {
  const int side = 17 + 4 * Between(random, 1, 12);
  Cells cells(side, side);
  Scatter(cells, random);
  constexpr int kTiming = 6;
  for (int i = 0; i < side; ++i) {
    cells.Set(i, kTiming, i % 2 == 0);
    cells.Set(kTiming, i, i % 2 == 0);
  }
  DrawRings(cells, side - 7, side - 7, 2, true);
  constexpr int kMiddle = 3;
  DrawFinder(cells, kMiddle, kMiddle);
  DrawFinder(cells, side - 1 - kMiddle, kMiddle);
  DrawFinder(cells, kMiddle, side - 1 - kMiddle);
  PlaceSomewhere(picture, cells, 4, random);
}

// The two solid sides and the two dotted ones of every region, around cells by chance.
void DrawHollowDataMatrix(Picture& picture, Random& random) {
  const int regions = Between(random, 1, 3);
  const int region = regions == 1 ? 2 * Between(random, 5, 13) : 2 * Between(random, 8, 13);
  const int side = regions * region;
  Cells cells(side, side);
  Scatter(cells, random);
  for (int i = 0; i < side; ++i) {
    for (int edge = 0; edge < side; edge += region) {
      cells.Set(i, edge, i % 2 == 0);
      cells.Set(edge + region - 1, i, i % 2 == 1);
      cells.Set(edge, i, true);
      cells.Set(i, edge + region - 1, true);
    }
  }
  PlaceSomewhere(picture, cells, 2, random);
}

void DrawOtherSymbologies(Picture& picture, Random& random) {
  PlaceSomewhere(picture, LikeAztec(random), 1, random);
  PlaceSomewhere(picture, LikePdf417(random), 2, random);
  PlaceSomewhere(picture, Bars(random), 4, random);
}

}  // namespace sceau::decoys
