// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/grid_reader.h"

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <iterator>
#include <utility>
#include <vector>

#include "barcode/read/contrast_map.h"
#include "barcode/read/decode_grid.h"
#include "barcode/read/grid.h"
#include "barcode/read/grid_shape.h"
#include "barcode/read/grown_grid.h"
#include "barcode/read/module_count.h"
#include "barcode/read/snap.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

using Found = absl::StatusOr<std::optional<Symbol>>;

// How well the fixed modules are met. Measured: grids of a wrong size or turn fit up to 0.4; those
// that could be read fit from 0.55 on.
constexpr float kMinFit = 0.4F;
constexpr float kGoodFit = 0.8F;  // good enough to sample without moving the grid

// The same for grown grids. Measured: the right size and turn have corners from 0.64 on and then
// fit from 0.8 on, most of them from 1.1; wrong ones fit up to 0.6, and up to 0.9 where a part of
// the grid or two finder patterns of three are right.
constexpr float kMinCorners = 0.5F;
constexpr float kMinGrownFit = 0.6F;
constexpr float kSureFit = 1;
constexpr std::size_t kRanks = 3;  // corners to grow from
constexpr int kMinGrown = 32;      // modules on each side: smaller symbols are flat enough
constexpr int kMaxGrown = 50'000;  // modules of all grown grids together: some 70 ms

struct Effort {
  std::size_t quads;       // how many quadrilaterals the sides may make
  std::size_t outlines;    // of these, how many to keep: those with the strongest beat
  std::size_t sizes;       // for each outline
  std::size_t turns;       // for each size
  std::size_t rough_fits;  // of all grids, how many to move until they fit
  std::size_t fits;        // of these, how many to sample
  std::size_t growths;     // how many to grow, as on bent paper
  Persistence persistence;
  // A beat that is not so many times as strong as its neighbours is not that of modules. Measured:
  // symbols that could be read have 3.5 or more, text up to 3.
  double least_beat;
};
constexpr Effort kQuick{2, 1, 2, 2, 2, 1, 0, Persistence::kLow, 3};
constexpr Effort kThorough{6, 2, 4, 4, 64, 3, 5, Persistence::kHigh, 2.2};

struct Outline {
  Corners corners;
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
  for (const Corners& quad :
       SnapToQuietZone(map, map.FromPage(candidate.rectangle.corners), effort.quads)) {
    auto counts = CountModules(map, quad, effort.sizes);
    if (!counts.empty()) outlines.push_back({quad, std::move(counts)});
  }
  KeepStrongest(outlines, effort.outlines,
                [](const Outline& outline) { return outline.counts[0].strength; });
  return outlines;
}

// Adds a grid for each likely size and turn of an outline, as snapped. `shapes` owns the shapes to
// which the grids refer.
void AddFits(const ContrastMap& map, const Outline& outline, const Effort& effort,
             std::deque<GridShape>& shapes, std::vector<Fit>& fits) {
  for (const ModuleCount& count : outline.counts) {
    if (count.strength < effort.least_beat) break;
    const GridShape& shape = shapes.emplace_back(ShapeOf(count.symbology, count.size));
    std::vector<Fit> turns;
    for (std::size_t by = 0; by < 4; ++by) {
      Grid grid(map, shape, Turned(outline.corners, by));
      const float score = grid.FixedScore();
      turns.push_back({score, std::move(grid)});
    }
    KeepStrongest(turns, effort.turns, &Fit::score);
    std::ranges::move(turns, std::back_inserter(fits));
  }
}

// Moves the grids that fit best until they fit better, and keeps those that then fit well enough,
// the best first.
void FitRoughly(const Effort& effort, std::vector<Fit>& fits) {
  KeepStrongest(fits, effort.rough_fits, &Fit::score);
  for (Fit& fit : fits) {
    if (fit.score > kGoodFit) break;
    fit.grid.FitCorners(0.8, 0.2, false);
    fit.score = fit.grid.FixedScore();
  }
  KeepStrongest(fits, effort.fits, &Fit::score);
  std::erase_if(fits, [](const Fit& fit) { return fit.score < kMinFit; });
}

