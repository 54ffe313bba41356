// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/without_margin.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <tuple>
#include <utility>
#include <vector>

#include "barcode/read/contrast_map.h"
#include "barcode/read/decode_grid.h"
#include "barcode/read/grid.h"
#include "barcode/read/grid_shape.h"
#include "barcode/read/resample.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

using Reading = absl::StatusOr<std::optional<Symbol>>;

// Shares of the longer side: how far the located area may miss the symbol.
constexpr double kSearchReach = 0.2;
constexpr double kMaxOffSquare = 0.1;  // of the longer side, that the other may differ by
constexpr double kMinModule = 1.6;     // pixels
// How well a grid meets the known patterns, as in grid_reader.cc. On a dark ground the solid sides
// of a Data Matrix say nothing, so that the other two must do.
constexpr float kMinFitWithoutMargin = 0.3F;
constexpr std::size_t kMaxLaid = 3;
constexpr int kMinSwings = 8;  // along a border: the smallest symbols have 10 modules a side
constexpr int kMinContrastOfArea = 64;

struct Bounds {
  int left;
  int top;
  int right;  // past the last
  int bottom;

  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

std::uint8_t PixelAt(ImageView image, int x, int y) { return image.pixels[y * image.stride + x]; }

// The middle between the darkest and the lightest tenth; nothing for a flat area.
std::optional<int> ThresholdIn(ImageView image, const Bounds& area) {
  std::array<int, 256> count{};
  for (int y = area.top; y < area.bottom; ++y) {
    for (int x = area.left; x < area.right; ++x) ++count[PixelAt(image, x, y)];
  }
  const int tenth = (area.right - area.left) * (area.bottom - area.top) / 10;
  const auto level = [&](int rank) {
    int value = 0;
    for (int sum = count[0]; sum <= rank && value < 255;)
      sum += count[static_cast<std::size_t>(++value)];
    return value;
  };
  const int dark = level(tenth);
  const int light = level(9 * tenth);
  return light - dark < kMinContrastOfArea ? std::nullopt : std::optional((dark + light) / 2);
}

// The box of what differs from the ground around a rough box.
class GroundEdges {
 public:
  GroundEdges(ImageView image, const Bounds& area, int threshold)
      : image_(image), area_(area), threshold_(threshold) {}

  // Whether most of the area's own border is dark.
  bool HasDarkGround() const {
    int dark = 0;
    int all = 0;
    const auto look = [&](int x, int y) {
      dark += IsDark(x, y) ? 1 : 0;
      ++all;
    };
    for (int x = area_.left; x < area_.right; ++x) {
      look(x, area_.top);
      look(x, area_.bottom - 1);
    }
    for (int y = area_.top; y < area_.bottom; ++y) {
      look(area_.left, y);
      look(area_.right - 1, y);
    }
    return 2 * dark > all;
  }

  Bounds Fit(Bounds box, bool dark_ground) const {
    const auto column = [&](int x) {
      return Differs(dark_ground, {x, box.top, x + 1, box.bottom});
    };
    const auto row = [&](int y) { return Differs(dark_ground, {box.left, y, box.right, y + 1}); };
    // Twice: the first time, the other sides may still lie within the symbol.
    for (int round = 0; round < 2; ++round) {
      while (box.left > area_.left && column(box.left - 1)) --box.left;
      while (box.right < area_.right && column(box.right)) ++box.right;
      while (box.top > area_.top && row(box.top - 1)) --box.top;
      while (box.bottom < area_.bottom && row(box.bottom)) ++box.bottom;
      while (box.left + 1 < box.right && !column(box.left)) ++box.left;
      while (box.right - 1 > box.left && !column(box.right - 1)) --box.right;
      while (box.top + 1 < box.bottom && !row(box.top)) ++box.top;
      while (box.bottom - 1 > box.top && !row(box.bottom - 1)) --box.bottom;
    }
    return box;
  }

 private:
  bool IsDark(int x, int y) const { return PixelAt(image_, x, y) < threshold_; }
  bool Differs(bool dark_ground, const Bounds& line) const {
    for (int y = line.top; y < line.bottom; ++y) {
      for (int x = line.left; x < line.right; ++x) {
        if (IsDark(x, y) != dark_ground) return true;
      }
    }
    return false;
  }

