// SPDX-License-Identifier: Apache-2.0
#include "page/labels.h"

#include <gtest/gtest.h>

#include <string>

#include "page/page_testing.h"

namespace sceau::page {
namespace {

PrintedLine LineOf(const std::string& text) { return PrintedPage(PageOf(text)).lines().front(); }

struct LabelCase {
  const char* text;
  PlaceKind kind;
  bool specific;
  std::size_t words;
};

constexpr LabelCase kLabelled[] = {
    {"Nom de naissance", PlaceKind::kName, true, 3},
    {"Nom de famille", PlaceKind::kName, true, 3},
    {"Nom de jeune fille", PlaceKind::kName, true, 4},
    {"Nom patronymique", PlaceKind::kName, true, 2},
    {"Nom : DURAND", PlaceKind::kName, false, 1},
    {"Nom : de La Tour", PlaceKind::kName, false, 1},
    {"Nom", PlaceKind::kName, false, 1},
    {"Nom d’usage", PlaceKind::kNameInUse, true, 2},
    {"Nom d’ usage", PlaceKind::kNameInUse, true, 3},
    {"Nom usuel", PlaceKind::kNameInUse, true, 2},
    {"Nom marital", PlaceKind::kNameInUse, true, 2},
    {"Nom d’épouse", PlaceKind::kNameInUse, true, 2},
    {"Nom d’époux", PlaceKind::kNameInUse, true, 2},
    {"Nom et prénoms", PlaceKind::kFullName, true, 3},
    {"Nom et prénom", PlaceKind::kFullName, true, 3},
    {"Nom, prénoms", PlaceKind::kFullName, true, 2},
    {"Nom, prénom", PlaceKind::kFullName, true, 2},
    {"Prénoms et nom", PlaceKind::kFullName, true, 3},
    {"Prénom et nom", PlaceKind::kFullName, true, 3},
    {"Prénom, nom", PlaceKind::kFullName, true, 2},
    {"Prénom (s)", PlaceKind::kGivenNames, true, 2},
    {"Prénom(s)", PlaceKind::kGivenNames, true, 1},
    {"Prénom", PlaceKind::kGivenNames, true, 1},
    {"Né le", PlaceKind::kBirthDate, true, 2},
    {"Née le", PlaceKind::kBirthDate, true, 2},
    {"Né (e) le", PlaceKind::kBirthDate, true, 3},
    {"Date de naissance", PlaceKind::kBirthDate, true, 3},
    {"Numéro de sécurité sociale", PlaceKind::kNumber, true, 4},
    {"N° de sécurité sociale", PlaceKind::kNumber, true, 4},
    {"Numéro d’immatriculation", PlaceKind::kNumber, true, 2},
    {"N° d’immatriculation", PlaceKind::kNumber, true, 2},
    {"Immatriculation", PlaceKind::kNumber, true, 1},
    {"Numéro", PlaceKind::kNumber, false, 1},
    {"NIR", PlaceKind::kNumber, true, 1},
    {"Rang de naissance", PlaceKind::kBirthRank, true, 3},
    {"Qualité", PlaceKind::kRole, true, 1},
    {"Organisme de rattachement", PlaceKind::kFundCode, true, 3},
    {"Organisme", PlaceKind::kFundCode, false, 1},
};

TEST(FindLabelTest, TheLongestThatStandsThere) {
  for (const LabelCase& c : kLabelled) {
    const LabelAt found = FindLabel(LineOf(c.text), 0);
    ASSERT_NE(found.label, nullptr) << c.text;
    EXPECT_EQ(found.label->kind, c.kind) << c.text;
    EXPECT_EQ(found.label->specific, c.specific) << c.text;
    EXPECT_EQ(found.words, c.words) << c.text;
  }
}

TEST(FindLabelTest, WhatIsSaidOfSomebodyElseOrOfTwoColumnsIsNone) {
  for (const char* text :
       {"Nom du médecin", "Nom de l’employeur", "Nom ou raison sociale", "Nom | de naissance",
        "Prénommée", "Caisse", "Né à Lyon", "Prénoms du père : Paul",
        "Prénoms de la belle-mère : Anne", "Date de naissance du fils : 01/02/2010",
        "NIR de l’enfant : 1", "Prénoms du tuteur : Paul", "Nom de naissance de la mère : BERNARD",
        "Nom de naissance de l’assuré : BERNARD", "Prénom usuel : Lili", "Prénoms d’usage : Lili",
        "Date de naissance des enfants", "Date de naissance du conjoint",
        "Numéro de sécurité sociale du parent"})
    EXPECT_EQ(FindLabel(LineOf(text), 0).label, nullptr) << text;
  EXPECT_EQ(FindLabel(LineOf("Date | de naissance"), 0).label, nullptr);
  EXPECT_EQ(FindLabel(LineOf("Nom | Prénoms"), 0).label->kind, PlaceKind::kName);
  for (const char* text : {"Prénoms : Conjoint", "Nom de naissance DE LA TOUR", "Prénoms Père",
                           "Prénoms Léa Mère", "Nom de naissance DURAND PARENT",
                           "Nom de naissance DE LA TOUR PARENT", "Nom de naissance du titulaire"})
    EXPECT_NE(FindLabel(LineOf(text), 0).label, nullptr) << text;
}

TEST(FindLabelTest, ItsWordsStandNoMoreThanAGapApart) {
  PrintedLine line = LineOf("Nom usuel");
  line[0].height = 10;
  line[1].left = line[0].right + 8;
  EXPECT_EQ(FindLabel(line, 0).words, 2U);
  line[1].left = line[0].right + 9;
  EXPECT_EQ(FindLabel(line, 0).words, 1U);
}

TEST(FindLabelTest, InTheMiddleOfALine) {
  const PrintedLine line = LineOf("DUPONT né le 12/05/1984");
  EXPECT_EQ(FindLabel(line, 0).label, nullptr);
  ASSERT_NE(FindLabel(line, 1).label, nullptr);
  EXPECT_EQ(FindLabel(line, 1).label->kind, PlaceKind::kBirthDate);
}

TEST(LabelsTest, OtherHeadingsAndCivilities) {
  for (const char* heading :
       {"ADRESSE", "COMMUNE", "DATE", "LIEU", "NAISSANCE", "QUALITE", "RANG", "SEXE"})
    EXPECT_TRUE(IsOtherLabel(heading)) << heading;
  EXPECT_FALSE(IsOtherLabel("DURAND"));
  for (const char* civility : {"M", "MR", "MME", "MLLE", "MONSIEUR", "MADAME"})
    EXPECT_TRUE(IsCivility(civility)) << civility;
  EXPECT_FALSE(IsCivility("MARTIN"));
}

TEST(LabelsTest, ALineNamesARightAndATitleDoesNot) {
  for (const char* line : {"Assurance maladie (base)", "Droits du 01/01/2026", "C2S", "ALD",
                           "Aide médicale de l’État", "Complémentaire santé solidaire"})
    EXPECT_TRUE(NamesARight(LineOf(line))) << line;
  for (const char* line : {"Attestation de droits à l’assurance maladie", "Caisse d’essai"})
    EXPECT_FALSE(NamesARight(LineOf(line))) << line;
}

}  // namespace
}  // namespace sceau::page
