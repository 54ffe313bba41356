// SPDX-License-Identifier: Apache-2.0
#include "capture/homography.h"

#include <algorithm>
#include <cmath>

#include "capture/linear.h"

namespace sceau::capture {
namespace {

// Puts points round the origin, at about one from it: equations in plain pixels are badly
// conditioned.
struct Frame {
  Point centre;
  double scale = 1;

  Point In(Point p) const { return {(p.x - centre.x) * scale, (p.y - centre.y) * scale}; }
};

Frame FrameOf(std::span<const PointPair> pairs, Point PointPair::*side) {
  Frame frame;
  double weight = 0;
  for (const PointPair& pair : pairs) {
    frame.centre.x += pair.weight * (pair.*side).x;
    frame.centre.y += pair.weight * (pair.*side).y;
    weight += pair.weight;
  }
  frame.centre = {frame.centre.x / weight, frame.centre.y / weight};
  double spread = 0;
  for (const PointPair& pair : pairs) {
    spread +=
        pair.weight * std::hypot((pair.*side).x - frame.centre.x, (pair.*side).y - frame.centre.y);
  }
  frame.scale = weight / spread;
  return frame;
}

std::array<double, 9> Product(const std::array<double, 9>& a, const std::array<double, 9>& b) {
  std::array<double, 9> out{};
  for (std::size_t row = 0; row < 3; ++row) {
    for (std::size_t column = 0; column < 3; ++column) {
      for (std::size_t k = 0; k < 3; ++k)
        out[3 * row + column] += a[3 * row + k] * b[3 * k + column];
    }
  }
  return out;
}

using Row = std::array<double, 8>;

void AddEquation(const Row& row, double value, double weight, std::array<Row, 8>& a, Row& b) {
  for (std::size_t i = 0; i < 8; ++i) {
    for (std::size_t j = 0; j < 8; ++j) a[i][j] += weight * row[i] * row[j];
    b[i] += weight * row[i] * value;
  }
}

}  // namespace

std::optional<Homography> Homography::Fit(std::span<const PointPair> pairs) {
  if (pairs.size() < 4) return std::nullopt;
  const Frame from = FrameOf(pairs, &PointPair::from);
  const Frame to = FrameOf(pairs, &PointPair::to);
  if (!std::isfinite(from.scale) || !std::isfinite(to.scale)) return std::nullopt;
  std::array<Row, 8> a{};
  Row b{};
  double weight = 0;
  for (const PointPair& pair : pairs) {
    const Point p = from.In(pair.from);
    const Point q = to.In(pair.to);
    AddEquation({p.x, p.y, 1, 0, 0, 0, -q.x * p.x, -q.x * p.y}, q.x, pair.weight, a, b);
    AddEquation({0, 0, 0, p.x, p.y, 1, -q.y * p.x, -q.y * p.y}, q.y, pair.weight, a, b);
    weight += pair.weight;
  }
  // A breath of regularity: four corners decide exactly, and points on one line still decide
  // nothing.
  for (std::size_t i = 0; i < 8; ++i) a[i][i] += 1e-10 * weight;
  if (!Solve(a, b)) return std::nullopt;
  const std::array<double, 9> middle{b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], 1};
  const std::array<double, 9> in{from.scale, 0,          -from.centre.x * from.scale,
                                 0,          from.scale, -from.centre.y * from.scale,
                                 0,          0,          1};
  const std::array<double, 9> out{1 / to.scale, 0, to.centre.x, 0, 1 / to.scale,
                                  to.centre.y,  0, 0,           1};
  const Homography found(Product(out, Product(middle, in)));
  if (!std::all_of(found.m_.begin(), found.m_.end(), [](double v) { return std::isfinite(v); }))
    return std::nullopt;
  return found;
}

std::optional<Homography> Homography::Inverse() const {
  const auto& m = m_;
  std::array<double, 9> out{
      m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
      m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
      m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
  const double determinant = m[0] * out[0] + m[1] * out[3] + m[2] * out[6];
  if (!(std::abs(determinant) > 1e-12)) return std::nullopt;
  for (double& v : out) {
    v /= determinant;
    if (!std::isfinite(v)) return std::nullopt;
  }
  return Homography(out);
}

Point Homography::operator()(Point p) const {
  constexpr double kFar = 1e7;
  const double w = m_[6] * p.x + m_[7] * p.y + m_[8];
  const double inverse = 1 / (std::abs(w) > 1e-9 ? w : 1e-9);
  const double x = (m_[0] * p.x + m_[1] * p.y + m_[2]) * inverse;
  const double y = (m_[3] * p.x + m_[4] * p.y + m_[5]) * inverse;
  if (!std::isfinite(x) || !std::isfinite(y)) return {kFar, kFar};
  return {std::clamp(x, -kFar, kFar), std::clamp(y, -kFar, kFar)};
}

}  // namespace sceau::capture
