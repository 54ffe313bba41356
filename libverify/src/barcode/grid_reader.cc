// SPDX-License-Identifier: Apache-2.0
#include "barcode/grid_reader.h"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

#include "barcode/contrast_map.h"
#include "barcode/decode_grid.h"
#include "barcode/grid.h"
#include "barcode/grid_shape.h"
#include "barcode/module_count.h"
#include "barcode/snap.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

using Found = absl::StatusOr<std::optional<Symbol>>;

// A beat is this many times as strong as its neighbours, or it is none. Measured: symbols that
// could be read from 3.5 on, text up to 3. Of the fixed modules. Measured: wrong sizes and turns up
// to 0.4, what could be read from 0.55 on.
constexpr float kLeastFit = 0.4F;
constexpr float kGoodFit = 0.8F;  // as rough as it is

struct Effort {
  std::size_t quads;       // that the sides may make
  std::size_t outlines;    // of these, the ones whose modules beat strongest
  std::size_t sizes;       // of each
  std::size_t turns;       // of each
  std::size_t rough_fits;  // of all, those to move until they fit
  std::size_t fits;        // of these, those to sample
  bool bends;              // paper may be bent
  double least_beat;       // weaker ones are no modules
};
constexpr Effort kQuick{2, 1, 2, 2, 2, 1, false, 3};
constexpr Effort kThorough{6, 2, 4, 4, 64, 3, true, 2.2};

struct Outline {
  BentOutline sides;
  std::vector<ModuleCount> counts;
};

struct Fit {
  float score;
  Grid grid;
};

template <typename T>
std::array<T, 4> Turned(const std::array<T, 4>& sides, std::size_t by) {
  std::array<T, 4> turned;
  for (std::size_t i = 0; i < 4; ++i) turned[i] = sides[(i + by) % 4];
  return turned;
}

template <typename T, typename Strength>
void KeepStrongest(std::vector<T>& things, std::size_t count, Strength strength) {
  std::ranges::sort(things, std::greater{}, strength);
  if (things.size() > count)
    things.erase(things.begin() + static_cast<std::ptrdiff_t>(count), things.end());
}

std::vector<Outline> FindOutlines(const ContrastMap& map, const Candidate& candidate,
                                  const Effort& effort) {
  std::vector<Outline> outlines;
  const auto beat = [](const Outline& outline) { return outline.counts[0].strength; };
  const auto consider = [&](const BentOutline& sides) {
    auto counts = CountModules(map, sides.corners, effort.sizes);
    if (!counts.empty()) outlines.push_back({sides, std::move(counts)});
  };
  for (const Corners& quad :
       SnapToQuietZone(map, map.FromPage(candidate.rectangle.corners), effort.quads))
    consider({quad, {}});
  KeepStrongest(outlines, effort.outlines, beat);
  if (!effort.bends) return outlines;
  const std::vector<Outline> straight = outlines;
  for (const Outline& outline : straight) {
    BentOutline bent = FitArcs(map, outline.sides.corners);
    outlines.push_back({bent, CountModules(map, bent.corners, effort.sizes)});
  }
  std::erase_if(outlines, [](const Outline& outline) { return outline.counts.empty(); });
  std::ranges::sort(outlines, std::greater{}, beat);
  return outlines;
}

// The sizes and turns of an outline, as snapped. `shapes` keeps what the grids refer to.
void AddFits(const ContrastMap& map, const Outline& outline, const Effort& effort,
             std::deque<GridShape>& shapes, std::vector<Fit>& fits) {
  for (const ModuleCount& count : outline.counts) {
    if (count.strength < effort.least_beat) break;
    const GridShape& shape = shapes.emplace_back(ShapeOf(count.symbology, count.size));
    std::vector<Fit> turns;
    for (std::size_t by = 0; by < 4; ++by) {
      Grid grid(map, shape, Turned(outline.sides.corners, by));
      if (effort.bends) grid.BendSides(Turned(outline.sides.sags, by));
      const float score = grid.FixedScore();
      turns.push_back({score, std::move(grid)});
    }
    KeepStrongest(turns, effort.turns, &Fit::score);
    std::ranges::move(turns, std::back_inserter(fits));
  }
}

// Moves the likeliest grids and keeps those that then fit, the best first.
void FitRoughly(const Effort& effort, std::vector<Fit>& fits) {
  KeepStrongest(fits, effort.rough_fits, &Fit::score);
  for (Fit& fit : fits) {
    if (fit.score > kGoodFit) break;
    fit.grid.FitCorners(0.8, 0.2, false);
    fit.score = fit.grid.FixedScore();
  }
  KeepStrongest(fits, effort.fits, &Fit::score);
  std::erase_if(fits, [](const Fit& fit) { return fit.score < kLeastFit; });
}

Found Sample(const ContrastMap& map, Fit& fit, const Effort& effort) {
  Grid& grid = fit.grid;
  Found found = std::optional<Symbol>();
  if (fit.score > kGoodFit) found = DecodeGrid(grid, Persistence::kLow);
  if (found.ok() && !*found) {
    grid.FitCorners(0.4, 0.06, true);
    found = DecodeGrid(grid, effort.bends ? Persistence::kHigh : Persistence::kLow);
  }
  if (effort.bends && found.ok() && !*found) {
    grid.FitBend();
    found = DecodeGrid(grid, Persistence::kHigh);
  }
  if (effort.bends && found.ok() && !*found) {
    grid.FitMesh();
    found = DecodeGrid(grid, Persistence::kHigh);
  }
  if (found.ok() && *found) (*found)->corners = map.ToPage(grid.corners());
  return found;
}

absl::StatusOr<GridResult> Read(const ContrastMap& map, const Candidate& candidate,
                                const Effort& effort) {
  std::deque<GridShape> shapes;
  std::vector<Fit> fits;
  const std::vector<Outline> outlines = FindOutlines(map, candidate, effort);
  for (const Outline& outline : outlines) AddFits(map, outline, effort, shapes, fits);
  const double beat = outlines.empty() ? 0 : outlines[0].counts[0].strength;
  FitRoughly(effort, fits);
  for (Fit& fit : fits) {
    SCEAU_ASSIGN_OR_RETURN(std::optional<Symbol> symbol, Sample(map, fit, effort));
    if (symbol) return GridResult{std::move(symbol), beat};
  }
  return GridResult{std::nullopt, beat};
}

}  // namespace

absl::StatusOr<GridResult> ReadGrid(ImageView page, const Candidate& candidate, GridEffort effort) {
  const bool inverted = effort == GridEffort::kInverted;
  const ContrastMap map = ContrastMap::Measure(page, candidate.rectangle, inverted);
  if (map.empty()) return GridResult{};
  return Read(map, candidate, effort == GridEffort::kThorough ? kThorough : kQuick);
}

double BeatOf(ImageView page, const Candidate& candidate) {
  const ContrastMap map = ContrastMap::Measure(page, candidate.rectangle, false);
  if (map.empty()) return 0;
  const auto counts = CountModules(map, map.FromPage(candidate.rectangle.corners), 1);
  return counts.empty() ? 0 : counts[0].strength;
}

}  // namespace sceau::barcode
