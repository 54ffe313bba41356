// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

#include "capture/match.h"
#include "capture/registration.h"

namespace sceau::capture {
namespace {

constexpr int kRounds = 22;
constexpr int kMaxTries = 4;  // of one tile, each wider than the last
constexpr float kMinScore = 0.5F;
constexpr std::size_t kNeighbours = 8;

double Distance(Point a, Point b) { return std::hypot(a.x - b.x, a.y - b.y); }

// A place whose picture was found.
struct Known {
  Point page;
  Point picture;
  double score = 0;
  bool believed = true;
};

struct TileState {
  int tries = 0;
  bool found = false;
  double distance = 0;  // to the nearest known place
};

double Median(std::array<double, kNeighbours>& values, std::size_t count) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(count / 2);
  std::nth_element(values.begin(), middle, values.begin() + static_cast<std::ptrdiff_t>(count));
  return *middle;
}

class Growth {
 public:
  Growth(const PageRasters& page, const CaptureRasters& capture, const Corners& code,
         const Corners& page_code, const Homography& view, double scale)
      : page_(page), capture_(capture), view_(view), scale_(scale), states_(page.tiles.size()) {
    for (std::size_t i = 0; i < 4; ++i) known_.push_back({page_code[i], code[i], 0.6, true});
    for (std::size_t i = 0; i < states_.size(); ++i)
      states_[i].distance = DistanceToKnown(page_.tiles[i].centre);
  }

  void Run() {
    for (int round = 0; round < kRounds; ++round) {
      const std::vector<std::size_t> chosen = Nearest(round < 3 ? 14 : 18);
      if (chosen.empty()) return;
      const std::size_t before = known_.size();
      const std::vector<Shift> shifts = Shifts();
      for (const std::size_t index : chosen) Try(index, shifts);
      if (known_.size() == before || known_.size() < 12) continue;
      UpdateDistances(before);
      Refit();
    }
  }

  Registration Result() const {
    Registration result{PageMap(view_)};
    result.map.Bend(Shifts(), 260, 150);
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (page_.tiles[i].in_code) continue;
      result.found += states_[i].found ? 1 : 0;
      result.tried += states_[i].tries > 0 ? 1 : 0;
    }
    return result;
  }

 private:
  double DistanceToKnown(Point p) const {
    double best = std::numeric_limits<double>::max();
    for (const Known& known : known_) best = std::min(best, Distance(known.page, p));
    return best;
  }

  void UpdateDistances(std::size_t first_new) {
    for (std::size_t i = 0; i < states_.size(); ++i) {
      for (std::size_t k = first_new; k < known_.size(); ++k) {
        states_[i].distance =
            std::min(states_[i].distance, Distance(known_[k].page, page_.tiles[i].centre));
      }
    }
  }

