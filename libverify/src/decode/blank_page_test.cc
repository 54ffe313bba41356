// SPDX-License-Identifier: Apache-2.0
#include "decode/blank_page.h"

#include <gtest/gtest.h>

#include <random>
#include <utility>

namespace sceau::decode {
namespace {

// Paper of that shade, with the noise of a scanner.
PageImage Paper(int shade, int width = 210, int height = 297) {
  std::mt19937 random(20261130);
  std::normal_distribution<double> noise(0, 3);
  PageImage page;
  page.width = width;
  page.height = height;
  for (int i = 0; i < width * height; ++i)
    page.pixels.push_back(static_cast<std::uint8_t>(std::clamp(shade + noise(random), 0.0, 255.0)));
  return page;
}

PageImage WithStroke(PageImage page, int left, int top, int right, int bottom, int change) {
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x) {
      auto& pixel = page.pixels[static_cast<std::size_t>(y * page.width + x)];
      pixel = static_cast<std::uint8_t>(std::clamp(pixel + change, 0, 255));
    }
  }
  return page;
}

TEST(BlankPageTest, PaperOfAnyShadeShowsNothing) {
  for (const int shade : {255, 240, 180, 0}) EXPECT_TRUE(IsBlank(View(Paper(shade)))) << shade;
  PageImage shaded = Paper(230);
  for (int y = 0; y < shaded.height; ++y) {
    for (int x = 0; x < shaded.width; ++x)
      shaded.pixels[static_cast<std::size_t>(y * shaded.width + x)] -=
          static_cast<std::uint8_t>(x / 6);
  }
  EXPECT_TRUE(IsBlank(View(shaded)));
}

TEST(BlankPageTest, AStrokeMayBeWriting) {
  const struct {
    const char* what;
    int left, top, right, bottom, change;
  } kStrokes[] = {
      {"black", 100, 100, 102, 110, -200},       {"grey", 100, 100, 102, 110, -40},
      {"fine and long", 20, 151, 190, 152, -60}, {"in the last corner", 207, 290, 209, 297, -60},
      {"lighter", 50, 50, 60, 52, 60},
  };
  for (const auto& stroke : kStrokes) {
    const PageImage page =
        WithStroke(Paper(180), stroke.left, stroke.top, stroke.right, stroke.bottom, stroke.change);
    EXPECT_FALSE(IsBlank(View(page))) << stroke.what;
  }
}

TEST(BlankPageTest, WhatIsTooSmallToSayIsNotBlank) {
  EXPECT_FALSE(IsBlank(View(Paper(255, 15, 300))));
  EXPECT_FALSE(IsBlank({}));
}

}  // namespace
}  // namespace sceau::decode
