// SPDX-License-Identifier: Apache-2.0
#include "capture/small_marks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "capture/judge_page.h"
#include "capture/page_testing.h"

namespace sceau::capture {
namespace {

using ::testing::Each;
using ::testing::Field;

const ExpectedPage& PageWithDots() {
  static const ExpectedPage page = MakePage(
      {"MARTiN", "CAMiLLE", "14 03 1985", "2 85 03 99 117 003 56", "12 11 2026", "JEAN - BART"});
  return page;
}

// A part of a letter of the first word of a fact, in squares of the test's face, or outside of it.
void PaintSquares(ExpectedPage& page, int fact, std::size_t letter, float left, float top,
                  float right, float bottom, std::uint8_t ink) {
  const ExpectedWord word = FirstWordOf(page, fact);
  const float square = (word.baseline - word.top) / 7;
  const float x = word.letters.at(letter).x;
  Paint(page, x + left * square, word.top + top * square, x + right * square,
        word.top + bottom * square, [&](int, int, std::uint8_t& value) { value = ink; });
}

struct MarkCase {
  const char* name;
  Camera camera;
};

class SmallMarksTest : public ::testing::TestWithParam<MarkCase> {
 protected:
  static PageJudgement Judged(const ExpectedPage& printed) {
    SquareLetters letters;
    const MadeCapture capture = Capture(printed, GetParam().camera);
    return JudgePage(PageWithDots(), letters, View(capture.image), capture.code);
  }

  // Nothing is certain of the first fact, and all else agrees.
  static void ExpectDoubt(const ExpectedPage& printed) {
    const PageJudgement judgement = Judged(printed);
    EXPECT_EQ(judgement.facts.at(0).result, FactResult::kNotCompared);
    for (std::size_t i = 1; i < judgement.facts.size(); ++i)
      EXPECT_EQ(judgement.facts[i].result, FactResult::kAgrees) << i;
  }
};

TEST_P(SmallMarksTest, AllAreThere) {
  EXPECT_THAT(Judged(PageWithDots()).facts,
              Each(Field(&FactJudgement::result, FactResult::kAgrees)));
}

TEST_P(SmallMarksTest, ADotIsLost) {
  ExpectedPage printed = PageWithDots();
  PaintSquares(printed, 0, 4, 0, -0.5F, 5, 1.5F, 0);
  ExpectDoubt(printed);
}

TEST_P(SmallMarksTest, AMarkWasAddedAboveALetter) {
  ExpectedPage printed = PageWithDots();
  PaintSquares(printed, 0, 2, 1.5F, -2.2F, 3, -1, 230);
  ExpectDoubt(printed);
}

TEST_P(SmallMarksTest, AMarkWasAddedBesideTheWord) {
  for (const float beside : {-3.5F, 37.0F}) {
    ExpectedPage printed = PageWithDots();
    PaintSquares(printed, 0, 0, beside, 3.2F, beside + 2, 4.2F, 230);
    ExpectDoubt(printed);
  }
}

TEST_P(SmallMarksTest, ASpeckIsNotAMark) {
  ExpectedPage printed = PageWithDots();
  PaintSquares(printed, 0, 2, 2, -1.6F, 2.6F, -1, 230);
  EXPECT_EQ(Judged(printed).facts.at(0).result, FactResult::kAgrees);
}

INSTANTIATE_TEST_SUITE_P(Cameras, SmallMarksTest,
                         ::testing::Values(MarkCase{"Flat", {}},
                                           MarkCase{"Coarse",
                                                    {.scale = 0.8, .degrees = 1, .blur = 0.5F}},
                                           MarkCase{"Tilted", {.degrees = 3, .tilt = 0.15}},
                                           MarkCase{"Soft", {.blur = 1.4F}}),
                         [](const auto& test) { return test.param.name; });

}  // namespace
}  // namespace sceau::capture
