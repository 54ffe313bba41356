// SPDX-License-Identifier: Apache-2.0
#include "capture/tiles.h"

#include <algorithm>
#include <cstdlib>

namespace sceau::capture {
namespace {

// Sums of steps between neighbours, from the top left corner to each place.
struct StepSums {
  Plane<std::uint32_t> across;
  Plane<std::uint32_t> down;
};

StepSums SumSteps(const Plane<std::uint8_t>& half) {
  StepSums sums{Plane<std::uint32_t>(half.width() + 1, half.height() + 1),
                Plane<std::uint32_t>(half.width() + 1, half.height() + 1)};
  for (int y = 0; y < half.height(); ++y) {
    const std::uint8_t* row = half.Row(y);
    const std::uint8_t* above = half.Row(std::max(0, y - 1));
    std::uint32_t across = 0;
    std::uint32_t down = 0;
    for (int x = 0; x < half.width(); ++x) {
      across += static_cast<std::uint32_t>(std::abs(row[x] - row[std::max(0, x - 1)]));
      down += static_cast<std::uint32_t>(std::abs(row[x] - above[x]));
      sums.across.At(x + 1, y + 1) = sums.across.At(x + 1, y) + across;
      sums.down.At(x + 1, y + 1) = sums.down.At(x + 1, y) + down;
    }
  }
  return sums;
}

std::uint32_t SumOf(const Plane<std::uint32_t>& sums, PixelBox box) {
  return sums.At(box.right, box.bottom) - sums.At(box.left, box.bottom) -
         sums.At(box.right, box.top) + sums.At(box.left, box.top);
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
  constexpr int kMargin = 4;
  const StepSums sums = SumSteps(half);
  const Bounds bounds = BoundsOf(code);
  std::vector<Tile> page;
  std::vector<Tile> of_code;
  for (int y = kMargin; y + kTileHeight + kMargin < half.height(); y += kTileHeight / 2) {
    for (int x = kMargin; x + kTileWidth + kMargin < half.width(); x += kTileWidth / 2) {
      Tile tile{{x, y, x + kTileWidth, y + kTileHeight},
                {2.0 * x + kTileWidth, 2.0 * y + kTileHeight}};
      if (SumOf(sums.across, tile.box) < kMinSteps || SumOf(sums.down, tile.box) < kMinSteps)
        continue;
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
