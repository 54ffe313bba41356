// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/stroke.h"

#include <algorithm>
#include <cmath>

#include "document/pdf/content/path_shape.h"

namespace sceau::document {
namespace {

constexpr double kNoLength = 1e-6;

double LengthOf(Point a, Point b) { return std::hypot(b.x - a.x, b.y - a.y); }

// Walks along lines and cuts them into dashes.
class Dasher {
 public:
  Dasher(const std::vector<double>& lengths, double start, std::size_t most)
      : lengths_(lengths), most_(most) {
    double all = 0;
    for (const double length : lengths_) all += length;
    if (lengths_.size() % 2 != 0) all *= 2;  // on and off change places in the second round
    double along = std::fmod(start, all);
    if (along < 0) along += all;
    while (along > 0 && along >= lengths_[at_]) {
      along -= lengths_[at_];
      Next();
    }
    first_ = at_;
    first_on_ = on_;
    first_left_ = lengths_[at_] - along;
  }

  // False when there are too many.
  bool Walk(const Subpath& subpath) {
    at_ = first_;
    on_ = first_on_;
    left_ = first_left_;
    const std::size_t count = subpath.points.size();
    if (on_) Begin(subpath.points.front());
    for (std::size_t i = 0; i + 1 < count + (subpath.closed ? 1 : 0); ++i) {
      if (!WalkSide(subpath.points[i], subpath.points[(i + 1) % count])) return false;
    }
    return true;
  }

  Path Take() { return std::move(dashes_); }

 private:
  bool WalkSide(Point from, Point to) {
    const double length = LengthOf(from, to);
    double walked = 0;
    while (length - walked > left_) {
      walked += left_;
      const double share = length > 0 ? walked / length : 0;
      const Point here{from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share};
      if (on_) dashes_.back().points.push_back(here);
      Next();
      left_ = lengths_[at_];
      if (on_) Begin(here);
      if (++steps_ > 2 * most_) return false;
    }
    left_ -= length - walked;
    if (on_) dashes_.back().points.push_back(to);
    return true;
  }

  void Begin(Point at) { dashes_.push_back({{at}, false}); }
  void Next() {
    at_ = (at_ + 1) % lengths_.size();
    on_ = !on_;
  }

  const std::vector<double>& lengths_;
  std::size_t most_;
  std::size_t steps_ = 0;
  std::size_t at_ = 0;  // of lengths_
  bool on_ = true;
  double left_ = 0;  // of the length that is walked
  std::size_t first_ = 0;
  bool first_on_ = true;
  double first_left_ = 0;
  Path dashes_;
};

// So much that a thick line leaves a notch where its sides meet.
bool IsCorner(Point a, Point b, Point c) {
  const double along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
  return along < 0.5 * LengthOf(a, b) * LengthOf(b, c);
}

// A ring or an arc, which winds no more than once: its sides are one shape, however many they are.
bool IsSmooth(const Subpath& subpath) {
  constexpr std::size_t kManySides = 8;
  constexpr double kOnce = 1.25;
  return subpath.points.size() >= kManySides && TurnsOf({subpath}) <= kOnce;
}

// By more than nothing and by no more than curves do.
bool IsBend(Point a, Point b, Point c) {
  constexpr double kMaxCosine = 0.9996;
  constexpr double kMinCosine = 0.87;
  const double along = (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y);
  const double lengths = LengthOf(a, b) * LengthOf(b, c);
  return along < kMaxCosine * lengths && along > kMinCosine * lengths;
}

}  // namespace

std::optional<Path> DashesOf(const Path& path, const std::vector<double>& lengths, double start,
                             std::size_t most) {
  Dasher dasher(lengths, start, most);
  for (const Subpath& subpath : path) {
    if (!subpath.points.empty() && !dasher.Walk(subpath)) return std::nullopt;
  }
  return dasher.Take();
}

Path OutlineOf(const Path& path, double width, bool capped) {
  Path outline;
  for (const Subpath& subpath : path) {
    const std::size_t count = subpath.points.size();
    const std::size_t sides = count + (subpath.closed ? 1 : 0);
    const bool smooth = IsSmooth(subpath);
    for (std::size_t i = 0; i + 1 < sides; ++i) {
      const auto point = [&](std::size_t k) { return subpath.points[k % count]; };
      Point a = point(i);
      Point b = point(i + 1);
      const double length = LengthOf(a, b);
      if (length < kNoLength && !capped) continue;
      const Point along = length < kNoLength ? Point{width / 2, 0}
                                             : Point{(b.x - a.x) / length * width / 2,
                                                     (b.y - a.y) / length * width / 2};
      const bool ends_here = length < kNoLength;
      const bool first = ends_here || (i == 0 && !subpath.closed);
      const bool last = ends_here || (i + 2 == sides && !subpath.closed);
      const bool before = first ? capped : IsCorner(point(i + count - 1), a, b);
      const bool after = last ? capped : IsCorner(point(i), point(i + 1), point(i + 2));
      const bool bends = smooth && i > 0 && IsBend(point(i - 1), point(i), point(i + 1));
      if (before) a = {a.x - along.x, a.y - along.y};
      if (after) b = {b.x + along.x, b.y + along.y};
      outline.push_back({{{a.x - along.y, a.y + along.x},
                          {b.x - along.y, b.y + along.x},
                          {b.x + along.y, b.y - along.x},
                          {a.x + along.y, a.y - along.x}},
                         true,
                         bends});
    }
  }
  return outline;
}

Box SpikesOf(const Path& path, double width, double miter_limit) {
  constexpr double kLong = 3;  // of half the width
  Box spikes;
  for (const Subpath& subpath : path) {
    const std::size_t count = subpath.points.size();
    if (count < 3) continue;
    for (std::size_t i = 0; i < count; ++i) {
      if (!subpath.closed && (i == 0 || i + 1 == count)) continue;
      const Point at = subpath.points[i];
      const Point before = subpath.points[(i + count - 1) % count];
      const Point after = subpath.points[(i + 1) % count];
      const double one = LengthOf(before, at);
      const double two = LengthOf(at, after);
      if (one < kNoLength || two < kNoLength) continue;
      // Half of what lies between the two sides.
      const double cosine =
          ((before.x - at.x) * (after.x - at.x) + (before.y - at.y) * (after.y - at.y)) /
          (one * two);
      const double length = 1 / std::sqrt(std::max((1 - cosine) / 2, 1e-9));
      if (length < kLong || length > miter_limit) continue;
      const double reach = length * width / 2;
      spikes.Add(Box{at.x - reach, at.y - reach, at.x + reach, at.y + reach});
    }
  }
  return spikes;
}

}  // namespace sceau::document
