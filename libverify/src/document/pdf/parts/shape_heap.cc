// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/shape_heap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <utility>

#include "document/pdf/content/path_shape.h"

namespace sceau::document {
namespace {

constexpr double kMaxCells = 1'000;  // along a side
// A shape is a neighbour of what lies within so many times its shorter side: modules of a code are
// separated by a few others at most.
constexpr double kReach = 1.5;
constexpr double kMinReach = 2;
// Backgrounds and rules of tables join nothing. What is left out here is still drawn.
constexpr double kLongAspect = 16;

// Which pieces join, in pixels of the page.
struct Way {
  double cell;        // neighbours are looked for in such cells
  double large_side;  // wider pieces join nothing
  double max_reach;
  double least_thick;  // nor do thinner ones
  bool outlines;       // but winding outlines do, of any size, and only heaps with one are kept
};
// A centimetre: no module or finder pattern of a usual code is as wide.
constexpr Way kUsual{4, 80, 24, 0, false};
constexpr Way kTraced{16, 80, 24, 0, true};
constexpr Way kPoster{60, 1'200, 360, 8, false};
// The outline of a code winds more than that of any letter; see TurnsOf().
constexpr double kWinding = 3;
constexpr std::size_t kMaxOutlines = 2'000;
// A heap takes in what lies as close as that many modules, if it stays about as large as it was.
constexpr double kNear = 3;
constexpr double kMaxGrowth = 1.6;
constexpr double kMaxThick = 4;  // modules, of what is painted after the heap and may cover it
// The smallest symbols have more corners than so many, are larger, and darker.
constexpr std::size_t kMinPoints = 40;
constexpr double kMinSide = 12;  // pixels: 1.5 mm
constexpr double kMinShare = 0.08;
constexpr double kMinStraight = 0.15;  // of all outlines: a drawing at random has 0.03
constexpr double kMaxAspect = 10;
// Modules that are not along the frame are told from drawings by more of them.
constexpr std::size_t kMinFacets = 30;
constexpr double kMinTilted = 0.5;
constexpr std::size_t kFewCorners = 8;
constexpr std::size_t kDegrees = 90;  // of a right angle

Point Turned(Point p, double cosine, double sine) {
  return {p.x * cosine + p.y * sine, p.y * cosine - p.x * sine};
}

bool IsRound(const Piece& piece) {
  return piece.points > 8 && IsAsWide(piece.box, piece.box.width());
}

// In degrees of a right angle: where a side points to, or what lies across it.
double TiltOf(Point from, Point to) {
  constexpr double kDegreesOfRadian = 57.29577951308232;
  const double degrees = std::atan2(to.y - from.y, to.x - from.x) * kDegreesOfRadian;
  return std::fmod(degrees + 2 * static_cast<double>(kDegrees), kDegrees);
}

void MeasureTilt(const Subpath& subpath, Piece& piece) {
  constexpr double kSameWay = 1.5;  // degrees
  const auto& points = subpath.points;
  const auto next = [&](std::size_t i) { return points[(i + 1) % points.size()]; };
  const auto length = [&](std::size_t i) {
    return std::hypot(next(i).x - points[i].x, next(i).y - points[i].y);
  };
  std::size_t longest = 0;
  for (std::size_t i = 1; i < points.size(); ++i)
    longest = length(i) > length(longest) ? i : longest;
  piece.tilt = TiltOf(points[longest], next(longest));
  for (std::size_t i = 0; i < points.size(); ++i) {
    const double off = std::abs(TiltOf(points[i], next(i)) - piece.tilt);
    if (std::min(off, kDegrees - off) < kSameWay) piece.tilted += length(i);
  }
}

// Sets of pieces that reach one another, by way of a coarse grid. A page has fewer than 2^32.
class Grid {
 public:
  Grid(const Box& all, double cell)
      : all_(all),
        cell_(std::max({cell, all.width() / kMaxCells, all.height() / kMaxCells})),
        columns_(Index(all.width()) + 1),
        owner_(columns_ * (Index(all.height()) + 1), kNobody) {}

  void Add(std::size_t piece, const Box& reach) {
    parents_.resize(std::max(parents_.size(), piece + 1), kNobody);
    parents_[piece] = static_cast<std::uint32_t>(piece);
    const std::size_t left = Index(std::max(reach.left, all_.left) - all_.left);
    const std::size_t right = Index(std::min(reach.right, all_.right) - all_.left);
    const std::size_t top = Index(std::max(reach.top, all_.top) - all_.top);
    const std::size_t bottom = Index(std::min(reach.bottom, all_.bottom) - all_.top);
    for (std::size_t y = top; y <= bottom; ++y) {
      for (std::size_t x = left; x <= right; ++x) {
        std::uint32_t& owner = owner_[y * columns_ + x];
        if (owner == kNobody) {
          owner = static_cast<std::uint32_t>(piece);
        } else {
          parents_[Find(owner)] = Find(static_cast<std::uint32_t>(piece));
        }
      }
    }
  }
  std::uint32_t Find(std::uint32_t piece) {
    while (parents_[piece] != piece) piece = parents_[piece] = parents_[parents_[piece]];
    return piece;
  }
  bool Has(std::size_t piece) const {
    return piece < parents_.size() && parents_[piece] != kNobody;
  }

 private:
  static constexpr std::uint32_t kNobody = ~std::uint32_t{0};
  // Of two places without end apart, the difference is not a number.
  std::size_t Index(double along) const {
    const double cells = along / cell_;
    return cells > 0 ? static_cast<std::size_t>(std::min(cells, kMaxCells)) : 0;
  }

  Box all_;
  double cell_;
  std::size_t columns_;
  std::vector<std::uint32_t> owner_;
  std::vector<std::uint32_t> parents_;
};

bool IsOutline(const Piece& piece) { return piece.turns >= kWinding; }

bool Joins(const Piece& piece, const Way& way) {
  const double shorter = std::min(piece.box.width(), piece.box.height());
  const double longer = std::max(piece.box.width(), piece.box.height());
  if (way.outlines && IsOutline(piece)) return true;
  return shorter <= way.large_side && longer <= kLongAspect * std::max(shorter, 0.1) &&
         piece.thick() >= way.least_thick;
}

bool HasDots(Heap& heap) {
  if (heap.dots.size() < kMinShapes) return false;
  const double usual = MiddleOf(heap.dots);
  const auto alike = std::ranges::count_if(
      heap.dots, [usual](double dot) { return std::abs(dot - usual) < kAlike * usual; });
  return static_cast<std::size_t>(alike) >= kMinShapes;
}

// How much of the outlines runs in one direction or across it: of a drawing at random, two degrees
// of ninety.
double MostTiltedOf(const Heap& heap) {
  std::array<double, kDegrees> lengths{};
  for (const Piece* piece : heap.facets)
    lengths[static_cast<std::size_t>(piece->tilt) % kDegrees] += piece->tilted;
  double most = 0;
  for (std::size_t i = 0; i < kDegrees; ++i)
    most = std::max(most, lengths[i] + lengths[(i + 1) % kDegrees]);
  return most;
}

// Pieces with few corners that are as large as most of them.
std::size_t AlikeFacetsOf(const Heap& heap) {
  if (heap.facets.empty()) return 0;
  std::vector<double> widths;
  std::vector<double> heights;
  for (const Piece* piece : heap.facets) {
    widths.push_back(piece->box.width());
    heights.push_back(piece->box.height());
  }
  const double width = MiddleOf(widths);
  const double height = MiddleOf(heights);
  return static_cast<std::size_t>(std::ranges::count_if(heap.facets, [&](const Piece* piece) {
    return std::abs(piece->box.width() - width) < kAlike * width &&
           std::abs(piece->box.height() - height) < kAlike * height;
  }));
}

// Modules that do not stand along the frame: turned by their own corners, diamonds, short slanted
// lines, or anything of one size.
bool HasTiltedModules(const Heap& heap) {
  if (heap.facets.size() < kMinFacets) return false;
  return MostTiltedOf(heap) >= kMinTilted * (heap.outline - heap.bent) ||
         2 * AlikeFacetsOf(heap) >= std::max(heap.pieces - heap.bends, 2 * kMinFacets);
}

// Lines of a drawing are none of them.
Modules ModulesOf(Heap& heap) {
  const double dark = heap.area / (heap.box.width() * heap.box.height());
  if (dark >= kMinShare && heap.straight >= kMinStraight * heap.outline)
    return Modules::kAlongFrame;
  // The box of what is turned is up to twice as large. What lies upon itself again and again is a
  // gradient.
  if (dark < kMinShare / 2 || dark > 1) return Modules::kNone;
  if (HasDots(heap)) return Modules::kDots;
  return HasTiltedModules(heap) ? Modules::kTilted : Modules::kNone;
}

bool MayBeCode(Heap& heap) {
  const double shorter = std::min(heap.box.width(), heap.box.height());
  const double longer = std::max(heap.box.width(), heap.box.height());
  return (heap.pieces >= kMinShapes || heap.points >= kMinPoints) && shorter >= kMinSide &&
         longer <= kMaxAspect * shorter && (heap.modules = ModulesOf(heap)) != Modules::kNone;
}

// What joins nothing, such as the large pattern of a corner or the bar along a side, may belong to
// the code all the same.
void TakeInNeighbours(Heap& heap, const std::vector<Piece>& pieces) {
  const double module_side = ModuleOf(heap);
  const Box first = heap.box;
  const Box near = first.Grown(kNear * module_side);
  for (const Piece& piece : pieces) {
    Box grown = first;
    grown.Add(piece.box);
    if (!near.Touches(piece.box) || grown.width() > kMaxGrowth * first.width() ||
        grown.height() > kMaxGrowth * first.height())
      continue;
    if (piece.shape > heap.last && piece.thick() > kMaxThick * module_side) continue;
    heap.box.Add(piece.box);
    heap.last = std::max(heap.last, piece.shape);
  }
}

std::vector<Heap> HeapsBy(const std::vector<Piece>& pieces, const Way& way) {
  Box all;
  for (const Piece& piece : pieces) {
    if (Joins(piece, way)) all.Add(piece.box);
  }
  if (all.IsEmpty()) return {};
  Grid grid(all, way.cell);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const Box& box = pieces[i].box;
    const double reach =
        std::clamp(kReach * std::min(box.width(), box.height()), kMinReach, way.max_reach);
    if (Joins(pieces[i], way)) grid.Add(i, box.Grown(reach / 2));
  }
  std::map<std::uint32_t, Heap> heaps;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!grid.Has(i)) continue;
    Heap& heap = heaps[grid.Find(static_cast<std::uint32_t>(i))];
    heap.box.Add(pieces[i].box);
    ++heap.pieces;
    heap.points += pieces[i].points;
    heap.area += pieces[i].area;
    heap.last = std::max(heap.last, pieces[i].shape);
    heap.outline += pieces[i].outline;
    heap.straight += pieces[i].straight;
    heap.has_outline = heap.has_outline || IsOutline(pieces[i]);
    if (IsRound(pieces[i])) heap.dots.push_back(pieces[i].box.width());
    if (IsAsWide(pieces[i].box, pieces[i].box.width())) heap.squares.push_back(pieces[i].box);
    if (pieces[i].goes_on) {
      ++heap.bends;
      heap.bent += pieces[i].outline;
    } else if (pieces[i].points <= kFewCorners) {
      heap.facets.push_back(&pieces[i]);
    }
    if (pieces[i].edge > 0) heap.edges.push_back(pieces[i].edge);
  }
  std::vector<Heap> found;
  for (auto& [root, heap] : heaps) {
    if (way.outlines != heap.has_outline || !MayBeCode(heap)) continue;
    TakeInNeighbours(heap, pieces);
    found.push_back(std::move(heap));
  }
  return found;
}

