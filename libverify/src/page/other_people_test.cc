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
};
constexpr OtherCase kBesideARole[] = {
    {"Tuteur : Gérard VINCENDEAU, né le 02/02/1970", "+"},
    {"Médecin traitant | Nom : DURAND | Prénom : Karim", "++"},
    {"Nom : DUPONT | Tuteur : Gérard, né le 02/02/1970", "-+"},
    {"Nom : DUPONT, tuteur : Gérard, né le 02/02/1970", "-+"},
    {"Nom : Dr AUBERT\nPrénom : Philippe", "++"},
    {"Nom | Dr AUBERT\nPrénom | Philippe", "++"},
    {"Nom : DURAND | Médecin traitant : Dr AUBERT", "-"},
};
constexpr OtherCase kOfTheHolder[] = {
    {"Nom : DURAND\nPrénom : Karim\nNé le 02/02/1970", "---"},
    {"Nom : PARENT\nPrénom : Karim", "--"},  // a name
    {"Nom | PARENT\nPrénom | Karim", "--"},
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

TEST(OtherPeopleTest, RolesAndTitles) {
  EXPECT_TRUE(IsRoleOfAnother("TUTRICE"));
  EXPECT_FALSE(IsRoleOfAnother("BENEFICIAIRE"));
  EXPECT_TRUE(IsTitleOfAnother("DR"));
  EXPECT_FALSE(IsTitleOfAnother("MME"));
}

}  // namespace
}  // namespace sceau::page
