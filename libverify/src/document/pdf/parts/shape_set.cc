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
#include "document/pdf/parts/shape_heap.h"

namespace sceau::document {
namespace {

constexpr double kRightAngle = 1.57079632679489661923;
constexpr double kQuietModules = 5;
constexpr double kMinMargin = 20;  // pixels of the picture
constexpr double kMaxMargin = 300;
constexpr double kMaxScale = 6;
constexpr double kMaxPixels = 4e6;
constexpr std::size_t kMaxClusters = 64;

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
    auto heaps = HeapsOf(pieces);
    if (!heaps) return std::nullopt;
    for (Heap& heap : *heaps) {
      const auto scale = ScaleOf(heap);
      if (!scale || clusters.size() >= kMaxClusters) return std::nullopt;
      Cluster cluster{.angle = angle, .box = heap.box, .scale = *scale, .shapes = {}};
      cluster.margin = static_cast<int>(
          std::clamp(kQuietModules * ModuleOf(heap) * cluster.scale, kMinMargin, kMaxMargin));
      cluster.is_open = IsOpen(heap);
      if (heap.modules != Modules::kTilted) MeasureDots(heap, cluster);
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
  part.is_open = cluster.is_open;
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
