// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/shape_set.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace sceau::document {
namespace {

// Boxes with a corner on each place of a lattice; `tall`: one in so many is as tall as the step.
ShapeSet Lattice(double width, double step, int tall) {
  ShapeSet shapes;
  for (int i = 0; i < 20 * 20; ++i) {
    const double x = 100 + step * (i % 20);
    const double y = 100 + step * (i / 20);
    const double height = tall > 0 && i % tall == 0 ? step : width;
    Shape shape;
    shape.path = {{{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}, true}};
    shapes.Add(shape);
  }
  return shapes;
}

TEST(ShapeSetTest, ModulesWithGapsAreDrawnWithoutThem) {
  const struct {
    double width;
    double step;
    int tall;
    bool dots;
  } kCases[] = {
      {2, 4, 0, true},  {3, 4, 0, true},
      {4, 4, 0, false}, {2, 5, 0, false},  // farther apart than modules
      {2, 4, 3, false},                    // single modules among larger pieces
  };
  for (const auto& c : kCases) {
    const ShapeSet shapes = Lattice(c.width, c.step, c.tall);
    const auto clusters = shapes.FindClusters();
    ASSERT_TRUE(clusters && clusters->size() == 1) << c.width << " every " << c.step;
    const Cluster& cluster = clusters->front();
    EXPECT_EQ(cluster.dot > 0, c.dots) << c.width << " every " << c.step;
    if (!c.dots) continue;
    EXPECT_NEAR(cluster.pitch, c.step, 0.01);
    const auto drawn = shapes.Draw(cluster);
    ASSERT_TRUE(drawn.ok());
    // Across the middle of the lattice, nothing of the ground is left.
    const PageImage& image = drawn->image;
    const auto row = image.pixels.begin() + image.height / 2 * image.width;
    const int light =
        static_cast<int>(std::count(row + cluster.margin, row + image.width - cluster.margin, 255));
    EXPECT_LE(light, 2);
  }
}

TEST(ShapeSetTest, AClusterOfAnySizeIsFound) {
  for (const double step : {3.0, 30.0, 120.0, 300.0}) {
    ShapeSet shapes = Lattice(step, step, 0);
    const auto clusters = shapes.FindClusters();
    ASSERT_TRUE(clusters) << step;
    ASSERT_EQ(clusters->size(), 1U) << step;
    EXPECT_NEAR(clusters->front().box.width(), 20 * step, 1) << step;
    EXPECT_TRUE(shapes.Draw(clusters->front()).ok()) << step;
  }
}

}  // namespace
}  // namespace sceau::document
