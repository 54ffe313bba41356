// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/quick_look.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <string>

#include "barcode/read/scene_testing.h"

namespace sceau::barcode {
namespace {

constexpr int kPictureSide = 120;

PageImage Picture(const std::function<int(int x, int y)>& luminance) {
  PageImage image{kPictureSide, kPictureSide, {}};
  for (int y = 0; y < kPictureSide; ++y) {
    for (int x = 0; x < kPictureSide; ++x)
      image.pixels.push_back(static_cast<std::uint8_t>(luminance(x, y)));
  }
  return image;
}

// So many bars, each as wide as the gap beside it, from the border on.
int Bars(int at, int bars, int dark = 0) {
  return at * 2 * bars / kPictureSide % 2 == 0 ? dark : 255;
}

TEST(QuickLookTest, AsksForSwingsInBothDirections) {
  struct Case {
    const char* what;
    PageImage image;
    bool may;
  };
  const std::array cases = {
      Case{"paper", Picture([](int, int) { return 255; }), false},
      Case{"a gradient", Picture([](int x, int y) { return x + y; }), false},
      Case{"bars", Picture([](int x, int) { return Bars(x, 20); }), false},
      Case{"bars that lie", Picture([](int, int y) { return Bars(y, 20); }), false},
      Case{"twelve modules to the border",
           Picture([](int x, int y) { return std::max(Bars(x, 6), Bars(y, 6)); }), true},
      Case{"eleven", Picture([](int x, int y) {
             return std::max(x * 11 / kPictureSide % 2 == 0 ? 0 : 255,
                             y * 11 / kPictureSide % 2 == 0 ? 0 : 255);
           }),
           false},
      Case{"faint ones",
           Picture([](int x, int y) { return std::max(Bars(x, 6, 247), Bars(y, 6, 247)); }), true},
      Case{"unseen ones",
           Picture([](int x, int y) { return std::max(Bars(x, 6, 248), Bars(y, 6, 248)); }), false},
  };
  for (const Case& c : cases) EXPECT_EQ(MayHoldModules(View(c.image), 12), c.may) << c.what;
}

TEST(QuickLookTest, EachSymbolSwings) {
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    for (const int length : {8, 40, 200, 600}) {
      const Drawing drawing = Draw(symbology, SomeText(static_cast<std::size_t>(length)));
      const double side = drawing.dark.width() * 3;
      for (const double angle : {0.0, 17.0, 45.0, 90.0}) {
        const int size = static_cast<int>(2 * side) + 20;
        const PageImage image =
            Scene(size, size)
                .Place(drawing, Turned(side / 2 + 10, side / 2 + 10, side, side, angle))
                .image();
        EXPECT_TRUE(MayHoldModules(View(image), 12))
            << SymbologyName(symbology) << ' ' << length << ' ' << angle;
      }
    }
  }
}

TEST(QuickLookTest, AMarkBesideTheCornersIsSeen) {
  const Corners square = {{{40, 40}, {80, 40}, {80, 80}, {40, 80}}};
  const auto marked = [](int left, int top, int mark) {
    return Picture([=](int x, int y) {
      if (x == left && y == top) return mark;
      return x >= 40 && x < 80 && y >= 40 && y < 80 ? 0 : 255;
    });
  };
  EXPECT_TRUE(IsPlainAround(View(marked(60, 60, 255)), square));
  EXPECT_TRUE(IsPlainAround(View(marked(0, 0, 248)), square));
  EXPECT_TRUE(IsPlainAround(View(marked(32, 87, 0)), square));
  for (const auto& [x, y] : {std::pair(0, 0), {119, 119}, {60, 31}, {60, 88}, {31, 60}, {88, 60}})
    EXPECT_FALSE(IsPlainAround(View(marked(x, y, 247)), square)) << x << ", " << y;
}

}  // namespace
}  // namespace sceau::barcode
