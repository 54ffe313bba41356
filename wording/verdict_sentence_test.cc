// SPDX-License-Identifier: Apache-2.0
#include "wording/verdict_sentence.h"

#include <gtest/gtest.h>

#include <set>
#include <utility>

#include "wording/claims_words.h"
#include "wording/report_testing.h"
#include "wording/words.h"

namespace sceau::wording {
namespace {

std::string Sentence(const SealReport& seal, Language language = Language::kFrench) {
  return VerdictSentence(seal, Day(2026, 11, 23), language);
}

TEST(VerdictSentenceTest, NamesTheIssuerTheRightsAndTheDay) {
  EXPECT_EQ(Sentence(TestSeal()),
            "Sceau de la CPAM de Paris intact ; droits ouverts le 23/11/2026 d'après ce document.");
  EXPECT_EQ(Sentence(TestSeal(), Language::kEnglish),
            "Seal of CPAM de Paris intact; rights open on 2026-11-23 according to this document.");
}

// The article is that of names that are known; another name takes none.
TEST(VerdictSentenceTest, FrenchSetsTheArticleOfAnIssuer) {
  const std::pair<const char*, const char*> cases[] = {
      {"de la ", "CPAM de Paris"},
      {"de la ", "Caisse d'essai"},
      {"de la ", "MSA"},
      {"de la ", "Mutuelle-Santé"},
      {"du ", "Régime local"},
      {"du ", "GIE SESAM"},
      {"de l'", "Assurance maladie"},
      {"de l'", "Urssaf (Bretagne)"},
      {"d'", "Établissement"},
      {"d'", "urssaf"},
      {"de ", "Harmonie Mutuelle"},
      {"de ", "CPAMX"},
      {"de ", "?"},
  };
  SealReport seal = TestSeal();
  for (const auto& [of, name] : cases) {
    seal.issuer->name = name;
    EXPECT_TRUE(Sentence(seal).starts_with(std::string("Sceau ") + of + name + " intact")) << name;
    EXPECT_TRUE(Sentence(seal, Language::kEnglish).starts_with(std::string("Seal of ") + name));
  }
  seal.issuer->name.clear();
  EXPECT_TRUE(Sentence(seal).starts_with("Sceau de 0123456789abcdef intact"));
}

TEST(VerdictSentenceTest, OfASealThatIsNotGenuineItSaysOnlyThat) {
  struct Case {
    SealAxis axis;
    Signature signature;
    const char* expected;
  };
  const Case cases[] = {
      {SealAxis::kNotRun, Signature::kNotChecked, "Sceau non vérifié."},
      {SealAxis::kAltered, Signature::kMismatch,
       "Sceau au nom de la CPAM de Paris, modifié ou imité."},
      {SealAxis::kIssuerUnknown, Signature::kNotChecked,
       "Sceau d'un émetteur que ce vérificateur ne connaît pas."},
      {SealAxis::kIssuerUnknown, Signature::kVerified,
       "Sceau de la CPAM de Paris dont la date de signature n'a pas pu être établie."},
      {SealAxis::kIssuerNotAllowed, Signature::kVerified,
       "Sceau de la CPAM de Paris, non admis à sa date de signature."},
      {SealAxis::kTestIssuer, Signature::kVerified,
       "Sceau d'essai de la CPAM de Paris, sans valeur."},
      {SealAxis::kUnsupported, Signature::kNotChecked,
       "Sceau d'une sorte que ce vérificateur ne sait pas vérifier."},
      {SealAxis::kMalformed, Signature::kNotChecked, "Sceau illisible."},
  };
  for (const Case& c : cases) {
    SealReport seal = TestSeal();
    seal.axes.seal = c.axis;
    seal.signature = c.signature;
    EXPECT_EQ(Sentence(seal), c.expected);
  }
  SealReport anonymous = TestSeal();
  anonymous.axes.seal = SealAxis::kAltered;
  anonymous.issuer.reset();
  EXPECT_EQ(Sentence(anonymous), "Sceau modifié ou imité.");
}

TEST(VerdictSentenceTest, EachAxisHasItsWords) {
  const std::string intact = "Sceau de la CPAM de Paris intact ; ";
  const std::string open = "droits ouverts le 23/11/2026 d'après ce document";
  const auto with = [](auto Axes::*axis, auto value) {
    SealReport seal = TestSeal();
    seal.axes.*axis = value;
    return Sentence(seal);
  };
  EXPECT_EQ(with(&Axes::rights, RightsAxis::kNotApplicable),
            intact + "ce document n'atteste aucun droit à l'assurance maladie.");
  EXPECT_EQ(with(&Axes::rights, RightsAxis::kNotRun), intact + "droits non vérifiés.");
  EXPECT_EQ(with(&Axes::status, StatusAxis::kRevoked),
            intact + "attestation retirée par son émetteur ; " + open + ".");
  EXPECT_EQ(with(&Axes::status, StatusAxis::kSuspended),
            intact + "attestation suspendue par son émetteur ; " + open + ".");
  EXPECT_EQ(with(&Axes::status, StatusAxis::kNeverIssued),
            intact + "attestation que son émetteur n'a jamais établie ; " + open + ".");
  EXPECT_EQ(with(&Axes::status, StatusAxis::kUnknown),
            intact + "retrait éventuel non vérifié ; " + open + ".");
  EXPECT_EQ(with(&Axes::status, StatusAxis::kCurrent), intact + open + ".");
  EXPECT_EQ(with(&Axes::holder, HolderAxis::kDiffers),
            intact + open + " ; au nom d'une autre personne que celle attendue.");
  EXPECT_EQ(with(&Axes::holder, HolderAxis::kClose),
            intact + open + " ; au nom d'une personne proche de celle attendue, à vérifier.");
  EXPECT_EQ(with(&Axes::holder, HolderAxis::kMatches),
            intact + open + " ; au nom de la personne attendue.");
  EXPECT_EQ(with(&Axes::holder, HolderAxis::kNotRun),
            intact + open + " ; personne attendue non retrouvée dans le sceau.");
  EXPECT_EQ(with(&Axes::document, DocumentAxis::kDiffers),
            intact + open + " ; la page imprimée dit autre chose que le sceau.");
}

TEST(VerdictSentenceTest, APageThatAPersonMustLookAtIsNamed) {
  SealReport seal = TestSeal();
  seal.axes.document = DocumentAxis::kNotCompared;
  const std::string look = " ; une personne doit regarder la page.";
  EXPECT_FALSE(Sentence(seal).ends_with(look));
  for (const Reason reason :
       {Reason::kDocumentTextAdded, Reason::kDocumentTextMissing, Reason::kDocumentDrawingAdded,
        Reason::kDocumentTextBeside, Reason::kDocumentPageUnlike, Reason::kDocumentNotCompared}) {
    seal.reasons = {{reason, "page 1"}};
    EXPECT_TRUE(Sentence(seal).ends_with(look)) << ReasonCode(reason);
    EXPECT_TRUE(Sentence(seal, Language::kEnglish).ends_with("; a person must look at the page."));
  }
  seal.axes.document = DocumentAxis::kAgrees;  // another page of the document was open
  EXPECT_FALSE(Sentence(seal).ends_with(look));
}

TEST(VerdictSentenceTest, ADependantIsNotCalledTheHolder) {
  SealReport seal = TestSeal();
  seal.axes.holder = HolderAxis::kMatches;
  seal.reasons.push_back({Reason::kHolderDependant, "/dependants/0"});
  EXPECT_EQ(
      Sentence(seal),
      "Sceau de la CPAM de Paris intact ; droits ouverts le 23/11/2026 d'après ce document ; la "
      "personne attendue y figure comme ayant droit.");
}

TEST(VerdictSentenceTest, RightsThatAreNotOpenNameTheDateThatDecides) {
  struct Case {
    RightsAxis axis;
    RightsDates dates;
    std::optional<Reason> reason;
    const char* french;
    const char* english;
  };
  const Date ended = Day(2026, 10, 31);
  const Date starts = Day(2026, 12, 1);
  const Case cases[] = {
      {RightsAxis::kClosed,
       {ended, {}},
       {},
       "droits terminés depuis le 31/10/2026 d'après ce document.",
       "rights ended on 2026-10-31 according to this document."},
      {RightsAxis::kNotYet,
       {{}, starts},
       Reason::kRightsNotYet,
       "droits ouverts seulement à partir du 01/12/2026 d'après ce document.",
       "rights not open until 2026-12-01 according to this document."},
      {RightsAxis::kGap,
       {ended, starts},
       {},
       "droits interrompus entre le 31/10/2026 et le 01/12/2026 d'après ce document.",
       "rights interrupted between 2026-10-31 and 2026-12-01 according to this document."},
      {RightsAxis::kExpired,
       {ended, {}},
       Reason::kRightsExpired,
       "attestation valable jusqu'au 31/10/2026 seulement.",
       "attestation in date only until 2026-10-31."},
      {RightsAxis::kNotYet,
       {{}, starts},
       Reason::kRightsAttestationNotYet,
       "attestation valable à partir du 01/12/2026 seulement.",
       "attestation in date only from 2026-12-01."},
      {RightsAxis::kExpired,
       {},
       Reason::kRightsTooOld,
       "document établi le 02/11/2026, plus ancien que votre organisme ne l'admet.",
       "document issued on 2026-11-02, older than your organisation accepts."},
      // Without a date, that of care.
      {RightsAxis::kClosed,
       {},
       {},
       "droits fermés le 23/11/2026 d'après ce document.",
       "rights closed on 2026-11-23 according to this document."},
      {RightsAxis::kNotYet,
       {},
       {},
       "droits pas encore ouverts le 23/11/2026 d'après ce document.",
       "rights not yet open on 2026-11-23 according to this document."},
      {RightsAxis::kGap,
       {},
       {},
       "droits interrompus le 23/11/2026 d'après ce document.",
       "rights interrupted on 2026-11-23 according to this document."},
      {RightsAxis::kExpired,
       {},
       {},
       "document périmé le 23/11/2026.",
       "document out of date on 2026-11-23."},
  };
  for (const Case& c : cases) {
    SealReport seal = TestSeal();
    seal.axes.rights = c.axis;
    seal.rights_dates = c.dates;
    seal.claims->validity.issued_on = Day(2026, 11, 2);
    if (c.reason) seal.reasons.push_back({*c.reason, ""});
    EXPECT_EQ(Sentence(seal), std::string("Sceau de la CPAM de Paris intact ; ") + c.french);
    EXPECT_EQ(Sentence(seal, Language::kEnglish),
              std::string("Seal of CPAM de Paris intact; ") + c.english);
  }
}

TEST(WordsTest, ADateOfASealThatIsNotGenuineIsNotSaid) {
  SealReport seal = TestSeal();
  seal.axes.seal = SealAxis::kTestIssuer;
  seal.axes.rights = RightsAxis::kClosed;
  seal.rights_dates.ended = Day(2026, 10, 31);
  EXPECT_EQ(RightsWords(seal, Day(2026, 11, 23), Language::kFrench), "fermés le 23/11/2026");
}

// A sealed invoice has no rights that could be closed, and is not an attestation.
TEST(VerdictSentenceTest, APaperWithoutRightsIsOutOfDateItself) {
  SealReport seal = TestSeal();
  seal.claims->rights.reset();
  seal.outcome = Outcome::kRightsNotOpen;
  seal.axes.rights = RightsAxis::kExpired;
  seal.rights_dates.ended = Day(2026, 10, 31);
  seal.reasons.push_back({Reason::kRightsExpired, ""});
  EXPECT_EQ(
      Sentence(seal),
      "Sceau de la CPAM de Paris intact ; document valable jusqu'au 31/10/2026 seulement, et qui "
      "n'atteste aucun droit.");
  EXPECT_EQ(
      Sentence(seal, Language::kEnglish),
      "Seal of CPAM de Paris intact; document in date only until 2026-10-31, which attests no "
      "right.");
  EXPECT_EQ(HeadlineOf(seal), Message::kOutcomePaperExpired);
  EXPECT_EQ(HeadlineOf(TestReport(seal)), Message::kOutcomePaperExpired);
  seal.reasons.back().reason = Reason::kRightsAttestationNotYet;
  seal.axes.rights = RightsAxis::kNotYet;
  seal.rights_dates = {{}, Day(2026, 12, 1)};
  EXPECT_EQ(
      Sentence(seal),
      "Sceau de la CPAM de Paris intact ; document valable à partir du 01/12/2026 seulement, et "
      "qui n'atteste aucun droit.");
  EXPECT_EQ(HeadlineOf(seal), Message::kOutcomePaperNotYet);
  seal.outcome = Outcome::kRefused;
  EXPECT_EQ(HeadlineOf(seal), Message::kOutcomeRefused);
}

// Its rights may well have been open on that day.
TEST(WordsTest, AnAttestationThatIsNotInDateSaysSoAndNoMore) {
  SealReport seal = TestSeal();
  seal.outcome = Outcome::kRightsNotOpen;
  seal.axes.rights = RightsAxis::kExpired;
  EXPECT_EQ(HeadlineOf(seal), Message::kOutcomePaperExpired);
  seal.axes.rights = RightsAxis::kNotYet;
  seal.reasons.push_back({Reason::kRightsAttestationNotYet, ""});
  EXPECT_EQ(HeadlineOf(seal), Message::kOutcomePaperNotYet);
  seal.reasons.back().reason = Reason::kRightsNotYet;
  EXPECT_EQ(HeadlineOf(seal), Message::kOutcomeRightsNotOpen);
}

TEST(WordsTest, RightsThatAreNotOpenNameTheReport) {
  SealReport attestation = TestSeal();
  attestation.outcome = Outcome::kRightsNotOpen;
  attestation.axes.rights = RightsAxis::kClosed;
  SealReport paper = attestation;
  paper.claims->rights.reset();
  paper.axes.rights = RightsAxis::kExpired;
  Report report = TestReport(paper);
  report.seals.push_back(attestation);
  EXPECT_EQ(HeadlineOf(report), Message::kOutcomeRightsNotOpen);
  report.seals[1].axes.rights = RightsAxis::kNotYet;
  EXPECT_EQ(HeadlineOf(report), Message::kOutcomeRightsNotOpen);
  report.seals[1].set_aside = true;
  EXPECT_EQ(HeadlineOf(report), Message::kOutcomePaperExpired);
  report.outcome = Outcome::kNotConfirmed;
  EXPECT_EQ(HeadlineOf(report), Message::kOutcomeNotConfirmed);
}

TEST(WordsTest, EachOutcomeHasItsWordAndItsMark) {
  std::set<std::string_view> words;
  std::set<std::string_view> marks;
  for (const Outcome outcome : {Outcome::kInOrder, Outcome::kRightsNotOpen, Outcome::kRefused,
                                Outcome::kNotConfirmed, Outcome::kNoSeal}) {
    words.insert(Pattern(NameOf(outcome), Language::kFrench));
    words.insert(Pattern(NameOf(outcome), Language::kEnglish));
    marks.insert(MarkOf(outcome));
  }
  EXPECT_EQ(words.size(), 10U);
  EXPECT_EQ(marks.size(), 5U);
}

// What nobody compared is not called in order, by a word and a mark of its own.
TEST(WordsTest, APageToCompareByEyeIsTheHeadline) {
  SealReport seal = TestSeal();
  Report report = TestReport(seal);
  EXPECT_EQ(HeadlineOf(report), Message::kOutcomeInOrder);
  seal.compare_by_eye = report.compare_by_eye = true;
  EXPECT_EQ(HeadlineOf(seal), Message::kOutcomeCompareThePage);
  EXPECT_EQ(HeadlineOf(report), Message::kOutcomeCompareThePage);
  EXPECT_EQ(MarkOf(seal), "◐");
  EXPECT_EQ(MarkOf(report), "◐");
}

TEST(WordsTest, AnotherCodeIsNamedByWhatItIs) {
  EXPECT_EQ(OtherName("ins", Language::kFrench), "code d'identité INS, sans signature");
  EXPECT_EQ(OtherName("ins", Language::kEnglish), "INS identity code, not signed");
  EXPECT_EQ(OtherName("smart-health-card", Language::kFrench), "smart-health-card");
}

TEST(WordsTest, DatesKeepWhatTheyCarry) {
  EXPECT_EQ(ShowBirthDate("19840512", Language::kFrench), "12/05/1984");
  EXPECT_EQ(ShowBirthDate("19620000", Language::kFrench), "00/00/1962");
  EXPECT_EQ(ShowBirthDate("19624231", Language::kFrench), "31/42/1962");
  EXPECT_EQ(ShowBirthDate("19624231", Language::kEnglish), "1962-42-31");
  EXPECT_EQ(ShowDate(Day(2026, 1, 2), Language::kFrench), "02/01/2026");
  EXPECT_EQ(ShowDate(Day(2026, 1, 2), Language::kEnglish), "2026-01-02");
}

TEST(WordsTest, NumbersAreGroupedOrMasked) {
  EXPECT_EQ(ShowNir("284052A32102552", true), "2 84 05 2A 321 025 52");
  EXPECT_EQ(ShowNir("284052A32102552", false), "2 84 05 •• ••• ••• ••");
}

}  // namespace
}  // namespace sceau::wording
