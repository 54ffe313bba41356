// SPDX-License-Identifier: Apache-2.0
#include "document/image/transparency.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace sceau::document {
namespace {

// A letter for each pixel of each row.
Showing ShowingOfRows(const std::vector<std::string>& rows, int first_row = 0) {
  Transparency transparency;
  for (int y = 0; y < static_cast<int>(rows.size()); ++y) {
    Bytes row;
    for (const char pixel : rows[static_cast<std::size_t>(y)]) {
      switch (pixel) {
        case 'W':  // opaque paper
          row.insert(row.end(), {255, 255});
          break;
        case 'w':  // almost opaque
          row.insert(row.end(), {255, 250});
          break;
        case 'X':  // opaque print
          row.insert(row.end(), {0, 255});
          break;
        case 'x':  // its soft edge
          row.insert(row.end(), {0, 120});
          break;
        case 'o':  // half transparent, light
          row.insert(row.end(), {255, 120});
          break;
        case 'p':  // white, almost transparent
          row.insert(row.end(), {255, 40});
          break;
        case 'g':  // a grey that can hardly be seen on black
          row.insert(row.end(), {60, 255});
          break;
        case 'G':
          row.insert(row.end(), {70, 255});
          break;
        default:  // white, transparent
          row.insert(row.end(), {255, 0});
      }
    }
    transparency.See(first_row + y, Samples::kGrayAlpha, row.data(),
                     static_cast<int>(row.size() / 2));
  }
  return transparency.showing();
}

TEST(TransparencyTest, WhatEveryGroundShowsIsAlike) {
  const struct {
    const char* what;
    std::vector<std::string> rows;
  } kCases[] = {
      {"all opaque", {"WWXW", "WXXW"}},
      {"almost opaque", {"WwXW", "wXXw"}},
      {"black print on a transparent ground", {"....", ".Xx.", "x.gX"}},
      {"nothing at all", {"....", "...."}},
      {"a page with room around it", {"........", "..WXWW..", "..WWXW..", "........"}},
      {"a page that fills the top", {"WXWWWW", "WWWWWW", "......"}},
      {"a page that fills the bottom", {"......", "WXWWWW", "WWWWWW"}},
      {"a page with round corners", {".oWWo.", "oWWXWo", "WWWWWW", "oWWWWo", ".oWWo."}},
      {"a page with a soft edge", {"oooooo", "WWXWWW", "WWWWWW", "oooooo", "oooooo"}},
      {"a shadow around it", {"xxxxxxx", "xWXWWxx", "xWWWWxx", "xxxxxxx"}},
      {"a page that leans", {"..WW..", ".WWXW.", "WWXWWW", ".WWWW.", "..WW.."}},
  };
  for (const auto& c : kCases) EXPECT_EQ(ShowingOfRows(c.rows), Showing::kAlike) << c.what;
}

TEST(TransparencyTest, WhatAGroundShowsAloneDiffers) {
  const std::string far(8, '.');
  const struct {
    const char* what;
    std::vector<std::string> rows;
  } kCases[] = {
      {"white and black letters on transparent pixels", {"X.W.", "....", "WW.X"}},
      {"white letters, half transparent", {"X......o", "........"}},
      {"white letters, almost transparent", {"X......p", "........"}},
      {"grey letters among black ones", {"X.G.", "G..X"}},
      {"a hole in the page", {"WWWWWW", "WW.XWW", "WWWWWW"}},
      {"a half transparent pixel in the page", {"WWWWWW", "WWoXWW", "WWWWWW"}},
      {"two pages one above the other", {"WWXW", "....", "WXWW"}},
      {"two pages side by side", {"WXW.WXW", "WWW.WWW"}},
      {"light letters beside the page", {"WXWW" + far + "oo", "WWWW" + far + ".o"}},
      {"light letters above the page",
       {"oo..", "....", "....", "....", "....", "....", "WXWW", "WWWW"}},
      {"light letters above, not over the page", {"oo........", "......WXWW", "......WWWW"}},
      {"light letters below the page",
       {"WXWW", "WWWW", "....", "....", "....", "....", "....", "oo.."}},
      {"light letters without a page", {"o..o", ".oo."}},
  };
  for (const auto& c : kCases) EXPECT_EQ(ShowingOfRows(c.rows), Showing::kDiffers) << c.what;
}

TEST(TransparencyTest, RowsOutOfOrderShowNoPage) {
  const std::vector<std::string> page = {"....", ".WX.", ".WW.", "...."};
  EXPECT_EQ(ShowingOfRows(page), Showing::kAlike);
  EXPECT_EQ(ShowingOfRows(page, 1), Showing::kDiffers);
  EXPECT_EQ(ShowingOfRows({"WXWW", "WWWW"}, 1), Showing::kAlike);
  EXPECT_EQ(ShowingOfRows({".X..", "...X"}, 1), Showing::kAlike);
}

TEST(TransparencyTest, ColoursCountByTheirLuminance) {
  const auto showing_beside_black = [](const Bytes& pixel) {
    Bytes row = {0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 255};
    row.insert(row.end(), pixel.begin(), pixel.end());
    Transparency transparency;
    transparency.See(0, Samples::kRgba, row.data(), 4);
    return transparency.showing();
  };
  EXPECT_EQ(showing_beside_black({0, 0, 255, 255}), Showing::kAlike);  // blue: 29
  EXPECT_EQ(showing_beside_black({0, 255, 0, 255}), Showing::kDiffers);
  EXPECT_EQ(showing_beside_black({0, 255, 0, 30}), Showing::kAlike);
}

}  // namespace
}  // namespace sceau::document
