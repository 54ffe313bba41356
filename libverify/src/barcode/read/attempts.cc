// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/attempts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "barcode/read/enhance.h"
#include "barcode/read/grid_reader.h"
#include "barcode/read/resample.h"
#include "barcode/read/without_margin.h"
#include "barcode/read/zxing_reader.h"

namespace sceau::barcode {
namespace {

using Symbols = absl::StatusOr<std::vector<Symbol>>;

// One symbol is expected; a few more when the area holds neighbours.
constexpr int kMaxSymbolsOfArea = 8;

// Crops and views reach this far past the candidate, as a share of its longer side: the located
// area may miss the outer modules, and a reader needs to see paper around them.
constexpr double kCropReach = 1.5;
constexpr double kViewMargin = 0.18;

// ZXing 1.4 looks for a Data Matrix from the centre of the image only, and may start from a damaged
// module. Other centres are other chances. As shares of the longer side.
constexpr std::array<Point, 4> kOffCentres{
    {{0.1, 0.06}, {-0.1, -0.06}, {0.06, -0.1}, {-0.06, 0.1}}};

// Symbols that are drawn have a beat of 5 or more, text up to 3.8.
constexpr double kStrongBeat = 4.5;

// Larger crops are reduced. Even then each of 144 modules on a side keeps five pixels.
constexpr double kLargestCrop = 1200;

// Reads a crop of the page, unchanged. `off_centre` moves the crop, as a share of the longer side.
Symbols ReadCrop(ImageView page, const Candidate& candidate, Binarization binarization,
                 Point off_centre) {
  const double longer = LongerSide(candidate);
  const double side = longer * kCropReach;
  const Point corner =
      Centre(candidate.rectangle.corners) + off_centre * longer - Point{side / 2, side / 2};
  const auto round = [](double value) { return static_cast<int>(std::lround(value)); };
  const PixelBox box = Clip(page, {round(corner.x), round(corner.y), round(side), round(side)});
  const int factor = std::max(1, static_cast<int>(side / kLargestCrop));
  auto symbols = DecodeReduced(Crop(page, box), factor, binarization, kMaxSymbolsOfArea);
  if (!symbols.ok()) return symbols;
  const Point origin{static_cast<double>(box.x), static_cast<double>(box.y)};
  for (Symbol& symbol : *symbols) {
    for (Point& point : symbol.corners) point = point + origin;
  }
  return symbols;
}

// The area as seen from the front; its longer side is `pixels` long.
struct FrontView {
  PageImage image;
  Homography to_page;
};

// The image from which the view is drawn: the page, or a reduced part of it when the view is so
// much smaller that bilinear sampling would skip pixels.
struct Source {
  PageImage reduced;  // empty: the page itself
  Point origin;
  int factor = 1;

  Source(ImageView page, const Corners& area, double scale) {
    factor = std::max(1, static_cast<int>(1 / std::max(scale, 1e-3)));
    if (factor < 2) return;
    const Corners reach = Scaled(area, 1 + 3 * kViewMargin);
    const auto [left, right] = std::ranges::minmax(reach, {}, &Point::x);
    const auto [top, bottom] = std::ranges::minmax(reach, {}, &Point::y);
    const PixelBox box = Clip(
        page, {static_cast<int>(left.x), static_cast<int>(top.y),
               static_cast<int>(right.x - left.x) + 1, static_cast<int>(bottom.y - top.y) + 1});
    factor = std::max(1, std::min({factor, box.width, box.height}));
    origin = {static_cast<double>(box.x), static_cast<double>(box.y)};
    reduced = Reduce(Crop(page, box), factor);
  }

