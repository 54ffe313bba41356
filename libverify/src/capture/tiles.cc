// SPDX-License-Identifier: Apache-2.0
#include "capture/tiles.h"

#include <algorithm>
#include <cstdlib>

namespace sceau::capture {
namespace {

constexpr int kTileMargin = 4;
constexpr int kCellWidth = kTileWidth / 2;
constexpr int kCellHeight = kTileHeight / 2;

// Between neighbours, summed.
struct Steps {
  std::uint32_t across = 0;
  std::uint32_t down = 0;
};

Steps StepsIn(const Plane<std::uint8_t>& half, int left, int top) {
  Steps steps;
  for (int y = top; y < top + kCellHeight; ++y) {
    const std::uint8_t* row = half.Row(y);
    const std::uint8_t* above = half.Row(y - 1);
    for (int x = left; x < left + kCellWidth; ++x) {
      steps.across += static_cast<std::uint32_t>(std::abs(row[x] - row[x - 1]));
      steps.down += static_cast<std::uint32_t>(std::abs(row[x] - above[x]));
    }
  }
  return steps;
}

// Of cells a quarter of a tile each, as many as lie within the margin.
Plane<Steps> StepsByCell(const Plane<std::uint8_t>& half) {
  Plane<Steps> cells((half.width() - 2 * kTileMargin) / kCellWidth,
                     (half.height() - 2 * kTileMargin) / kCellHeight);
  for (int y = 0; y < cells.height(); ++y) {
    for (int x = 0; x < cells.width(); ++x)
      cells.At(x, y) = StepsIn(half, kTileMargin + x * kCellWidth, kTileMargin + y * kCellHeight);
  }
  return cells;
}

// Of the tile whose first cell this is.
Steps StepsOfTile(const Plane<Steps>& cells, int x, int y) {
  Steps sum;
  for (const Steps& cell :
       {cells.At(x, y), cells.At(x + 1, y), cells.At(x, y + 1), cells.At(x + 1, y + 1)}) {
    sum.across += cell.across;
    sum.down += cell.down;
  }
  return sum;
}

struct Bounds {
  double left;
  double top;
  double right;
  double bottom;

  bool Holds(Point p) const { return p.x >= left && p.x <= right && p.y >= top && p.y <= bottom; }
};

Bounds BoundsOf(const Corners& corners) {
  Bounds bounds{corners[0].x, corners[0].y, corners[0].x, corners[0].y};
  for (const Point& p : corners) {
    bounds = {std::min(bounds.left, p.x), std::min(bounds.top, p.y), std::max(bounds.right, p.x),
              std::max(bounds.bottom, p.y)};
  }
  return bounds;
}

std::vector<Tile> Every(std::vector<Tile> tiles, std::size_t max_tiles) {
  if (tiles.size() <= max_tiles) return tiles;
  std::vector<Tile> kept;
  for (std::size_t i = 0; i < max_tiles; ++i) kept.push_back(tiles[i * tiles.size() / max_tiles]);
  return kept;
}

}  // namespace

std::vector<Tile> ChooseTiles(const Plane<std::uint8_t>& half, const Corners& code,
                              std::size_t max_tiles) {
  constexpr std::uint32_t kMinSteps =
      kTileWidth * kTileHeight * 5;  // a mean step of a fiftieth of full ink
  const Plane<Steps> cells = StepsByCell(half);
  const Bounds bounds = BoundsOf(code);
  std::vector<Tile> page;
  std::vector<Tile> of_code;
  for (int row = 0; row + 1 < cells.height(); ++row) {
    for (int column = 0; column + 1 < cells.width(); ++column) {
      const Steps steps = StepsOfTile(cells, column, row);
      if (steps.across < kMinSteps || steps.down < kMinSteps) continue;
      const int x = kTileMargin + column * kCellWidth;
      const int y = kTileMargin + row * kCellHeight;
      Tile tile{{x, y, x + kTileWidth, y + kTileHeight},
                {2.0 * x + kTileWidth, 2.0 * y + kTileHeight}};
      tile.in_code = bounds.Holds(tile.centre);
      tile.near_code = tile.centre.y > bounds.top - 20 && tile.centre.y < bounds.bottom + 20;
      (tile.in_code ? of_code : page).push_back(tile);
    }
  }
  constexpr std::size_t kMaxOfCode = 40;
  page = Every(std::move(page), max_tiles);
  of_code = Every(std::move(of_code), kMaxOfCode);
  page.insert(page.end(), of_code.begin(), of_code.end());
  return page;
}

void MarkFixed(const std::vector<ExpectedWord>& words, std::vector<Tile>& tiles) {
  constexpr float kFew = 0.08F;  // of a tile's pixels, in words of facts
  for (Tile& tile : tiles) {
    float of_facts = 0;
    for (const ExpectedWord& word : words) {
      if (word.fact == kFixedText) continue;
      // The tile is measured at 100 dpi, the word at 200.
      const float width = std::min(word.right / 2, static_cast<float>(tile.box.right)) -
                          std::max(word.left / 2, static_cast<float>(tile.box.left));
      const float height = std::min(word.bottom / 2, static_cast<float>(tile.box.bottom)) -
                           std::max(word.top / 2, static_cast<float>(tile.box.top));
      if (width > 0 && height > 0) of_facts += width * height;
    }
    tile.is_fixed = of_facts <= kFew * kTileWidth * kTileHeight;
  }
}

}  // namespace sceau::capture
