// SPDX-License-Identifier: Apache-2.0
#include "capture/drawn_ink.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <functional>
#include <vector>

#include "capture/page_testing.h"

namespace sceau::capture {
namespace {

// A sheet on which the page lies so, drawn pixel by pixel.
struct DrawnSheet {
  double scale = 1;  // pixels of the sheet in a page pixel
  double degrees = 0;
  Point moved{};       // of the page's corner, pixels of the sheet
  bool rough = false;  // without soft edges
};

Homography ViewOf(const DrawnSheet& sheet) {
  constexpr double kDegree = 3.14159265358979323846 / 180;
  const double c = sheet.scale * std::cos(sheet.degrees * kDegree);
  const double s = sheet.scale * std::sin(sheet.degrees * kDegree);
  std::vector<PointPair> pairs;
  for (const Point p : {Point{0, 0}, Point{1000, 0}, Point{1000, 1000}, Point{0, 1000}})
    pairs.push_back({p, {c * p.x - s * p.y + sheet.moved.x, s * p.x + c * p.y + sheet.moved.y}});
  return Homography::Fit(pairs).value_or(Homography());
}

constexpr int kMargin = 40;  // of the sheet around an upright page

PageImage DrawSheet(const ExpectedPage& page, const DrawnSheet& sheet) {
  PageImage image{static_cast<int>(kPageWidth * sheet.scale) + kMargin,
                  static_cast<int>(kPageHeight * sheet.scale) + kMargin,
                  {}};
  const Homography back = ViewOf(sheet).Inverse().value_or(Homography());
  const int parts = sheet.rough ? 1 : 3;  // of a pixel, in each direction
  for (int y = 0; y < image.height; ++y) {
    for (int x = 0; x < image.width; ++x) {
      int ink = 0;
      for (int i = 0; i < parts * parts; ++i) {
        const Point at = back({x + (i % parts + 0.5) / parts, y + (i / parts + 0.5) / parts});
        if (at.x >= 0 && at.y >= 0 && at.x < kPageWidth && at.y < kPageHeight)
          ink += page.ink[static_cast<std::size_t>(at.y) * kPageWidth +
                          static_cast<std::size_t>(at.x)];
      }
      ink /= parts * parts;
      image.pixels.push_back(static_cast<std::uint8_t>(255 - ink));
    }
  }
  return image;
}

ExpectedPage PageWithAGround() {
  ExpectedPage page = MakePage(kPageValues);
  Paint(page, 700, 2'050, 1'500, 2'250, [](int, int, std::uint8_t& ink) {
    constexpr std::uint8_t kPale = 13;
    ink = std::max(ink, kPale);
  });
  return page;
}

TEST(DrawnInkTest, AGenuineDrawingShowsNoMore) {
  const ExpectedPage page = PageWithAGround();
  for (const DrawnSheet& sheet :
       {DrawnSheet{}, DrawnSheet{.moved = {0.5, 0.7}},
        DrawnSheet{.moved = {9.3, 4.6}, .rough = true},
        DrawnSheet{.scale = 0.6, .moved = {0.2, 0.4}}, DrawnSheet{.scale = 1.2},
        DrawnSheet{.degrees = 1, .moved = {30, 5}}}) {
    SCOPED_TRACE(testing::PrintToString(sheet.scale));
    const PageImage drawn = DrawSheet(page, sheet);
    const PagePlace place{PageMap(ViewOf(sheet)), 1};
    EXPECT_EQ(InkBeyond(page, View(drawn), place), 0);
    EXPECT_FALSE(ShowsMoreInk(page, View(drawn), place));
  }
}

struct Addition {
  const char* what;
  PixelBox box;  // page pixels
  std::uint8_t light;
};

TEST(DrawnInkTest, WhatIsAddedIsSeenWhereverItIsAndHoweverPale) {
  const ExpectedPage page = PageWithAGround();
  const DrawnSheet sheet{.moved = {kMargin / 2.0, kMargin / 2.0}};
  const PageImage clean = DrawSheet(page, sheet);
  for (const Addition& added :
       {Addition{"a pale band", {700, 1'200, 900, 1'220}, 248},
        Addition{"a dark stroke", {800, 1'200, 803, 1'220}, 20},
        Addition{"in the margin", {100, 2'310, 130, 2'330}, 180},
        Addition{"beside the page", {-15, 200, -5, 230}, 120},
        Addition{"white on the ground", {1'200, 2'150, 1'230, 2'170}, 255},
        Addition{"dark on the ground", {1'200, 2'150, 1'230, 2'170}, 230}}) {
    PageImage drawn = clean;
    for (int y = added.box.top; y < added.box.bottom; ++y) {
      const auto row =
          drawn.pixels.begin() + static_cast<std::ptrdiff_t>(y + kMargin / 2) * drawn.width;
      std::fill(row + added.box.left + kMargin / 2, row + added.box.right + kMargin / 2,
                added.light);
    }
    EXPECT_TRUE(ShowsMoreInk(page, View(drawn), {PageMap(ViewOf(sheet)), 1})) << added.what;
  }
}

TEST(DrawnInkTest, WhatCannotBeHeldAgainstThePageIsNotAsExpected) {
  ExpectedPage page = PageWithAGround();
  const PageImage drawn = DrawSheet(page, {});
  page.ink.clear();
  EXPECT_TRUE(ShowsMoreInk(page, View(drawn), {PageMap(Homography()), 1}));
}

TEST(DrawnInkTest, TheCodeIsNotHeldAgainstThePage) {
  ExpectedPage page = PageWithAGround();
  const PageImage drawn = DrawSheet(page, {});
  Paint(page, static_cast<float>(page.code[0].x), static_cast<float>(page.code[0].y),
        static_cast<float>(page.code[2].x), static_cast<float>(page.code[2].y),
        [](int, int, std::uint8_t& ink) { ink = 0; });
  EXPECT_FALSE(ShowsMoreInk(page, View(drawn), {PageMap(Homography()), 1}));
}

}  // namespace
}  // namespace sceau::capture
