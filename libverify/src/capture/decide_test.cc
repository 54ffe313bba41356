// SPDX-License-Identifier: Apache-2.0
#include "capture/decide.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace sceau::capture {
namespace {

// One word, "DUPONT", seen clearly and as expected.
struct Seen {
  ExpectedWord expected;
  SeenWord word;
  WordEvidence evidence;

  Seen() {
    for (const char32_t letter : {U'D', U'U', U'P', U'O', U'N', U'T'})
      expected.letters.push_back({letter, 0, 0});
    word.word = &expected;
    word.index = 7;
    word.seen = true;
    word.spread = 0.5F;
    word.bend = 0.5F;
    word.support = 5;
    word.column = 2;
    word.beside = 3;
    evidence.word = &word;
    evidence.measured = true;
    evidence.likeness = 0.95F;
    evidence.near_likeness = 0.96F;
    evidence.near_share = 1;
    evidence.missing = evidence.extra = 0.03F;
    evidence.written = 0.5F;
    evidence.letters.emplace();
    for (int i = 0; i < 6; ++i)
      evidence.letters->push_back(
          {.letter = i, .other = U'X', .lowest_separation = 30, .separation = 30});
  }
  Seen(const Seen&) = delete;
  Seen& operator=(const Seen&) = delete;

  LetterEvidence& Letter(std::size_t i) { return evidence.letters->at(i); }
  // The second letter is an O.
  void MakeOther() {
    LetterEvidence& letter = Letter(1);
    letter.toward = letter.lowest = -0.9F;
    letter.other = U'O';
    letter.left = 0.2F;
    letter.missing = letter.extra = 0.3F;
  }
  // A date in another type, such as "06/04/2027" for "03/04/2027".
  void MakeSeveralOthers() {
    evidence.likeness = 0.65F;
    evidence.missing = evidence.extra = 0.1F;
    for (const std::size_t i : {1U, 3U, 5U}) Letter(i).lowest = -0.5F;
  }
  // In a row of its own, with print on both sides of it alone.
  void MakeAlone() {
    word.column = 0;
    word.bend = word.spread = 0.3F;
    word.support = word.beside = 6;
  }
  void MakeOtherText() {
    evidence.likeness = 0.4F;
    evidence.missing = evidence.extra = 0.4F;
    for (LetterEvidence& letter : *evidence.letters) letter.toward = letter.lowest = 0;
  }
};

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
  const FactDecision decision = DecideFact({seen.evidence}, false);
  EXPECT_EQ(decision.result, GetParam().result);
  EXPECT_EQ(decision.why, GetParam().why);
  EXPECT_EQ(decision.word, decision.result == FactResult::kAgrees ? -1 : 7);
}

constexpr FactResult kAgrees = FactResult::kAgrees;
constexpr FactResult kDiffers = FactResult::kDiffers;
constexpr FactResult kNotCompared = FactResult::kNotCompared;
constexpr float kNotANumber = std::numeric_limits<float>::quiet_NaN();

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
  EXPECT_EQ(DecideFact({first.evidence, second.evidence}, false).result, kNotCompared);
  second.MakeOtherText();
  second.evidence.extra = 0.1F;  // shorter than what was there
  EXPECT_EQ(DecideFact({second.evidence}, false).result, kNotCompared);
  const FactDecision both = DecideFact({first.evidence, second.evidence}, false);
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
    EXPECT_EQ(DecideFact({first.evidence, doubted.evidence}, false).result, kNotCompared);
  }
}

// A rank alone: "1" is expected, and "5" is seen as clearly as all that is printed.
struct SeenDigit : Seen {
  SeenDigit() {
    expected.letters = {{U'1', 0, 0}};
    evidence.letters->resize(1);
    evidence.likeness = 0.4F;
    Letter(0).toward = Letter(0).lowest = -0.4F;
    Letter(0).left = 0.8F;
    evidence.as_other = OtherReading{U'5', 0.95F, 0.02F, 0.02F, {}};
    evidence.as_other->letters.emplace().push_back(
        {.letter = 0, .lowest = 0.9F, .lowest_separation = 30});
  }
};

struct DigitCase {
  const char* name;
  std::function<void(SeenDigit&)> change;
  FactResult result;
};

class DecideDigitTest : public ::testing::TestWithParam<DigitCase> {};

TEST_P(DecideDigitTest, DiffersOnlyWhereAnotherIsPrinted) {
  SeenDigit seen;
  GetParam().change(seen);
  const FactDecision decision = DecideFact({seen.evidence}, false);
  EXPECT_EQ(decision.result, GetParam().result);
  const bool differs = decision.result == FactResult::kDiffers;
  EXPECT_EQ(decision.expected, differs ? U'1' : char32_t{0});
  EXPECT_EQ(decision.seen, differs ? U'5' : char32_t{0});
}

