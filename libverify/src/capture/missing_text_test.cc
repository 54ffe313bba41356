// SPDX-License-Identifier: Apache-2.0
#include "capture/missing_text.h"

#include <gtest/gtest.h>

#include <functional>

#include "capture/judge_page.h"
#include "capture/page_testing.h"

namespace sceau::capture {
namespace {

PageJudgement JudgedWithout(const std::function<void(ExpectedPage& page)>& change,
                            const Camera& camera = {.degrees = 0.7}) {
  const ExpectedPage expected = MakePage(kPageValues);
  ExpectedPage printed = expected;
  change(printed);
  SquareLetters letters;
  const MadeCapture capture = Capture(printed, camera);
  return JudgePage(expected, letters, View(capture.image), capture.code);
}

void Fill(ExpectedPage& page, float left, float top, float right, float bottom, std::uint8_t ink) {
  Paint(page, left, top, right, bottom, [ink](int, int, std::uint8_t& value) { value = ink; });
}

void WipeValue(ExpectedPage& page, int fact, std::uint8_t ink = 0) {
  const ExpectedWord word = FirstWordOf(page, fact);
  Fill(page, word.left - 4, word.top - 4, word.right + 4, word.bottom + 2, ink);
}

TEST(MissingTextTest, AWholePageLacksNothing) {
  for (const Camera& camera : {Camera{}, Camera{.scale = 0.8, .degrees = 2, .blur = 1.2F},
                               Camera{.degrees = 1, .bend = 25}, Camera{.noise = 20}})
    EXPECT_FALSE(JudgedWithout([](ExpectedPage&) {}, camera).text_missing);
}

TEST(MissingTextTest, AWipedValueIsMissing) {
  for (const Camera& camera : {Camera{}, Camera{.scale = 0.8, .degrees = 2, .blur = 1.2F},
                               Camera{.degrees = 1, .bend = 25}, Camera{.noise = 20}}) {
    const PageJudgement judgement =
        JudgedWithout([](ExpectedPage& page) { WipeValue(page, 1); }, camera);
    EXPECT_TRUE(judgement.text_missing);
    EXPECT_EQ(judgement.facts.at(1).result, FactResult::kNotCompared);
  }
}

TEST(MissingTextTest, FixedTextIsMissedToo) {
  EXPECT_TRUE(JudgedWithout([](ExpectedPage& page) {
                const ExpectedWord word = page.words.at(page.words.size() / 2);
                Fill(page, word.left - 4, word.top - 4, word.right + 4, word.bottom + 2, 0);
              }).text_missing);
}

TEST(MissingTextTest, AWipedDigitIsMissing) {
  const PageJudgement judgement = JudgedWithout([](ExpectedPage& page) {
    const ExpectedWord word = FirstWordOf(page, 4);
    Fill(page, word.letters.at(1).x - 2, word.top - 4, word.right, word.bottom + 2, 0);
  });
  EXPECT_TRUE(judgement.text_missing);
  EXPECT_EQ(judgement.facts.at(4).result, FactResult::kNotCompared);
}

TEST(MissingTextTest, OtherGroundIsNotMissingText) {
  for (const std::uint8_t ink : {std::uint8_t{60}, std::uint8_t{150}}) {
    EXPECT_FALSE(JudgedWithout([ink](ExpectedPage& page) {
                   const ExpectedWord word = FirstWordOf(page, 1);
                   Fill(page, word.left - 60, word.top - 12, word.right + 60, word.bottom + 12,
                        ink);
                 }).text_missing);
  }
}

TEST(MissingTextTest, WhatIsMissingToTheEdgeWasNotSeen) {
  EXPECT_FALSE(JudgedWithout([](ExpectedPage& page) {  // the head of the page, torn off
                 Fill(page, 0, 0, kPageWidth, 470, 0);
               })
                   .text_missing);
}

TEST(MissingTextTest, WhatLiesOverAWordIsNotMissingText) {
  EXPECT_FALSE(JudgedWithout([](ExpectedPage& page) {
                 WipeValue(page, 1);
                 const ExpectedWord word = FirstWordOf(page, 1);
                 Fill(page, word.left - 20, word.baseline - 12, word.right + 20, word.baseline - 9,
                      220);
               }).text_missing);
}

}  // namespace
}  // namespace sceau::capture
