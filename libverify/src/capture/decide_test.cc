// SPDX-License-Identifier: Apache-2.0
#include "capture/decide.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

#include "capture/decide_testing.h"

namespace sceau::capture {
namespace {

struct DecisionCase {
  const char* name;
  std::function<void(Seen&)> change;
  FactResult result;
  FactWhy why;
};

class DecideTest : public ::testing::TestWithParam<DecisionCase> {};

TEST_P(DecideTest, OneWord) {
  Seen seen;
  GetParam().change(seen);
  const FactDecision decision = DecideFact({seen.evidence}, {});
  EXPECT_EQ(decision.result, GetParam().result);
  EXPECT_EQ(decision.why, GetParam().why);
  EXPECT_EQ(decision.word, decision.result == FactResult::kAgrees ? -1 : 7);
}

INSTANTIATE_TEST_SUITE_P(
    Agreeing, DecideTest,
    ::testing::Values(
        DecisionCase{"AsExpected", [](Seen&) {}, kAgrees, FactWhy::kNone},
        DecisionCase{"FarFromFixedText", [](Seen& s) { s.word.column = s.word.support = 0; },
                     kAgrees, FactWhy::kNone},
        DecisionCase{"NotMeasured", [](Seen& s) { s.evidence.measured = false; }, kNotCompared,
                     FactWhy::kOutOfSight},
        DecisionCase{"UnclearAround",
                     [](Seen& s) { s.evidence.near_likeness = s.evidence.likeness = 0.5F; },
                     kNotCompared, FactWhy::kPoorCapture},
        DecisionCase{"FewAround", [](Seen& s) { s.evidence.near_share = 0.1F; }, kNotCompared,
                     FactWhy::kPoorCapture},
        DecisionCase{"Unlike", [](Seen& s) { s.evidence.likeness = 0.8F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"SomeMissing", [](Seen& s) { s.evidence.missing = 0.13F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"MuchExtra", [](Seen& s) { s.evidence.extra = 0.3F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"MarkLost", [](Seen& s) { s.evidence.marks.faintest = 0.5F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"MarkAdded", [](Seen& s) { s.evidence.marks.added = 0.7F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"Speck", [](Seen& s) { s.evidence.marks.added = 0.5F; }, kAgrees,
                     FactWhy::kNone},
        DecisionCase{"OneLetterBetween", [](Seen& s) { s.Letter(2).lowest = -0.1F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"OneLetterHardlyAsExpected", [](Seen& s) { s.Letter(2).lowest = 0.1F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"LettersTooCloseToTell", [](Seen& s) { s.Letter(2).lowest_separation = 5; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"NoLetters", [](Seen& s) { s.evidence.letters.reset(); }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"InkBehind", [](Seen& s) { s.evidence.ink_after = 0.5F; }, kNotCompared,
                     FactWhy::kInkAfter},
        DecisionCase{"CutBehind", [](Seen& s) { s.evidence.ink_after = -1; }, kNotCompared,
                     FactWhy::kInkAfter},
        DecisionCase{"NotANumber", [](Seen& s) { s.evidence.likeness = kNotANumber; }, kNotCompared,
                     FactWhy::kDoubt}),
    [](const auto& test) { return test.param.name; });

INSTANTIATE_TEST_SUITE_P(
    OneLetter, DecideTest,
    ::testing::Values(
        DecisionCase{"Other", [](Seen& s) { s.MakeOther(); }, kDiffers, FactWhy::kOtherLetter},
        DecisionCase{"FarFromFixedText", [](Seen& s) { s.MakeOther(), s.word.column = 0; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"UnderAPen",
                     [](Seen& s) {
                       s.MakeOther(), s.evidence.missing = 0.02F, s.Letter(1).missing = 0;
                       for (const std::size_t i : {2U, 3U}) s.Letter(i).extra = 0.25F;
                     },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"BesideALetterThatAPenTouched",
                     [](Seen& s) {
                       s.MakeOther(), s.evidence.missing = 0.02F;
                       for (const std::size_t i : {1U, 3U}) s.Letter(i).extra = 0.25F;
                     },
                     kDiffers, FactWhy::kOtherLetter},
        DecisionCase{"InAWordThatLosesInkToo",
                     [](Seen& s) {
                       s.MakeOther(), s.evidence.missing = 0.04F;
                       for (const std::size_t i : {2U, 3U}) s.Letter(i).extra = 0.25F;
                     },
                     kDiffers, FactWhy::kOtherLetter},
        DecisionCase{"StretchedWithLittleAround",
                     [](Seen& s) {
                       s.MakeOther(), s.evidence.stretched = true;
                       s.word.bend = 1;
                     },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"StretchedAmongMany",
                     [](Seen& s) {
                       s.MakeOther(), s.evidence.stretched = true;
                       s.word.bend = 1, s.word.support = 6;
                     },
                     kDiffers, FactWhy::kOtherLetter},
        DecisionCase{"OnFlatPaper", [](Seen& s) { s.MakeOther(), s.MakeAlone(); }, kDiffers,
                     FactWhy::kOtherLetter},
        DecisionCase{"AloneOnBentPaper",
                     [](Seen& s) { s.MakeOther(), s.MakeAlone(), s.word.bend = 0.6F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"AloneAmongWordsThatLieApart",
                     [](Seen& s) { s.MakeOther(), s.MakeAlone(), s.word.spread = 0.6F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"AloneWithLittleAround",
                     [](Seen& s) { s.MakeOther(), s.MakeAlone(), s.word.support = 5; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"AloneWithLittleBeside",
                     [](Seen& s) { s.MakeOther(), s.MakeAlone(), s.word.beside = 5; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"NothingClearOnItsLines", [](Seen& s) { s.MakeOther(), s.word.beside = 0; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"FixedTextDisagrees", [](Seen& s) { s.MakeOther(), s.word.spread = 2; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"FixedTextUnclear",
                     [](Seen& s) { s.MakeOther(), s.evidence.near_likeness = 0.78F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"Bent",
                     [](Seen& s) { s.MakeOther(), s.evidence.stretched = true, s.word.bend = 2; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{
            "HalfTheWay",
            [](Seen& s) { s.MakeOther(), s.Letter(1).toward = -0.3F, s.Letter(1).extra = 0; },
            kNotCompared, FactWhy::kDoubt},
        DecisionCase{"LeavesMuch",
                     [](Seen& s) { s.MakeOther(), s.Letter(1).left = 0.7F, s.Letter(1).extra = 0; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"InTheNoise", [](Seen& s) { s.MakeOther(), s.Letter(1).separation = 11; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{
            "OnlyWiped",
            [](Seen& s) { s.MakeOther(), s.Letter(1).other = kNoLetter, s.Letter(1).extra = 0; },
            kNotCompared, FactWhy::kDoubt},
        DecisionCase{
            "InGlare",
            [](Seen& s) { s.MakeOther(), s.Letter(1).extra = 0.05F, s.evidence.in_glare = true; },
            kNotCompared, FactWhy::kDoubt},
        DecisionCase{"AccentAlone", [](Seen& s) { s.MakeOther(), s.Letter(1).other = U'Ü'; },
                     kDiffers, FactWhy::kOtherLetter},
        DecisionCase{"AccentNotClear",
                     [](Seen& s) {
                       s.MakeOther(), s.Letter(1).other = U'Ü', s.Letter(1).left = 0.5F,
                                      s.Letter(1).extra = 0;
                     },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"Unknown", [](Seen& s) { s.MakeOther(), s.Letter(1).left = 0.9F; }, kDiffers,
                     FactWhy::kOddLetter},
        DecisionCase{"AnUnknownApostrophe",
                     [](Seen& s) {
                       s.MakeOther(), s.Letter(1).left = 0.9F;
                       s.expected.letters[1].letter = U'’';
                     },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{
            "UnknownButMoved",
            [](Seen& s) { s.MakeOther(), s.Letter(1).left = 0.9F, s.Letter(1).moved = 0.5F; },
            kNotCompared, FactWhy::kDoubt},
        DecisionCase{
            "UnknownInAShadow",
            [](Seen& s) { s.MakeOther(), s.Letter(1).left = 0.9F, s.evidence.written = 0.15F; },
            kNotCompared, FactWhy::kDoubt},
        DecisionCase{"UnknownAmongDamaged",
                     [](Seen& s) {
                       s.MakeOther(), s.Letter(1).left = 0.9F;
                       for (const std::size_t i : {2U, 3U, 4U}) s.Letter(i).missing = 0.2F;
                     },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"UnknownAmongFewDamaged",
                     [](Seen& s) {
                       s.MakeOther(), s.Letter(1).left = 0.9F;
                       for (const std::size_t i : {2U, 3U}) s.Letter(i).extra = 0.3F;
                     },
                     kDiffers, FactWhy::kOddLetter},
        DecisionCase{"MovedRatherThanOther",
                     [](Seen& s) { s.MakeOther(), s.Letter(1).moved = 0.1F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"OtherRatherThanMoved",
                     [](Seen& s) { s.MakeOther(), s.Letter(1).moved = 0.4F; }, kDiffers,
                     FactWhy::kOtherLetter}),
    [](const auto& test) { return test.param.name; });

// "LE DUPONT": the first word is another one, as far as its few pixels say.
TEST(DecideTest, AShortWordDiffersWhereAnotherWordIsUnlikeToo) {
  Seen first;
  first.expected.letters.resize(2);
  first.evidence.letters->resize(2);
  first.MakeOtherText();
  Seen second;
  second.word.index = 8;
  EXPECT_EQ(DecideFact({first.evidence, second.evidence}, {}).result, kNotCompared);
  second.MakeOtherText();
  second.evidence.extra = 0.1F;  // shorter than what was there
  EXPECT_EQ(DecideFact({second.evidence}, {}).result, kNotCompared);
  const FactDecision both = DecideFact({first.evidence, second.evidence}, {});
  EXPECT_EQ(both.result, kDiffers);
  EXPECT_EQ(both.why, FactWhy::kOtherText);
  EXPECT_EQ(both.word, 7);

  const std::vector<std::function<void(Seen&)>> doubts = {
      [](Seen& s) { s.evidence.measured = false; }, [](Seen& s) { s.evidence.crossed = true; },
      [](Seen& s) { s.evidence.in_glare = true; },  [](Seen& s) { s.word.support = 0; },
      [](Seen& s) { s.evidence.missing = 0.3F; },   [](Seen& s) { s.evidence.likeness = 0.8F; }};
  for (const auto& doubt : doubts) {
    Seen doubted;
    doubted.MakeOtherText();
    doubted.evidence.extra = 0.1F;
    doubt(doubted);
    EXPECT_EQ(DecideFact({first.evidence, doubted.evidence}, {}).result, kNotCompared);
  }
}

// "2 DUPONT", where something lies over the first digit and is taken for what stands there.
TEST(DecideTest, NumbersOfTwoDigitsAreShortWords) {
  for (const std::size_t digits : {1U, 2U, 3U}) {
    Seen first;
    first.expected.letters.assign(digits, {U'2', 0, 0});
    first.evidence.letters->resize(digits);
    first.MakeOtherText();
    Seen second;
    EXPECT_EQ(DecideFact({first.evidence, second.evidence}, {}).result,
              digits < 3 ? kNotCompared : kDiffers);
  }
}

// A pen crosses the whole row, and makes another letter of one.
TEST(DecideTest, APenGoesOverTheWordsOfARow) {
  Seen first;
  first.evidence.missing = 0.02F;
  first.MakeOther();
  first.Letter(1).missing = 0;
  Seen second;
  second.Letter(0).extra = second.Letter(1).extra = 0.3F;
  EXPECT_EQ(DecideFact({first.evidence, second.evidence}, {}).result, kNotCompared);
  second.expected.baseline = 40;  // on another line
  EXPECT_EQ(DecideFact({first.evidence, second.evidence}, {}).result, kDiffers);
}

INSTANTIATE_TEST_SUITE_P(
    WholeWord, DecideTest,
    ::testing::Values(
        DecisionCase{"Other", [](Seen& s) { s.MakeOtherText(); }, kDiffers, FactWhy::kOtherText},
        DecisionCase{"OnlyMissing", [](Seen& s) { s.MakeOtherText(), s.evidence.extra = 0.1F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"OnlyExtra", [](Seen& s) { s.MakeOtherText(), s.evidence.missing = 0.1F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"PrintOfAStampOverLettersThatAreThemselves",
                     [](Seen& s) {
                       s.MakeOtherText();
                       for (std::size_t i = 0; i < 6; ++i) s.Letter(i).lowest = 0.4F;
                     },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"MoreInkThatIsNotWriting",
                     [](Seen& s) { s.MakeOtherText(), s.evidence.written = 0.15F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"SeveralOthers", [](Seen& s) { s.MakeSeveralOthers(); }, kDiffers,
                     FactWhy::kOtherText},
        DecisionCase{"TwoOthers", [](Seen& s) { s.MakeSeveralOthers(), s.Letter(5).lowest = 0.4F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"SeveralOthersHardlyApart",
                     [](Seen& s) { s.MakeSeveralOthers(), s.Letter(5).lowest_separation = 11; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"SeveralOthersErased",
                     [](Seen& s) { s.MakeSeveralOthers(), s.evidence.extra = 0.04F; }, kNotCompared,
                     FactWhy::kDoubt},
        DecisionCase{"SeveralOthersUnderAPen",
                     [](Seen& s) { s.MakeSeveralOthers(), s.evidence.missing = 0.04F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"SeveralOthersInAShadow",
                     [](Seen& s) { s.MakeSeveralOthers(), s.evidence.written = 0.15F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"SeveralOthersInGlare",
                     [](Seen& s) { s.MakeSeveralOthers(), s.evidence.in_glare = true; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"SeveralOthersAlike",
                     [](Seen& s) { s.MakeSeveralOthers(), s.evidence.likeness = 0.8F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"NotFlat", [](Seen& s) { s.MakeOtherText(), s.word.bend = 1.6F; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{
            "WrittenInGlare",
            [](Seen& s) { s.MakeOtherText(), s.evidence.in_glare = true, s.evidence.extra = 0.6F; },
            kDiffers, FactWhy::kOtherText},
        DecisionCase{"InGlare", [](Seen& s) { s.MakeOtherText(), s.evidence.in_glare = true; },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"Tiny", [](Seen& s) { s.MakeOtherText(), s.expected.letters.resize(2); },
                     kNotCompared, FactWhy::kDoubt},
        DecisionCase{"GoesOn",
                     [](Seen& s) {
                       s.evidence.continues = {U'A', 0.8F}, s.evidence.ink_after = 0.6F;
                     },
                     kDiffers, FactWhy::kGoesOn},
        DecisionCase{"GoesOnUnderAStamp",
                     [](Seen& s) {
                       s.evidence.continues = {U'A', 0.8F}, s.evidence.ink_after = 0.6F;
                       s.Letter(4).lowest = 0.4F;
                     },
                     kNotCompared, FactWhy::kInkAfter},
        DecisionCase{"GoesOnUnclearly",
                     [](Seen& s) {
                       s.evidence.continues = {U'A', 0.7F}, s.evidence.ink_after = 0.6F;
                     },
                     kNotCompared, FactWhy::kInkAfter}),
    [](const auto& test) { return test.param.name; });

TEST(DecideFactTest, SaysWhichLetter) {
  Seen seen;
  seen.MakeOther();
  const FactDecision decision = DecideFact({seen.evidence}, {});
  EXPECT_EQ(decision.letter, 1);
  EXPECT_EQ(decision.expected, U'U');
  EXPECT_EQ(decision.seen, U'O');
}

TEST(DecideFactTest, AnAccentIsLostInTwoTones) {
  Seen seen;
  seen.MakeOther();
  seen.Letter(1).other = U'Ü';
  seen.Letter(1).extra = 0;
  EXPECT_EQ(DecideFact({seen.evidence}, {.two_tones = true}).result, kNotCompared);
  seen.Letter(1).other = U'O';
  EXPECT_EQ(DecideFact({seen.evidence}, {.two_tones = true}).result, kDiffers);
}

TEST(DecideFactTest, HalfOfADotIsLostInTwoTones) {
  Seen seen;
  seen.evidence.marks.faintest = 0.4F;
  EXPECT_EQ(DecideFact({seen.evidence}, {}).result, kNotCompared);
  EXPECT_EQ(DecideFact({seen.evidence}, {.two_tones = true}).result, kAgrees);
  seen.evidence.marks.faintest = 0.2F;
  EXPECT_EQ(DecideFact({seen.evidence}, {.two_tones = true}).result, kNotCompared);
}

TEST(DecideFactTest, AFaxBreaksGreyUp) {
  Seen seen;
  seen.MakeOtherText();
  seen.evidence.pale = true;
  EXPECT_EQ(DecideFact({seen.evidence}, {}).result, kDiffers);
  EXPECT_EQ(DecideFact({seen.evidence}, {.two_tones = true}).result, kNotCompared);
  seen.evidence.pale = false;
  EXPECT_EQ(DecideFact({seen.evidence}, {.two_tones = true}).result, kDiffers);
}

TEST(DecideFactTest, ANameOfTwoLettersMayDifferAndARankMayNot) {
  Seen seen;
  seen.MakeOther();
  seen.expected.letters.resize(2);
  seen.evidence.letters->resize(2);
  EXPECT_EQ(DecideFact({seen.evidence}, {}).result, kDiffers);
  seen.expected.letters.erase(seen.expected.letters.begin());
  seen.evidence.letters->erase(seen.evidence.letters->begin());
  seen.Letter(0).letter = 0;
  EXPECT_EQ(DecideFact({seen.evidence}, {}).result, kNotCompared);
}

TEST(DecideFactTest, OneWordThatDiffersIsEnoughAndOneThatWasNotSeenIsNot) {
  Seen good;
  Seen bad;
  bad.MakeOther();
  Seen unseen;
  unseen.evidence.measured = false;
  EXPECT_EQ(DecideFact({good.evidence, bad.evidence}, {}).result, kDiffers);
  EXPECT_EQ(DecideFact({unseen.evidence, bad.evidence}, {}).result, kDiffers);
  EXPECT_EQ(DecideFact({good.evidence, unseen.evidence}, {}).result, kNotCompared);
  EXPECT_EQ(DecideFact({}, {}).why, FactWhy::kNotOnPage);
}

TEST(DecideFactTest, AStrokeOnOneLetterLeavesTheFactOpen) {
  Seen seen;
  seen.Letter(2).extra = 0.06F;
  EXPECT_EQ(DecideFact({seen.evidence}, {}).result, kNotCompared);
  EXPECT_EQ(DecideFact({seen.evidence}, {.few_extra = 0.1F}).result, kAgrees);
}

TEST(TraitsOfTest, ANoisyCaptureAddsInkToMostLetters) {
  struct Case {
    std::size_t words;  // of six letters
    float extra;        // of each letter
    float few;
  };
  for (const Case& c : {Case{10, 0.03F, 0.12F},
                        {10, 0.001F, 0.05F},
                        {5, 0.04F, 0.05F},
                        {10, 0.3F, 0.15F},
                        {0, 0, 0.05F},
                        {10, std::numeric_limits<float>::quiet_NaN(), 0.05F}}) {
    Seen seen;
    for (LetterEvidence& letter : *seen.evidence.letters) letter.extra = c.extra;
    const std::vector<WordEvidence> words(c.words, seen.evidence);
    EXPECT_FLOAT_EQ(TraitsOf({words}, true).few_extra, c.few) << c.words << ' ' << c.extra;
    EXPECT_TRUE(TraitsOf({words}, true).two_tones);
  }
}

TEST(TraitsOfTest, AFewLettersWithStrokesChangeNothing) {
  Seen seen;
  std::vector<WordEvidence> words(10, seen.evidence);
  for (const std::size_t word : {0U, 3U}) words[word].letters->at(1).extra = 0.15F;
  EXPECT_FLOAT_EQ(TraitsOf({words}, false).few_extra, 0.05F);
}

}  // namespace
}  // namespace sceau::capture
