// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/read_symbols.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "barcode/read/enhance.h"
#include "barcode/read/geometry.h"
#include "barcode/read/scene_testing.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// A4 at 200 dpi.
constexpr int kPageWidth = 1654;
constexpr int kPageHeight = 2339;

std::vector<Symbol> SymbolsIn(const PageImage& image) {
  const auto result = ReadSymbols(View(image), {});
  EXPECT_TRUE(result.ok()) << result.status();
  if (!result.ok()) return {};
  EXPECT_FALSE(result->out_of_time);
  return result->symbols;
}

std::vector<std::string> Payloads(const PageImage& image) {
  std::vector<std::string> payloads;
  for (const Symbol& symbol : SymbolsIn(image)) payloads.emplace_back(AsText(symbol.payload));
  return payloads;
}

// 2d-doc of the usual size, and an attestation seal.
constexpr std::size_t kUsualText = 260;
struct Kind {
  Symbology symbology;
  double module;  // pixels
};
constexpr Kind kKinds[] = {{Symbology::kDataMatrix, 4}, {Symbology::kQrCode, 4}};

double SideOf(const Drawing& drawing, double module) { return drawing.dark.width() * module; }

// The farthest corner from where it was drawn.
double Miss(const Corners& read, const Corners& drawn) {
  double miss = 0;
  for (std::size_t i = 0; i < 4; ++i) miss = std::max(miss, Length(read[i] - drawn[i]));
  return miss;
}

TEST(ReadSymbolsTest, FindsASymbolInEachCornerOfAPageOfText) {
  const std::string text = SomeText(kUsualText);
  for (const auto& [symbology, module] : kKinds) {
    const Drawing drawing = Draw(symbology, text);
    const double side = SideOf(drawing, module);
    for (const double x : {60.0, kPageWidth - 60.0 - side}) {
      for (const double y : {60.0, kPageHeight - 60.0 - side}) {
        const Corners area = Turned(x, y, side, side, 0);
        const auto symbols =
            SymbolsIn(Scene(kPageWidth, kPageHeight).AddText(1).Place(drawing, area).image());
        ASSERT_THAT(symbols, SizeIs(1)) << SymbologyName(symbology) << " at " << x << ", " << y;
        EXPECT_EQ(symbols[0].symbology, symbology);
        EXPECT_EQ(AsText(symbols[0].payload), text);
        EXPECT_LT(Miss(symbols[0].corners, area), 2 * module);
      }
    }
  }
}

TEST(ReadSymbolsTest, FindsItOnAPageThatLiesOnItsSideOrHead) {
  const std::string text = SomeText(kUsualText);
  for (const auto& [symbology, module] : kKinds) {
    const Drawing drawing = Draw(symbology, text);
    const double side = SideOf(drawing, module);
    Scene scene(kPageWidth, kPageHeight);
    scene.AddText(2).Place(drawing, Turned(1200, 200, side, side, 0));
    for (int turns = 1; turns < 4; ++turns) {
      EXPECT_THAT(Payloads(scene.Turn().image()), ElementsAre(text))
          << SymbologyName(symbology) << " after " << turns << " quarter turns";
    }
  }
}

// Half an A4 page, to spare time: the search at full size is above.
TEST(ReadSymbolsTest, FindsItOnASkewedNoisyScan) {
  const std::string text = SomeText(kUsualText);
  for (const auto& [symbology, module] : kKinds) {
    const Drawing drawing = Draw(symbology, text);
    const double side = SideOf(drawing, module);
    for (const double degrees : {3.0, -12.0, 45.0}) {
      const Corners area = Turned(150, 700, side, side, degrees);
      const auto symbols = SymbolsIn(Scene(kPageWidth, kPageHeight / 2)
                                         .AddText(3)
                                         .Place(drawing, area)
                                         .Blur(0.8)
                                         .AddNoise(8, 3)
                                         .image());
      ASSERT_THAT(symbols, SizeIs(1)) << SymbologyName(symbology) << " at " << degrees;
      EXPECT_EQ(AsText(symbols[0].payload), text);
      EXPECT_LT(Miss(symbols[0].corners, area), 2 * module) << degrees;
    }
  }
}

