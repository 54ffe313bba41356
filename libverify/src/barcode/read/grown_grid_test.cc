// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/grown_grid.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "barcode/read/equalize.h"
#include "barcode/read/scene_testing.h"

namespace sceau::barcode {
namespace {

constexpr int kPage = 700;
constexpr double kPixelsAModule = 4;
// The middle of the symbol then lies two modules off the lines between its corners.
constexpr double kWave = 600;
constexpr double kHeight = 14;
constexpr int kMended = 6;  // wrong modules that error correction mends with ease

// A symbol on a page that is bent, and where its corners lie.
struct BentSymbol {
  Drawing drawing;
  GridShape shape;
  ContrastMap map;
  Corners corners;

  BentSymbol(Symbology symbology, double degrees)
      : drawing(Draw(symbology, SomeText(250))), shape(ShapeOf(symbology, drawing.dark.width())) {
    const double side = shape.size * kPixelsAModule;
    const double start = (kPage - side) / 2;
    const Corners flat = Turned(start, start, side, side, degrees);
    Scene scene(kPage, kPage);
    scene.Place(drawing, flat).Blur(1).Curl(kHeight, kWave);
    const Rectangle area{Turned(start, start, side, side, 0), side, side};
    map = ContrastMap::Measure(View(scene.image()), area, false);
    corners = map.FromPage(flat);
    for (std::size_t i = 0; i < 4; ++i)
      corners[i].y += kHeight * std::cos(2 * std::numbers::pi * (flat[i].x - kPage / 2.0) / kWave);
  }

  int Wrong(const Plane<float>& samples) const {
    const Plane<float> values = PlainModules(shape, samples);
    int wrong = 0;
    for (int y = 0; y < shape.size; ++y) {
      for (int x = 0; x < shape.size; ++x)
        wrong += (values.at(x, y) > 0) != (drawing.dark.at(x, y) != 0) ? 1 : 0;
    }
    return wrong;
  }
};

TEST(GrownGridTest, FollowsBentPaper) {
  for (const Symbology symbology : {Symbology::kDataMatrix, Symbology::kQrCode}) {
    for (const double degrees : {0.0, 25.0}) {
      const BentSymbol symbol(symbology, degrees);
      GrownGrid grid(symbol.map, symbol.shape, symbol.corners);
      grid.Grow(0);
      EXPECT_GT(grid.FixedScore(), 1) << SymbologyName(symbology) << " at " << degrees;
      EXPECT_LT(symbol.Wrong(grid.Sample()), kMended)
          << SymbologyName(symbology) << " at " << degrees;
      for (std::size_t i = 0; i < 4; ++i)
        EXPECT_LT(Length(grid.corners()[i] - symbol.corners[i]), kPixelsAModule)
            << degrees << ", " << i;
    }
  }
}

TEST(GrownGridTest, FindsCornersThatAreOff) {
  const BentSymbol symbol(Symbology::kDataMatrix, 0);
  Corners off = symbol.corners;
  for (const std::size_t i : {0U, 2U}) off[i].x += 1.5 * kPixelsAModule;
  GrownGrid grid(symbol.map, symbol.shape, off);
  grid.Grow(0);
  EXPECT_LT(symbol.Wrong(grid.Sample()), kMended);
}

TEST(GrownGridTest, TheCornersShowTheTurn) {
  for (const Symbology symbology : {Symbology::kDataMatrix, Symbology::kQrCode}) {
    const BentSymbol symbol(symbology, 0);
    const float right = GrownGrid(symbol.map, symbol.shape, symbol.corners).CornerScore();
    for (const std::size_t by : {1U, 2U, 3U}) {
      Corners turned;
      for (std::size_t i = 0; i < 4; ++i) turned[i] = symbol.corners[(i + by) % 4];
      EXPECT_LT(GrownGrid(symbol.map, symbol.shape, turned).CornerScore(), right)
          << SymbologyName(symbology) << ", " << by;
    }
  }
}

}  // namespace
}  // namespace sceau::barcode
