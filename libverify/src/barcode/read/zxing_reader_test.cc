// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/zxing_reader.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>

#include "barcode/read/geometry.h"
#include "barcode/read/read_symbols.h"
#include "barcode/read/scene_testing.h"

namespace sceau::barcode {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

Drawing DrawOther(ZXing::BarcodeFormat format) {
  const ZXing::BitMatrix bits =
      ZXing::MultiFormatWriter(format).setMargin(0).encode(L"0123456789", 0, 0);
  Drawing drawing{Plane<std::uint8_t>(bits.width(), bits.height()), 10};
  for (int y = 0; y < bits.height(); ++y) {
    for (int x = 0; x < bits.width(); ++x) drawing.dark.at(x, y) = bits.get(x, y);
  }
  return drawing;
}

TEST(DecodeSymbolsTest, ReadsASymbolWithEitherBinarization) {
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    const Corners area = Turned(100, 100, 240, 240, 0);
    const Scene scene = Scene(440, 440).Place(Draw(symbology, SomeText(200)), area);
    for (const Binarization binarization : {Binarization::kLocal, Binarization::kGlobal}) {
      const auto symbols = DecodeSymbols(View(scene.image()), binarization, 8);
      ASSERT_TRUE(symbols.ok());
      ASSERT_THAT(*symbols, SizeIs(1));
      EXPECT_EQ(symbols->front().symbology, symbology);
      EXPECT_EQ(AsText(symbols->front().payload), SomeText(200));
      EXPECT_LT(Length(symbols->front().corners[1] - area[1]), 8);
    }
  }
}

TEST(DecodeSymbolsTest, OtherFormatsAreNotRead) {
  for (const ZXing::BarcodeFormat format :
       {ZXing::BarcodeFormat::Aztec, ZXing::BarcodeFormat::PDF417, ZXing::BarcodeFormat::Code128}) {
    const Drawing drawing = DrawOther(format);
    const Scene scene = Scene(800, 500).Place(
        drawing,
        Turned(100, 100, 4 * drawing.dark.width(), std::max(80, 4 * drawing.dark.height()), 0));
    const auto symbols = DecodeSymbols(View(scene.image()), Binarization::kLocal, 8);
    ASSERT_TRUE(symbols.ok());
    EXPECT_THAT(*symbols, IsEmpty());
    const auto searched = ReadSymbols(View(scene.image()), {});
    ASSERT_TRUE(searched.ok());
    EXPECT_THAT(searched->symbols, IsEmpty());
  }
}

// Reed-Solomon cannot mend it: the reader must not hand over what it guesses.
TEST(DecodeSymbolsTest, ADamagedSymbolIsNotRead) {
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    Drawing drawing = Draw(symbology, SomeText(200));
    const int side = drawing.dark.width();
    for (int y = side / 4; y < side * 3 / 4; ++y) {
      for (int x = side / 4; x < side * 3 / 4; ++x) {
        if ((x * 5 + y * 3) % 2 != 0) drawing.dark.at(x, y) = drawing.dark.at(x, y) == 0;
      }
    }
    const Scene scene = Scene(440, 440).Place(drawing, Turned(100, 100, 240, 240, 0));
    const auto symbols = DecodeSymbols(View(scene.image()), Binarization::kLocal, 8);
    ASSERT_TRUE(symbols.ok());
    EXPECT_THAT(*symbols, IsEmpty()) << SymbologyName(symbology);
  }
}

TEST(DecodeSymbolsTest, AnEmptyImageHasNoSymbols) {
  const auto symbols = DecodeSymbols({}, Binarization::kLocal, 8);
  ASSERT_TRUE(symbols.ok());
  EXPECT_THAT(*symbols, IsEmpty());
}

TEST(DecodeSymbolsTest, RowsTooFarApartAreRefused) {
  const std::uint8_t pixel = 0;
  const ImageView view{&pixel, 1, 2, std::ptrdiff_t{1} << 31};
  EXPECT_FALSE(DecodeSymbols(view, Binarization::kLocal, 8).ok());
}

TEST(DecodeReducedTest, CornersAreThoseOfTheWholeImage) {
  const Corners area = Turned(300, 300, 720, 720, 0);
  const Scene scene = Scene(1320, 1320).Place(Draw(Symbology::kQrCode, SomeText(200)), area);
  const auto symbols = DecodeReduced(View(scene.image()), 3, Binarization::kLocal, 8);
  ASSERT_TRUE(symbols.ok());
  ASSERT_THAT(*symbols, SizeIs(1));
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_LT(Length(symbols->front().corners[i] - area[i]), 25);
  }
}

}  // namespace
}  // namespace sceau::barcode