  Corners FromPage(const Corners& area) const {
    Corners corners;
    for (std::size_t i = 0; i < 4; ++i) corners[i] = (area[i] - origin) * (1.0 / factor);
    return corners;
  }
};

std::optional<FrontView> Straighten(ImageView page, const Corners& area, int pixels) {
  double width = (Length(area[1] - area[0]) + Length(area[2] - area[3])) / 2;
  double height = (Length(area[2] - area[1]) + Length(area[3] - area[0])) / 2;
  const double scale = pixels / std::max({width, height, 1.0});
  width *= scale;
  height *= scale;
  const double margin = pixels * kViewMargin;
  const Homography::Span inner{margin, margin, margin + width, margin + height};
  const Source source(page, area, scale);
  const auto to_page = Homography::FromRectangle(inner, area);
  const auto to_source = Homography::FromRectangle(inner, source.FromPage(area));
  if (!to_page || !to_source) return std::nullopt;
  auto image = Warp(source.reduced.width > 0 ? View(source.reduced) : page, *to_source,
                    static_cast<int>(std::lround(width + 2 * margin)),
                    static_cast<int>(std::lround(height + 2 * margin)));
  if (!image) return std::nullopt;
  return FrontView{*std::move(image), *to_page};
}

// Straightens the area and reads what `change` makes of it.
template <typename Change>
Symbols ReadView(ImageView page, const Corners& area, int pixels, Binarization binarization,
                 Change change) {
  const auto view = Straighten(page, area, pixels);
  if (!view) return std::vector<Symbol>{};
  const PageImage changed = change(view->image);
  auto symbols = DecodeSymbols(View(changed), binarization, kMaxSymbolsOfArea);
  if (!symbols.ok()) return symbols;
  for (Symbol& symbol : *symbols) symbol.corners = view->to_page.Map(symbol.corners);
  return symbols;
}

// The changes. Their radii suit the usual symbol of 50 to 80 modules on each side.
const PageImage& AsIs(const PageImage& image) { return image; }
PageImage Inverse(const PageImage& image) { return Invert(View(image)); }
template <int kRadius>
PageImage Sharper(const PageImage& image) {
  return Sharpen(View(image), kRadius, 1.75F);
}
PageImage Flatter(const PageImage& image) { return Flatten(View(image), 48); }
// Keeps detail of the size of modules, and removes pixel noise and shade.
PageImage ModuleBand(const PageImage& image) {
  const PageImage smooth = Smooth(View(image), 2);
  return Sharpen(View(smooth), 6, 2.0F);
}

Symbols ReadOffCentre(ImageView page, Candidate& candidate) {
  for (const Point& off_centre : kOffCentres) {
    auto symbols = ReadCrop(page, candidate, Binarization::kLocal, off_centre);
    if (!symbols.ok() || !symbols->empty()) return symbols;
  }
  return std::vector<Symbol>{};
}

Symbols ByBounds(ImageView page, Candidate& candidate) {
  // As it was located: what it was snapped to is not where it ends.
  if (BeatOf(page, candidate) < kStrongBeat) return std::vector<Symbol>{};
  auto found = ReadWithoutMargin(page, candidate);
  if (!found.ok()) return found.status();
  std::vector<Symbol> symbols;
  if (*found) symbols.push_back(**std::move(found));
  return symbols;
}

template <GridEffort kEffort>
Symbols ByGrid(ImageView page, Candidate& candidate) {
  auto found = ReadGrid(page, candidate, kEffort);
  if (!found.ok()) return found.status();
  candidate.beat = std::max(candidate.beat, found->beat);
  std::vector<Symbol> symbols;
  if (found->symbol) symbols.push_back(*std::move(found->symbol));
  return symbols;
}

template <Binarization kBinarization>
Symbols Plain(ImageView page, Candidate& candidate) {
  return ReadCrop(page, candidate, kBinarization, {});
}

template <int kPixels, Binarization kBinarization, auto kChange>
Symbols Straight(ImageView page, Candidate& candidate) {
  return ReadView(page, candidate.rectangle.corners, kPixels, kBinarization, kChange);
}

constexpr auto kLocal = Binarization::kLocal;
constexpr auto kGlobal = Binarization::kGlobal;

// The expensive ways are for large symbols. Those have 44 modules on each side or more, and on a
// smaller area each module would have fewer than two pixels. A small symbol has large modules,
// which a cheap way reads, or cannot be read at all.
constexpr double kLarge = 80;

// One camera took all symbols of a page, so their scores can be compared. Measured: a small symbol
// beside a large one has a third of its score; most areas without a symbol have less than 0.4 of
// it.
constexpr double kFaint = 0.1;
constexpr double kWeak = 0.4;

// Measured: symbols that only the last eight ways read have a beat of 5 or more; lines of text have
// at most 3.5.
constexpr double kAnyBeat = 0;
constexpr double kSomeBeat = 3.5;

// Measured on pictures of middling to bad quality whose symbols a search of the whole page does not
// find: the first two ways and the fourth read half of what can be read, the sixth reads a fifth,
// and each of the others reads a few more. The third is for what has no quiet zone, and costs
// little.
constexpr Attempt kAttempts[] = {
    {Plain<kGlobal>, 8, kFaint, 0, kAnyBeat, false},
    {Plain<kLocal>, 8, kFaint, 0, kAnyBeat, false},
    {ByBounds, 3, kWeak, 0, kAnyBeat, false},
    {ByGrid<GridEffort::kThorough>, 2, kWeak, kLarge, kAnyBeat, true},
    {ByGrid<GridEffort::kInverted>, 3, kWeak, 0, kAnyBeat, false},
    {Straight<300, kLocal, Sharper<4>>, 4, kFaint, 0, kSomeBeat, true},
    {Straight<300, kLocal, Inverse>, 4, kWeak, 0, kSomeBeat, true},
    {Straight<400, kGlobal, Sharper<4>>, 4, kWeak, 0, kSomeBeat, true},
    {ReadOffCentre, 4, kWeak, 0, kSomeBeat, true},
    {Straight<512, kLocal, AsIs>, 3, kWeak, kLarge, kSomeBeat, true},
    {Straight<512, kLocal, Flatter>, 2, kWeak, kLarge, kSomeBeat, true},
    {Straight<640, kGlobal, ModuleBand>, 3, kWeak, kLarge, kSomeBeat, true},
    {Straight<800, kGlobal, ModuleBand>, 2, kWeak, kLarge, kSomeBeat, true},
};

}  // namespace

std::span<const Attempt> Attempts() { return kAttempts; }

}  // namespace sceau::barcode
