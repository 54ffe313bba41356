// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/shape_set.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "document/pdf/parts/stroke.h"

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

// A round or a slanted shape on each place of a lattice.
ShapeSet LatticeOf(int corners, double radius, int count, double step) {
  ShapeSet shapes;
  for (int i = 0; i < count * count; ++i) {
    Subpath subpath;
    for (int k = 0; k < corners; ++k) {
      const double angle = 6.283185307179586 * k / corners;
      subpath.points.push_back(
          {100 + step * (i % count) + radius * std::cos(angle),
           100 + step * static_cast<int>(i / count) + radius * std::sin(angle)});
    }
    subpath.closed = true;
    Shape shape;
    shape.path = {std::move(subpath)};
    shapes.Add(std::move(shape));
  }
  return shapes;
}

// The same as lines: the sides of each are many, and are one module.
ShapeSet RingsOf(double radius, int count, double step) {
  const ShapeSet discs = LatticeOf(32, radius, count, step);
  ShapeSet rings;
  for (std::size_t i = 0; i < discs.size(); ++i) {
    Shape shape;
    shape.path = OutlineOf(discs[i].path, 1, false);
    rings.Add(std::move(shape));
  }
  return rings;
}

// What stands in another frame than that of the cluster may be a code that is not read in it.
TEST(ShapeSetTest, ModulesThatAreNotAlongTheFrameLeaveAClusterOpen) {
  const struct {
    const char* name;
    ShapeSet shapes;
    std::size_t clusters;
    bool open;
  } kCases[] = {
      {"boxes", Lattice(4, 4, 0), 1, false},
      {"diamonds", LatticeOf(4, 2.6, 20, 4), 1, true},
      {"triangles with a side along the frame", LatticeOf(3, 3, 20, 4), 1, false},
      {"thin diamonds", LatticeOf(4, 1.1, 20, 4), 1, true},
      {"discs", LatticeOf(32, 2, 20, 4), 1, true},
      {"few diamonds", LatticeOf(4, 2.6, 5, 4), 0, false},
      {"few discs", LatticeOf(32, 2, 5, 4), 1, false},
      {"rings", RingsOf(2, 20, 5), 1, true},
      {"one ring", RingsOf(20, 1, 0), 0, false},
      {"a few rings", RingsOf(8, 3, 18), 0, false},
      {"a gradient of discs", LatticeOf(32, 30, 20, 1), 0, false},
  };
  for (const auto& c : kCases) {
    const auto clusters = c.shapes.FindClusters();
    ASSERT_TRUE(clusters) << c.name;
    ASSERT_EQ(clusters->size(), c.clusters) << c.name;
    if (clusters->empty()) continue;
    EXPECT_EQ(clusters->front().is_open, c.open) << c.name;
    const auto drawn = c.shapes.Draw(clusters->front());
    ASSERT_TRUE(drawn.ok()) << c.name;
    EXPECT_EQ(drawn->is_open, c.open) << c.name;
  }
}

}  // namespace
}  // namespace sceau::document
