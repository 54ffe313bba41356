// SPDX-License-Identifier: Apache-2.0
#include "capture/match.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace sceau::capture {
namespace {

// Sums over any box of a raster, by four look-ups: of values, and of their squares.
class BoxSums {
 public:
  explicit BoxSums(const Plane<std::int16_t>& plane)
      : width_(static_cast<std::size_t>(plane.width()) + 1),
        sums_(width_ * (static_cast<std::size_t>(plane.height()) + 1)),
        squares_(sums_.size()) {
    for (int y = 0; y < plane.height(); ++y) {
      const std::int16_t* row = plane.Row(y);
      std::int64_t sum = 0;
      std::int64_t square = 0;
      const std::size_t above = static_cast<std::size_t>(y) * width_ + 1;
      for (std::size_t x = 0; x + 1 < width_; ++x) {
        sum += row[x];
        square += std::int64_t{row[x]} * row[x];
        sums_[above + width_ + x] = sums_[above + x] + sum;
        squares_[above + width_ + x] = squares_[above + x] + square;
      }
    }
  }

  std::int64_t Sum(int x, int y, int w, int h) const { return Of(sums_, x, y, w, h); }
  std::int64_t Squares(int x, int y, int w, int h) const { return Of(squares_, x, y, w, h); }

 private:
  std::int64_t Of(const std::vector<std::int64_t>& table, int x, int y, int w, int h) const {
    const auto at = [&](int column, int row) {
      return table[static_cast<std::size_t>(row) * width_ + static_cast<std::size_t>(column)];
    };
    return at(x + w, y + h) - at(x, y + h) - at(x + w, y) + at(x, y);
  }

  std::size_t width_;
  std::vector<std::int64_t> sums_;
  std::vector<std::int64_t> squares_;
};

std::int64_t Product(const Plane<std::int16_t>& piece, const Plane<std::int16_t>& patch, int x,
                     int y) {
  std::int64_t total = 0;
  for (int row = 0; row < piece.height(); ++row) {
    const std::int16_t* a = piece.Row(row);
    const std::int16_t* b = patch.Row(y + row) + x;
    std::int32_t sum = 0;  // at most 1,654 * 255 * 255
    for (int i = 0; i < piece.width(); ++i) sum += std::int32_t{a[i]} * std::int32_t{b[i]};
    total += sum;
  }
  return total;
}

// The top of the parabola through three scores, from the middle one.
float Peak(float before, float best, float after) {
  const float bend = before - 2 * best + after;
  return bend < -1e-6F ? std::clamp(0.5F * (before - after) / bend, -0.5F, 0.5F) : 0.0F;
}

Plane<std::int16_t> Widened(const Plane<std::uint8_t>& patch) {
  Plane<std::int16_t> out(patch.width(), patch.height());
  std::transform(
      patch.values().begin(), patch.values().end(), out.values().begin(),
      [](std::uint8_t v) { return static_cast<std::int16_t>(v == kOutside ? 0 : v - kNoInk); });
  return out;
}

Plane<float> Scores(const Plane<std::int16_t>& piece, const Plane<std::int16_t>& patch,
                    int radius) {
  const BoxSums own(piece);
  const BoxSums sums(patch);
  const int w = piece.width();
  const int h = piece.height();
  const double count = static_cast<double>(w) * h;
  const double piece_sum = static_cast<double>(own.Sum(0, 0, w, h));
  const double piece_spread =
      static_cast<double>(own.Squares(0, 0, w, h)) - piece_sum * piece_sum / count;
  Plane<float> scores(2 * radius + 1, 2 * radius + 1, -1.0F);
  for (int y = 0; y < scores.height(); ++y) {
    for (int x = 0; x < scores.width(); ++x) {
      const double sum = static_cast<double>(sums.Sum(x, y, w, h));
      const double spread = static_cast<double>(sums.Squares(x, y, w, h)) - sum * sum / count;
      if (piece_spread < count || spread < count) continue;  // less than one step of 200
      const double product =
          static_cast<double>(Product(piece, patch, x, y)) - sum * piece_sum / count;
      scores.At(x, y) = static_cast<float>(product / std::sqrt(piece_spread * spread));
    }
  }
  return scores;
}

}  // namespace

Match FindPiece(const Plane<std::int16_t>& piece, const Plane<std::uint8_t>& patch, int radius) {
  Match match;
  if (piece.empty() || radius < 1 || patch.width() != piece.width() + 2 * radius ||
      patch.height() != piece.height() + 2 * radius)
    return match;
  const Plane<float> scores = Scores(piece, Widened(patch), radius);
  const auto best = std::max_element(scores.values().begin(), scores.values().end());
  const int index = static_cast<int>(best - scores.values().begin());
  const int x = index % scores.width();
  const int y = index / scores.width();
  match.score = *best;
  match.at_edge = x == 0 || y == 0 || x == 2 * radius || y == 2 * radius;
  match.dx = static_cast<float>(x - radius);
  match.dy = static_cast<float>(y - radius);
  if (match.at_edge) return match;
  match.dx += Peak(scores.At(x - 1, y), match.score, scores.At(x + 1, y));
  match.dy += Peak(scores.At(x, y - 1), match.score, scores.At(x, y + 1));
  return match;
}

Plane<std::int16_t> PieceOf(const Plane<std::uint8_t>& plane, PixelBox box) {
  Plane<std::int16_t> out(box.width(), box.height());
  std::int64_t sum = 0;
  for (int y = 0; y < out.height(); ++y) {
    const std::uint8_t* row = plane.Row(box.top + y) + box.left;
    for (int x = 0; x < out.width(); ++x) {
      out.At(x, y) = row[x];
      sum += row[x];
    }
  }
  if (out.empty()) return out;
  const auto mean = static_cast<std::int16_t>(sum / static_cast<std::int64_t>(out.size()));
  for (std::int16_t& v : out.values()) v = static_cast<std::int16_t>(v - mean);
  return out;
}

}  // namespace sceau::capture
