// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/shape_set.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <numeric>
#include <optional>
#include <utility>

#include "base/status.h"
#include "document/pdf/content/path_shape.h"
#include "document/pdf/parts/raster.h"

namespace sceau::document {
namespace {

constexpr double kRightAngle = 1.57079632679489661923;
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
// The smallest symbols have more than so many runs or corners, are larger, and darker.
constexpr std::size_t kMinShapes = 8;
constexpr std::size_t kMinPoints = 40;
constexpr double kMinSide = 12;  // pixels: 1.5 mm
constexpr double kMinShare = 0.08;
constexpr double kMinStraight = 0.15;  // of all outlines: a drawing at random has 0.03
constexpr double kMaxAspect = 10;
constexpr double kPixelsAModule = 4;
constexpr double kQuietModules = 5;
constexpr double kMinMargin = 20;  // pixels of the picture
constexpr double kMaxMargin = 300;
constexpr double kMaxScale = 6;
constexpr double kMaxPixels = 4e6;
constexpr std::size_t kMaxClusters = 64;

// One subpath in the turned frame.
struct Piece {
  Box box;
  std::size_t shape = 0;
  std::size_t points = 0;
  double area = 0;
  double edge = 0;      // the shortest side
  double turns = 0;     // of those that are large; see TurnsOf()
  double outline = 0;   // length of all sides
  double straight = 0;  // of those along the frame

