// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/stroke.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "document/pdf/content/path_shape.h"

namespace sceau::document {
namespace {

Path LevelLine(double from, double to) { return {{{{from, 0}, {to, 0}}, false}}; }

// Where the dashes of a level line begin and end.
std::vector<double> EndsOf(const Path& path) {
  std::vector<double> ends;
  for (const Subpath& dash : path) {
    ends.push_back(dash.points.front().x);
    ends.push_back(dash.points.back().x);
  }
  return ends;
}

TEST(StrokeTest, ALineIsCutIntoDashes) {
  using Ends = std::vector<double>;
  const struct {
    std::vector<double> lengths;
    double start;
    Ends ends;
  } kCases[] = {
      {{3, 2}, 0, {0, 3, 5, 8}},       {{3, 2}, 1, {0, 2, 4, 7, 9, 10}},
      {{3, 2}, 4, {1, 4, 6, 9}},       {{3, 2}, -1, {1, 4, 6, 9}},
      {{3}, 0, {0, 3, 6, 9}},                                            // on and off in turn
      {{3}, 3, {3, 6, 9, 10}},         {{0, 4}, 0, {0, 0, 4, 4, 8, 8}},  // points
      {{0, 2, 1, 7}, 0, {0, 0, 2, 3}}, {{20, 1}, 0, {0, 10}},
  };
  for (const auto& c : kCases) {
    const auto dashes = DashesOf(LevelLine(0, 10), c.lengths, c.start, 100);
    ASSERT_TRUE(dashes);
    EXPECT_EQ(EndsOf(*dashes), c.ends) << c.lengths.front() << " from " << c.start;
  }
}

TEST(StrokeTest, DashesGoOnRoundACorner) {
  const Path square = {{{{0, 0}, {10, 0}, {10, 10}, {0, 10}}, true}};
  const auto dashes = DashesOf(square, {15, 5}, 0, 100);
  ASSERT_TRUE(dashes);
  ASSERT_EQ(dashes->size(), 2U);
  EXPECT_EQ(dashes->front().points.size(), 3U);
  EXPECT_EQ(dashes->back().points.back().y, 5);
}

TEST(StrokeTest, DashesHaveABound) {
  EXPECT_TRUE(DashesOf(LevelLine(0, 100), {1, 1}, 0, 60));
  EXPECT_FALSE(DashesOf(LevelLine(0, 100), {1, 1}, 0, 40));
  EXPECT_FALSE(DashesOf(LevelLine(0, 1), {1e-300, 1e-300}, 0, 1'000));
}

TEST(StrokeTest, APointIsAModuleWhereItHasAnEnd) {
  for (const Path& point : {Path{{{{5, 5}, {5, 5}}, false}}, Path{{{{5, 5}}, true}}}) {
    EXPECT_TRUE(OutlineOf(point, 2, false).empty());
    const Box box = BoxOf(OutlineOf(point, 2, true));
    EXPECT_EQ(box.left, 4);
    EXPECT_EQ(box.right, 6);
    EXPECT_EQ(box.top, 4);
    EXPECT_EQ(box.bottom, 6);
  }
}

TEST(StrokeTest, LinesMeetWithoutANotch) {
  const Path corner = {{{{0, 0}, {10, 0}, {10, 10}}, false}};
  const Path outline = OutlineOf(corner, 2, false);
  ASSERT_EQ(outline.size(), 2U);
  EXPECT_EQ(BoxOf({outline[0]}).right, 11);
  EXPECT_EQ(BoxOf({outline[0]}).left, 0);
  EXPECT_EQ(BoxOf({outline[1]}).top, -1);
  EXPECT_EQ(BoxOf({outline[1]}).bottom, 10);
}

std::size_t CountOfBends(const Path& line) {
  const Path outline = OutlineOf(line, 2, false);
  return static_cast<std::size_t>(std::ranges::count_if(outline, &Subpath::goes_on));
}

Subpath Arc(int sides, double degrees, double radius, bool closed) {
  Subpath arc;
  arc.closed = closed;
  for (int i = 0; i < sides; ++i) {
    const double at = i * degrees / 180 * 3.14159265358979;
    arc.points.push_back({radius * std::cos(at), radius * std::sin(at)});
  }
  return arc;
}

TEST(StrokeTest, TheSidesOfARingGoOn) {
  EXPECT_EQ(CountOfBends({Arc(32, 360.0 / 32, 50, true)}), 31U);
  EXPECT_EQ(CountOfBends({Arc(17, 360.0 / 32, 50, false)}), 15U);
  EXPECT_EQ(CountOfBends({Arc(32, 360.0 / 32, 50, true), Arc(32, 360.0 / 32, 50, true)}), 62U);
  // A spiral, corners, a straight line in parts, and what has few sides.
  EXPECT_EQ(CountOfBends({Arc(64, 360.0 / 32, 50, false)}), 0U);
  EXPECT_EQ(CountOfBends({{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, true}}), 0U);
  Subpath straight;
  for (int i = 0; i < 20; ++i) straight.points.push_back({3.0 * i, 2.0 * i});
  EXPECT_EQ(CountOfBends({straight}), 0U);
  EXPECT_EQ(CountOfBends({Arc(7, 360.0 / 32, 50, false)}), 0U);
}

TEST(PathShapeTest, TurnsTellAnOutlineFromABox) {
  const Path box = {{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}, true}};
  EXPECT_NEAR(TurnsOf(box), 1, 1e-6);
  EXPECT_NEAR(TurnsOf({box[0], box[0], box[0]}), 3, 1e-6);
  const Path stairs = {{{{0, 0}, {9, 0}, {9, 3}, {6, 3}, {6, 6}, {3, 6}, {3, 9}, {0, 9}}, true}};
  EXPECT_NEAR(TurnsOf(stairs), 2, 1e-6);
  EXPECT_EQ(TurnsOf({{{{1, 1}, {1, 1}}, true}}), 0);
  EXPECT_EQ(TurnsOf({}), 0);
}

}  // namespace
}  // namespace sceau::document
