// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/dots.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "barcode/read/contrast_map.h"
#include "barcode/read/dark_share.h"
#include "barcode/read/enhance.h"
#include "barcode/read/grid_reader.h"
#include "barcode/read/module_count.h"
#include "barcode/read/resample.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

// Measured: dots of half a module to nine tenths of one have 0.1 to 0.32, pages of text up to 0.29;
// but text has a beat of at most 3.8, and dots have 12 or more.
constexpr double kMinDotShare = 0.06;
constexpr double kMaxDotShare = 0.34;
constexpr double kMinDotBeat = 7;
// Of what the beat takes for a module, which may be half of one.
constexpr double kGrowths[] = {0.2, 0.4};
constexpr double kReachOfDots = 0.15;  // of the longer side, that is read with it
constexpr double kMaxDotArea = 1'200;  // pixels; larger areas are reduced

bool HasShare(double share) {
  const double dots = std::min(share, 1 - share);
  return dots >= kMinDotShare && dots <= kMaxDotShare;
}

// Each pixel as dark as the darkest within `radius` in its row, or in its column.
PageImage Grown(const PageImage& image, int radius, bool along_rows) {
  PageImage grown = image;
  const int count = along_rows ? image.width : image.height;
  const int lines = along_rows ? image.height : image.width;
  const auto width = static_cast<std::size_t>(image.width);
  const std::size_t step = along_rows ? 1 : width;
  for (int line = 0; line < lines; ++line) {
    const std::size_t start = static_cast<std::size_t>(line) * (along_rows ? width : 1);
    for (int i = 0; i < count; ++i) {
      const int last = std::min(i + radius, count - 1);
      std::uint8_t darkest = 255;
      for (int k = std::max(i - radius, 0); k <= last; ++k)
        darkest = std::min(darkest, image.pixels[start + static_cast<std::size_t>(k) * step]);
      grown.pixels[start + static_cast<std::size_t>(i) * step] = darkest;
    }
  }
  return grown;
}

// The area with paper around it, dark on light, and how it lies on the page.
struct Area {
  PageImage image;
  Candidate candidate;  // in pixels of the image
  Point origin;
  int factor = 1;
};

Area AreaOf(ImageView page, const Candidate& candidate, bool inverted) {
  const double longer = LongerSide(candidate);
  const auto [left, right] = std::ranges::minmax(candidate.rectangle.corners, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(candidate.rectangle.corners, {}, &Point::y);
  const double reach = kReachOfDots * longer;
  const auto whole = [](double value) { return static_cast<int>(std::floor(value)); };
  const PixelBox box =
      Clip(page, {whole(left.x - reach), whole(top.y - reach), whole(right.x - left.x + 2 * reach),
                  whole(bottom.y - top.y + 2 * reach)});
  Area area;
  area.origin = {static_cast<double>(box.x), static_cast<double>(box.y)};
  area.factor = std::max(1, static_cast<int>(std::ceil(longer / kMaxDotArea)));
  if (box.width < 2 * area.factor || box.height < 2 * area.factor) return area;
  area.image = Reduce(Crop(page, box), area.factor);
  if (inverted) area.image = Invert(View(area.image));
  area.candidate = candidate;
  for (Point& corner : area.candidate.rectangle.corners)
    corner = (corner - area.origin) * (1.0 / area.factor);
  area.candidate.rectangle.width /= area.factor;
  area.candidate.rectangle.height /= area.factor;
  return area;
}

// What the beat takes for a module, in pixels of the page; 0 where there is none to speak of.
double ModuleOf(ImageView page, const Candidate& candidate) {
  const ContrastMap map = ContrastMap::Measure(page, candidate.rectangle, false);
  if (map.empty()) return 0;
  const auto counts = CountModules(map, map.FromPage(candidate.rectangle.corners), 1);
  if (counts.empty() || counts[0].strength < kMinDotBeat) return 0;
  return LongerSide(candidate) / counts[0].size;
}

}  // namespace

bool MayBeDots(ImageView page, const Candidate& candidate) {
  return HasShare(DarkShare(page, candidate.rectangle.corners)) && ModuleOf(page, candidate) > 0;
}

absl::StatusOr<std::optional<Symbol>> ReadDots(ImageView page, const Candidate& candidate) {
  const double share = DarkShare(page, candidate.rectangle.corners);
  if (!HasShare(share)) return std::optional<Symbol>();
  const double module_side = ModuleOf(page, candidate);
  if (module_side <= 0) return std::optional<Symbol>();
  const Area area = AreaOf(page, candidate, share > 0.5);
  if (area.image.pixels.empty()) return std::optional<Symbol>();
  for (const double growth : kGrowths) {
    const int radius =
        std::max(1, static_cast<int>(std::lround(growth * module_side / area.factor)));
    const PageImage grown = Grown(Grown(area.image, radius, true), radius, false);
    SCEAU_ASSIGN_OR_RETURN(GridResult read,
                           ReadGrid(View(grown), area.candidate, GridEffort::kQuick));
    if (!read.symbol) continue;
    for (Point& corner : read.symbol->corners) corner = corner * area.factor + area.origin;
    return std::move(read.symbol);
  }
  return std::optional<Symbol>();
}

}  // namespace sceau::barcode