  std::vector<std::size_t> Nearest(std::size_t count) const {
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < states_.size(); ++i) {
      if (!states_[i].found && states_[i].tries < kMaxTries) open.push_back(i);
    }
    const auto cost = [&](std::size_t i) { return states_[i].distance + 60.0 * states_[i].tries; };
    count = std::min(count, open.size());
    std::partial_sort(open.begin(), open.begin() + static_cast<std::ptrdiff_t>(count), open.end(),
                      [&](std::size_t a, std::size_t b) {
                        return cost(a) < cost(b) || (cost(a) == cost(b) && a < b);
                      });
    open.resize(count);
    return open;
  }

  // What the view alone gets wrong at each known place, page pixels.
  std::vector<Shift> Shifts() const {
    std::vector<Shift> shifts;
    const std::optional<Homography> back = view_.Inverse();
    if (!back) return shifts;
    for (const Known& known : known_) {
      const Point seen = (*back)(known.picture);
      shifts.push_back({known.page, seen.x - known.page.x, seen.y - known.page.y,
                        known.believed ? known.score : 1e-3 * known.score});
    }
    return shifts;
  }

  void Try(std::size_t index, const std::vector<Shift>& shifts) {
    const Tile& tile = page_.tiles[index];
    TileState& state = states_[index];
    const int radius = static_cast<int>(std::min(16.0, 4 + state.distance / 45 + 2 * state.tries));
    ++state.tries;
    Point expected = tile.centre;
    if (known_.size() > 10) {
      const Shift shift = ShiftAt(shifts, tile.centre, 420, 260);
      expected = {expected.x + std::clamp(shift.dx, -400.0, 400.0),
                  expected.y + std::clamp(shift.dy, -400.0, 400.0)};
    }
    // Steps of one pixel at 100 dpi, in the small picture.
    const Point middle = InSmall(view_(expected));
    const Point right = InSmall(view_({expected.x + kTileWidth, expected.y}));
    const Point down = InSmall(view_({expected.x, expected.y + kTileHeight}));
    const Point step_x{(right.x - middle.x) * 2 / kTileWidth,
                       (right.y - middle.y) * 2 / kTileWidth};
    const Point step_y{(down.x - middle.x) * 2 / kTileHeight,
                       (down.y - middle.y) * 2 / kTileHeight};
    const std::optional<Plane<std::uint8_t>> patch = Patch(middle, step_x, step_y, radius);
    if (!patch) return;
    const Match match = FindPiece(PieceOf(page_.half, tile.box), *patch, radius);
    if (match.score < kMinScore || match.at_edge) return;
    state.found = true;
    const Point place{middle.x + match.dx * step_x.x + match.dy * step_y.x,
                      middle.y + match.dx * step_x.y + match.dy * step_y.y};
    known_.push_back({tile.centre,
                      {place.x / capture_.small_scale, place.y / capture_.small_scale},
                      match.score,
                      true});
  }

  Point InSmall(Point p) const { return {p.x * capture_.small_scale, p.y * capture_.small_scale}; }

  // Nothing when too much of it lies outside of the picture.
  std::optional<Plane<std::uint8_t>> Patch(Point middle, Point step_x, Point step_y,
                                           int radius) const {
    Plane<std::uint8_t> patch(kTileWidth + 2 * radius, kTileHeight + 2 * radius);
    std::size_t outside = 0;
    for (int y = 0; y < patch.height(); ++y) {
      std::uint8_t* row = patch.Row(y);
      const double v = y + 0.5 - 0.5 * patch.height();
      for (int x = 0; x < patch.width(); ++x) {
        const double u = x + 0.5 - 0.5 * patch.width();
        row[x] =
            SampleAt(capture_.small, static_cast<float>(middle.x + u * step_x.x + v * step_y.x),
                     static_cast<float>(middle.y + u * step_x.y + v * step_y.y));
        outside += row[x] == kOutside ? 1U : 0U;
      }
    }
    if (outside * 100 > patch.size() * 15) return std::nullopt;
    return patch;
  }

  // The view that most places agree on: least squares again and again, with less weight for those
  // that lie badly.
  void Refit() {
    const double tolerance = 9 * scale_;
    for (int pass = 0; pass < 3; ++pass) {
      std::vector<PointPair> pairs;
      for (const Known& known : known_) {
        const double off = Distance(view_(known.page), known.picture) / tolerance;
        pairs.push_back({known.page, known.picture, (known.believed ? 1 : 0.05) / (1 + off * off)});
      }
      if (const std::optional<Homography> view = Homography::Fit(pairs)) view_ = *view;
    }
    AskNeighbours();
  }

  // Who disagrees with those next to it counts for next to nothing.
  void AskNeighbours() {
    const std::vector<Shift> shifts = Shifts();
    for (std::size_t i = 0; i < shifts.size(); ++i) {
      std::array<std::pair<double, std::size_t>, kNeighbours> nearest;
      nearest.fill({std::numeric_limits<double>::max(), 0});
      for (std::size_t j = 0; j < shifts.size(); ++j) {
        const double dx = shifts[j].at.x - shifts[i].at.x;
        const double dy = shifts[j].at.y - shifts[i].at.y;
        const double distance = dx * dx + dy * dy;
        if (j == i || distance >= nearest.back().first) continue;
        std::size_t place = kNeighbours - 1;
        for (; place > 0 && nearest[place - 1].first > distance; --place)
          nearest[place] = nearest[place - 1];
        nearest[place] = {distance, j};
      }
      const std::size_t count = std::min(kNeighbours, shifts.size() - 1);
      std::array<double, kNeighbours> dx{};
      std::array<double, kNeighbours> dy{};
      for (std::size_t k = 0; k < count; ++k) {
        dx[k] = shifts[nearest[k].second].dx;
        dy[k] = shifts[nearest[k].second].dy;
      }
      const double off =
          std::hypot(shifts[i].dx - Median(dx, count), shifts[i].dy - Median(dy, count));
      known_[i].believed =
          off < 6.4 + 0.03 * std::sqrt(nearest[std::min<std::size_t>(3, count - 1)].first);
    }
  }

  const PageRasters& page_;
  const CaptureRasters& capture_;
  Homography view_;
  double scale_;
  std::vector<Known> known_;
  std::vector<TileState> states_;
};

}  // namespace

Registration GrowFromCode(const PageRasters& page, const CaptureRasters& capture,
                          const Corners& code, const Corners& page_code, const Homography& view,
                          double scale) {
  Growth growth(page, capture, code, page_code, view, scale);
  growth.Run();
  return growth.Result();
}

}  // namespace sceau::capture
