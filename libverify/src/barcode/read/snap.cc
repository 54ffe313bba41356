// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/snap.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <optional>

#include "barcode/read/geometry.h"

namespace sceau::barcode {
namespace {

// The unit of all steps: a module of the usual symbol, as a share of a side.
constexpr double kUnit = 1.0 / 64;
constexpr int kReach = 8;              // units that each end of a side moves, inwards or outwards
constexpr int kCoarse = 2;             // the first step, in units
constexpr int kSamples = 40;           // along a side
constexpr float kMaxSideContrast = 1;  // beyond it a pixel says no more
constexpr std::size_t kLinesOfASide = 2;  // that one side may be
constexpr double kMinApart = 2.5;         // units between the middles of two of them

// A line: how far the ends of a side move outwards, in units.
struct Line {
  double from = 0;
  double to = 0;
  float score = 0;
};

class Side {
 public:
  Side(const ContrastMap& map, Point from, Point to, double unit)
      : map_(map), from_(from), to_(to), unit_(unit) {
    const double length = std::max(Length(to - from), 1e-6);
    outwards_ = {(to.y - from.y) / length, (from.x - to.x) / length};  // the corners run clockwise
  }

  // The likeliest lines that lie apart, the best first.
  std::vector<Line> Lines() const {
    std::vector<Line> all;
    for (int i = -kReach; i <= kReach; i += kCoarse) {
      for (int j = -kReach; j <= kReach; j += kCoarse)
        all.push_back(Scored({.from = static_cast<double>(i), .to = static_cast<double>(j)}));
    }
    std::ranges::sort(all, std::greater{}, &Line::score);
    std::vector<Line> best;
    for (const Line& line : all) {
      if (best.size() == kLinesOfASide) break;
      const auto is_near = [&](const Line& other) {
        return std::abs(line.from + line.to - other.from - other.to) < 2 * kMinApart;
      };
      if (std::ranges::none_of(best, is_near)) best.push_back(line);
    }
    for (Line& line : best) {
      for (const double step : {1.0, 0.5, 0.25}) line = Refined(line, step);
    }
    return best;
  }

  Point Start(const Line& line) const { return from_ + outwards_ * (line.from * unit_); }
  Point End(const Line& line) const { return to_ + outwards_ * (line.to * unit_); }

 private:
  Line Refined(Line line, double step) const {
    const Line around = line;
    for (const int i : {-1, 0, 1}) {
      for (const int j : {-1, 0, 1}) {
        const Line moved = Scored({around.from + i * step, around.to + j * step});
        if (moved.score > line.score) line = moved;
      }
    }
    return line;
  }

  // Scores a line by how much lighter it is just outside than inside. A frame around the quiet zone
  // is dark too, but has paper behind it.
  Line Scored(Line line) const {
    const Point start = Start(line);
    const Point step = (End(line) - start) * (1.0 / kSamples);
    for (int i = 0; i < kSamples; ++i) {
      const Point point = start + step * (i + 0.5);
      line.score -= Light(point, 0.6) + 0.7F * Light(point, 1.4);
      line.score += 1.5F * Dark(point, 0.5) + Dark(point, 1.5) + Dark(point, 2.5);
    }
    return line;
  }
  float Light(Point point, double units) const {
    return std::max(-kMaxSideContrast, map_.At(point + outwards_ * (units * unit_)));
  }
  float Dark(Point point, double units) const {
    return std::min(kMaxSideContrast, map_.At(point - outwards_ * (units * unit_)));
  }

  const ContrastMap& map_;
  Point from_;
  Point to_;
  Point outwards_;
  double unit_;
};

struct Segment {
  Point from;
  Point to;
};

std::optional<Corners> Meet(const std::array<Segment, 4>& sides) {
  Corners corners;
  for (std::size_t i = 0; i < 4; ++i) {
    const Segment& before = sides[(i + 3) % 4];
    const Point along = before.to - before.from;
    const Point next = sides[i].to - sides[i].from;
    const double turn = Cross(along, next);
    if (turn < 0.1 * Length(along) * Length(next)) return std::nullopt;
    corners[i] = before.from + along * (Cross(sides[i].from - before.from, next) / turn);
  }
  return corners;
}

}  // namespace

std::vector<Corners> SnapToQuietZone(const ContrastMap& map, const Corners& rough,
                                     std::size_t limit) {
  const double unit = MeanSide(rough) * kUnit;
  std::array<std::vector<Segment>, 4> segments;
  std::array<std::vector<float>, 4> scores;
  for (std::size_t i = 0; i < 4; ++i) {
    const Side side(map, rough[i], rough[(i + 1) % 4], unit);
    for (const Line& line : side.Lines()) {
      segments[i].push_back({side.Start(line), side.End(line)});
      scores[i].push_back(line.score);
    }
  }
  struct Choice {
    float score = 0;
    std::array<std::size_t, 4> lines{};
  };
  std::vector<Choice> choices;
  for (std::size_t bits = 0; bits < 16; ++bits) {
    Choice choice;
    bool exists = true;
    for (std::size_t i = 0; i < 4; ++i) {
      choice.lines[i] = (bits >> i) & 1;
      exists &= choice.lines[i] < scores[i].size();
      if (exists) choice.score += scores[i][choice.lines[i]];
    }
    if (exists) choices.push_back(choice);
  }
  std::ranges::sort(choices, std::greater{}, &Choice::score);
  std::vector<Corners> quads;
  for (const Choice& choice : choices) {
    if (quads.size() == limit) break;
    std::array<Segment, 4> sides;
    for (std::size_t i = 0; i < 4; ++i) sides[i] = segments[i][choice.lines[i]];
    if (const auto corners = Meet(sides)) quads.push_back(*corners);
  }
  return quads;
}

}  // namespace sceau::barcode