  // Half of the width of a square, the width of a long line.
  double thick() const { return outline > 0 ? 2 * area / outline : 0; }
};

Point Turned(Point p, double cosine, double sine) {
  return {p.x * cosine + p.y * sine, p.y * cosine - p.x * sine};
}

constexpr double kAlike = 0.2;

bool IsAsWide(const Box& box, double width) {
  return std::abs(box.width() - width) < kAlike * width &&
         std::abs(box.height() - width) < kAlike * width;
}

bool IsRound(const Piece& piece) {
  return piece.points > 8 && IsAsWide(piece.box, piece.box.width());
}

Piece PieceOf(const Subpath& subpath, std::size_t shape, double cosine, double sine) {
  Piece piece;
  piece.shape = shape;
  piece.points = subpath.points.size();
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
  // A dot is a module, whatever its outline is made of.
  if (IsRound(piece)) piece.edge = piece.box.width();
  if (std::max(piece.box.width(), piece.box.height()) > kUsual.large_side)
    piece.turns = TurnsOf({subpath});
  return piece;
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

struct Heap {
  Box box;
  std::size_t pieces = 0;
  std::size_t points = 0;
  double area = 0;
  double outline = 0;
  double straight = 0;
  std::size_t last = 0;  // shape
  bool has_outline = false;
  std::vector<double> edges;
  std::vector<double> dots;  // widths of round pieces
  std::vector<Box> squares;  // round or not
};

double MiddleOf(std::vector<double>& numbers) {
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::ranges::nth_element(numbers, middle);
  return *middle;
}

// Modules are rectangles along the frame, or dots of one size; lines of a drawing are neither.
bool HasModules(Heap& heap) {
  if (heap.straight >= kMinStraight * heap.outline) return true;
  if (heap.dots.size() < kMinShapes) return false;
  const double usual = MiddleOf(heap.dots);
  const auto alike = std::ranges::count_if(
      heap.dots, [usual](double dot) { return std::abs(dot - usual) < kAlike * usual; });
  return static_cast<std::size_t>(alike) >= kMinShapes;
}

bool MayBeCode(Heap& heap) {
  const double shorter = std::min(heap.box.width(), heap.box.height());
  const double longer = std::max(heap.box.width(), heap.box.height());
  return (heap.pieces >= kMinShapes || heap.points >= kMinPoints) && shorter >= kMinSide &&
         longer <= kMaxAspect * shorter &&
         heap.area >= kMinShare * heap.box.width() * heap.box.height() && HasModules(heap);
}

double ModuleOf(Heap& heap) {
  if (heap.edges.empty()) return kPixelsAModule;
  const auto fifth = heap.edges.begin() + static_cast<std::ptrdiff_t>(heap.edges.size() / 5);
  std::ranges::nth_element(heap.edges, fifth);
  return *fifth;
}

// Nothing when the picture would be coarser than the drawn page, and than its modules allow.
std::optional<double> ScaleOf(Heap& heap) {
  const double module_side = ModuleOf(heap);
  const double pixels = heap.box.width() * heap.box.height();
  const double most = std::sqrt(kMaxPixels / pixels);
  if (most < 1 && module_side * most < kPixelsAModule) return std::nullopt;
  return std::min(std::clamp(kPixelsAModule / module_side, 1.0, kMaxScale), most);
}

// How far apart boxes of one width stand that are neighbours in a row, or in a column; 0 where
// there are too few.
double StepOf(std::vector<Box>& boxes, double width, double Box::*along, double Box::*across) {
  constexpr double kMaxGap = 2.2;  // of the width
  std::ranges::sort(boxes, {}, [&](const Box& box) {
    return std::pair(std::floor(2 * (box.*across) / width), box.*along);
  });
  std::vector<double> steps;
  for (std::size_t i = 1; i < boxes.size(); ++i) {
    const double step = boxes[i].*along - boxes[i - 1].*along;
    if (step > 0 && step <= kMaxGap * width) steps.push_back(step);
  }
  if (steps.size() < kMinShapes) return 0;
  const auto fifth = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 5);
  std::ranges::nth_element(steps, fifth);
  return *fifth;
}

// Where nearly all pieces are squares or dots of one size, sets how far apart their middles are:
// the same in rows and in columns, with gaps. Between runs of modules there are gaps in one
// direction alone, and of outlines that were traced about half are single modules.
void MeasureDots(Heap& heap, Cluster& cluster) {
  constexpr double kMinGap = 1.1;  // of a dot, from middle to middle
  constexpr double kNearlyAll = 0.85;
  if (heap.squares.size() < kMinShapes) return;
  std::vector<double> widths;
  for (const Box& box : heap.squares) widths.push_back(box.width());
  const double dot = MiddleOf(widths);
  std::erase_if(heap.squares, [dot](const Box& box) { return !IsAsWide(box, dot); });
  if (static_cast<double>(heap.squares.size()) < kNearlyAll * static_cast<double>(heap.pieces))
    return;
  const double across = StepOf(heap.squares, dot, &Box::left, &Box::top);
  const double down = StepOf(heap.squares, dot, &Box::top, &Box::left);
  if (std::min(across, down) < kMinGap * dot || std::abs(across - down) > kAlike * across) return;
  cluster.dot = dot;
  cluster.pitch = (across + down) / 2;
}

// Dots as the modules that they stand for.
Path Widened(const Path& path, const Cluster& cluster) {
  Path widened = path;
  const double half = cluster.pitch / 2;
  const Point across{half * std::cos(cluster.angle), half * std::sin(cluster.angle)};
  for (Subpath& subpath : widened) {
    const Box box = BoxOf({subpath});
    // On a slant, the box of a square is wider than the square.
    if (box.width() > 1.5 * cluster.dot || box.height() > 1.5 * cluster.dot ||
        box.width() < (1 - kAlike) * cluster.dot || !IsAsWide(box, box.width()))
      continue;
    const Point at{(box.left + box.right) / 2, (box.top + box.bottom) / 2};
    subpath.points = {{at.x - across.x + across.y, at.y - across.y - across.x},
                      {at.x + across.x + across.y, at.y + across.y - across.x},
                      {at.x + across.x - across.y, at.y + across.y + across.x},
                      {at.x - across.x - across.y, at.y - across.y + across.x}};
  }
  return widened;
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

std::vector<Heap> HeapsOf(const std::vector<Piece>& pieces, const Way& way) {
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

// In each way, those that were not found before. Nothing when there is too much to look at.
std::optional<std::vector<Heap>> AllHeapsOf(const std::vector<Piece>& pieces) {
  const auto outlines = static_cast<std::size_t>(std::ranges::count_if(pieces, IsOutline));
  if (outlines > kMaxOutlines) return std::nullopt;
  std::vector<Heap> all = HeapsOf(pieces, kUsual);
  for (const Way& way : {kTraced, kPoster}) {
    if (way.outlines && outlines == 0) continue;
    for (Heap& heap : HeapsOf(pieces, way)) {
      if (std::ranges::none_of(all, [&](const Heap& one) { return IsAlike(one.box, heap.box); }))
        all.push_back(std::move(heap));
    }
  }
  return all;
}

void TurnAQuarter(Cluster& cluster) {
  cluster.angle += kRightAngle;
  const Box box = cluster.box;
  cluster.box = {box.top, -box.right, box.bottom, -box.left};
}

}  // namespace

void ShapeSet::Add(Shape shape) {
  // In tenths of a degree, so that shapes of one drawing meet.
  constexpr int kSteps = 900;  // a right angle
  constexpr double kStep = kRightAngle / kSteps;
  const int steps =
      (static_cast<int>(std::lround(shape.angle / kStep)) + 4 * kSteps) % (4 * kSteps);
  shape.quarters = steps / kSteps;
  shape.angle = steps % kSteps * kStep;
  std::erase_if(shape.path, [](const Subpath& subpath) { return subpath.points.size() < 2; });
  if (!shape.path.empty()) shapes_.push_back(std::move(shape));
}

std::optional<std::vector<Cluster>> ShapeSet::FindClusters() const {
  std::map<double, std::vector<Piece>> frames;
  for (std::size_t i = 0; i < shapes_.size(); ++i) {
    const double angle = shapes_[i].angle;
    const double cosine = std::cos(angle);
    const double sine = std::sin(angle);
    for (const Subpath& subpath : shapes_[i].path)
      frames[angle].push_back(PieceOf(subpath, i, cosine, sine));
  }
  std::vector<Cluster> clusters;
  for (const auto& [angle, pieces] : frames) {
    auto heaps = AllHeapsOf(pieces);
    if (!heaps) return std::nullopt;
    for (Heap& heap : *heaps) {
      const auto scale = ScaleOf(heap);
      if (!scale || clusters.size() >= kMaxClusters) return std::nullopt;
      Cluster cluster{.angle = angle, .box = heap.box, .scale = *scale, .shapes = {}};
      cluster.margin = static_cast<int>(
          std::clamp(kQuietModules * ModuleOf(heap) * cluster.scale, kMinMargin, kMaxMargin));
      MeasureDots(heap, cluster);
      for (const Piece& piece : pieces) {
        // What comes later may cover the code, and is not part of it.
        if (piece.shape <= heap.last && piece.box.Touches(cluster.box) &&
            (cluster.shapes.empty() || cluster.shapes.back() != piece.shape))
          cluster.shapes.push_back(piece.shape);
      }
      for (int i = 0; i < shapes_[heap.last].quarters; ++i) TurnAQuarter(cluster);
      clusters.push_back(std::move(cluster));
    }
  }
  return clusters;
}

std::uint8_t ShapeSet::Darkest(const Cluster& cluster) const {
  std::uint8_t darkest = 255;
  for (const std::size_t i : cluster.shapes) darkest = std::min(darkest, shapes_[i].gray);
  return darkest;
}

std::uint8_t ShapeSet::Lightest(const Cluster& cluster) const {
  std::uint8_t lightest = 0;
  for (const std::size_t i : cluster.shapes) lightest = std::max(lightest, shapes_[i].gray);
  return lightest;
}

absl::StatusOr<PagePart> ShapeSet::Draw(const Cluster& cluster) const {
  constexpr std::uint8_t kMinLight = 128;
  const auto side = [&](double length) {
    return static_cast<int>(std::ceil(length * cluster.scale)) + 2 * cluster.margin;
  };
  const std::uint8_t ground = Darkest(cluster) >= kMinLight ? 0 : 255;
  Raster raster(side(cluster.box.width()), side(cluster.box.height()), ground);
  const double cosine = std::cos(cluster.angle);
  const double sine = std::sin(cluster.angle);
  const double k = cluster.scale;
  const Matrix to_raster{cosine * k,
                         -sine * k,
                         sine * k,
                         cosine * k,
                         cluster.margin - cluster.box.left * k,
                         cluster.margin - cluster.box.top * k};
  for (const std::size_t i : cluster.shapes) {
    const Shape& shape = shapes_[i];
    const bool widens = cluster.dot > 0;
    if (!raster.Fill(widens ? Widened(shape.path, cluster) : shape.path, to_raster, shape.rule,
                     shape.gray))
      return Refuse(Reason::kDocumentTooManyPixels, "pdf paths");
  }
  PagePart part;
  part.drawn = true;
  part.image = raster.Take();
  const auto back = [&](double x, double y) {
    const double u = (x - cluster.margin) / k + cluster.box.left;
    const double v = (y - cluster.margin) / k + cluster.box.top;
    return Point{u * cosine - v * sine, u * sine + v * cosine};
  };
  const double width = part.image.width;
  const double height = part.image.height;
  part.outline = {back(0, 0), back(width, 0), back(width, height), back(0, height)};
  return part;
}

}  // namespace sceau::document
