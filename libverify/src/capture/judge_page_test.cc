// SPDX-License-Identifier: Apache-2.0
#include "capture/judge_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <ostream>

#include "capture/page_testing.h"

namespace sceau::capture {

void PrintTo(const FactJudgement& fact, std::ostream* out) {
  *out << "result " << static_cast<int>(fact.result) << " why " << static_cast<int>(fact.why)
       << " word " << fact.word << " letter " << fact.letter << " expected "
       << static_cast<std::uint32_t>(fact.expected) << " seen "
       << static_cast<std::uint32_t>(fact.seen);
}

namespace {

using ::testing::Each;
using ::testing::Field;

const ExpectedPage& Expected() {
  static const ExpectedPage page = MakePage(kPageValues);
  return page;
}

PageJudgement JudgeMade(const ExpectedPage& printed, const Camera& camera = {}) {
  SquareLetters letters;
  const MadeCapture capture = Capture(printed, camera);
  return JudgePage(Expected(), letters, View(capture.image), capture.code);
}

PageValues With(std::size_t fact, std::string value) {
  PageValues values = kPageValues;
  values[fact] = std::move(value);
  return values;
}

// Everything but one fact.
void ExpectOthersAgree(const PageJudgement& judgement, std::size_t fact) {
  for (std::size_t i = 0; i < judgement.facts.size(); ++i) {
    if (i == fact) continue;
    EXPECT_EQ(judgement.facts[i].result, FactResult::kAgrees)
        << i << ": " << ::testing::PrintToString(judgement.facts[i]);
  }
}

struct CameraCase {
  const char* name;
  Camera camera;
};

TEST(JudgePageTest, AGenuinePageAgrees) {
  const PageJudgement judgement = JudgeMade(Expected(), {.degrees = 1, .bend = 20, .blur = 1.2F});
  EXPECT_EQ(judgement.result, PageResult::kFound);
  EXPECT_GT(judgement.registered_share, 0.9F);
  EXPECT_FALSE(judgement.text_added);
  ASSERT_EQ(judgement.facts.size(), kPageValues.size());
  EXPECT_THAT(judgement.facts, Each(Field(&FactJudgement::result, FactResult::kAgrees)));
}

TEST(JudgePageTest, ANegativeOfAGenuinePageAgreesToo) {
  for (const double scale : {0.75, 1.0, 1.5}) {
    SquareLetters letters;
    MadeCapture capture = Capture(Expected(), {.scale = scale, .degrees = 1, .blur = 0.5F});
    for (std::uint8_t& v : capture.image.pixels) v = static_cast<std::uint8_t>(255 - v);
    const PageJudgement judgement =
        JudgePage(Expected(), letters, View(capture.image), capture.code);
    EXPECT_EQ(judgement.result, PageResult::kFound) << scale;
    EXPECT_THAT(judgement.facts, Each(Field(&FactJudgement::result, FactResult::kAgrees))) << scale;
  }
}

class CameraTest : public ::testing::TestWithParam<CameraCase> {};

// In each capture one digit is another one, and all else agrees.
TEST_P(CameraTest, OneDigitIsFound) {
  const PageJudgement judgement = JudgeMade(MakePage(With(2, "14 03 1935")), GetParam().camera);
  const FactJudgement& fact = judgement.facts.at(2);
  EXPECT_EQ(fact.result, FactResult::kDiffers);
  EXPECT_EQ(fact.why, FactWhy::kOtherLetter);
  EXPECT_EQ(fact.letter, 2);
  EXPECT_EQ(fact.expected, U'8');
  EXPECT_EQ(fact.seen, U'3');
  ExpectOthersAgree(judgement, 2);
}

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinite = std::numeric_limits<double>::infinity();

INSTANTIATE_TEST_SUITE_P(
    Cameras, CameraTest,
    ::testing::Values(CameraCase{"Flat", {}}, CameraCase{"Turned", {.degrees = 2.5}},
                      CameraCase{"UpsideDown", {.degrees = 181}},
                      CameraCase{"OnItsSide", {.degrees = -88}},
                      CameraCase{"Fine", {.scale = 1.5, .degrees = -1}},
                      CameraCase{"Coarse", {.scale = 0.8, .degrees = 1, .blur = 0.5F}},
                      CameraCase{"Tilted", {.degrees = 3, .tilt = 0.2}},
                      CameraCase{"Bent", {.bend = 25}}, CameraCase{"Soft", {.blur = 1.6F}},
                      CameraCase{"Shaded", {.noise = 5, .shade = 0.6}}),
    [](const auto& test) { return test.param.name; });

struct EditCase {
  const char* name;
  std::size_t fact;
  const char* value;
  FactWhy why;
};

class EditTest : public ::testing::TestWithParam<EditCase> {};

TEST_P(EditTest, Differs) {
  const EditCase& edit = GetParam();
  const PageJudgement judgement =
      JudgeMade(MakePage(With(edit.fact, edit.value)), {.degrees = 0.7});
  EXPECT_EQ(judgement.facts.at(edit.fact).result, FactResult::kDiffers);
  EXPECT_EQ(judgement.facts.at(edit.fact).why, edit.why);
  ExpectOthersAgree(judgement, edit.fact);
}

INSTANTIATE_TEST_SUITE_P(
    Edits, EditTest,
    ::testing::Values(EditCase{"OneLetter", 0, "MARTEN", FactWhy::kOtherLetter},
                      EditCase{"OtherName", 0, "DUPONT", FactWhy::kOtherText},
                      EditCase{"Longer", 0, "MARTIN-DUPONT", FactWhy::kGoesOn},
                      EditCase{"OneWordMore", 1, "CAMILLE ANNE", FactWhy::kGoesOn},
                      EditCase{"DigitOfANumber", 3, "2 85 03 99 117 008 56", FactWhy::kOtherLetter},
                      EditCase{"OneOfTwoWords", 5, "BRITAGNE SUD", FactWhy::kOtherLetter}),
    [](const auto& test) { return test.param.name; });

// Of one digit nothing but the digit itself says where it lies.
TEST(JudgePageTest, AnotherRankOfOneDigitDiffers) {
  const ExpectedPage expected = MakePage(With(4, "1"));
  for (const char* printed : {"2", "5", "7"}) {
    SCOPED_TRACE(printed);
    SquareLetters letters;
    const MadeCapture capture = Capture(MakePage(With(4, printed)), {.degrees = 0.7});
    const FactJudgement rank =
        JudgePage(expected, letters, View(capture.image), capture.code).facts.at(4);
    EXPECT_EQ(rank.result, FactResult::kDiffers);
    EXPECT_EQ(rank.seen, static_cast<char32_t>(*printed));
  }
}

TEST(JudgePageTest, ABlotOverARankIsNotAnotherRank) {
  const ExpectedPage expected = MakePage(With(4, "1"));
  ExpectedPage printed = expected;
  const ExpectedWord& word = FirstWordOf(printed, 4);
  Paint(printed, word.left - 2, word.top, word.right + 2, word.bottom,
        [](int x, int y, std::uint8_t& ink) { ink = (x + y) % 9 < 4 ? 0 : 220; });
  SquareLetters letters;
  const MadeCapture capture = Capture(printed, {.degrees = 0.7});
  EXPECT_EQ(JudgePage(expected, letters, View(capture.image), capture.code).facts.at(4).result,
            FactResult::kNotCompared);
}

TEST(JudgePageTest, SaysWhereTheFactStands) {
  SquareLetters letters;
  const MadeCapture capture = Capture(MakePage(With(0, "MARTEN")), {.scale = 0.9});
  const FactJudgement fact =
      JudgePage(Expected(), letters, View(capture.image), capture.code).facts.at(0);
  const ExpectedWord& word = FirstWordOf(Expected(), 0);
  const double left =
      0.5 * capture.image.width + 0.9 * (static_cast<double>(word.left) - 0.5 * kPageWidth);
  const double right =
      0.5 * capture.image.width + 0.9 * (static_cast<double>(word.right) - 0.5 * kPageWidth);
  EXPECT_NEAR(fact.place[0].x, left, 5);
  EXPECT_NEAR(fact.place[1].x, right, 5);
  EXPECT_GT(fact.place[3].y, fact.place[0].y + 20);
  EXPECT_EQ(&Expected().words.at(static_cast<std::size_t>(fact.word)), &word);
}

TEST(JudgePageTest, APenOnlyAddsInk) {
  ExpectedPage printed = Expected();
  const ExpectedWord& word = FirstWordOf(printed, 0);
  Paint(printed, word.left, word.baseline - 14, word.right, word.baseline - 9,
        [](int, int, std::uint8_t& ink) { ink = 200; });
  const PageJudgement judgement = JudgeMade(printed);
  EXPECT_EQ(judgement.facts.at(0).result, FactResult::kNotCompared);
  ExpectOthersAgree(judgement, 0);
}

TEST(JudgePageTest, AnEraserOnlyTakesInkAway) {
  ExpectedPage printed = Expected();
  const ExpectedWord& word = FirstWordOf(printed, 0);
  Paint(printed, word.left, word.top - 4, word.right, word.bottom,
        [](int, int, std::uint8_t& ink) { ink = 0; });
  const PageJudgement judgement = JudgeMade(printed);
  EXPECT_EQ(judgement.facts.at(0).result, FactResult::kNotCompared);
  ExpectOthersAgree(judgement, 0);
}

TEST(JudgePageTest, TheEdgeOfWhatLiesOverAWordIsNotAnotherWord) {
  for (const float share : {0.2F, 0.4F, 0.6F, 0.8F}) {  // of the word that still looks out
    ExpectedPage printed = Expected();
    const ExpectedWord word = FirstWordOf(printed, 1);
    const float edge = word.top + share * (word.bottom - word.top);
    constexpr float kBar = 14;
    Paint(printed, word.left - 150, edge, word.right + 300, edge + 90,
          [&](int, int y, std::uint8_t& ink) {
            ink = static_cast<float>(y) < edge + kBar ? std::uint8_t{150} : std::uint8_t{0};
          });
    for (const FactJudgement& fact : JudgeMade(printed).facts)
      EXPECT_NE(fact.result, FactResult::kDiffers) << share;
  }
}

TEST(JudgePageTest, WhatIsCutOffIsOutOfSight) {
  const PageJudgement judgement = JudgeMade(Expected(), {.lift = 500});
  EXPECT_EQ(judgement.result, PageResult::kFound);
  EXPECT_EQ(judgement.facts.at(0).result, FactResult::kNotCompared);
  EXPECT_EQ(judgement.facts.at(0).why, FactWhy::kOutOfSight);
  EXPECT_EQ(judgement.facts.at(5).result, FactResult::kAgrees);
}

TEST(JudgePageTest, TheCodeOnALetterIsAnotherPage) {
  const PageJudgement judgement = JudgeMade(MakeLetter(), {.degrees = 1});
  EXPECT_EQ(judgement.result, PageResult::kAnotherPage);
  EXPECT_THAT(judgement.facts, Each(Field(&FactJudgement::result, FactResult::kNotCompared)));
}

TEST(JudgePageTest, OtherWritingRoundTheCodeIsUnlike) {
  ExpectedPage printed = Expected();
  const std::vector<std::uint8_t> before = printed.ink;
  // All but the code, three centimetres farther down.
  Paint(printed, 0, 0, kPageWidth, kPageHeight, [&](int x, int y, std::uint8_t& ink) {
    constexpr int kDown = 240;
    const bool in_code = x < 480 && y > 1850;
    if (!in_code)
      ink = y < kDown ? std::uint8_t{0}
                      : before[static_cast<std::size_t>(y - kDown) * kPageWidth +
                               static_cast<std::size_t>(x)];
  });
  const PageJudgement judgement = JudgeMade(printed);
  EXPECT_EQ(judgement.result, PageResult::kUnlike);
  EXPECT_THAT(judgement.facts, Each(Field(&FactJudgement::result, FactResult::kNotCompared)));
}

TEST(JudgePageTest, ABlankPageWithTheCodeIsNotFound) {
  ExpectedPage printed = Expected();
  Paint(printed, 0, 0, kPageWidth, 1880, [](int, int, std::uint8_t& ink) { ink = 0; });
  Paint(printed, 480, 1880, kPageWidth, kPageHeight, [](int, int, std::uint8_t& ink) { ink = 0; });
  EXPECT_EQ(JudgeMade(printed).result, PageResult::kNotFound);
}

TEST(JudgePageTest, LinesThatWereAddedAreTold) {
  for (const int percent : {100, 28}) {  // light grey is seen by people
    ExpectedPage printed = Expected();
    // A line of the page, again where the page is white: between the last line and the frame.
    for (int y = 0; y < 40; ++y) {
      const auto from = printed.ink.begin() + static_cast<std::ptrdiff_t>(262 + y) * kPageWidth;
      const auto to = printed.ink.begin() + static_cast<std::ptrdiff_t>(1640 + y) * kPageWidth;
      std::transform(from, from + kPageWidth, to, [percent](std::uint8_t ink) {
        return static_cast<std::uint8_t>(ink * percent / 100);
      });
    }
    const PageJudgement judgement = JudgeMade(printed);
    EXPECT_TRUE(judgement.text_added) << percent;
    EXPECT_THAT(judgement.facts, Each(Field(&FactJudgement::result, FactResult::kAgrees)));
  }
}

TEST(JudgePageTest, AShortRowIsToldOnAPageThatIsAllPale) {
  for (const int percent : {100, 45}) {
    for (const bool added : {false, true}) {
      ExpectedPage printed = Expected();
      constexpr int kLeft = 180;
      constexpr int kLetters = 175;  // ten of them, wide
      for (int y = 0; added && y < 40; ++y) {
        const auto from = printed.ink.begin() + (262 + y) * kPageWidth + kLeft;
        std::copy_n(from, kLetters, printed.ink.begin() + (1640 + y) * kPageWidth + kLeft);
      }
      for (std::uint8_t& ink : printed.ink) ink = static_cast<std::uint8_t>(ink * percent / 100);
      EXPECT_EQ(JudgeMade(printed).text_added, added) << percent;
    }
  }
}

TEST(JudgePageTest, ASecondValueBehindTheGenuineOneIsTold) {
  ExpectedPage printed = Expected();
  const ExpectedWord word = FirstWordOf(printed, 0);
  constexpr int kBeyond = 300;  // nearly 4 cm
  for (auto y = static_cast<int>(word.top); y < static_cast<int>(word.bottom); ++y) {
    const auto from = printed.ink.begin() + static_cast<std::ptrdiff_t>(y) * kPageWidth +
                      static_cast<std::ptrdiff_t>(word.left);
    std::copy_n(from, static_cast<std::ptrdiff_t>(word.right - word.left), from + kBeyond);
  }
  const PageJudgement judgement = JudgeMade(printed);
  EXPECT_TRUE(judgement.text_added);
  EXPECT_FALSE(judgement.text_beside);
  EXPECT_EQ(judgement.facts.at(0).why, FactWhy::kInkAfter);
  ExpectOthersAgree(judgement, 0);
}

TEST(JudgePageTest, LettersThatCannotBeDrawnAreNotCompared) {
  class NoLetters : public LetterDrawer {
   public:
    bool Draw(int, float, char32_t, float, float, LetterInk*) override { return false; }
  };
  NoLetters letters;
  const MadeCapture capture = Capture(Expected(), {});
  const PageJudgement judgement = JudgePage(Expected(), letters, View(capture.image), capture.code);
  EXPECT_EQ(judgement.result, PageResult::kFound);
  EXPECT_THAT(judgement.facts, Each(Field(&FactJudgement::result, FactResult::kNotCompared)));
}

struct CornerCase {
  const char* name;
  Corners corners;
};

class BadCornersTest : public ::testing::TestWithParam<CornerCase> {};

TEST_P(BadCornersTest, NothingIsCompared) {
  SquareLetters letters;
  static const MadeCapture capture = Capture(Expected(), {.scale = 0.5});
  const PageJudgement judgement =
      JudgePage(Expected(), letters, View(capture.image), GetParam().corners);
  EXPECT_EQ(judgement.result, PageResult::kNotFound);
  ASSERT_EQ(judgement.facts.size(), kPageValues.size());
  EXPECT_THAT(judgement.facts, Each(Field(&FactJudgement::result, FactResult::kNotCompared)));
}

INSTANTIATE_TEST_SUITE_P(
    Corners, BadCornersTest,
    ::testing::Values(CornerCase{"Zero", {}},
                      CornerCase{"Nan", {{{kNan, 0}, {9, 0}, {9, 9}, {0, 9}}}},
                      CornerCase{"Infinite", {{{0, 0}, {kInfinite, 0}, {9, 9}, {0, 9}}}},
                      CornerCase{"Mirrored", {{{200, 0}, {0, 0}, {0, 200}, {200, 200}}}},
                      CornerCase{"OnALine", {{{0, 0}, {100, 0}, {200, 0}, {300, 0}}}},
                      CornerCase{"Crossed", {{{0, 0}, {200, 200}, {200, 0}, {0, 200}}}},
                      CornerCase{"Huge", {{{0, 0}, {1e12, 0}, {1e12, 1e12}, {0, 1e12}}}},
                      CornerCase{"Tiny", {{{50, 50}, {60, 50}, {60, 60}, {50, 60}}}},
                      CornerCase{"OutOfThePicture",
                                 {{{9000, 9000}, {9130, 9000}, {9130, 9130}, {9000, 9130}}}}),
    [](const auto& test) { return test.param.name; });

TEST(JudgePageTest, APageOverALimitIsNotCompared) {
  SquareLetters letters;
  const MadeCapture capture = Capture(Expected(), {.scale = 0.8});
  const auto result = [&](const ExpectedPage& page, const Limits& limits) {
    return JudgePage(page, letters, View(capture.image), capture.code, limits).result;
  };
  EXPECT_EQ(result(Expected(), {}), PageResult::kFound);
  EXPECT_EQ(result(Expected(), {.max_pixels = 1'000'000}), PageResult::kNotFound);
  EXPECT_EQ(result(Expected(), {.max_side = 1000}), PageResult::kNotFound);
  EXPECT_EQ(result(Expected(), {.min_dpi = 170}), PageResult::kNotFound);
  EXPECT_EQ(result(Expected(), {.max_dpi = 150}), PageResult::kNotFound);
  EXPECT_EQ(result(Expected(), {.max_words = 20}), PageResult::kNotFound);
  EXPECT_EQ(result(Expected(), {.max_letters = 100}), PageResult::kNotFound);
  EXPECT_EQ(result(Expected(), {.max_facts = 5}), PageResult::kNotFound);

  ExpectedPage page = Expected();
  page.ink.pop_back();
  EXPECT_EQ(result(page, {}), PageResult::kNotFound);
  page = Expected();
  page.words[3].fact = page.fact_count;
  EXPECT_EQ(result(page, {}), PageResult::kNotFound);
  page = Expected();
  page.words[3].left = std::numeric_limits<float>::quiet_NaN();
  EXPECT_EQ(result(page, {}), PageResult::kNotFound);
  page = Expected();
  page.fact_count = -1;
  EXPECT_EQ(result(page, {}), PageResult::kNotFound);
  page = Expected();
  for (ExpectedWord& word : page.words) {
    word.left = 0;
    word.right = 4000;
  }
  EXPECT_EQ(result(page, {}), PageResult::kNotFound);
}

TEST(JudgePageTest, AFactWithoutAWordIsNotOnThePage) {
  SquareLetters letters;
  ExpectedPage page = Expected();
  page.fact_count = 7;
  const MadeCapture capture = Capture(page, {.scale = 0.8});
  const PageJudgement judgement = JudgePage(page, letters, View(capture.image), capture.code);
  ASSERT_EQ(judgement.facts.size(), 7U);
  EXPECT_EQ(judgement.facts[6].result, FactResult::kNotCompared);
  EXPECT_EQ(judgement.facts[6].why, FactWhy::kNotOnPage);
}

}  // namespace
}  // namespace sceau::capture
