// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/grid_shape.h"

#include <gtest/gtest.h>

#include "barcode/read/equalize.h"
#include "barcode/read/grid.h"
#include "barcode/read/least_squares.h"
#include "barcode/read/scene_testing.h"
#include "barcode/write/write_symbol.h"

namespace sceau::barcode {
namespace {

// Each symbol that is written has the fixed modules of its size.
TEST(ShapeOfTest, IsWhatEverySymbolHas) {
  for (const Symbology symbology : {Symbology::kDataMatrix, Symbology::kQrCode}) {
    std::size_t sizes = 0;
    int last = 0;
    for (std::size_t length = 1; length < 1500; length += length < 40 ? 1 : 9) {
      const auto modules = WriteSymbol(symbology, AsBytes(SomeText(length)));
      if (!modules.ok() || modules->size == last) continue;
      last = modules->size;
      ++sizes;
      const GridShape shape = ShapeOf(symbology, last);
      EXPECT_EQ(shape.size, last);
      for (const FixedModule& module : shape.fixed) {
        ASSERT_EQ(modules->at(module.x, module.y), module.dark > 0)
            << SymbologyName(symbology) << " of " << last << " at " << module.x << ", " << module.y;
      }
    }
    EXPECT_GE(sizes, symbology == Symbology::kQrCode ? 25U : 20U);
  }
}

TEST(SizesOfTest, AreTheStandards) {
  EXPECT_EQ(SizesOf(Symbology::kDataMatrix).size(), 24U);
  EXPECT_EQ(SizesOf(Symbology::kDataMatrix).back(), 144);
  EXPECT_EQ(SizesOf(Symbology::kQrCode).size(), 40U);
  EXPECT_EQ(SizesOf(Symbology::kQrCode).back(), 177);
}

TEST(LeastSquaresTest, SolvesAndLeansOnThePrior) {
  LeastSquares<2> equations;
  for (int i = 0; i < 600; ++i) {
    const auto x = static_cast<float>(i % 17);
    equations.Add({x, 1}, 3 * x - 2, 1);
  }
  const auto solution = equations.Solve({0, 0}, 1e-9);
  ASSERT_TRUE(solution);
  EXPECT_NEAR((*solution)[0], 3, 1e-3);
  EXPECT_NEAR((*solution)[1], -2, 1e-2);

  LeastSquares<2> nothing;
  EXPECT_FALSE(nothing.Solve({1, 1}, 0.1));
  nothing.Add({1, 0}, 5, 1);
  const auto leaning = nothing.Solve({0, 7}, 0.5);
  ASSERT_TRUE(leaning);
  EXPECT_NEAR((*leaning)[1], 7, 1e-5);
}

int Wrong(const Plane<float>& values, const Modules& modules) {
  int wrong = 0;
  for (int y = 0; y < modules.size; ++y) {
    for (int x = 0; x < modules.size; ++x)
      wrong += (values.at(x, y) > 0) != modules.at(x, y) ? 1 : 0;
  }
  return wrong;
}

TEST(EqualizeTest, TakesTheNeighboursPartOutOfASample) {
  const auto modules = WriteSymbol(Symbology::kDataMatrix, AsBytes(SomeText(200))).value();
  const GridShape shape = ShapeOf(Symbology::kDataMatrix, modules.size);
  const auto dark = [&](int x, int y) {
    return x >= 0 && y >= 0 && x < modules.size && y < modules.size && modules.at(x, y) ? 1.0F
                                                                                        : -1.0F;
  };
  // Motion along a row: half of each sample is its right neighbour's, and more.
  const int side = 2 * (modules.size + 2 * Grid::kBorder) - 1;
  Plane<float> samples(side, side);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      const int column = x / 2 - Grid::kBorder, row = y / 2 - Grid::kBorder;
      samples.at(x, y) = 0.5F * dark(column, row) + 0.55F * dark(column + 1, row) + 0.1F;
    }
  }
  const Plane<float> plain = PlainModules(shape, samples);
  EXPECT_GT(Wrong(plain, modules), 400);
  Plane<float> equal = plain;
  for (int i = 0; i < 6; ++i) equal = Equalize(shape, samples, equal);
  EXPECT_LT(Wrong(equal, modules), Wrong(plain, modules) / 5);
}

}  // namespace
}  // namespace sceau::barcode
