// SPDX-License-Identifier: Apache-2.0
#include "capture/another_page.h"

#include <algorithm>

#include "capture/match.h"

namespace sceau::capture {
namespace {

constexpr float kTileScore = 0.5F;
constexpr int kTileNear = 4;    // pixels at 100 dpi
constexpr int kTileReach = 24;  // 6 mm
constexpr std::size_t kMaxFarTiles = 90;
constexpr int kMinRest = 25;

Match LookFor(const PageRasters& page, const Plane<std::uint8_t>& seen, const Tile& tile,
              int radius) {
  const PixelBox area{tile.box.left - radius, tile.box.top - radius, tile.box.right + radius,
                      tile.box.bottom + radius};
  if (area.left < 0 || area.top < 0 || area.right > seen.width() || area.bottom > seen.height())
    return {};
  Plane<std::uint8_t> patch(area.width(), area.height());
  for (int y = 0; y < patch.height(); ++y)
    std::copy_n(seen.Row(area.top + y) + area.left, patch.width(), patch.Row(y));
  return FindPiece(PieceOf(page.half, tile.box), patch, radius);
}

bool IsInPicture(const Plane<std::uint8_t>& seen, const Tile& tile) {
  std::ptrdiff_t outside = 0;
  for (int y = tile.box.top; y < tile.box.bottom; ++y)
    outside += std::count(seen.Row(y) + tile.box.left, seen.Row(y) + tile.box.right, kOutside);
  return outside * 5 <= static_cast<std::ptrdiff_t>(tile.box.width()) * tile.box.height();
}

}  // namespace

bool IsAnotherPage(const PageRasters& page, const CaptureRasters& capture, const PageMap& map) {
  const Plane<std::uint8_t> seen = Rectified(capture.small, capture.small_scale, map, 2, {});
  std::vector<const Tile*> tiles;
  for (const Tile& tile : page.tiles) {
    if (!tile.in_code && IsInPicture(seen, tile)) tiles.push_back(&tile);
  }
  int round_code = 0;
  int round_code_found = 0;
  int rest = 0;
  int rest_found = 0;
  for (std::size_t i = 0; i < std::min(kMaxFarTiles, tiles.size()); ++i) {
    const Tile& tile = *tiles[i * tiles.size() / std::min(kMaxFarTiles, tiles.size())];
    if (tile.near_code) {
      ++round_code;
      round_code_found += LookFor(page, seen, tile, kTileNear).score > kTileScore ? 1 : 0;
    } else {
      ++rest;
      rest_found += LookFor(page, seen, tile, kTileReach).score > kTileScore ? 1 : 0;
    }
  }
  return round_code >= 4 && 4 * round_code_found >= 3 * round_code && rest >= kMinRest &&
         100 * rest_found < 35 * rest;
}

}  // namespace sceau::capture