Found Sample(const ContrastMap& map, Fit& fit, const Effort& effort) {
  Grid& grid = fit.grid;
  const GridShape& shape = grid.shape();
  Found found = std::optional<Symbol>();
  if (fit.score > kGoodFit) found = DecodeGrid(shape, grid.Sample(), Persistence::kLow);
  if (found.ok() && !*found) {
    grid.FitCorners(0.4, 0.06, true);
    found = DecodeGrid(shape, grid.Sample(), effort.persistence);
  }
  if (found.ok() && *found) (*found)->corners = map.ToPage(grid.corners());
  return found;
}

// A grid of one size and turn, on the outline where its corners fit best.
struct Growth {
  float score;
  std::size_t turn;
  GrownGrid grid;

  bool IsAlike(const Growth& other) const {
    return turn == other.turn && grid.shape().size == other.grid.shape().size &&
           grid.shape().symbology == other.grid.shape().symbology;
  }
};

// Returns the grids that are worth growing. `shapes` owns the shapes to which they refer.
std::vector<Growth> FindGrowths(const ContrastMap& map, const std::vector<Outline>& outlines,
                                const Effort& effort, std::deque<GridShape>& shapes) {
  std::vector<Growth> growths;
  const auto consider = [&](Growth growth) {
    const auto known =
        std::ranges::find_if(growths, [&](const Growth& other) { return growth.IsAlike(other); });
    if (known == growths.end()) {
      growths.push_back(std::move(growth));
    } else if (known->score < growth.score) {
      *known = std::move(growth);
    }
  };
  for (const Outline& outline : outlines) {
    for (const ModuleCount& count : outline.counts) {
      if (count.strength < effort.least_beat) break;
      if (count.size < kMinGrown) continue;
      const GridShape& shape = shapes.emplace_back(ShapeOf(count.symbology, count.size));
      for (std::size_t turn = 0; turn < 4; ++turn) {
        GrownGrid grid(map, shape, Turned(outline.corners, turn));
        const float score = grid.CornerScore();
        if (score >= kMinCorners) consider({score, turn, std::move(grid)});
      }
    }
  }
  KeepStrongest(growths, effort.growths, &Growth::score);
  return growths;
}

// Reads the outlines as symbols on bent paper: grows each grid from its best corner, then from its
// second best, and so on, until one decodes.
Found ReadBent(const ContrastMap& map, const std::vector<Outline>& outlines, const Effort& effort) {
  std::deque<GridShape> shapes;
  std::vector<Growth> growths = FindGrowths(map, outlines, effort, shapes);
  Found found = std::optional<Symbol>();
  const auto is_over = [&](const GrownGrid& grid, Persistence persistence) {
    found = DecodeGrid(grid.shape(), grid.Sample(), persistence);
    if (found.ok() && *found) (*found)->corners = map.ToPage(grid.corners());
    return !found.ok() || *found;
  };
  std::optional<GrownGrid> best;
  float best_score = kMinGrownFit;
  int modules = 0;
  for (std::size_t rank = 0; rank < kRanks; ++rank) {
    for (Growth& growth : growths) {
      if (best_score >= kSureFit || modules > kMaxGrown) break;
      growth.grid.Grow(rank);
      modules += growth.grid.shape().size * growth.grid.shape().size;
      const float score = growth.grid.FixedScore();
      if (score < best_score) continue;
      if (is_over(growth.grid, Persistence::kLow)) return found;
      best_score = score;
      best = growth.grid;
    }
  }
  if (best) is_over(*best, Persistence::kHigh);
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
  SCEAU_ASSIGN_OR_RETURN(std::optional<Symbol> symbol, ReadBent(map, outlines, effort));
  return GridResult{std::move(symbol), beat};
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
