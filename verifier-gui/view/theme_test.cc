// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/view/theme.h"

#include <gtest/gtest.h>

#include "verifier-gui/view/tones.h"

namespace sceau::gui {
namespace {

TEST(ThemeTest, EveryInkStandsOutFromEveryGround) {
  for (const bool dark : {false, true}) {
    const Theme& theme = themeOf(dark);
    for (const QColor& ground : {theme.window, theme.card}) {
      for (const QColor& ink :
           {theme.ink, theme.quiet, theme.good, theme.look, theme.bad, theme.accent})
        EXPECT_GE(contrastOf(ink, ground), 4.5) << ink.name().toStdString() << dark;
    }
    EXPECT_GE(contrastOf(theme.onButton, theme.button), 4.5) << dark;
    EXPECT_GE(contrastOf(theme.ink, theme.chosen), 4.5) << dark;
    EXPECT_GE(contrastOf(theme.border, theme.card), 3) << dark;
    EXPECT_EQ(isDark(paletteOf(dark)), dark);
  }
}

TEST(ThemeTest, TheStyleSheetLeavesNoColourOpen) {
  for (const bool dark : {false, true}) {
    EXPECT_FALSE(styleSheetOf(dark).contains(QLatin1Char('%')));
    EXPECT_TRUE(styleSheetOf(dark).contains(themeOf(dark).card.name()));
  }
}

}  // namespace
}  // namespace sceau::gui
