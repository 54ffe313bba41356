// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/without_margin.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>

#include "barcode/read/read_symbols.h"
#include "barcode/read/scene_testing.h"

namespace sceau::barcode {
namespace {

struct Shades {
  std::uint8_t dark;
  std::uint8_t light;
  std::uint8_t ground;
};

struct SymbolPlace {
  double module;  // pixels
  int left;
  int top;
  int width;  // of the image; 0: just the symbol
  int height;
};

// The symbol without a quiet zone, in soft edges where modules do not end with a pixel.
PageImage Print(const Drawing& drawing, const Shades& shades, const SymbolPlace& place, int turns) {
  const int size = drawing.dark.width();
  const double side = size * place.module;
  const int whole = static_cast<int>(std::lround(side));
  PageImage image{
      place.width == 0 ? whole : place.width, place.height == 0 ? whole : place.height, {}};
  constexpr int kSteps = 4;  // samples a pixel and direction
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      int sum = 0;
      for (int k = 0; k < kSteps * kSteps; ++k) {
        double u = (x - place.left + (k % kSteps + 0.5) / kSteps) / place.module;
        double v = (y - place.top + (k / kSteps + 0.5) / kSteps) / place.module;
        for (int turn = 0; turn < turns; ++turn) {
          const double old = u;
          u = v;
          v = size - old;
        }
        const bool inside = u >= 0 && v >= 0 && u < size && v < size;
        if (!inside) {
          sum += shades.ground;
        } else {
          sum += drawing.dark.at(static_cast<int>(u), static_cast<int>(v)) != 0 ? shades.dark
                                                                                : shades.light;
        }
      }
      image.pixels.push_back(static_cast<std::uint8_t>(sum / (kSteps * kSteps)));
    }
  }
  return image;
}

class WithoutMarginTest : public ::testing::TestWithParam<Symbology> {
 protected:
  void ExpectIsRead(const Shades& shades, const SymbolPlace& place, int turns) const {
    const std::string text = SomeText(120);
    const Drawing drawing = Draw(GetParam(), text);
    const PageImage image = Print(drawing, shades, place, turns);
    const auto read = ReadSymbols(View(image), {});
    ASSERT_TRUE(read.ok()) << read.status();
    ASSERT_EQ(read->symbols.size(), 1U) << place.module << " pixels, " << turns << " turns";
    const Symbol& symbol = read->symbols[0];
    EXPECT_EQ(AsText(symbol.payload), text);
    const double side = drawing.dark.width() * place.module;
    const Point centre = Centre(symbol.corners);
    EXPECT_NEAR(centre.x, place.left + side / 2, 2 * place.module);
    EXPECT_NEAR(centre.y, place.top + side / 2, 2 * place.module);
  }
};

TEST_P(WithoutMarginTest, CutOffAtItsFirstModules) {
  for (const double module : {3.0, 4.3, 11.1}) {
    for (const int turns : {0, 1}) ExpectIsRead({0, 255, 255}, {module, 0, 0, 0, 0}, turns);
  }
}

TEST_P(WithoutMarginTest, OnADarkGround) {
  for (int turns = 0; turns < 4; ++turns)
    ExpectIsRead({20, 235, 20}, {5, 180, 260, 700, 900}, turns);
  ExpectIsRead({0, 255, 0}, {3.4, 40, 40, 400, 300}, 0);
}

TEST_P(WithoutMarginTest, LightOnALightGround) {
  ExpectIsRead({255, 0, 255}, {5, 180, 260, 700, 900}, 0);
}

INSTANTIATE_TEST_SUITE_P(Both, WithoutMarginTest,
                         ::testing::Values(Symbology::kQrCode, Symbology::kDataMatrix));

TEST(WholeImageTest, OnlyWhatSwingsAlongItsBordersMayBeASymbol) {
  const Drawing drawing = Draw(Symbology::kDataMatrix, SomeText(120));
  const Shades shades{0, 255, 255};
  EXPECT_TRUE(WholeImage(View(Print(drawing, shades, {4, 0, 0, 0, 0}, 0))));
  EXPECT_FALSE(WholeImage(View(Print(drawing, shades, {4, 8, 8, 160, 160}, 0))));
  EXPECT_FALSE(WholeImage(View(Print(drawing, shades, {4, 0, 0, 600, 160}, 0))));
  EXPECT_FALSE(WholeImage({nullptr, 0, 0, 0}));
}

}  // namespace
}  // namespace sceau::barcode
