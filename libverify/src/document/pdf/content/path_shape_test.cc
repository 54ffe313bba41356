// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/content/path_shape.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace sceau::document {
namespace {

Path Closed(std::vector<Point> points) { return {{std::move(points), true}}; }

TEST(PathShapeTest, AShapeWithoutADentLiesRoundWhatItHolds) {
  const Path diamond = Closed({{10, 0}, {20, 10}, {10, 20}, {0, 10}});
  const Path turned_back = Closed({{0, 10}, {10, 20}, {20, 10}, {10, 0}});
  const Path dented = Closed({{10, 0}, {11, 10}, {10, 20}, {0, 10}, {9, 10}});
  const Path small = Closed({{9, 9}, {11, 9}, {11, 11}, {9, 11}});
  const Path corner = Closed({{1, 1}, {3, 1}, {3, 3}, {1, 3}});
  Path two = small;
  two.push_back(corner[0]);
  const Path twice =
      Closed({{10, 0}, {20, 10}, {10, 20}, {0, 10}, {10, 0}, {20, 10}, {10, 20}, {0, 10}});
  EXPECT_FALSE(LiesRound(twice, small));  // even-odd, it is empty
  EXPECT_TRUE(LiesRound(diamond, small));
  EXPECT_TRUE(LiesRound(turned_back, small));
  EXPECT_TRUE(LiesRound(diamond, diamond));
  EXPECT_FALSE(LiesRound(diamond, corner));  // within the box alone
  EXPECT_FALSE(LiesRound(diamond, two));
  EXPECT_FALSE(LiesRound(small, diamond));
  EXPECT_FALSE(LiesRound(dented, Closed({{1, 10}, {2, 10}, {2, 10.1}})));
  EXPECT_FALSE(LiesRound(two, small));
  EXPECT_FALSE(LiesRound(diamond, {}));
  EXPECT_FALSE(LiesRound(Closed({{0, 0}, {9, 9}}), Closed({{1, 1}, {2, 2}})));
}

}  // namespace
}  // namespace sceau::document