bool IsAlike(const Box& a, const Box& b) {
  const double slack = std::min(a.width(), a.height()) / 16;
  return a.Grown(slack).Holds(b) && b.Grown(slack).Holds(a);
}

}  // namespace

bool IsAsWide(const Box& box, double width) {
  return std::abs(box.width() - width) < kAlike * width &&
         std::abs(box.height() - width) < kAlike * width;
}

double MiddleOf(std::vector<double>& numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::ranges::nth_element(numbers, middle);
  return *middle;
}

bool IsOpen(const Heap& heap) {
  const bool of_dots = heap.dots.size() >= kMinFacets && 2 * heap.dots.size() >= heap.pieces;
  return heap.modules == Modules::kTilted || (heap.modules == Modules::kDots && of_dots);
}

double ModuleOf(Heap& heap) {
  if (heap.edges.empty()) return kPixelsAModule;
  const auto fifth = heap.edges.begin() + static_cast<std::ptrdiff_t>(heap.edges.size() / 5);
  std::ranges::nth_element(heap.edges, fifth);
  return *fifth;
}

Piece PieceOf(const Subpath& subpath, std::size_t shape, double cosine, double sine) {
  Piece piece;
  piece.shape = shape;
  piece.points = subpath.points.size();
  piece.goes_on = subpath.goes_on;
  std::vector<double> edges;
  Point last = Turned(subpath.points.back(), cosine, sine);
  for (const Point p : subpath.points) {
    const Point at = Turned(p, cosine, sine);
    piece.box.Add(at);
    piece.area += (last.x * at.y - at.x * last.y) / 2;
    const Point step{std::abs(at.x - last.x), std::abs(at.y - last.y)};
    const double edge = std::hypot(step.x, step.y);
    if (edge > 0.1) edges.push_back(edge);
    piece.outline += edge;
    if (std::min(step.x, step.y) < 0.02 * edge) piece.straight += edge;
    last = at;
  }
  piece.area = std::abs(piece.area);
  // Of curves, the short pieces say nothing.
  if (!edges.empty() && subpath.points.size() <= 8) {
    piece.edge = *std::ranges::min_element(edges);
  } else if (!edges.empty()) {
    const auto quarter = edges.begin() + static_cast<std::ptrdiff_t>(edges.size() / 4);
    std::ranges::nth_element(edges, quarter);
    piece.edge = *quarter;
  }
  if (subpath.points.size() <= kFewCorners) MeasureTilt(subpath, piece);
  // A dot is a module, whatever its outline is made of.
  if (IsRound(piece)) piece.edge = piece.box.width();
  if (std::max(piece.box.width(), piece.box.height()) > kUsual.large_side)
    piece.turns = TurnsOf({subpath});
  return piece;
}

std::optional<std::vector<Heap>> HeapsOf(const std::vector<Piece>& pieces) {
  const auto outlines = static_cast<std::size_t>(std::ranges::count_if(pieces, IsOutline));
  if (outlines > kMaxOutlines) return std::nullopt;
  std::vector<Heap> all = HeapsBy(pieces, kUsual);
  for (const Way& way : {kTraced, kPoster}) {
    if (way.outlines && outlines == 0) continue;
    for (Heap& heap : HeapsBy(pieces, way)) {
      if (std::ranges::none_of(all, [&](const Heap& one) { return IsAlike(one.box, heap.box); }))
        all.push_back(std::move(heap));
    }
  }
  return all;
}

}  // namespace sceau::document
