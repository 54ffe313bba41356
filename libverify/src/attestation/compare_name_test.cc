// SPDX-License-Identifier: Apache-2.0
#include "attestation/compare_name.h"

#include <gtest/gtest.h>

#include "attestation/compare_holder.h"

namespace sceau::attestation {
namespace {

// People who do not exist.
Subject Person(std::string family, std::string given,
               std::optional<std::string> in_use = std::nullopt) {
  return {.birth_name = std::move(family),
          .name_in_use = std::move(in_use),
          .given_names = std::move(given),
          .is_name_complete = true};
}

enum Outcome {
  kSame,
  kTransliterated,
  kInUse,
  kInUseTransliterated,
  kIncomplete,
  kClose,       // a slip, or half of a double name
  kCloseGiven,  // an initial, or part of a compound name
  kCloseInUse,
  kOther
};

struct NameRow {
  std::string_view asked;
  Subject sealed;
  Outcome outcome;
};

struct Expected {
  Likeness likeness;
  std::vector<Reason> reasons;
};

Expected ExpectedOf(Outcome outcome) {
  switch (outcome) {
    case kSame:
      return {Likeness::kSame, {}};
    case kTransliterated:
      return {Likeness::kSame, {Reason::kHolderNameTransliterated}};
    case kInUse:
      return {Likeness::kSame, {Reason::kHolderNameInUse}};
    case kInUseTransliterated:
      return {Likeness::kSame, {Reason::kHolderNameInUse, Reason::kHolderNameTransliterated}};
    case kIncomplete:
      return {Likeness::kSame, {Reason::kHolderGivenNamesIncomplete}};
    case kClose:
      return {Likeness::kClose, {Reason::kHolderNameClose}};
    case kCloseGiven:
      return {Likeness::kClose, {Reason::kHolderGivenNamesIncomplete}};
    case kCloseInUse:
      return {Likeness::kClose, {Reason::kHolderNameInUse, Reason::kHolderNameClose}};
    case kOther:
      break;
  }
  return {Likeness::kDiffers, {Reason::kHolderNameDiffers}};
}

class CompareNameTest : public testing::TestWithParam<NameRow> {};

TEST_P(CompareNameTest, SaysHowTheNamesCompare) {
  const NameRow& row = GetParam();
  ASSERT_TRUE(CheckExpectedHolder({std::string(row.asked), {}, {}}).ok());
  const NameComparison comparison = CompareName(row.asked, row.sealed);
  const Expected expected = ExpectedOf(row.outcome);
  std::vector<Reason> reasons;
  for (const Finding& finding : comparison.findings) reasons.push_back(finding.reason);
  EXPECT_EQ(comparison.likeness, expected.likeness) << row.asked;
  EXPECT_EQ(reasons, expected.reasons) << row.asked;
}

const Subject kZoe = Person("LEFÈVRE", "Zoé Anne-Marie");
const Subject kInitial = Person("LEFÈVRE", "Z");
const Subject kTour = Person("DE LA TOUR D’AUVERGNE", "Jean Luc");
const Subject kMarried = Person("LEFÈVRE", "Zoé", "MOREAU");
const Subject kPauline = Person("MARTIN", "Pauline");
const Subject kNoel = Person("MARTIN", "Noël Œnone");

INSTANTIATE_TEST_SUITE_P(
    Names, CompareNameTest,
    testing::Values(
        NameRow{"LEFÈVRE Zoé Anne-Marie", kZoe, kSame},
        NameRow{"Zoé Anne-Marie LEFÈVRE", kZoe, kSame},
        NameRow{"lefèvre zoé anne-marie", kZoe, kSame}, NameRow{"LEFÈVRE, Zoé", kZoe, kSame},
        NameRow{"LEFÈVRE", kZoe, kSame}, NameRow{"  LEFÈVRE   Zoé ", kZoe, kSame},
        NameRow{"LEFEVRE Zoe", kZoe, kTransliterated},
        NameRow{"LEFÈVRE Zoé Anne Marie", kZoe, kTransliterated},
        NameRow{"LEFÈVRE Anne-Marie Zoé", kZoe, kTransliterated},
        NameRow{"LEFE\xCC\x80VRE Zoé", kZoe, kTransliterated},
        NameRow{"Anne Marie Zoé LEFEVRE", kZoe, kTransliterated}, NameRow{"Zoé", kZoe, kClose},
        NameRow{"Zoé Anne-Marie", kZoe, kClose}, NameRow{"LEFÈVRE Zoë", kZoe, kTransliterated},
        NameRow{"LEFÈVRE Zoéline", kZoe, kOther}, NameRow{"LEFÈVRE Zo", kZoe, kOther},
        NameRow{"LEFÈVRE LEFÈVRE", kZoe, kOther}, NameRow{"DURAND Zoé", kZoe, kOther},
        NameRow{"DE LA TOUR D’AUVERGNE Jean", kTour, kSame},
        NameRow{"DE LA TOUR D’AUVERGNE", kTour, kSame},
        NameRow{"DE LA TOUR D'AUVERGNE Jean", kTour, kTransliterated},
        NameRow{"Jean-Luc de la Tour d Auvergne", kTour, kTransliterated},
        NameRow{"LA TOUR Jean", kTour, kOther}, NameRow{"TOUR Jean", kTour, kOther},
        NameRow{"Luc Jean DE LA TOUR D’AUVERGNE", kTour, kTransliterated},
        NameRow{"LEFÈVRE Zoé", kMarried, kSame}, NameRow{"MOREAU Zoé", kMarried, kInUse},
        NameRow{"Zoé MOREAU", kMarried, kInUse},
        NameRow{"MOREAU Zoe", kMarried, kInUseTransliterated},
        NameRow{"LEFÈVRE-MOREAU Zoé", kMarried, kInUseTransliterated},
        NameRow{"MOREAU LEFÈVRE Zoé", kMarried, kInUse}, NameRow{"MARTIN Paul", kPauline, kOther},
        NameRow{"MARTIN Pauline", kPauline, kSame}, NameRow{"PAULINE MARTIN", kPauline, kSame},
        NameRow{"MARTIN NOEL OENONE", kNoel, kTransliterated},
        NameRow{"MARTIN NOËL ŒNONE", kNoel, kSame}, NameRow{"MARTIN Noël", kNoel, kSame}));

const Subject kOneil = Person("O'NEIL", "Sean");
const Subject kOneilJoined = Person("ONEIL", "Sean");
const Subject kLeGall = Person("LE GALL", "Yann");
const Subject kMuller = Person("MÜLLER", "Jörg");
const Subject kMueller = Person("MUELLER", "Joerg");
const Subject kGaulle = Person("de GAULLE", "Anne");
const Subject kSaint = Person("SAINT-ÉTIENNE", "Rose");
const Subject kLong = Person("DE LA ROCHEFOUCAULD DE MONTBEL", "Aymeric");
const Subject kCut = Person("DE LA ROCHEFOUCAULD DE MO", "Aymeric");

INSTANTIATE_TEST_SUITE_P(
    Spellings, CompareNameTest,
    testing::Values(NameRow{"ONEIL Sean", kOneil, kTransliterated},
                    NameRow{"O NEIL Sean", kOneil, kTransliterated},
                    NameRow{"O’NEIL Sean", kOneil, kTransliterated},
                    NameRow{"O`NEIL Sean", kOneil, kTransliterated},
                    NameRow{"O\u02BCNEIL Sean", kOneil, kTransliterated},
                    NameRow{"O\uFF07NEIL Sean", kOneil, kTransliterated},
                    NameRow{"O'NEIL Sean", kOneilJoined, kTransliterated},
                    NameRow{"LEGALL Yann", kLeGall, kTransliterated},
                    NameRow{"LE-GALL Yann", kLeGall, kTransliterated},
                    NameRow{"Yann LeGall", kLeGall, kTransliterated},
                    NameRow{"LE GALL", kLeGall, kSame}, NameRow{"GALL Yann", kLeGall, kClose},
                    NameRow{"GALL (LE) Yann", kLeGall, kTransliterated},
                    NameRow{"MUELLER Joerg", kMuller, kTransliterated},
                    NameRow{"MULLER Jorg", kMuller, kTransliterated},
                    NameRow{"MUXXLLER<<JOERG<<<<<<<", kMuller, kTransliterated},
                    NameRow{"MU\u0308LLER Jo\u0308rg", kMuller, kTransliterated},
                    NameRow{"MÜLLER Jörg", kMueller, kTransliterated},
                    NameRow{"MULLER Joerg", kMueller, kClose},
                    NameRow{"SAMUL Ana", Person("SAMUEL", "Ana"), kClose},
                    NameRow{"NUNEZ Ana", Person("NUÑEZ", "Ana"), kTransliterated},
                    NameRow{"NUNXXEZ Ana", Person("NUÑEZ", "Ana"), kTransliterated},
                    NameRow{"STRASSE Oeyvind", Person("STRAẞE", "Øyvind"), kTransliterated},
                    NameRow{"AAS Thor", Person("ÅS", "Þor"), kTransliterated},
                    NameRow{"LUKASIK Dorde", Person("ŁUKASIK", "Đorđe"), kTransliterated},
                    NameRow{"ÆGIR COEUR", Person("CŒUR", "Aegir"), kTransliterated},
                    NameRow{"LEBUF Luc", Person("LEBŒUF", "Luc"), kClose},
                    NameRow{"ОЛЬГА ПЕТРОВА", Person("Петрова", "Ольга"), kTransliterated},
                    NameRow{"GAULLE Anne", kGaulle, kTransliterated},
                    NameRow{"DEGAULLE Anne", kGaulle, kTransliterated},
                    NameRow{"GAULLE (DE) Anne", kGaulle, kTransliterated},
                    NameRow{"GAULLE Anne de", kGaulle, kTransliterated},
                    NameRow{"D'ALMEIDA Inès", Person("ALMEIDA", "Inès"), kTransliterated},
                    NameRow{"MARTIN DU PONT Luc", Person("MARTIN DUPONT", "Luc"), kTransliterated},
                    NameRow{"ST ETIENNE Rose", kSaint, kTransliterated},
                    NameRow{"St. Etienne, Rose", kSaint, kTransliterated},
                    NameRow{"SAINTETIENNE Rose", kSaint, kTransliterated},
                    NameRow{"DE LA ROCHEFOUCAULD DE MO Aymeric", kLong, kTransliterated},
                    NameRow{"DE LA ROCHEFOUCAULD DE MONT Aymeric", kLong, kTransliterated},
                    NameRow{"DE LA ROCHEFOUCAULD DE MONTBEL Aymeric", kCut, kTransliterated},
                    NameRow{"DE LA ROCHEFOUCAULD DE MONTBEL Aym", kLong, kClose},
                    NameRow{"DE LA ROCHE Aymeric", kLong, kOther},
                    NameRow{"M. MARTIN Pauline", kPauline, kTransliterated},
                    NameRow{"Madame Pauline MARTIN", kPauline, kTransliterated},
                    NameRow{"Mme le Dr MARTIN", kPauline, kOther},
                    NameRow{"MARTIN Pauline Jr", kPauline, kTransliterated},
                    NameRow{"MARTIN<<PAULINE<<<<<<<<<<", kPauline, kTransliterated},
                    NameRow{"M\u00ADARTIN\u00A0Pau\u200Bline", kPauline, kTransliterated},
                    NameRow{"ＭＡＲＴＩＮ Pauline", kPauline, kOther},
                    NameRow{"M\u0410RTIN Pauline", kPauline, kOther}));

const Subject kDouble = Person("MARTIN-DURAND", "Jeanne");
const Subject kTwoNames = Person("MARTIN PAUL", "Jean");
const Subject kJean = Person("MARTIN", "Jean Pierre Louis");
const Subject kPortuguese = Person("DA SILVA DOS SANTOS", "Maria José");
const Subject kUnmarried = Person("LEFÈVRE", "Zoé");

INSTANTIATE_TEST_SUITE_P(
    FamiliesAndGivenNames, CompareNameTest,
    testing::Values(
        NameRow{"MARTIN DURAND Jeanne", kDouble, kTransliterated},
        NameRow{"MARTINDURAND Jeanne", kDouble, kTransliterated},
        NameRow{"MARTIN-DURAND", kDouble, kSame}, NameRow{"MARTIN Jeanne", kDouble, kClose},
        NameRow{"Jeanne DURAND", kDouble, kClose}, NameRow{"DURAND-MARTIN Jeanne", kDouble, kClose},
        NameRow{"MARTIN-DURAND Zoé", Person("MARTIN", "Zoé"), kClose},
        NameRow{"MARTIN-DURAND Luc", Person("MARTIN", "Zoé"), kOther},
        NameRow{"DA SILVA Maria José", kPortuguese, kClose},
        NameRow{"SILVA SANTOS Maria", kPortuguese, kClose},
        NameRow{"SANTOS Maria", kPortuguese, kClose}, NameRow{"SANTOS", kPortuguese, kClose},
        NameRow{"DASILVADOSSANTOS Maria", kPortuguese, kTransliterated},
        NameRow{"SILVA SOUSA Maria", kPortuguese, kOther},
        // A family name is not a given name, and the other way round.
        NameRow{"MARTIN PAUL", kTwoNames, kClose}, NameRow{"PAUL MARTIN", kTwoNames, kOther},
        NameRow{"MARTIN PAUL Jean", kTwoNames, kSame},
        NameRow{"Jean MARTIN PAUL", kTwoNames, kSame}, NameRow{"MARTIN Jean", kTwoNames, kClose},
        NameRow{"JEAN PAUL", kTwoNames, kClose}, NameRow{"Pierre Louis", kJean, kClose},
        NameRow{"Jean Pierre", kJean, kClose},
        // Lists of given names.
        NameRow{"MARTIN Jean", kJean, kSame}, NameRow{"MARTIN Jean Pierre", kJean, kSame},
        NameRow{"MARTIN Pierre", kJean, kIncomplete}, NameRow{"MARTIN Louis", kJean, kIncomplete},
        NameRow{"Louis Jean MARTIN", kJean, kIncomplete},
        NameRow{"MARTIN Jean-Pierre", kJean, kTransliterated},
        NameRow{"MARTIN JEANPIERRE", kJean, kTransliterated},
        NameRow{"MARTIN Jean Pierre Louis Marie", kJean, kIncomplete},
        NameRow{"MARTIN Jean Marie", kJean, kOther}, NameRow{"MARTIN Luc", kJean, kOther},
        NameRow{"MARTIN J.", kJean, kCloseGiven}, NameRow{"MARTIN X.", kJean, kOther},
        NameRow{"LEFÈVRE Marie", kZoe, kCloseGiven}, NameRow{"LEFÈVRE Anne", kZoe, kCloseGiven},
        NameRow{"LEFÈVRE Zoé", kInitial, kCloseGiven}, NameRow{"LEFÈVRE Anne", kInitial, kOther},
        NameRow{"LEFÈVRE Z", kInitial, kSame},
        NameRow{"LEFÈVRE Zoé Anne-Marie Louise", kZoe, kIncomplete},
        NameRow{"LEFÈVRE AnneMarie", kZoe, kIncomplete},
        NameRow{"DE LA TOUR D’AUVERGNE Luc", kTour, kIncomplete},
        // Married names.
        NameRow{"LEFÈVRE épouse MOREAU Zoé", kMarried, kInUseTransliterated},
        NameRow{"Zoé LEFÈVRE ép. MOREAU", kMarried, kInUseTransliterated},
        NameRow{"Mme MOREAU née LEFÈVRE Zoé", kMarried, kInUseTransliterated},
        NameRow{"MOREAU Zoé (née LEFÈVRE)", kMarried, kInUseTransliterated},
        NameRow{"LEFÈVRE Zoé veuve MOREAU", kMarried, kInUseTransliterated},
        NameRow{"LEFÈVRE épouse PETIT Zoé", kMarried, kCloseInUse},
        NameRow{"PETIT épouse MOREAU Zoé", kMarried, kOther},
        NameRow{"LEFÈVRE née MOREAU Zoé", kMarried, kOther},
        NameRow{"LEFÈVRE épouse PETIT Zoé", kUnmarried, kInUseTransliterated},
        NameRow{"PETIT née LEFÈVRE Zoé", kUnmarried, kInUseTransliterated},
        NameRow{"LEFÈVRE née PETIT Zoé", kUnmarried, kOther},
        // One letter.
        NameRow{"LEFÈVRES Zoé", kZoe, kClose}, NameRow{"LEFÈVR Zoé", kZoe, kClose},
        NameRow{"LEFÈRVE Zoé", kZoe, kClose}, NameRow{"LEFEBRE Zoé", kZoe, kClose},
        NameRow{"LEFVERES Zoé", kZoe, kOther}, NameRow{"LEFÈVRES Zoe Anne Mari", kZoe, kOther},
        NameRow{"MOREAUX Zoé", kMarried, kCloseInUse}, NameRow{"MARTINE Pauline", kPauline, kClose},
        NameRow{"MARTIN Paulina", kPauline, kClose}, NameRow{"MARTIN Pauilne", kPauline, kClose},
        NameRow{"MARTINE Paulina", kPauline, kOther},
        NameRow{"MARTIN Jeanne", Person("MARTIN", "Jean"), kOther},
        NameRow{"MARTIN Léa", Person("MARTIN", "Léo"), kOther},
        NameRow{"LEFÈVRE Zoee", kZoe, kClose},
        NameRow{"MARTIN Jan", Person("MARTIN", "Jean"), kClose},
        NameRow{"ROY Zoé", Person("ROI", "Zoé"), kOther}, NameRow{"LEF?VRE Zoé", kZoe, kClose}));

// A name made to be tried in as many ways as there are.
TEST(CompareNameTest, ManyWordsAndSpellingsEnd) {
  std::string name;
  for (int i = 0; i < 39; ++i) name += "ÜÖÄ ";
  const Subject sealed = Person(std::string(name, 0, 98), std::string(name, 0, 98));
  EXPECT_EQ(CompareName("X" + name, sealed).likeness, Likeness::kClose);
  EXPECT_EQ(CompareName(name, Person("X", "Y")).likeness, Likeness::kDiffers);
}

TEST(FoldNameTest, MarksAreLostAndSeparatorsBecomeSpaces) {
  EXPECT_EQ(FoldName("Jean-Pierre"), "JEAN PIERRE");
  EXPECT_EQ(FoldName("d’Été L'Œuvre"), "D ETE L OEUVRE");
  EXPECT_EQ(FoldName("ŞTEFĂNESCU"), "STEFANESCU");
  EXPECT_EQ(FoldName("Nguyễn"), "NGUYEN");
  EXPECT_EQ(FoldName("Straße"), "STRASSE");
  EXPECT_EQ(FoldName("e\xCC\x81"), "E");
  EXPECT_EQ(FoldName(" . "), "");
  EXPECT_EQ(FoldName("Ольга"), "ОЛЬГА");
  EXPECT_EQ(FoldName("ﬁn\u00AD\u200B (x)"), "FIN X");
}

}  // namespace
}  // namespace sceau::attestation
