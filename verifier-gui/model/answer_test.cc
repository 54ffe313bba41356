// SPDX-License-Identifier: Apache-2.0
#include "verifier-gui/model/answer.h"

#include <gtest/gtest.h>

#include "sceau/error.h"
#include "verifier-gui/model/text.h"
#include "wording/report_testing.h"

namespace sceau::gui {
namespace {

using wording::Day;
using wording::TestReport;
using wording::TestSeal;

SealReport sealWith(SealAxis axis, Outcome outcome) {
  SealReport seal = TestSeal();
  seal.axes.seal = axis;
  seal.outcome = outcome;
  return seal;
}

TEST(AnswerTest, EachOutcomeHasItsTone) {
  struct Case {
    const char* what;
    SealReport seal;
    Tone tone;
    bool showsClaims;
  };
  std::vector<Case> cases = {
      {"genuine", TestSeal(), Tone::kGood, true},
      {"altered", sealWith(SealAxis::kAltered, Outcome::kRefused), Tone::kRefused, false},
      {"not allowed", sealWith(SealAxis::kIssuerNotAllowed, Outcome::kRefused), Tone::kRefused,
       false},
      {"unknown", sealWith(SealAxis::kIssuerUnknown, Outcome::kNotConfirmed), Tone::kUnsure, false},
      {"malformed", sealWith(SealAxis::kMalformed, Outcome::kNotConfirmed), Tone::kUnsure, false},
      {"unsupported", sealWith(SealAxis::kUnsupported, Outcome::kNotConfirmed), Tone::kUnsure,
       false},
      {"test", sealWith(SealAxis::kTestIssuer, Outcome::kNotConfirmed), Tone::kTest, false},
      {"not run", SealReport{}, Tone::kUnsure, false},
  };
  cases.push_back(
      {"rights", sealWith(SealAxis::kGenuine, Outcome::kRightsNotOpen), Tone::kNotOpen, true});
  cases.push_back(
      {"withdrawn", sealWith(SealAxis::kGenuine, Outcome::kRefused), Tone::kRefused, true});
  for (const Case& c : cases) {
    Report report = TestReport(c.seal);
    report.outcome = c.seal.outcome;
    const Answer answer = answerOf(report, 0, Language::kFrench);
    EXPECT_EQ(answer.tone, c.tone) << c.what;
    EXPECT_EQ(toneOf(report), c.tone) << c.what;
    EXPECT_EQ(answer.identity.has_value(), c.showsClaims) << c.what;
    EXPECT_EQ(!answer.rights.empty(), c.showsClaims) << c.what;
    EXPECT_EQ(answer.details.empty(), !c.showsClaims) << c.what;
    EXPECT_FALSE(answer.word.isEmpty());
    EXPECT_FALSE(answer.sentence.isEmpty());
    EXPECT_EQ(answer.checks.size(), 6U);
  }
}

TEST(AnswerTest, ASealThatIsGenuineWithoutASignatureShowsNothing) {
  SealReport seal = TestSeal();
  seal.signature = Signature::kNotChecked;
  const Answer answer = answerOf(TestReport(seal), 0, Language::kFrench);
  EXPECT_FALSE(answer.identity);
  EXPECT_TRUE(answer.details.empty());
}

TEST(AnswerTest, ThePersonIsMaskedAndReadable) {
  const Answer answer = answerOf(TestReport(TestSeal()), 0, Language::kFrench);
  ASSERT_TRUE(answer.identity);
  EXPECT_EQ(answer.identity->name, QStringLiteral("DURAND Zoé Anne"));
  EXPECT_EQ(answer.identity->born, QStringLiteral("née le 12/05/1984"));
  EXPECT_FALSE(answer.identity->nirMasked.contains(QStringLiteral("321")));
  EXPECT_TRUE(answer.identity->nirInFull.contains(QStringLiteral("321")));
}

// By the number; a paper without one leaves it open.
TEST(AnswerTest, ThePersonIsBornAsTheNumberSays) {
  struct Case {
    std::optional<std::string> nir;
    const char* born;
  };
  for (const Case& c :
       {Case{"184052A32102552", "né le 12/05/1984"}, Case{"284052A32102552", "née le 12/05/1984"},
        Case{"784052A32102552", "né le 12/05/1984"}, Case{"884052A32102552", "née le 12/05/1984"},
        Case{std::nullopt, "né(e) le 12/05/1984"}}) {
    SealReport seal = TestSeal();
    seal.claims->attestation->holder.nir = c.nir;
    EXPECT_EQ(answerOf(TestReport(seal), 0, Language::kFrench).identity->born.toStdString(),
              c.born);
  }
}

// Whoever chooses the good seal of a refused document sees no green.
TEST(AnswerTest, TheDocumentBoundsTheBannerOfEachSeal) {
  struct Case {
    Outcome outcome;
    Tone tone;
    const char* word;
  };
  for (const Case& c : {Case{Outcome::kRefused, Tone::kRefused, "REFUSÉ"},
                        Case{Outcome::kNotConfirmed, Tone::kUnsure, "NON CONFIRMÉ"},
                        Case{Outcome::kRightsNotOpen, Tone::kNotOpen, "DROITS NON OUVERTS"}}) {
    Report report = TestReport(TestSeal());
    report.seals.push_back(TestSeal());
    report.seals.back().outcome = report.outcome = c.outcome;
    const Answer answer = answerOf(report, 0, Language::kFrench);
    EXPECT_EQ(answer.tone, c.tone) << c.word;
    EXPECT_EQ(answer.word.toStdString(), c.word);
    EXPECT_EQ(answer.sentence, say(Message::kWindowDocumentDecides, Language::kFrench));
    ASSERT_FALSE(answer.next.isEmpty());
    EXPECT_TRUE(answer.next.front().contains(QStringLiteral("CPAM de Paris")));
  }
  Report report = TestReport(TestSeal());
  report.seals.push_back(TestSeal());
  report.seals.back().compare_by_eye = report.compare_by_eye = true;
  EXPECT_EQ(answerOf(report, 0, Language::kFrench).tone, Tone::kCompare);
}

TEST(AnswerTest, WhatDiffersIsShownWithTheSignedValue) {
  SealReport seal = TestSeal();
  seal.axes.document = DocumentAxis::kDiffers;
  seal.outcome = Outcome::kRefused;
  struct Case {
    FactKey fact;
    const char* value;
    const char* shown;
  };
  for (const Case& c : {Case{{PrintedKind::kBirthDate}, "19840512", "12/05/1984"},
                        Case{{PrintedKind::kBirthName}, "DU\u202ERAND", "DU\\u{202E}RAND"},
                        Case{{PrintedKind::kRightUntil}, "", "sans date de fin"},
                        Case{{PrintedKind::kNir}, "284052A32102552", ""}}) {
    seal.claims->printed = {{.key = c.fact, .value = c.value}};
    seal.printed = {{.fact = c.fact, .result = FactResult::kDiffers}};
    seal.pictures = {{c.fact, 1, "png"}};
    const Answer answer = answerOf(TestReport(seal), 0, Language::kFrench);
    ASSERT_EQ(answer.differences.size(), 1U);
    EXPECT_EQ(answer.differences[0].signedValue.toStdString(), c.shown);
  }
}

// Only where the page was compared as a whole is the place of the number known
// to be its only one.
TEST(AnswerTest, TheNumberIsCoveredAloneOnlyOnAPageThatAgrees) {
  SealReport seal = TestSeal();
  const Box box{{10, 20}, {90, 30}};
  seal.printed = {
      {.fact = {PrintedKind::kNir}, .result = FactResult::kAgrees, .page = 1, .box = box}};
  EXPECT_EQ(answerOf(TestReport(seal), 0, Language::kFrench).numberBox, box);
  seal.page = 2;
  EXPECT_FALSE(answerOf(TestReport(seal), 0, Language::kFrench).numberBox);
  seal.page = 1;
  seal.axes.document = DocumentAxis::kNotCompared;
  EXPECT_FALSE(answerOf(TestReport(seal), 0, Language::kFrench).numberBox);
}

TEST(AnswerTest, ANameFromOutsideCannotTurnALabelRound) {
  SealReport seal = TestSeal();
  seal.claims->attestation->holder.birth_name = "DUR\u202EAND";
  const Answer answer = answerOf(TestReport(seal), 0, Language::kFrench);
  EXPECT_FALSE(answer.identity->name.contains(QChar(0x202E)));
}

TEST(AnswerTest, NoSealIsCalmAndUnreadableIsNot) {
  struct Case {
    Reason reason;
    Outcome outcome;
    Tone tone;
  };
  for (const Case& c : {Case{Reason::kDocumentNoCode, Outcome::kNoSeal, Tone::kNoSeal},
                        Case{Reason::kDocumentNoSeal, Outcome::kNoSeal, Tone::kNoSeal},
                        Case{Reason::kDocumentDeadline, Outcome::kNotConfirmed, Tone::kUnsure},
                        Case{Reason::kDocumentDamaged, Outcome::kNotConfirmed, Tone::kUnsure}}) {
    Report report;
    report.reasons = {{c.reason, ""}};
    report.outcome = c.outcome;
    EXPECT_EQ(answerOf(report, 0, Language::kFrench).tone, c.tone) << ReasonCode(c.reason);
    EXPECT_EQ(toneOf(report), c.tone);
    EXPECT_EQ(answerOf(report, 0, Language::kFrench).next.size(), 1);
  }
  EXPECT_EQ(toneOf(Report{}), Tone::kUnsure);
  EXPECT_EQ(answerOf(Refuse(Reason::kDocumentMissing), Language::kFrench).tone, Tone::kUnsure);
}

TEST(AnswerTest, WhatIsWrongWithTheDocumentWeighsOnAGenuineSeal) {
  Report report = TestReport(TestSeal());
  report.reasons = {{Reason::kDocumentAssembled, ""}};
  report.verdict = Verdict::kUndetermined;
  report.outcome = Outcome::kNotConfirmed;
  EXPECT_EQ(answerOf(report, 0, Language::kFrench).tone, Tone::kUnsure);
  EXPECT_EQ(toneOf(report), Tone::kUnsure);
}

// A remark on a document that is in order is shown, and takes nothing from its
// seals.
TEST(AnswerTest, ARemarkOnTheDocumentChangesNoOutcome) {
  Report report = TestReport(TestSeal());
  report.reasons = {{Reason::kDocumentSeveralPeople, ""}};
  const Answer answer = answerOf(report, 0, Language::kFrench);
  EXPECT_EQ(answer.tone, Tone::kGood);
  EXPECT_EQ(answer.next.size(), 1);
}

// Never the green of a page that agrees: its own tone, and what is left to do.
TEST(AnswerTest, APageThatNobodyComparedHasItsOwnTone) {
  SealReport seal = TestSeal();
  seal.axes.document = DocumentAxis::kNotCompared;
  seal.compare_by_eye = true;
  Report report = TestReport(seal);
  report.compare_by_eye = true;
  const Answer answer = answerOf(report, 0, Language::kFrench);
  EXPECT_EQ(answer.tone, Tone::kCompare);
  EXPECT_EQ(answer.word, QStringLiteral("COMPAREZ LA PAGE"));
  EXPECT_EQ(answer.next.size(), 1);
  EXPECT_TRUE(answer.identity.has_value());
  EXPECT_EQ(toneOf(report), Tone::kCompare);
  report.seals[0].printed = {{.fact = {PrintedKind::kBirthName}, .result = FactResult::kAgrees},
                             {.fact = {PrintedKind::kBirthRank}}};
  EXPECT_EQ(
      answerOf(report, 0, Language::kFrench).next,
      QStringList{QStringLiteral("À comparer vous-même sur la page\u00A0: rang de naissance.")});
  report.reasons = {{Reason::kDocumentAssembled, ""}};
  EXPECT_EQ(answerOf(report, 0, Language::kFrench).tone, Tone::kUnsure);
}

// Five words, whatever the colour and the shape: those of the command.
TEST(AnswerTest, TheWordIsThatOfTheOutcome) {
  for (const Tone tone :
       {Tone::kGood, Tone::kRefused, Tone::kNotOpen, Tone::kUnsure, Tone::kNoSeal, Tone::kTest})
    EXPECT_FALSE(wordOf(tone, Language::kFrench).isEmpty());
  EXPECT_EQ(wordOf(Tone::kNotOpen, Language::kFrench), QStringLiteral("DROITS NON OUVERTS"));
  EXPECT_EQ(wordOf(Tone::kTest, Language::kFrench), QStringLiteral("NON CONFIRMÉ"));
}

TEST(AnswerTest, APaperWithoutRightsIsCalledOutOfDate) {
  SealReport seal = TestSeal();
  seal.claims->rights.reset();
  seal.outcome = Outcome::kRightsNotOpen;
  seal.axes.rights = RightsAxis::kExpired;
  const Answer answer = answerOf(TestReport(seal), 0, Language::kFrench);
  EXPECT_EQ(answer.tone, Tone::kNotOpen);
  EXPECT_EQ(answer.word, QStringLiteral("DOCUMENT PÉRIMÉ"));
}

TEST(AnswerTest, SealsAreListedWorstFirst) {
  Report report = TestReport(TestSeal());
  report.seals.push_back(sealWith(SealAxis::kIssuerUnknown, Outcome::kNotConfirmed));
  report.seals.push_back(sealWith(SealAxis::kAltered, Outcome::kRefused));
  report.outcome = Outcome::kRefused;
  EXPECT_EQ(sealsWorstFirst(report), (std::vector<std::size_t>{2, 1, 0}));
  EXPECT_EQ(toneOf(report), Tone::kRefused);
}

TEST(AnswerTest, WhatIsSetAsideStandsLastAndDoesNotWeigh) {
  Report report = TestReport(sealWith(SealAxis::kTestIssuer, Outcome::kNotConfirmed));
  report.seals.push_back(TestSeal());
  report.seals[0].set_aside = true;
  report.outcome = Outcome::kInOrder;
  EXPECT_EQ(sealsWorstFirst(report), (std::vector<std::size_t>{1, 0}));
  EXPECT_EQ(toneOf(report), Tone::kGood);
}

TEST(AnswerTest, ARefusalSaysWhatToDoNext) {
  SealReport seal = sealWith(SealAxis::kIssuerUnknown, Outcome::kNotConfirmed);
  seal.reasons = {{Reason::kSealIssuerUnknown, ""}, {Reason::kFreshnessUndated, ""}};
  for (const Language language : {Language::kFrench, Language::kEnglish}) {
    EXPECT_EQ(answerOf(TestReport(seal), 0, language).next,
              QStringList{sentenceOf(Reason::kSealIssuerUnknown, language)});
  }
  EXPECT_TRUE(answerOf(TestReport(TestSeal()), 0, Language::kFrench).next.isEmpty());
}

}  // namespace
}  // namespace sceau::gui
