// SPDX-License-Identifier: Apache-2.0
// Codes whose modules are not rectangles along the axes that they were drawn in.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "decode/code_pages_testing.h"
#include "fmt/format.h"

namespace sceau::decode {
namespace {

using code_pages::EachModule;
using code_pages::kBox;
using code_pages::PageCase;
using document::testing::MakeStream;

constexpr double kDegree = 0.017453292519943295;

using Shape = std::vector<Point>;  // round the middle of a module

// A path with its own corners round (x, y), on a page turned by so many degrees round its middle.
std::string PathOf(const Shape& shape, double x, double y, double degrees) {
  const double cosine = std::cos(degrees * kDegree);
  const double sine = std::sin(degrees * kDegree);
  std::string path;
  for (const Point p : shape) {
    const double u = x + p.x - 100;
    const double v = y + p.y - 100;
    path += fmt::format("{:.3f} {:.3f} {} ", 100 + cosine * u - sine * v,
                        100 + sine * u + cosine * v, path.empty() ? "m" : "l");
  }
  return path;
}

// `end`: of each module.
std::string Each(const std::vector<Shape>& shapes, double degrees, const std::string& end) {
  return EachModule(
      [&](double x, double y) {
        std::string content;
        for (const Shape& shape : shapes) content += PathOf(shape, x + 1, y + 1, degrees);
        return content + end + "\n";
      },
      75, 75);
}

Shape Square(double half) { return {{-half, -half}, {half, -half}, {half, half}, {-half, half}}; }

// A clip a module, and all of the page painted through it.
std::string TurnedClips() {
  return "q 0.966 0.259 -0.259 0.966 30 -10 cm " +
         EachModule(
             [](double x, double y) {
               return fmt::format("q {} {} 2 2 re W n -300 -300 900 900 re f Q\n", x, y);
             },
             75, 75) +
         "Q ";
}

class TurnedTest : public ::testing::TestWithParam<PageCase> {};

TEST_P(TurnedTest, PartsShowWhatTheDrawingShows) { code_pages::ExpectIsShown(GetParam()); }

std::vector<PageCase> TurnedPages() {
  const Shape slash = {{-1, -1}, {1, 1}};
  const Shape backslash = {{-1, 1}, {1, -1}};
  const Shape diamond = {{0, -1.2}, {1.2, 0}, {0, 1.2}, {-1.2, 0}};
  const Shape triangle = {{0, 1.3}, {1.1, -0.7}, {-1.1, -0.7}};
  const std::string form = "/Subtype/Form/Group<</S/Transparency>>";
  const std::string clear = "/ExtGState<</H<</ca 0.7>>>>";
  return {
      {"OnePathTurnedALittle", {Each({Square(1)}, 3, "h") + "f", kBox}},
      {"OnePathTurned", {Each({Square(1)}, 15, "h") + "f", kBox}},
      {"OnePathOnItsCorner", {Each({Square(1)}, 45, "h") + "f", kBox}},
      {"APathAModuleTurned", {Each({Square(1)}, 60, "h f"), kBox}},
      {"TrianglesTurned", {Each({triangle}, 20, "h f"), kBox}},
      {"Diamonds", {Each({diamond}, 0, "h f"), kBox}},
      {"LightDiamonds", {"0 g 60 60 80 80 re f 1 g " + Each({diamond}, 0, "h f"), kBox}},
      {"Crosses", {"0.9 w " + Each({slash, backslash}, 0, "S"), kBox}},
      {"SlantedLines", {"1.5 w " + Each({slash}, 0, "S"), kBox}},
      {"ATurnedClipAModule", {TurnedClips(), kBox}},
      {"ClipsInATurnedForm",
       {"q 0.966 0.259 -0.259 0.966 30 -10 cm /F Do Q", kBox, "", "/XObject<</F 8 0 R>>"},
       false,
       {"", {MakeStream(form + "/BBox[0 0 200 200]", EachModule([](double x, double y) {
                          return fmt::format("q {} {} 2 2 re W n 0 0 200 200 re f Q\n", x, y);
                        }))}}},
      {"ClipsInAFormThatIsClear",
       {"/H gs /F Do", kBox, "", clear + "/XObject<</F 8 0 R>>"},
       false,
       {"", {MakeStream(form + "/BBox[0 0 200 200]", TurnedClips())}}},
  };
}

INSTANTIATE_TEST_SUITE_P(All, TurnedTest, ::testing::ValuesIn(TurnedPages()),
                         [](const auto& c) { return std::string(c.param.name); });

// A clip leaves a part of what is painted, and what that looks like is not known.
TEST(TurnedPageTest, PartsOfShapesInSmallClipsAreDrawn) {
  const auto clips = [](int count) {
    std::string content;
    for (int i = 0; i < count; ++i)
      content +=
          fmt::format("q {0} 20 m {1} 30 l {0} 40 l h W n {0} 25 9 8 re f Q\n", 9 * i, 9 * i + 8);
    return document::testing::MakePdf({{content, kBox}});
  };
  EXPECT_TRUE(code_pages::IsReadWithoutDrawing(clips(12)));
  EXPECT_FALSE(code_pages::IsReadWithoutDrawing(clips(20)));
}

}  // namespace
}  // namespace sceau::decode
