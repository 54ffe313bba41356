// SPDX-License-Identifier: Apache-2.0
// What is said of a row that was read.
#include <gtest/gtest.h>

#include <functional>
#include <string>

#include "capture/decide.h"
#include "capture/decide_testing.h"

namespace sceau::capture {
namespace {

// Behind "DUPONT" a row goes on with "AB". "DUPUNT AB" is read, as clear as all that is printed.
struct SeenReading : Seen {
  ExpectedWord second;
  SeenWord second_word = word;
  WordEvidence second_evidence = evidence;
  OtherText reading{U"DUPONT AB", U"DUPUNT AB", 0.95F, 0.02F, 0.02F, 0.1F, 60, {}};

  SeenReading() {
    second.letters = {{U'A', 0, 0}, {U'B', 0, 0}};
    second_word.word = &second;
    second_word.index = 8;
    second_evidence.word = &second_word;
    second_evidence.letters->resize(2);
    reading.letters.emplace().push_back({.letter = 0, .lowest = 0.9F, .lowest_separation = 30});
    Letter(3).lowest = -0.6F;
    Letter(3).extra = 0.1F;
  }
  FactDecision Decide() const {
    const FactDecision doubt{FactResult::kNotCompared, FactWhy::kDoubt, 7, -1, 0, 0};
    return DecideByReading({evidence, second_evidence}, reading, {}, doubt);
  }
};

struct ReadingCase {
  const char* name;
  std::function<void(SeenReading&)> change;
  FactResult result;
};

class DecideReadingTest : public ::testing::TestWithParam<ReadingCase> {};

TEST_P(DecideReadingTest, SaysWhatIsCertain) {
  SeenReading seen;
  GetParam().change(seen);
  const FactDecision decision = seen.Decide();
  EXPECT_EQ(decision.result, GetParam().result);
  EXPECT_EQ(decision.why == FactWhy::kDoubt, GetParam().result == kNotCompared);
}

std::function<void(SeenReading&)> Reads(const std::u32string& text) {
  return [text](SeenReading& s) { s.reading.text = text; };
}

// Two letters have more ink than they should, and the second may have less too.
std::function<void(SeenReading&)> UnderAStain(float missing) {
  return [missing](SeenReading& s) {
    s.Letter(4).lowest = -0.6F;
    s.Letter(4).extra = 0.3F;
    s.Letter(4).missing = missing;
  };
}

INSTANTIATE_TEST_SUITE_P(
    Texts, DecideReadingTest,
    ::testing::Values(
        ReadingCase{"AnotherLetter", [](SeenReading&) {}, kDiffers},
        ReadingCase{"AnotherName", Reads(U"MARTINEZ"), kDiffers},
        ReadingCase{"Longer", Reads(U"DUPONT AB-COT"), kDiffers},
        ReadingCase{"Beginning", Reads(U"DUPONT A"), kNotCompared},
        ReadingCase{"OtherSpaces", Reads(U"DU-PONTAB"), kNotCompared},
        ReadingCase{"AnAccent", Reads(U"DUPÔNT AB"), kNotCompared},
        ReadingCase{"AnAccentAndALetter", Reads(U"DUPÔNT AC"), kDiffers},
        ReadingCase{"ExplainsLess", [](SeenReading& s) { s.reading.left = 0.55F; }, kNotCompared},
        ReadingCase{"TooCloseToTell", [](SeenReading& s) { s.reading.separation = 11; },
                    kNotCompared},
        ReadingCase{"FitsBadly", [](SeenReading& s) { s.reading.likeness = 0.88F; }, kNotCompared},
        ReadingCase{"Misses", [](SeenReading& s) { s.reading.missing = 0.13F; }, kNotCompared},
        ReadingCase{"AndMore", [](SeenReading& s) { s.reading.extra = 0.11F; }, kNotCompared},
        ReadingCase{"OrAThird", [](SeenReading& s) { s.reading.letters->front().lowest = 0.1F; },
                    kNotCompared},
        ReadingCase{"WithoutLetters", [](SeenReading& s) { s.reading.letters.reset(); },
                    kNotCompared},
        ReadingCase{"ASecondWordUnsure", [](SeenReading& s) { s.second_word.column = 0; },
                    kNotCompared},
        ReadingCase{"ASecondWordCrossed", [](SeenReading& s) { s.second_evidence.crossed = true; },
                    kNotCompared},
        ReadingCase{"ASecondWordOutOfSight",
                    [](SeenReading& s) { s.second_evidence.measured = false; }, kNotCompared},
        ReadingCase{"Bent", [](SeenReading& s) { s.word.bend = 2; }, kNotCompared},
        ReadingCase{"AddsInkInGlare", [](SeenReading& s) { s.evidence.in_glare = true; }, kDiffers},
        ReadingCase{"TakesInkInGlare",
                    [](SeenReading& s) {
                      s.evidence.in_glare = true;
                      s.Letter(3).missing = 0.2F;
                    },
                    kNotCompared},
        ReadingCase{"AddsInkToTwoLetters", UnderAStain(0.01F), kNotCompared},
        ReadingCase{"AddsInkToOneOfTwoLetters", UnderAStain(0.2F), kDiffers},
        ReadingCase{"AddsInkToGreyPrint", [](SeenReading& s) { s.evidence.pale = true; }, kDiffers},
        ReadingCase{"TakesInkFromGreyPrint",
                    [](SeenReading& s) {
                      s.evidence.pale = true;
                      s.Letter(3).missing = 0.2F;
                    },
                    kNotCompared},
        ReadingCase{"NotANumber", [](SeenReading& s) { s.reading.likeness = kNotANumber; },
                    kNotCompared}),
    [](const auto& test) { return test.param.name; });

TEST(DecideReadingTest, NamesALetterThatAloneIsAnotherOne) {
  SeenReading seen;
  EXPECT_EQ(seen.Decide().word, 7);
  EXPECT_EQ(seen.Decide().letter, 3);
  EXPECT_EQ(seen.Decide().expected, U'O');
  EXPECT_EQ(seen.Decide().seen, U'U');
  seen.reading.text = U"DUPONT AC";
  EXPECT_EQ(seen.Decide().word, 8);
  EXPECT_EQ(seen.Decide().letter, 1);
  for (const char32_t* text : {U"DUPUNT AC", U"DUPONTXAB"}) {
    seen.reading.text = text;
    EXPECT_EQ(seen.Decide().result, kDiffers);
    EXPECT_EQ(seen.Decide().why, FactWhy::kOtherText);
    EXPECT_EQ(seen.Decide().letter, -1);
  }
}

}  // namespace
}  // namespace sceau::capture
