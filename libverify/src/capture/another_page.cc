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
constexpr int kMinRoundCode = 4;
constexpr int kMinTried = 12;

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

struct Places {
  int tried = 0;
  int found = 0;

  void Add(bool is_found) {
    ++tried;
    found += is_found ? 1 : 0;
  }
  bool IsShareBelow(int percent) const { return 100 * found < percent * tried; }
};

}  // namespace

Search LookAround(const PageRasters& page, const CaptureRasters& capture, const PageMap& map) {
  const Plane<std::uint8_t> seen = Rectified(capture.small, capture.small_scale, map, 2, {});
  std::vector<const Tile*> tiles;
  for (const Tile& tile : page.tiles) {
    if (!tile.in_code && IsInPicture(seen, tile)) tiles.push_back(&tile);
  }
  Places round_code;
  Places rest;
  Places anywhere;  // within reach
  Search search;
  for (std::size_t i = 0; i < std::min(kMaxFarTiles, tiles.size()); ++i) {
    const Tile& tile = *tiles[i * tiles.size() / std::min(kMaxFarTiles, tiles.size())];
    const Match match = LookFor(page, seen, tile, kTileReach);
    const bool is_found = match.score > kTileScore;
    anywhere.Add(is_found);
    constexpr double kStep = 2;  // page pixels of one at 100 dpi
    if (is_found && !match.at_edge)
      search.found.push_back({tile.centre, kStep * match.dx, kStep * match.dy, match.score});
    if (tile.near_code) {
      round_code.Add(LookFor(page, seen, tile, kTileNear).score > kTileScore);
    } else {
      rest.Add(is_found);
    }
  }
  const bool has_frame = round_code.tried >= kMinRoundCode && !round_code.IsShareBelow(75);
  if (has_frame && rest.tried >= kMinRest && rest.IsShareBelow(35)) {
    search.likeness = PageLikeness::kAnother;
  } else if (anywhere.tried >= kMinTried && anywhere.IsShareBelow(70)) {
    search.likeness = PageLikeness::kUnlike;
  }
  return search;
}

}  // namespace sceau::capture