TEST(ReadSymbolsTest, FindsItOnATiltedPhoto) {
  const std::string text = SomeText(kUsualText);
  // 25 degrees away from the camera, then turned.
  const Corners tilted{Point{930, 240}, {1265, 290}, {1230, 610}, {880, 520}};
  for (const auto& [symbology, module] : kKinds) {
    const auto symbols = SymbolsIn(Scene(1600, 1200)
                                       .AddText(4)
                                       .Place(Draw(symbology, text), tilted)
                                       .Blur(1.0)
                                       .AddNoise(5, 4)
                                       .image());
    ASSERT_THAT(symbols, SizeIs(1)) << SymbologyName(symbology);
    EXPECT_EQ(AsText(symbols[0].payload), text);
    EXPECT_LT(Miss(symbols[0].corners, tilted), 12) << SymbologyName(symbology);
  }
}

TEST(ReadSymbolsTest, SeveralSymbolsComeInReadingOrder) {
  const std::string first = SomeText(200);
  const std::string second = SomeText(201);
  const std::string third = SomeText(202);
  const Drawing qr = Draw(Symbology::kQrCode, second);
  Scene scene(kPageWidth, kPageHeight);
  scene.AddText(5)
      .Place(Draw(Symbology::kDataMatrix, third), Turned(300, 1800, 220, 220, 0))
      .Place(qr, Turned(1200, 150, 4 * qr.dark.width(), 4 * qr.dark.width(), 0))
      .Place(Draw(Symbology::kDataMatrix, first), Turned(150, 170, 208, 208, 0));
  EXPECT_THAT(Payloads(scene.image()), ElementsAre(first, second, third));
}

TEST(ReadSymbolsTest, ASmallSymbolBesideALargeOneIsFound) {
  const std::string large = SomeText(300);
  const std::string small = SomeText(50);
  const Drawing qr = Draw(Symbology::kQrCode, large);
  const double side = SideOf(qr, 6);
  Scene scene(kPageWidth, kPageHeight);
  scene.AddText(5)
      .Place(qr, Turned(200, 200, side, side, 0))
      .Place(Draw(Symbology::kDataMatrix, small), Turned(240 + side, 240, 72, 72, 0));
  EXPECT_THAT(Payloads(scene.image()), ElementsAre(small, large));
}

TEST(ReadSymbolsTest, ReadsASheetOfManySymbols) {
  Scene scene(kPageWidth, kPageHeight);
  std::vector<std::string> texts;
  for (int i = 0; i < 20; ++i) {
    texts.push_back(SomeText(static_cast<std::size_t>(40 + i)));
    scene.Place(Draw(Symbology::kDataMatrix, texts.back()),
                Turned(150 + 350 * (i % 4), 200 + 400 * (i / 4), 120, 120, 0));
  }
  EXPECT_EQ(Payloads(scene.image()), texts);
}

TEST(ReadSymbolsTest, TwoCopiesAreTwoSymbols) {
  const std::string text = SomeText(kUsualText);
  for (const auto& [symbology, module] : kKinds) {
    const Drawing drawing = Draw(symbology, text);
    const double side = SideOf(drawing, module);
    Scene scene(kPageWidth, kPageHeight);
    scene.Place(drawing, Turned(200, 200, side, side, 0))
        .Place(drawing, Turned(1100, 1900, side, side, 0));
    EXPECT_THAT(Payloads(scene.image()), ElementsAre(text, text)) << SymbologyName(symbology);
  }
}

