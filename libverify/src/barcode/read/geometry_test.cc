// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/geometry.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "barcode/read/homography.h"
#include "barcode/read/scene_testing.h"

namespace sceau::barcode {
namespace {

using ::testing::DoubleNear;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

constexpr Corners kSquare{Point{10, 10}, {20, 10}, {20, 20}, {10, 20}};

void ExpectNear(Point a, Point b, double tolerance) {
  EXPECT_NEAR(a.x, b.x, tolerance);
  EXPECT_NEAR(a.y, b.y, tolerance);
}

TEST(GeometryTest, AreaIsPositiveClockwise) {
  EXPECT_DOUBLE_EQ(SignedArea(kSquare), 100);
  EXPECT_DOUBLE_EQ(SignedArea({kSquare[3], kSquare[2], kSquare[1], kSquare[0]}), -100);
  EXPECT_DOUBLE_EQ(MeanSide(kSquare), 10);
  EXPECT_EQ(Centre(kSquare), (Point{15, 15}));
  EXPECT_EQ(Scaled(kSquare, 2)[0], (Point{5, 5}));
}

TEST(GeometryTest, ContainsInEitherOrderOfCorners) {
  const Corners backwards{kSquare[3], kSquare[2], kSquare[1], kSquare[0]};
  for (const Corners& square : {kSquare, backwards}) {
    EXPECT_TRUE(Contains(square, {15, 11}));
    EXPECT_TRUE(Contains(square, {10, 15}));
    EXPECT_FALSE(Contains(square, {9.9, 15}));
    EXPECT_FALSE(Contains(square, {15, 21}));
  }
}

TEST(ConvexHullTest, DropsPointsInsideAndOnTheSides) {
  const Polygon hull = ConvexHull({{0, 0}, {4, 0}, {2, 1}, {4, 4}, {2, 0}, {0, 4}, {0, 0}, {4, 2}});
  EXPECT_THAT(hull, UnorderedElementsAre(Point{0, 0}, Point{4, 0}, Point{4, 4}, Point{0, 4}));
  EXPECT_GT(Cross(hull[1] - hull[0], hull[2] - hull[1]), 0) << "clockwise on a page";
}

TEST(ConvexHullTest, FewOrStraightPoints) {
  EXPECT_THAT(ConvexHull({}), SizeIs(0));
  EXPECT_THAT(ConvexHull({{1, 1}, {1, 1}}), SizeIs(1));
  EXPECT_THAT(ConvexHull({{0, 0}, {1, 1}, {2, 2}, {3, 3}}), SizeIs(2));
}

TEST(SmallestRectangleTest, FollowsATurnedRectangle) {
  const Corners turned = Turned(100, 50, 60, 20, 30);
  const Rectangle rectangle = SmallestRectangle(ConvexHull(Polygon(turned.begin(), turned.end())));
  EXPECT_NEAR(rectangle.width * rectangle.height, 1200, 1e-6);
  EXPECT_THAT(std::max(rectangle.width, rectangle.height), DoubleNear(60, 1e-6));
  EXPECT_GT(SignedArea(rectangle.corners), 0);
  ExpectNear(Centre(rectangle.corners), {130, 60}, 1e-6);
}

// The rectangle around a tilted square, and points along the square's sides.
TEST(HomographyTest, TakesCornersToCornersAndDiagonalsToDiagonals) {
  const Corners quad{Point{100, 80}, {300, 120}, {280, 290}, {60, 330}};
  const auto map = Homography::FromRectangle({10, 20, 50, 100}, quad);
  ASSERT_TRUE(map.has_value());
  const Corners corners = map->Map(Corners{Point{10, 20}, {50, 20}, {50, 100}, {10, 100}});
  for (std::size_t i = 0; i < 4; ++i) ExpectNear(corners[i], quad[i], 1e-9);
  const Point centre = map->Map(Point{30, 60});
  EXPECT_NEAR(Cross(quad[2] - quad[0], centre - quad[0]), 0, 1e-6);
  EXPECT_NEAR(Cross(quad[3] - quad[1], centre - quad[1]), 0, 1e-6);
}

TEST(HomographyTest, RefusesQuadrilateralsThatAreNotConvex) {
  const Homography::Span unit{0, 0, 1, 1};
  EXPECT_TRUE(Homography::FromRectangle(unit, kSquare).has_value());
  EXPECT_FALSE(Homography::FromRectangle({0, 0, 0, 1}, kSquare).has_value());
  const Corners refused[] = {
      {},                                                // a point
      {Point{0, 0}, {10, 0}, {20, 0}, {30, 0}},          // a line
      {Point{0, 0}, {10, 0}, {2, 1}, {0, 10}},           // a dent
      {Point{0, 0}, {10, 10}, {10, 0}, {0, 10}},         // crossed
      {kSquare[3], kSquare[2], kSquare[1], kSquare[0]},  // seen from behind
  };
  for (const Corners& quad : refused) {
    EXPECT_FALSE(Homography::FromRectangle(unit, quad).has_value()) << quad[1].x;
  }
}

}  // namespace
}  // namespace sceau::barcode
