// SPDX-License-Identifier: Apache-2.0
#include "wording/verdict_sentence.h"

#include <gtest/gtest.h>

#include "wording/report_testing.h"
#include "wording/words.h"

namespace sceau::wording {
namespace {

std::string Sentence(const SealReport& seal, Language language = Language::kFrench) {
  return VerdictSentence(seal, Day(2026, 11, 23), language);
}

TEST(VerdictSentenceTest, NamesTheIssuerTheRightsAndTheDay) {
  EXPECT_EQ(Sentence(TestSeal()),
            "Sceau de CPAM de Paris intact ; droits ouverts le 23/11/2026 d'après ce document.");
  EXPECT_EQ(Sentence(TestSeal(), Language::kEnglish),
            "Seal of CPAM de Paris intact; rights open on 2026-11-23 by this document.");
}

TEST(VerdictSentenceTest, FrenchElidesBeforeAVowel) {
  SealReport seal = TestSeal();
  for (const char* name : {"Assurance maladie", "Établissement", "urssaf"}) {
    seal.issuer->name = name;
    EXPECT_TRUE(Sentence(seal).starts_with(std::string("Sceau d'") + name + " intact"));
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
       "Sceau au nom de CPAM de Paris, modifié ou imité."},
      {SealAxis::kIssuerUnknown, Signature::kNotChecked,
       "Sceau d'un émetteur que ce vérificateur ne connaît pas."},
      {SealAxis::kIssuerUnknown, Signature::kVerified,
       "Sceau de CPAM de Paris dont la date de signature n'a pas pu être établie."},
      {SealAxis::kIssuerNotAllowed, Signature::kVerified,
       "Sceau de CPAM de Paris, non admis à sa date de signature."},
      {SealAxis::kTestIssuer, Signature::kVerified, "Sceau d'essai de CPAM de Paris, sans valeur."},
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
  const std::string intact = "Sceau de CPAM de Paris intact ; ";
  const std::string open = "droits ouverts le 23/11/2026 d'après ce document";
  const auto with = [](auto Axes::*axis, auto value) {
    SealReport seal = TestSeal();
    seal.axes.*axis = value;
    return Sentence(seal);
  };
  EXPECT_EQ(with(&Axes::rights, RightsAxis::kExpired), intact + "document périmé le 23/11/2026.");
  EXPECT_EQ(with(&Axes::rights, RightsAxis::kClosed),
            intact + "droits fermés le 23/11/2026 d'après ce document.");
  EXPECT_EQ(with(&Axes::rights, RightsAxis::kNotYet),
            intact + "droits pas encore ouverts le 23/11/2026 d'après ce document.");
  EXPECT_EQ(with(&Axes::rights, RightsAxis::kGap),
            intact + "droits interrompus le 23/11/2026 d'après ce document.");
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

TEST(VerdictSentenceTest, ADependantIsNotCalledTheHolder) {
  SealReport seal = TestSeal();
  seal.axes.holder = HolderAxis::kMatches;
  seal.reasons.push_back({Reason::kHolderDependant, "/dependants/0"});
  EXPECT_EQ(Sentence(seal),
            "Sceau de CPAM de Paris intact ; droits ouverts le 23/11/2026 d'après ce document ; la "
            "personne attendue y figure comme ayant droit.");
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
