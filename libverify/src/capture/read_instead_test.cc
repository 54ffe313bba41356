// SPDX-License-Identifier: Apache-2.0
#include "capture/read_instead.h"

#include <gtest/gtest.h>

#include <string>

#include "capture/page_testing.h"

namespace sceau::capture {
namespace {

// The page as a scanner without any fault would have it.
Plane<std::uint8_t> Scanned(const ExpectedPage& printed) {
  Plane<std::uint8_t> out(kPageWidth, kPageHeight);
  for (std::size_t i = 0; i < out.size(); ++i)
    out.values()[i] =
        RoundedByte(kNoInk + static_cast<float>(printed.ink[i]) * (kFullInk - kNoInk) / 255.0F);
  return out;
}

PageValues ValuesWith(std::size_t fact, std::string value) {
  PageValues values = kPageValues;
  values[fact] = std::move(value);
  return values;
}

// What is read in the row of one fact of the usual page on a page that prints others.
std::optional<OtherText> ReadRow(const ExpectedPage& printed, int fact, int tries = 400'000) {
  static const ExpectedPage expected = MakePage(kPageValues);
  const Plane<std::uint8_t> page = Scanned(printed);
  const std::vector<SeenWord> words = LocateWords(expected, page);
  std::vector<const SeenWord*> row;
  for (const SeenWord& word : words) {
    if (word.word->fact == fact) row.push_back(&word);
  }
  BlurFitter blurs(expected, page, words);
  const std::optional<LocalBlur>& blur = blurs.At(row.front()->word->baseline);
  if (!blur) return std::nullopt;
  SquareLetters drawer;
  LetterStore letters(drawer, blurs.Mean().value_or(BlurWeights{}));
  return ReadInstead(expected, page, row, *blur, letters, tries);
}

std::string Ascii(const std::u32string& text) { return {text.begin(), text.end()}; }

struct RowCase {
  const char* name;
  std::size_t fact;
  const char* printed;
};

class ReadInsteadTest : public ::testing::TestWithParam<RowCase> {};

TEST_P(ReadInsteadTest, FindsTheTextThatIsPrinted) {
  const auto& [name, fact, printed] = GetParam();
  const auto read = ReadRow(MakePage(ValuesWith(fact, printed)), static_cast<int>(fact));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(Ascii(read->text), printed);
  EXPECT_EQ(Ascii(read->expected), kPageValues.at(fact));
  EXPECT_GT(read->likeness, 0.95F);
  EXPECT_LT(read->left, 0.1F);
  EXPECT_GT(read->separation, 12);
  ASSERT_TRUE(read->letters.has_value());
  for (const LetterEvidence& letter : *read->letters) EXPECT_GT(letter.lowest, 0.5F);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, ReadInsteadTest,
    ::testing::Values(RowCase{"OneLetter", 0, "MARTEN"}, RowCase{"AnotherName", 0, "DUPONT"},
                      RowCase{"ALongerOne", 0, "MARTINELLI"}, RowCase{"AShorterOne", 0, "LE"},
                      RowCase{"TwoForOne", 0, "LE GALL"}, RowCase{"WithAHyphen", 1, "CAMILLE-ANNE"},
                      RowCase{"ADay", 2, "24 03 1985"},
                      RowCase{"ADigitOfANumber", 3, "2 85 03 99 117 008 56"},
                      RowCase{"ASecondWord", 5, "BRETAGNE NORD"}),
    [](const auto& test) { return test.param.name; });

TEST(ReadInsteadTest, WhatIsExpectedIsNotAnotherText) {
  for (int fact = 0; fact < 6; ++fact) EXPECT_FALSE(ReadRow(MakePage(kPageValues), fact)) << fact;
}

TEST(ReadInsteadTest, WhiteAndFullPlacesHoldNoText) {
  for (const int ink : {0, 230}) {
    ExpectedPage printed = MakePage(kPageValues);
    const ExpectedWord& word = FirstWordOf(printed, 0);
    Paint(printed, word.left - 8, word.top - 8, word.right + 200, word.bottom + 8,
          [ink](int, int, std::uint8_t& at) { at = static_cast<std::uint8_t>(ink); });
    const std::optional<OtherText> read = ReadRow(printed, 0);
    EXPECT_FALSE(read && read->likeness > 0.8F) << ink;
  }
}

TEST(ReadInsteadTest, ASearchThatMayTryLittleFindsNothing) {
  EXPECT_FALSE(ReadRow(MakePage(ValuesWith(0, "DUPONT")), 0, 20));
}

}  // namespace
}  // namespace sceau::capture
