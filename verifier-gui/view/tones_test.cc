// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/tones.h"

#include <gtest/gtest.h>

#include <QImage>

namespace sceau::gui {
namespace {

constexpr Tone kTones[] = {Tone::kUnsure,  Tone::kGood,   Tone::kCompare, Tone::kRefused,
                           Tone::kNotOpen, Tone::kNoSeal, Tone::kTest};

TEST(TonesTest, TextStandsOutFromItsGround) {
  EXPECT_NEAR(contrastOf(Qt::white, Qt::black), 21, 0.01);
  EXPECT_NEAR(contrastOf(Qt::white, Qt::white), 1, 0.01);
  for (const Tone tone : kTones) {
    const ToneColours banner = bannerColoursOf(tone);
    EXPECT_GE(contrastOf(banner.text, banner.ground), 7) << static_cast<int>(tone);
    EXPECT_GE(contrastOf(banner.mark, banner.ground), 7) << static_cast<int>(tone);
    for (const bool dark : {false, true}) {
      const ToneColours colours = coloursOf(tone, dark);
      EXPECT_GE(contrastOf(colours.text, colours.ground), 4.5) << static_cast<int>(tone) << dark;
      EXPECT_GE(contrastOf(colours.mark, colours.ground), 3) << static_cast<int>(tone) << dark;
    }
  }
}

// The shape alone, in black on white.
QImage shapeOf(Tone tone) {
  QImage image(48, 48, QImage::Format_Grayscale8);
  image.fill(Qt::white);
  QPainter painter(&image);
  paintTone(painter, QRectF(2, 2, 44, 44), tone, {Qt::white, Qt::black, Qt::black});
  return image;
}

// "Compare the page" is never taken for "in order" by who sees its colour
// alone.
TEST(TonesTest, NoTwoBannersHaveOneGround) {
  for (const Tone one : kTones) {
    for (const Tone other : kTones) {
      if (one == other) continue;
      EXPECT_NE(bannerColoursOf(one).ground, bannerColoursOf(other).ground);
    }
  }
}

TEST(TonesTest, NoTwoAreToldApartByColourAlone) {
  for (const Tone one : kTones) {
    for (const Tone other : kTones) {
      if (one == other) continue;
      int apart = 0;
      const QImage a = shapeOf(one);
      const QImage b = shapeOf(other);
      for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x)
          apart += std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y))) > 128 ? 1 : 0;
      }
      EXPECT_GT(apart, 60) << static_cast<int>(one) << " and " << static_cast<int>(other);
    }
  }
}

}  // namespace
}  // namespace sceau::gui