  ImageView image_;
  Bounds area_;
  int threshold_;
};

Corners CornersOf(const Bounds& box) {
  const auto left = static_cast<double>(box.left);
  const auto top = static_cast<double>(box.top);
  const auto right = static_cast<double>(box.right);
  const auto bottom = static_cast<double>(box.bottom);
  return {Point{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

// From the symbol's own top left.
Corners FromTurn(const Corners& corners, std::size_t by) {
  Corners turned;
  for (std::size_t i = 0; i < 4; ++i) turned[i] = corners[(i + by) % 4];
  return turned;
}

// The left and the lower side, as the symbol stands, move out by one module.
Corners WithSolidSides(const Corners& corners, int size) {
  const double share = 1.0 / (size - 1);
  const Point left = (corners[0] - corners[1]) * share;
  const Point down = (corners[3] - corners[0]) * share;
  return {corners[0] + left, corners[1], corners[2] + down, corners[3] + left + down};
}

struct LaidGrid {
  float score;
  Grid grid;
};

// Grids of all sizes and turns over a box, those that fit best.
std::vector<LaidGrid> FindFits(const ContrastMap& map, const Corners& box, double side,
                               std::deque<GridShape>& shapes) {
  std::vector<LaidGrid> fits;
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    for (const int size : SizesOf(symbology)) {
      if (side < kMinModule * size) break;
      const GridShape& shape = shapes.emplace_back(ShapeOf(symbology, size));
      for (std::size_t turn = 0; turn < 4; ++turn) {
        const Corners whole = FromTurn(box, turn);
        const auto consider = [&](const Corners& corners) {
          Grid grid(map, shape, corners);
          const float score = grid.FixedScore();
          if (score >= kMinFitWithoutMargin) fits.push_back({score, std::move(grid)});
        };
        consider(whole);
        if (symbology == Symbology::kDataMatrix) consider(WithSolidSides(whole, size));
      }
    }
  }
  std::ranges::sort(fits, std::greater{}, &LaidGrid::score);
  if (fits.size() > kMaxLaid) fits.erase(fits.begin() + kMaxLaid, fits.end());
  return fits;
}

Reading ReadBox(ImageView page, const Bounds& box, bool inverted) {
  const Corners corners = CornersOf(box);
  const ContrastMap map =
      ContrastMap::Measure(page, Rectangle{corners, box.width(), box.height()}, inverted);
  if (map.empty()) return std::optional<Symbol>();
  const Corners on_map = map.FromPage(corners);
  std::deque<GridShape> shapes;
  for (LaidGrid& fit : FindFits(map, on_map, Length(on_map[1] - on_map[0]), shapes)) {
    fit.grid.FitCorners(0.4, 0.06, true);
    SCEAU_ASSIGN_OR_RETURN(auto symbol,
                           DecodeGrid(fit.grid.shape(), fit.grid.Sample(), Persistence::kLow));
    if (!symbol) continue;
    symbol->corners = map.ToPage(fit.grid.corners());
    return symbol;
  }
  return std::optional<Symbol>();
}

// How often the line between two pixels of the image crosses the threshold.
int SwingsAlong(ImageView image, Point from, Point step, int count, int threshold) {
  int swings = 0;
  bool last = false;
  for (int i = 0; i < count; ++i) {
    const bool dark = PixelAt(image, static_cast<int>(from.x + step.x * i),
                              static_cast<int>(from.y + step.y * i)) < threshold;
    swings += i > 0 && dark != last ? 1 : 0;
    last = dark;
  }
  return swings;
}

}  // namespace

Reading ReadWithoutMargin(ImageView page, const Candidate& candidate) {
  const Corners& corners = candidate.rectangle.corners;
  const auto across = std::ranges::minmax(corners, {}, &Point::x);
  const auto down = std::ranges::minmax(corners, {}, &Point::y);
  const auto inside = [&](double x, double y) {
    return std::pair(static_cast<int>(std::clamp<double>(std::round(x), 0, page.width)),
                     static_cast<int>(std::clamp<double>(std::round(y), 0, page.height)));
  };
  const double reach = kSearchReach * LongerSide(candidate);
  const auto bounds = [&](double by) {
    const auto [x0, y0] = inside(across.min.x - by, down.min.y - by);
    const auto [x1, y1] = inside(across.max.x + by, down.max.y + by);
    return Bounds{x0, y0, x1, y1};
  };
  const Bounds rough = bounds(0);
  const Bounds area = bounds(reach);
  if (rough.width() < 2 || rough.height() < 2) return std::optional<Symbol>();
  const auto threshold = ThresholdIn(page, rough);
  if (!threshold) return std::optional<Symbol>();
  const GroundEdges edges(page, area, *threshold);
  const bool dark_ground = edges.HasDarkGround();
  const Bounds box = edges.Fit(rough, dark_ground);
  const double longer = std::max(box.width(), box.height());
  if (std::min(box.width(), box.height()) < (1 - kMaxOffSquare) * longer)
    return std::optional<Symbol>();
  // Beside paper, modules of the other kind have a quiet zone, by which other ways read them.
  const bool cut =
      box.left == 0 || box.top == 0 || box.right == page.width || box.bottom == page.height;
  for (const bool inverted : {false, true}) {
    if (!cut && inverted == dark_ground) continue;
    SCEAU_ASSIGN_OR_RETURN(auto symbol, ReadBox(page, box, inverted));
    if (symbol) return symbol;
  }
  return std::optional<Symbol>();
}

std::optional<Candidate> WholeImage(ImageView image) {
  const double width = image.width;
  const double height = image.height;
  if (std::min(width, height) < (1 - kMaxOffSquare) * std::max(width, height)) return std::nullopt;
  if (std::min(width, height) < 2 * kMinSwings) return std::nullopt;
  const Bounds all{0, 0, image.width, image.height};
  const auto threshold = ThresholdIn(image, all);
  if (!threshold) return std::nullopt;
  int sides = 0;
  for (const auto& [from, step, count] :
       {std::tuple{Point{0, 0}, Point{1, 0}, image.width},
        std::tuple{Point{0, height - 1}, Point{1, 0}, image.width},
        std::tuple{Point{0, 0}, Point{0, 1}, image.height},
        std::tuple{Point{width - 1, 0}, Point{0, 1}, image.height}})
    sides += SwingsAlong(image, from, step, count, *threshold) >= kMinSwings ? 1 : 0;
  if (sides < 2) return std::nullopt;
  Candidate candidate;
  candidate.rectangle = {CornersOf(all), width, height};
  return candidate;
}

}  // namespace sceau::barcode