TEST(ReadSymbolsTest, ReadsLightOnDark) {
  const std::string text = SomeText(kUsualText);
  for (const auto& [symbology, module] : kKinds) {
    const Drawing drawing = Draw(symbology, text);
    const double side = SideOf(drawing, module);
    Scene scene(kPageWidth, kPageHeight);
    scene.AddText(6).Place(drawing, Turned(1100, 1700, side, side, 2), true);
    EXPECT_THAT(Payloads(scene.image()), ElementsAre(text)) << SymbologyName(symbology);
  }
}

TEST(ReadSymbolsTest, ReadsDataMatricesOfAllSizes) {
  struct Case {
    std::size_t length;
    int modules;
  };
  for (const auto& [length, modules] :
       {Case{3, 10}, Case{50, 24}, Case{240, 48}, Case{280, 52}, Case{400, 64}, Case{660, 80},
        Case{1200, 104}, Case{2200, 144}}) {
    const std::string text = SomeText(length);
    const Drawing drawing = Draw(Symbology::kDataMatrix, text);
    ASSERT_EQ(drawing.dark.width(), modules) << length;
    for (const double module : {3.0, 4.0, 5.0}) {
      const double pixels = length < 20 ? 2 * module : module;
      Scene scene(kPageWidth, kPageHeight);
      scene.Place(drawing, Turned(900, 1500, modules * pixels, modules * pixels, 1));
      EXPECT_THAT(Payloads(scene.image()), ElementsAre(text)) << modules << " at " << module;
    }
  }
}

TEST(ReadSymbolsTest, ReadsARectangularDataMatrix) {
  for (const std::size_t length : {11U, 18U, 44U, 68U}) {  // 32x8, 26x12, 36x16, 48x16
    const std::string text = SomeText(length);
    const Drawing drawing = DrawRectangularDataMatrix(text);
    ASSERT_GT(drawing.dark.width(), drawing.dark.height()) << length;
    Scene scene(kPageWidth, kPageHeight);
    scene.Place(drawing, Turned(1000, 300, 8 * drawing.dark.width(), 8 * drawing.dark.height(), 4));
    EXPECT_THAT(Payloads(scene.image()), ElementsAre(text))
        << drawing.dark.width() << " x " << drawing.dark.height();
  }
}

TEST(ReadSymbolsTest, FindsItOnAPictureOfManyPixels) {
  const std::string text = SomeText(kUsualText);
  for (const auto& [symbology, module] : kKinds) {
    const Corners area = Turned(2700, 2000, 900, 900, 8);
    const auto symbols =
        SymbolsIn(Scene(4000, 3000).Place(Draw(symbology, text), area).AddNoise(10, 7).image());
    ASSERT_THAT(symbols, SizeIs(1)) << SymbologyName(symbology);
    EXPECT_EQ(AsText(symbols[0].payload), text);
    EXPECT_LT(Miss(symbols[0].corners, area), 30) << SymbologyName(symbology);
  }
}

TEST(ReadSymbolsTest, ReadsAPartOfALargerImage) {
  const std::string text = SomeText(kUsualText);
  const PageImage image =
      Scene(1000, 800)
          .Place(Draw(Symbology::kDataMatrix, text), Turned(600, 400, 208, 208, 0))
          .image();
  const ImageView part{image.pixels.data() + 300 * image.width + 500, 500, 500, image.width};
  const auto result = ReadSymbols(part, {});
  ASSERT_TRUE(result.ok());
  ASSERT_THAT(result->symbols, SizeIs(1));
  EXPECT_LT(Miss(result->symbols[0].corners, Turned(100, 100, 208, 208, 0)), 8);
}

