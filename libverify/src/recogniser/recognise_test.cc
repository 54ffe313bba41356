// SPDX-License-Identifier: Apache-2.0
// The real program on pages that are drawn here.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "base/status.h"
#include "base/text.h"
#include "isolation/recognise_apart.h"
#include "layout/fonts.h"
#include "sceau/programs.h"

namespace sceau::isolation {
namespace {

// Lines of text in black on white, from the left.
PageImage PageThatSays(const std::vector<std::string_view>& lines, double em = 26) {
  PageImage page{900, 120 + 80 * static_cast<int>(lines.size()), {}};
  page.pixels.assign(static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height),
                     255);
  const auto fonts = layout::Fonts::Open();
  double y = 100;
  for (const std::string_view line : lines) {
    double x = 60;
    const auto characters = DecodeUtf8(line);
    for (const char32_t character : *characters) {
      const std::uint32_t glyph = fonts->GlyphOf(layout::Face::kRegular, character);
      const layout::GlyphInk ink = fonts->Draw(layout::Face::kRegular, glyph, em, x, y);
      for (int row = 0; row < ink.height; ++row) {
        for (int column = 0; column < ink.width; ++column) {
          const auto at =
              static_cast<std::size_t>((ink.top + row) * page.width + ink.left + column);
          page.pixels.at(at) = static_cast<std::uint8_t>(
              255 - ink.coverage.at(static_cast<std::size_t>(row * ink.width + column)));
        }
      }
      x += fonts->Advance(layout::Face::kRegular, glyph) * em / layout::kUnitsPerEm;
    }
    y += 80;
  }
  return page;
}

bool IsInstalled() {
  const auto words = RecogniseApart(PageThatSays({"essai"}), {}, ProgramFolder());
  // Without the French language data the program says nothing.
  return words.ok() || ReasonOf(words.status()) != Reason::kIsolationUnavailable;
}

TEST(RecogniseTest, InsideWordsAreReadWithTheirPlaces) {
  if (!IsInstalled()) GTEST_SKIP() << "tesseract-ocr-fra is not installed";
  const auto words = RecogniseApart(
      PageThatSays({"Nom de naissance : LEFÈVRE", "Né le 12/05/1984"}), {}, ProgramFolder());
  ASSERT_TRUE(words.ok()) << words.status();
  std::string text;
  for (const RecognisedWord& word : *words) text += word.text + " ";
  EXPECT_EQ(text, "Nom de naissance : LEFÈVRE Né le 12/05/1984 ");
  ASSERT_EQ(words->size(), 8U);
  for (const RecognisedWord& word : *words) {
    EXPECT_GE(word.confidence, 80) << word.text;
    const double expected = &word - words->data() < 5 ? 100 : 180;  // the baseline
    EXPECT_NEAR((word.top + word.bottom) / 2.0, expected - 9, 5) << word.text;
    EXPECT_NEAR(word.bottom - word.top, 31, 8) << word.text;
  }
  EXPECT_NEAR(words->front().left, 62, 4);
}

TEST(RecogniseTest, InsideAnEmptyPageHasNoWords) {
  if (!IsInstalled()) GTEST_SKIP() << "tesseract-ocr-fra is not installed";
  const auto words = RecogniseApart(PageThatSays({}), {}, ProgramFolder());
  ASSERT_TRUE(words.ok()) << words.status();
  EXPECT_TRUE(words->empty());
}

#ifndef SCEAU_WEAK_SANDBOX_FOR_SANITIZERS_NEVER_SHIP
TEST(RecogniseTest, TooMuchMemoryAndTooMuchTimeRecogniseNothing) {
  if (!IsInstalled()) GTEST_SKIP() << "tesseract-ocr-fra is not installed";
  Limits little;
  little.recognise_memory = std::size_t{80} << 20;
  PageImage large{6'000, 6'000, Bytes(36'000'000, 255)};
  for (std::size_t i = 0; i < large.pixels.size(); i += 7) large.pixels[i] = 0;
  EXPECT_FALSE(RecogniseApart(large, little, ProgramFolder()).ok());
  Limits hasty;
  hasty.recognise_wall = std::chrono::milliseconds{300};
  const auto late = RecogniseApart(large, hasty, ProgramFolder());
  EXPECT_EQ(ReasonOf(late.status()), Reason::kDocumentDeadline) << late.status();
}
#endif

}  // namespace
}  // namespace sceau::isolation
