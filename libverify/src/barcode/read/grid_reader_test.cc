// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/grid_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "barcode/read/attempts.h"
#include "barcode/read/contrast_map.h"
#include "barcode/read/module_count.h"
#include "barcode/read/scene_testing.h"
#include "barcode/read/snap.h"

namespace sceau::barcode {
namespace {

using ::testing::SizeIs;

constexpr int kSceneSide = 900;
constexpr double kModule = 4;

// The area as a locator gives it: a little off, and not the symbol's own corner first.
Candidate Rough(const Corners& area, double off) {
  Candidate candidate;
  for (std::size_t i = 0; i < 4; ++i) {
    const double sign = i % 2 == 0 ? 1 : -1;
    candidate.rectangle.corners[i] = area[(i + 1) % 4] + Point{off * sign, -0.6 * off};
  }
  candidate.rectangle.width = Length(area[2] - area[1]);
  candidate.rectangle.height = Length(area[1] - area[0]);
  candidate.score = 1;
  return candidate;
}

Corners AreaOf(const Drawing& drawing, double degrees) {
  const double side = drawing.dark.width() * kModule;
  return Turned((kSceneSide - side) / 2, (kSceneSide - side) / 2, side, side, degrees);
}

std::string ReadText(const Scene& scene, const Candidate& candidate, GridEffort effort) {
  const auto result = ReadGrid(View(scene.image()), candidate, effort);
  EXPECT_TRUE(result.ok()) << result.status();
  if (!result.ok() || !result->symbol) return "";
  return std::string(AsText(result->symbol->payload));
}

TEST(ReadGridTest, ReadsEverySizeThatFits) {
  for (const Symbology symbology : {Symbology::kDataMatrix, Symbology::kQrCode}) {
    int last_size = 0;
    for (std::size_t length = 30; length < 1500; length += 10) {
      const std::string text = SomeText(length);
      const Drawing drawing = Draw(symbology, text);
      if (drawing.dark.width() == last_size) continue;
      last_size = drawing.dark.width();
      const Corners area = AreaOf(drawing, 25);
      const Scene scene = Scene(kSceneSide, kSceneSide).Place(drawing, area).Blur(1);
      EXPECT_EQ(ReadText(scene, Rough(area, 5), GridEffort::kQuick), text)
          << SymbologyName(symbology) << " of " << last_size << " modules";
    }
    EXPECT_GE(last_size, 120);
  }
}

TEST(ReadGridTest, ReturnsTheSymbolsOwnCorners) {
  for (const Symbology symbology : {Symbology::kDataMatrix, Symbology::kQrCode}) {
    const Drawing drawing = Draw(symbology, SomeText(200));
    for (const double degrees : {0.0, 100.0, 190.0, 290.0}) {
      const Corners area = AreaOf(drawing, degrees);
      const Scene scene = Scene(kSceneSide, kSceneSide).Place(drawing, area).Blur(1);
      const auto result = ReadGrid(View(scene.image()), Rough(area, 6), GridEffort::kQuick);
      ASSERT_TRUE(result.ok() && result->symbol) << SymbologyName(symbology) << " at " << degrees;
      EXPECT_EQ(result->symbol->symbology, symbology);
      for (std::size_t i = 0; i < 4; ++i)
        EXPECT_LT(Length(result->symbol->corners[i] - area[i]), 0.75 * kModule)
            << degrees << ", " << i;
    }
  }
}

struct SpoiltCase {
  const char* name;
  void (*spoil)(Scene&);
  GridEffort effort;
};

constexpr SpoiltCase kSpoiltCases[] = {
    {"noise", [](Scene& scene) { scene.Blur(1.2).AddNoise(28, 7); }, GridEffort::kQuick},
    {"blur", [](Scene& scene) { scene.Blur(2.2).AddNoise(2, 7); }, GridEffort::kQuick},
    {"bent paper", [](Scene& scene) { scene.Blur(1).Curl(9, 700); }, GridEffort::kThorough},
    {"strongly bent paper", [](Scene& scene) { scene.Blur(1).Curl(14, 600); },
     GridEffort::kThorough},
    {"glare over a corner",
     [](Scene& scene) {
       scene.Blur(1).Glare({600, 560}, 34);
     },
     GridEffort::kThorough},
};

TEST(ReadGridTest, ReadsSpoiltSymbols) {
  const std::string text = SomeText(250);
  for (const SpoiltCase& c : kSpoiltCases) {
    for (const Symbology symbology : {Symbology::kDataMatrix, Symbology::kQrCode}) {
      const Drawing drawing = Draw(symbology, text);
      const Corners area = AreaOf(drawing, 12);
      Scene scene(kSceneSide, kSceneSide);
      scene.Place(drawing, area);
      c.spoil(scene);
      EXPECT_EQ(ReadText(scene, Rough(area, 4), c.effort), text)
          << c.name << ", " << SymbologyName(symbology);
    }
  }
}

TEST(ReadGridTest, AFrameOrTextBesideTheQuietZoneIsNotASide) {
  const std::string text = SomeText(250);
  const Drawing drawing = Draw(Symbology::kDataMatrix, text);
  const Corners area = AreaOf(drawing, 5);
  const Corners frame = Scaled(area, 1.14);
  Scene scene(kSceneSide, kSceneSide);
  scene.AddText(4).Place({Plane<std::uint8_t>(1, 1, 1), 3}, frame);
  scene.Place({Plane<std::uint8_t>(1, 1, 0), 0}, Scaled(area, 1.12)).Place(drawing, area).Blur(1);
  EXPECT_EQ(ReadText(scene, Rough(frame, 2), GridEffort::kThorough), text);
}

TEST(ReadGridTest, LightOnDarkNeedsAnEffortOfItsOwn) {
  const std::string text = SomeText(200);
  const Drawing drawing = Draw(Symbology::kDataMatrix, text);
  const Corners area = AreaOf(drawing, 8);
  const Scene scene = Scene(kSceneSide, kSceneSide).Place(drawing, area, true).Blur(1);
  EXPECT_EQ(ReadText(scene, Rough(area, 4), GridEffort::kQuick), "");
  EXPECT_EQ(ReadText(scene, Rough(area, 4), GridEffort::kInverted), text);
}

TEST(ReadGridTest, ReadsThroughAMirror) {
  const std::string text = SomeText(200);
  for (const Symbology symbology : {Symbology::kDataMatrix, Symbology::kQrCode}) {
    Drawing drawing = Draw(symbology, text);
    for (int y = 0; y < drawing.dark.height(); ++y)
      std::reverse(drawing.dark.row(y), drawing.dark.row(y) + drawing.dark.width());
    const Corners area = AreaOf(drawing, 8);
    const Scene scene = Scene(kSceneSide, kSceneSide).Place(drawing, area).Blur(1);
    EXPECT_EQ(ReadText(scene, Rough(area, 4), GridEffort::kThorough), text)
        << SymbologyName(symbology);
  }
}

TEST(ReadGridTest, ReadsNothingWhereThereIsNoSymbol) {
  Candidate candidate = Rough(Turned(300, 300, 240, 240, 10), 0);
  for (const GridEffort effort :
       {GridEffort::kQuick, GridEffort::kThorough, GridEffort::kInverted}) {
    EXPECT_EQ(ReadText(Scene(kSceneSide, kSceneSide), candidate, effort), "");
    EXPECT_EQ(ReadText(Scene(kSceneSide, kSceneSide).AddText(2), candidate, effort), "");
    EXPECT_EQ(ReadText(Scene(kSceneSide, kSceneSide).AddNoise(40, 3), candidate, effort), "");
  }
  const auto text = ReadGrid(View(Scene(kSceneSide, kSceneSide).AddText(2).image()), candidate,
                             GridEffort::kQuick);
  EXPECT_LT(text->beat, 4.5);
  candidate.rectangle = {Turned(5000, 5000, 100, 100, 0), 100, 100};  // off the page
  EXPECT_EQ(ReadText(Scene(kSceneSide, kSceneSide), candidate, GridEffort::kThorough), "");
  candidate.rectangle = {};
  EXPECT_EQ(ReadText(Scene(kSceneSide, kSceneSide), candidate, GridEffort::kThorough), "");
}

// By which the later ways pass over words.
TEST(ReadGridTest, AThoroughAttemptLearnsTheBeat) {
  const auto thorough =
      std::ranges::find_if(Attempts(), [](const Attempt& attempt) { return attempt.for_captures; });
  ASSERT_NE(thorough, Attempts().end());
  const Drawing drawing = Draw(Symbology::kDataMatrix, SomeText(260));
  const Corners area = AreaOf(drawing, 10);
  const Scene blurred = Scene(kSceneSide, kSceneSide).Place(drawing, area).Blur(2).AddNoise(9, 2);
  const Scene words = Scene(kSceneSide, kSceneSide).AddText(1);
  Candidate symbol = Rough(area, 5);
  Candidate text = Rough(area, 5);
  EXPECT_TRUE(thorough->read(View(blurred.image()), symbol).ok());
  EXPECT_GT(symbol.beat, Attempts().back().least_beat);
  EXPECT_TRUE(thorough->read(View(words.image()), text).ok());
  EXPECT_GT(text.beat, 0);
  EXPECT_LT(text.beat, symbol.beat);
}

TEST(CountModulesTest, TheBeatIsStrongestAtTheTrueCount) {
  for (const Symbology symbology : {Symbology::kDataMatrix, Symbology::kQrCode}) {
    const Drawing drawing = Draw(symbology, SomeText(250));
    const Corners area = AreaOf(drawing, 33);
    const Scene scene = Scene(kSceneSide, kSceneSide).Place(drawing, area).Blur(1).AddNoise(10, 1);
    const ContrastMap map =
        ContrastMap::Measure(View(scene.image()), Rough(area, 0).rectangle, false);
    const auto counts = CountModules(map, map.FromPage(area), 2);
    ASSERT_THAT(counts, SizeIs(2));
    // The other symbology may have a size one module off: both are reported.
    EXPECT_TRUE(std::ranges::any_of(counts, [&](const ModuleCount& count) {
      return count.symbology == symbology && count.size == drawing.dark.width();
    }));
    EXPECT_GT(counts[0].strength, 10);
  }
}

TEST(SnapTest, FindsTheSidesOfASymbol) {
  const Drawing drawing = Draw(Symbology::kQrCode, SomeText(250));
  const Corners area = AreaOf(drawing, 3);
  const Scene scene = Scene(kSceneSide, kSceneSide).Place(drawing, area).Blur(1);
  const ContrastMap map =
      ContrastMap::Measure(View(scene.image()), Rough(area, 0).rectangle, false);
  const auto quads = SnapToQuietZone(map, map.FromPage(Rough(area, 8).rectangle.corners), 1);
  ASSERT_THAT(quads, SizeIs(1));
  const Corners found = map.ToPage(quads[0]);
  for (std::size_t i = 0; i < 4; ++i)
    EXPECT_LT(Length(found[i] - area[(i + 1) % 4]), 0.75 * kModule) << i;
}

}  // namespace
}  // namespace sceau::barcode