// As screens show it at night, in greys instead of black and white.
TEST(ReadSymbolsTest, FindsItOnADarkPageOfLightText) {
  const std::string text = SomeText(kUsualText);
  for (const auto& [symbology, module] : kKinds) {
    const Drawing drawing = Draw(symbology, text);
    const double side = SideOf(drawing, module);
    PageImage page = Scene(kPageWidth, kPageHeight)
                         .AddText(1)
                         .Place(drawing, Turned(1100, 200, side, side, 0))
                         .image();
    for (auto& pixel : page.pixels) pixel = static_cast<std::uint8_t>(235 - pixel * 217 / 255);
    EXPECT_THAT(Payloads(page), ElementsAre(text)) << SymbologyName(symbology);
  }
}

// As shapes come that are lighter than their ground: beside a seal nothing but a glance is spent.
TEST(ReadSymbolsTest, AGlanceReadsEverySymbolInNegative) {
  ReadOptions options;
  options.drawn = true;
  options.beside_symbol = true;
  for (std::size_t length = kUsualText; length < kUsualText + 24; ++length) {
    const std::string text = SomeText(length);
    for (const auto& [symbology, module] : kKinds) {
      const Drawing drawing = Draw(symbology, text);
      const double side = SideOf(drawing, module);
      const int whole = static_cast<int>(side) + 64;
      const Scene scene = Scene(whole, whole).Place(drawing, Turned(32, 32, side, side, 0));
      const PageImage negative = Invert(View(scene.image()));
      const auto result = ReadSymbols(View(negative), options);
      ASSERT_TRUE(result.ok());
      ASSERT_THAT(result->symbols, SizeIs(1)) << SymbologyName(symbology) << " of " << length;
      EXPECT_EQ(AsText(result->symbols[0].payload), text);
      EXPECT_TRUE(result->certain);
    }
  }
}

TEST(ReadSymbolsTest, AGlanceReadsWhatIsDrawnAndLeavesTheRest) {
  ReadOptions options;
  options.drawn = true;
  const std::string text = SomeText(kUsualText);
  for (const auto& [symbology, module] : kKinds) {
    const Drawing drawing = Draw(symbology, text);
    const double side = SideOf(drawing, module);
    const int whole = static_cast<int>(side) + 64;
    for (const double degrees : {0.0, 90.0, 14.0}) {
      const Corners area = Turned(32, 32, side, side, degrees);
      const Scene scene = Scene(whole, whole).Place(drawing, area);
      const auto result = ReadSymbols(View(scene.image()), options);
      ASSERT_TRUE(result.ok());
      ASSERT_THAT(result->symbols, SizeIs(1)) << SymbologyName(symbology) << " at " << degrees;
      EXPECT_EQ(AsText(result->symbols[0].payload), text);
      EXPECT_LT(Miss(result->symbols[0].corners, area), 1.5 * module);
    }
  }
  const auto words = ReadSymbols(View(Scene(400, 400).AddText(1).image()), options);
  ASSERT_TRUE(words.ok());
  EXPECT_THAT(words->symbols, IsEmpty());
}

TEST(ReadSymbolsTest, BesideASymbolWhatShowsModulesIsReadAsEver) {
  ReadOptions options;
  options.beside_symbol = true;
  const std::string text = SomeText(kUsualText);
  for (const auto& [symbology, module] : kKinds) {
    const Drawing drawing = Draw(symbology, text);
    const double side = SideOf(drawing, module);
    const Scene scan = Scene(800, 800)
                           .AddText(1)
                           .Place(drawing, Turned(200, 200, side, side, 5))
                           .Blur(1.2)
                           .AddNoise(8, 2);
    const auto result = ReadSymbols(View(scan.image()), options);
    ASSERT_TRUE(result.ok());
    ASSERT_THAT(result->symbols, SizeIs(1)) << SymbologyName(symbology);
    EXPECT_EQ(AsText(result->symbols[0].payload), text);
  }
  const auto words = ReadSymbols(View(Scene(800, 800).AddText(1).image()), options);
  ASSERT_TRUE(words.ok());
  EXPECT_THAT(words->symbols, IsEmpty());
}

