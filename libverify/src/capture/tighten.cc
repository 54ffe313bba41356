// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>

#include "capture/match.h"
#include "capture/registration.h"

namespace sceau::capture {
namespace {

struct Pass {
  int step;        // page pixels a pixel
  int radius;      // pixels
  double width_x;  // of the net's Gaussian, page pixels
  double width_y;
  std::size_t tiles;  // at most
};
constexpr std::size_t kMinFound = 12;

double MiddleOf(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// Keeps those that agree with the nine nearest, themselves among them. Lines are closer to one
// another than words.
std::vector<Shift> Agreeing(const std::vector<Shift>& shifts, double tolerance) {
  std::vector<Shift> kept;
  for (const Shift& shift : shifts) {
    std::vector<std::pair<double, const Shift*>> order;
    for (const Shift& other : shifts) {
      const double dx = (other.at.x - shift.at.x) / 2;
      const double dy = other.at.y - shift.at.y;
      order.emplace_back(dx * dx + dy * dy, &other);
    }
    const std::size_t count = std::min<std::size_t>(9, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(count),
                      order.end());
    std::vector<double> dx;
    std::vector<double> dy;
    for (std::size_t i = 0; i < count; ++i) {
      dx.push_back(order[i].second->dx);
      dy.push_back(order[i].second->dy);
    }
    if (std::hypot(shift.dx - MiddleOf(dx), shift.dy - MiddleOf(dy)) < tolerance)
      kept.push_back(shift);
  }
  return kept;
}

PixelBox Scaled(PixelBox box, int factor) {
  return {box.left * factor, box.top * factor, box.right * factor, box.bottom * factor};
}

PixelBox Grown(PixelBox box, int by) {
  return {box.left - by, box.top - by, box.right + by, box.bottom + by};
}

Plane<std::uint8_t> PatchOf(const Plane<std::uint8_t>& page, PixelBox box) {
  Plane<std::uint8_t> patch(box.width(), box.height());
  for (int y = 0; y < patch.height(); ++y)
    std::copy_n(page.Row(box.top + y) + box.left, patch.width(), patch.Row(y));
  return patch;
}

bool TightenOnce(const PageRasters& page, const CaptureRasters& capture, const Pass& pass,
                 Registration& registration) {
  const int factor = 2 / pass.step;  // of tiles, which are measured at 100 dpi
  const Plane<std::uint8_t>& expected = pass.step == 1 ? page.full : page.half;
  std::vector<const Tile*> tiles;
  std::vector<PixelBox> patches;
  const auto of_page = static_cast<std::size_t>(std::count_if(
      page.tiles.begin(), page.tiles.end(), [](const Tile& t) { return !t.in_code; }));
  for (std::size_t i = 0; i < std::min(of_page, pass.tiles); ++i) {
    const Tile& tile =
        page.tiles[i * of_page / std::min(of_page, pass.tiles)];  // those of the page come first
    const PixelBox patch = Grown(Scaled(tile.box, factor), pass.radius);
    if (patch.left < 0 || patch.top < 0 || patch.right > expected.width() ||
        patch.bottom > expected.height())
      continue;
    tiles.push_back(&tile);
    patches.push_back(patch);
  }
  const Plane<std::uint8_t> blocks = BlocksOf(patches, expected.width(), expected.height());
  const Plane<std::uint8_t> seen =
      pass.step == 1 ? Rectified(capture.full, 1, registration.map, 1, blocks)
                     : Rectified(capture.small, capture.small_scale, registration.map, 2, blocks);
  std::vector<Shift> shifts;
  registration.in_picture = 0;
  registration.fixed_in_picture = 0;
  registration.fixed_matched = 0;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const PixelBox box = Scaled(tiles[i]->box, factor);
    if (seen.At(box.left, box.top) == kOutside ||
        seen.At(box.right - 1, box.bottom - 1) == kOutside)
      continue;
    ++registration.in_picture;
    registration.fixed_in_picture += tiles[i]->is_fixed ? 1 : 0;
    const Match match = FindPiece(PieceOf(expected, box), PatchOf(seen, patches[i]), pass.radius);
    if (match.score > 0.45F && !match.at_edge) {
      shifts.push_back({tiles[i]->centre, match.dx * static_cast<double>(pass.step),
                        match.dy * static_cast<double>(pass.step), match.score});
      registration.fixed_matched += tiles[i]->is_fixed ? 1 : 0;
    }
  }
  registration.matched = static_cast<int>(shifts.size());
  if (shifts.size() < kMinFound) return false;
  shifts = Agreeing(shifts, 1.4 * pass.step + 0.8);
  registration.matched = static_cast<int>(shifts.size());
  registration.map.Bend(shifts, pass.width_x, pass.width_y);
  return true;
}

}  // namespace

Plane<std::uint8_t> BlocksOf(const std::vector<PixelBox>& boxes, int width, int height) {
  Plane<std::uint8_t> wanted((width + kBlock - 1) / kBlock, (height + kBlock - 1) / kBlock);
  for (const PixelBox& box : boxes) {
    for (int row = std::max(0, box.top / kBlock);
         row < std::min(wanted.height(), (box.bottom + kBlock - 1) / kBlock); ++row) {
      for (int column = std::max(0, box.left / kBlock);
           column < std::min(wanted.width(), (box.right + kBlock - 1) / kBlock); ++column) {
        wanted.At(column, row) = 1;
      }
    }
  }
  return wanted;
}

void Tighten(const PageRasters& page, const CaptureRasters& capture, Registration& registration) {
  constexpr Pass kHalf{2, 6, 170, 110, 140};
  constexpr Pass kFull{1, 4, 150, 90, 90};
  if (TightenOnce(page, capture, kHalf, registration))
    TightenOnce(page, capture, kFull, registration);
}

void TightenMoved(const std::vector<Shift>& shifts, const PageRasters& page,
                  const CaptureRasters& capture, Registration& registration) {
  constexpr double kTolerance = 8;  // page pixels, a millimetre
  const std::vector<Shift> agreeing = Agreeing(shifts, kTolerance);
  if (agreeing.size() < kMinFound) return;
  registration.map.Bend(agreeing, 260, 150);
  Tighten(page, capture, registration);
}

}  // namespace sceau::capture
