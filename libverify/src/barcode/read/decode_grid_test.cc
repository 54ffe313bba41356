// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/decode_grid.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

#include "barcode/decode/symbol_testing.h"
#include "barcode/read/grid.h"

namespace sceau::barcode {
namespace {

PrintedSymbol PrintLarge() {
  PrintedSymbol printed;
  const std::size_t capacity = QrBlocksOf(14, QrLevel::kQ).data_codewords();
  BitWriter bits;
  bits.Add(4, 4).Add(capacity - 3, 16);
  for (std::size_t i = 0; i < capacity - 3; ++i) {
    printed.payload.push_back(static_cast<std::uint8_t>(i * 37 + i / 7));
    bits.Add(printed.payload.back(), 8);
  }
  printed.symbol = DrawQrCode(14, QrLevel::kQ, 3, bits.QrCodewords(capacity));
  return printed;
}

// The samples that a grid would take of a blurred and noisy picture: each holds a part of the
// modules around it, `sigma` modules wide.
Plane<float> Blurred(const DrawnSymbol& symbol, double sigma, double noise, std::mt19937& random) {
  std::normal_distribution<double> grain(0, noise);
  const int side = 2 * (symbol.width + 2 * Grid::kBorder) - 1;
  constexpr int kReach = 3;
  Plane<float> samples(side, side);
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      double sum = 0, weight = 0;
      for (int j = y / 2 - kReach; j <= y / 2 + kReach; ++j) {
        for (int i = x / 2 - kReach; i <= x / 2 + kReach; ++i) {
          const double dx = i - x / 2.0, dy = j - y / 2.0;
          const double part = std::exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
          const int column = i - Grid::kBorder, row = j - Grid::kBorder;
          const bool inside =
              column >= 0 && row >= 0 && column < symbol.width && row < symbol.height;
          const auto at = static_cast<std::size_t>(row * symbol.width + column);
          sum += part * (inside ? static_cast<double>(symbol.values[at]) : -1.0);
          weight += part;
        }
      }
      samples.at(x, y) = static_cast<float>(sum / weight + grain(random));
    }
  }
  return samples;
}

int ReadOf20(double sigma, double noise) {
  const PrintedSymbol printed = PrintLarge();
  const GridShape shape = ShapeOf(Symbology::kQrCode, printed.symbol.width);
  std::mt19937 random(18004);
  int read = 0;
  for (int round = 0; round < 20; ++round) {
    const auto found =
        DecodeGrid(shape, Blurred(printed.symbol, sigma, noise, random), Persistence::kLow);
    EXPECT_TRUE(found.ok());
    if (!found.ok() || !*found) continue;
    EXPECT_EQ((*found)->payload, printed.payload);
    ++read;
  }
  return read;
}

TEST(DecodeGridTest, BlurAndNoise) {
  EXPECT_EQ(ReadOf20(0.6, 0.1), 20);
  // Without what the first blocks say of the others it would be 2.
  EXPECT_GE(ReadOf20(0.6, 0.24), 12);
  EXPECT_EQ(ReadOf20(0.6, 0.5), 0);
}

}  // namespace
}  // namespace sceau::barcode