TEST(ReadSymbolsTest, PayloadsAreTheBytes) {
  for (const auto& [symbology, module] : kKinds) {
    const std::string bytes = EveryByte(symbology);
    const Drawing drawing = Draw(symbology, bytes);
    const double side = SideOf(drawing, module);
    Scene scene(800, 800);
    scene.Place(drawing, Turned(60, 60, side, side, 0));
    EXPECT_THAT(Payloads(scene.image()), ElementsAre(bytes)) << SymbologyName(symbology);
  }
}

TEST(ReadSymbolsTest, FindsNothingOnAPageWithoutSymbols) {
  EXPECT_THAT(Payloads(Scene(kPageWidth, kPageHeight).image()), IsEmpty());
  EXPECT_THAT(Payloads(Scene(kPageWidth, kPageHeight).AddText(8).image()), IsEmpty());
  EXPECT_THAT(Payloads(Scene(kPageWidth, kPageHeight).AddText(9).Turn().image()), IsEmpty());
  EXPECT_THAT(Payloads(Scene(800, 600).AddNoise(90, 10).image()), IsEmpty());
  std::mt19937 random(11);
  PageImage dots = Scene(600, 600).image();
  for (auto& pixel : dots.pixels) pixel = random() % 2 == 0 ? 0 : 255;
  EXPECT_THAT(Payloads(dots), IsEmpty());
}

TEST(ReadSymbolsTest, ImagesOfOddSizesHaveNoSymbols) {
  struct Size {
    int width;
    int height;
  };
  EXPECT_THAT(Payloads({}), IsEmpty());
  for (const auto& [width, height] :
       {Size{1, 1}, Size{1, 500}, Size{2, 2}, Size{3, 5}, Size{7, 9}, Size{40, 41}, Size{20000, 10},
        Size{10, 20000}, Size{30000, 1}}) {
    Scene scene(width, height);
    EXPECT_THAT(Payloads(scene.AddNoise(80, 12).image()), IsEmpty()) << width << " x " << height;
  }
}

TEST(ReadSymbolsTest, MalformedViewsAreRefused) {
  const std::uint8_t pixel = 0;
  const auto reason = [](ImageView view) { return ReasonOf(ReadSymbols(view, {}).status()); };
  EXPECT_EQ(reason({nullptr, 10, 10, 10}), Reason::kInternal);
  EXPECT_EQ(reason({&pixel, -1, 1, 1}), Reason::kInternal);
  EXPECT_EQ(reason({&pixel, 1, -1, 1}), Reason::kInternal);
  EXPECT_EQ(reason({&pixel, 10, 1, 9}), Reason::kInternal);
  EXPECT_EQ(reason({&pixel, 64'001, 1'000, 64'001}), Reason::kDocumentTooManyPixels);
}

TEST(ReadSymbolsTest, MoreSymbolsThanTheLimitAreRefused) {
  Scene scene(kPageWidth, kPageHeight);
  const Drawing qr = Draw(Symbology::kQrCode, "AD1");
  for (int i = 0; i < 5; ++i) scene.Place(qr, Turned(150 + 250 * i, 300, 105, 105, 0));
  const auto read = [&](int most) {
    return ReadSymbols(View(scene.image()), {.max_symbols = most});
  };
  ASSERT_TRUE(read(5).ok());
  EXPECT_THAT(read(5)->symbols, SizeIs(5));
  EXPECT_EQ(ReasonOf(read(4).status()), Reason::kDocumentTooManySymbols);
}

TEST(ReadSymbolsTest, APassedDeadlineSaysSo) {
  const PageImage page = Scene(kPageWidth, kPageHeight).AddText(13).image();
  const auto result =
      ReadSymbols(View(page), {.deadline = std::chrono::steady_clock::time_point::min()});
  ASSERT_TRUE(result.ok());
  EXPECT_TRUE(result->out_of_time);
  EXPECT_THAT(result->symbols, IsEmpty());
}

}  // namespace
}  // namespace sceau::barcode
