// SPDX-License-Identifier: Apache-2.0
// The view of a plane: what a flat page becomes in a picture of it.
#ifndef SCEAU_CAPTURE_HOMOGRAPHY_H_
#define SCEAU_CAPTURE_HOMOGRAPHY_H_

#include <array>
#include <optional>
#include <span>

#include "sceau/report.h"

namespace sceau::capture {

struct PointPair {
  Point from;
  Point to;
  double weight = 1;
};

class Homography {
 public:
  Homography() = default;  // the identity

  // The least squares of `pairs` by weight; nothing when they decide none (fewer than four, on one
  // line, not finite).
  static std::optional<Homography> Fit(std::span<const PointPair> pairs);
  std::optional<Homography> Inverse() const;

  // A point on the horizon goes very far away, and never to NaN.
  Point operator()(Point p) const;

 private:
  explicit Homography(const std::array<double, 9>& m) : m_(m) {}

  std::array<double, 9> m_{1, 0, 0, 0, 1, 0, 0, 0, 1};  // by rows
};

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_HOMOGRAPHY_H_
