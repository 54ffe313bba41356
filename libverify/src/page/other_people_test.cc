// SPDX-License-Identifier: Apache-2.0
#include "page/other_people.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "page/page_testing.h"

namespace sceau::page {
namespace {

// Of each place of the page, from the top: '+' where it speaks of somebody else, '-' where not.
std::string OthersOn(const std::string& text) {
  const PrintedPage page(PageOf(text));
  std::string others;
  for (const PrintedPlace& place : page.places()) others += place.of_another ? '+' : '-';
  return others;
}

struct OtherCase {
  const char* text;
  const char* others;
};

constexpr OtherCase kUnderARole[] = {
    {"Médecin traitant\nNom : AUBERT\nPrénom : Philippe\nNé le 02/02/1970", "+++"},
    {"Responsable légal\nNom : KERVADEC", "+"},
    {"Votre conseiller :\nNom : FOURNIER", "+"},
    {"Dossier transmis par le mandataire.\nNom : VINCENDEAU", "+"},
    {"Tuteur\nUDAF de la Savoie\nNom : VINCENDEAU", "+"},
    {"Tuteur\nUDAF de la Savoie\n12 rue du Parc\nNom : DURAND", "-"},
    {"Second parent\nNom | KONATÉ", "+"},
    {"Gestionnaire\nNom de naissance | FOURNIER\nNIR | 2 55 08 14 168 025 38", "++"},
    {"| Médecin traitant\nNom : AUBERT", "+"},  // in the middle of the page
    {"Tuteur légal désigné\n|1 Nom : KERVADEC", "+"},
    {"Tuteur\n|1 rue du Parc\n|1 Chambéry\nNom : DURAND |1 Prénom : Luc", "+-"},
    {"Tuteur\nNom du père : DURAND\nNom de la mère : PETIT\nNom : KERVADEC", "+"},
    // Eight lines down.
    {"Tuteur\nNom : A\nNom : B\nNom : C\nNom : D\nNom : E\nNom : F\nNom : G\nNom : H\nNom : I",
     "++++++++-"},
};
constexpr OtherCase kBesideARole[] = {
    {"Tuteur : Gérard VINCENDEAU, né le 02/02/1970", "+"},
    {"Médecin traitant | Nom : DURAND | Prénom : Karim", "++"},
    {"Nom : DUPONT | Tuteur : Gérard, né le 02/02/1970", "-+"},
    {"Nom : DUPONT, tuteur : Gérard, né le 02/02/1970", "-+"},
    {"Nom : Dr AUBERT\nPrénom : Philippe", "++"},
    {"Nom | Dr AUBERT\nPrénom | Philippe", "++"},
    {"Nom : DURAND | Médecin traitant : Dr AUBERT", "-"},
    {"Nom : DURAND | Tuteur Gérard, né le 02/02/1970", "-+"},
};
constexpr OtherCase kOfTheHolder[] = {
    {"Nom : DURAND\nPrénom : Karim\nNé le 02/02/1970", "---"},
    {"Nom : PARENT\nPrénom : Karim", "--"},  // a name
    {"Nom | PARENT\nPrénom | Karim", "--"},
    {"Nom : LE PARENT\nPrénom : Karim", "--"},
    {"Nom : PARENT PETIT\nPrénom : Karim", "--"},
    {"Assuré |2 Tuteur\nNom : DURAND", "-"},  // the role heads something else
    {"Médecin traitant\nBénéficiaire\nNom : DURAND", "-"},
    {"Votre conseiller\nAttestation de droits\nNom : DURAND", "-"},
    {"Nom du père : DURAND\nPrénoms : Karim", "-"},
    {"Nom de naissance | DURAND\nMédecin traitant\nNom : AUBERT", "-+"},
    {"Contact\n\n\n\n\n\nNom : DURAND", "-"},  // far below
    {"Assuré |1 Correspondant\nNom : DURAND |1 Nom : KERVADEC\nPrénom : Luc |1 Prénom : Solène",
     "-+-+"},
    {"|1 Correspondant\nNom : DURAND |1 Nom : KERVADEC", "-+"},
    {"|1 Nom : Dr AUBERT\nNom : DURAND |1 Nom : KERVADEC", "+-+"},
};

TEST(OtherPeopleTest, LabelsUnderARole) {
  for (const OtherCase& c : kUnderARole) EXPECT_EQ(OthersOn(c.text), c.others) << c.text;
}
TEST(OtherPeopleTest, LabelsBesideARole) {
  for (const OtherCase& c : kBesideARole) EXPECT_EQ(OthersOn(c.text), c.others) << c.text;
}
TEST(OtherPeopleTest, LabelsOfTheHolder) {
  for (const OtherCase& c : kOfTheHolder) EXPECT_EQ(OthersOn(c.text), c.others) << c.text;
}

TEST(OtherPeopleTest, OfALineThatNoPaperHasNothingIsKnown) {
  std::string words;
  for (int i = 0; i < 98; ++i) words += "a ";
  EXPECT_EQ(OthersOn("Nom : DURAND " + words), "-");
  EXPECT_EQ(OthersOn("Nom : DURAND a " + words), "+");
  words += "a a ";
  EXPECT_EQ(OthersOn(words + "\nNom : DURAND"), "-");
  EXPECT_EQ(OthersOn(words + "a\nNom : DURAND"), "+");
}

TEST(OtherPeopleTest, HowFarARoleReaches) {
  const auto below = [](double distance) {
    const std::vector<PrintedLine> lines = {{PrintedWordAt(0, 60, 0, "Tuteur")},
                                            {PrintedWordAt(0, 30, distance, "Nom")}};
    return SpeaksOfAnother(lines, 1, 0);
  };
  EXPECT_TRUE(below(50));
  EXPECT_FALSE(below(51));
  // "Tuteur légal" in one column, or in two of which the label stands under the second one.
  const auto in_one_column = [](double gap) {
    const std::vector<PrintedLine> lines = {
        {PrintedWordAt(0, 60, 0, "Tuteur"), PrintedWordAt(60 + gap, 120, 0, "légal")},
        {PrintedWordAt(80, 110, 20, "Nom")}};
    return SpeaksOfAnother(lines, 1, 0);
  };
  EXPECT_TRUE(in_one_column(20));
  EXPECT_FALSE(in_one_column(21));
  const auto over = [](double left) {
    const std::vector<PrintedLine> lines = {
        {PrintedWordAt(0, 60, 0, "Assuré"), PrintedWordAt(left, 160, 0, "Tuteur")},
        {PrintedWordAt(100, 130, 20, "Nom")}};
    return SpeaksOfAnother(lines, 1, 0);
  };
  EXPECT_TRUE(over(110));
  EXPECT_FALSE(over(111)) << "further right than its label";
}

TEST(OtherPeopleTest, RolesAndTitles) {
  EXPECT_TRUE(IsRoleOfAnother("TUTRICE"));
  EXPECT_FALSE(IsRoleOfAnother("BENEFICIAIRE"));
  EXPECT_TRUE(IsTitleOfAnother("DR"));
  EXPECT_FALSE(IsTitleOfAnother("MME"));
}

}  // namespace
}  // namespace sceau::page