INSTANTIATE_TEST_SUITE_P(
    Ranks, DecideDigitTest,
    ::testing::Values(
        DigitCase{"AnotherDigit", [](SeenDigit&) {}, kDiffers},
        DigitCase{"NoOther", [](SeenDigit& s) { s.evidence.as_other.reset(); }, kNotCompared},
        DigitCase{"OwnFitsABit", [](SeenDigit& s) { s.evidence.likeness = 0.8F; }, kDiffers},
        DigitCase{"OwnFitsTooWell", [](SeenDigit& s) { s.evidence.likeness = 0.82F; },
                  kNotCompared},
        DigitCase{"OtherFitsBadly", [](SeenDigit& s) { s.evidence.as_other->likeness = 0.88F; },
                  kNotCompared},
        DigitCase{"OtherIsNotWhole", [](SeenDigit& s) { s.evidence.as_other->missing = 0.13F; },
                  kNotCompared},
        DigitCase{"OtherAndMore", [](SeenDigit& s) { s.evidence.as_other->extra = 0.26F; },
                  kNotCompared},
        DigitCase{"OtherOrAThird",
                  [](SeenDigit& s) { s.evidence.as_other->letters->front().lowest = 0.1F; },
                  kNotCompared},
        DigitCase{"OtherWithoutLetters", [](SeenDigit& s) { s.evidence.as_other->letters.reset(); },
                  kNotCompared},
        DigitCase{"LettersUnknown", [](SeenDigit& s) { s.evidence.letters.reset(); }, kNotCompared},
        DigitCase{"InGlare", [](SeenDigit& s) { s.evidence.in_glare = true; }, kNotCompared},
        DigitCase{"FarFromFixedText", [](SeenDigit& s) { s.word.column = 0; }, kNotCompared},
        DigitCase{"NotANumber", [](SeenDigit& s) { s.evidence.as_other->likeness = kNotANumber; },
                  kNotCompared},
        DigitCase{"OneOfTwoLetters",
                  [](SeenDigit& s) {
                    s.expected.letters.push_back({U'2', 0, 0});
                  },
                  kNotCompared}),
    [](const auto& test) { return test.param.name; });

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
  const FactDecision decision = DecideFact({seen.evidence}, false);
  EXPECT_EQ(decision.letter, 1);
  EXPECT_EQ(decision.expected, U'U');
  EXPECT_EQ(decision.seen, U'O');
}

TEST(DecideFactTest, AnAccentIsLostInTwoTones) {
  Seen seen;
  seen.MakeOther();
  seen.Letter(1).other = U'Ü';
  seen.Letter(1).extra = 0;
  EXPECT_EQ(DecideFact({seen.evidence}, true).result, kNotCompared);
  seen.Letter(1).other = U'O';
  EXPECT_EQ(DecideFact({seen.evidence}, true).result, kDiffers);
}

TEST(DecideFactTest, HalfOfADotIsLostInTwoTones) {
  Seen seen;
  seen.evidence.marks.faintest = 0.4F;
  EXPECT_EQ(DecideFact({seen.evidence}, false).result, kNotCompared);
  EXPECT_EQ(DecideFact({seen.evidence}, true).result, kAgrees);
  seen.evidence.marks.faintest = 0.2F;
  EXPECT_EQ(DecideFact({seen.evidence}, true).result, kNotCompared);
}

TEST(DecideFactTest, AFaxBreaksGreyUp) {
  Seen seen;
  seen.MakeOtherText();
  seen.evidence.pale = true;
  EXPECT_EQ(DecideFact({seen.evidence}, false).result, kDiffers);
  EXPECT_EQ(DecideFact({seen.evidence}, true).result, kNotCompared);
  seen.evidence.pale = false;
  EXPECT_EQ(DecideFact({seen.evidence}, true).result, kDiffers);
}

TEST(DecideFactTest, ANameOfTwoLettersMayDifferAndARankMayNot) {
  Seen seen;
  seen.MakeOther();
  seen.expected.letters.resize(2);
  seen.evidence.letters->resize(2);
  EXPECT_EQ(DecideFact({seen.evidence}, false).result, kDiffers);
  seen.expected.letters.erase(seen.expected.letters.begin());
  seen.evidence.letters->erase(seen.evidence.letters->begin());
  seen.Letter(0).letter = 0;
  EXPECT_EQ(DecideFact({seen.evidence}, false).result, kNotCompared);
}

TEST(DecideFactTest, OneWordThatDiffersIsEnoughAndOneThatWasNotSeenIsNot) {
  Seen good;
  Seen bad;
  bad.MakeOther();
  Seen unseen;
  unseen.evidence.measured = false;
  EXPECT_EQ(DecideFact({good.evidence, bad.evidence}, false).result, kDiffers);
  EXPECT_EQ(DecideFact({unseen.evidence, bad.evidence}, false).result, kDiffers);
  EXPECT_EQ(DecideFact({good.evidence, unseen.evidence}, false).result, kNotCompared);
  EXPECT_EQ(DecideFact({}, false).why, FactWhy::kNotOnPage);
}

}  // namespace
}  // namespace sceau::capture
