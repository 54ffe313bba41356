// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/dots.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>

#include "barcode/read/read_symbols.h"
#include "barcode/read/scene_testing.h"

namespace sceau::barcode {
namespace {

struct Dots {
  double size;  // of a module
  int module;   // pixels
  bool round = true;
  bool light = false;  // on a dark ground
};

PageImage PrintDots(const Drawing& drawing, const Dots& dots) {
  constexpr int kQuiet = 6;  // modules
  const int size = drawing.dark.width();
  const int side = (size + 2 * kQuiet) * dots.module;
  PageImage image{side, side, {}};
  constexpr int kSteps = 4;  // samples a pixel and direction
  for (int y = 0; y < side; ++y) {
    for (int x = 0; x < side; ++x) {
      int dark = 0;
      for (int k = 0; k < kSteps * kSteps; ++k) {
        const double u = (x + (k % kSteps + 0.5) / kSteps) / dots.module - kQuiet;
        const double v = (y + (k / kSteps + 0.5) / kSteps) / dots.module - kQuiet;
        if (u < 0 || v < 0 || u >= size || v >= size) continue;
        const Point off{u - static_cast<int>(u) - 0.5, v - static_cast<int>(v) - 0.5};
        const double reach = dots.round ? Length(off) : std::max(std::abs(off.x), std::abs(off.y));
        if (reach <= dots.size / 2 &&
            drawing.dark.at(static_cast<int>(u), static_cast<int>(v)) != 0)
          ++dark;
      }
      const int shade = 255 * dark / (kSteps * kSteps);
      image.pixels.push_back(static_cast<std::uint8_t>(dots.light ? shade : 255 - shade));
    }
  }
  return image;
}

class DotsTest : public ::testing::TestWithParam<Symbology> {};

TEST_P(DotsTest, ModulesMayBeDots) {
  const std::string text = SomeText(120);
  const Drawing drawing = Draw(GetParam(), text);
  for (const Dots& dots : {Dots{0.6, 10}, Dots{0.6, 5}, Dots{0.75, 8}, Dots{0.9, 6},
                           Dots{0.6, 8, false}, Dots{0.6, 8, true, true}}) {
    const PageImage image = PrintDots(drawing, dots);
    const auto read = ReadSymbols(View(image), {});
    ASSERT_TRUE(read.ok()) << read.status();
    ASSERT_EQ(read->symbols.size(), 1U) << dots.size << " of " << dots.module << " pixels";
    EXPECT_EQ(AsText(read->symbols[0].payload), text);
    const Point centre = Centre(read->symbols[0].corners);
    EXPECT_NEAR(centre.x, image.width / 2.0, dots.module);
    EXPECT_NEAR(centre.y, image.height / 2.0, dots.module);
  }
}

INSTANTIATE_TEST_SUITE_P(Both, DotsTest,
                         ::testing::Values(Symbology::kQrCode, Symbology::kDataMatrix));

TEST(MayBeDotsTest, TextMayNot) {
  const Scene page = Scene(800, 800).AddText(3);
  for (const Candidate& candidate : Locate(View(page.image()), 16))
    EXPECT_FALSE(MayBeDots(View(page.image()), candidate));
}

}  // namespace
}  // namespace sceau::barcode
