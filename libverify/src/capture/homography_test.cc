// SPDX-License-Identifier: Apache-2.0
#include "capture/homography.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace sceau::capture {
namespace {

Point Tilted(Point p) {
  const double w = 1 + 0.0002 * p.x - 0.0001 * p.y;
  return {(0.9 * p.x - 0.2 * p.y + 40) / w, (0.3 * p.x + 1.1 * p.y - 7) / w};
}

std::vector<PointPair> Pairs() {
  std::vector<PointPair> pairs;
  for (const Point p :
       {Point{100, 1900}, Point{400, 1900}, Point{400, 2200}, Point{100, 2200}, Point{900, 300}})
    pairs.push_back({p, Tilted(p)});
  return pairs;
}

TEST(HomographyTest, FollowsAView) {
  const auto view = Homography::Fit(Pairs());
  ASSERT_TRUE(view);
  const Point expected = Tilted({1500, 120});
  EXPECT_NEAR((*view)({1500, 120}).x, expected.x, 0.05);
  EXPECT_NEAR((*view)({1500, 120}).y, expected.y, 0.05);
  const auto back = view->Inverse();
  ASSERT_TRUE(back);
  EXPECT_NEAR((*back)(expected).x, 1500, 0.1);
  EXPECT_NEAR((*back)(expected).y, 120, 0.1);
}

TEST(HomographyTest, WeightDecides) {
  std::vector<PointPair> pairs = Pairs();
  pairs.push_back({{1200, 1000}, {0, 0}, 1e-9});
  const auto view = Homography::Fit(pairs);
  ASSERT_TRUE(view);
  EXPECT_NEAR((*view)({100, 1900}).x, Tilted({100, 1900}).x, 0.1);
}

TEST(HomographyTest, NeedsFourPlacesInTheOpen) {
  std::vector<PointPair> pairs = Pairs();
  pairs.resize(3);
  EXPECT_FALSE(Homography::Fit(pairs));
  pairs.assign(5, {{3, 3}, {4, 4}});
  EXPECT_FALSE(Homography::Fit(pairs));
  pairs = Pairs();
  pairs[1].to.x = std::numeric_limits<double>::quiet_NaN();
  EXPECT_FALSE(Homography::Fit(pairs));
}

TEST(HomographyTest, TheHorizonIsFarAway) {
  std::vector<PointPair> pairs;
  for (const Point p : {Point{0, 0}, Point{1, 0}, Point{1, 1}, Point{0, 1}})
    pairs.push_back({p, {p.x / (2 - p.y), p.y / (2 - p.y)}});
  const auto view = Homography::Fit(pairs);
  ASSERT_TRUE(view);
  const Point far = (*view)({1, 2});
  EXPECT_TRUE(far.x > 1e3 || far.x < -1e3);
  EXPECT_LE(std::abs(far.x), 1e7);
  EXPECT_LE(std::abs(far.y), 1e7);
}

}  // namespace
}  // namespace sceau::capture
