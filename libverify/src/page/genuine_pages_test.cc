// SPDX-License-Identifier: Apache-2.0
// Genuine pages of unknown layouts that speak of other papers and other people too, each beside a
// forged one that is told all the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "attestation/claims_of.h"
#include "page/check_printed.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

const std::string kFamilysPage =
    "Attestation de droits à l’assurance maladie\n"
    "Cette attestation est valable du 23/11/2026 au 22/05/2027 inclus.\n"
    "Nom de naissance | LEFÈVRE\n"
    "Prénoms | Zoé Anne-Marie\n"
    "Né(e) le | 12/05/1984\n"
    "Assurance maladie (base) du 01/01/2026 au 31/12/2026\n"
    "C2S avec participation du 01/03/2026 au 28/02/2027\n"
    "Ayants droit rattachés\n"
    "Nom |1 Prénoms |2 Né(e) le |3 Rang\n"
    "MOREAU |1 Léo |2 03/02/2015 |3 1\n"
    "MOREAU |1 Mia |2 04/07/2018 |3 2\n";

DocumentAxis AxisOf(const std::string& text) {
  return CheckPrinted(attestation::ClaimsOf(SealedFamily()), PageOf(text)).axis;
}

std::string FamilysPage(const std::string& from, const std::string& to) {
  std::string text = kFamilysPage;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

struct PageCase {
  std::string text;
  DocumentAxis axis;
};

TEST(GenuinePagesTest, TheyAgreeWithoutMore) { EXPECT_EQ(AxisOf(kFamilysPage), kAgree); }

TEST(GenuinePagesTest, TheValidityOfAnotherPaper) {
  const std::string own = "Cette attestation est valable du 23/11/2026 au 22/05/2027 inclus.\n";
  const std::string others[] = {
      "Votre attestation de tiers payant mutuelle est valable du 23/11/2026 au 31/12/2026.\n",
      "La présente attestation de mutuelle est valable du 23/11/2026 au 31/12/2026.\n",
      "Votre précédente attestation était valable du 23/05/2026 au 22/05/2027.\n",
      "Attestation d’assurance scolaire valable du 01/09/2026 au 22/05/2027.\n",
      "Attestation de scolarité de Léo valable du 23/11/2026 au 30/06/2027.\n",
      "Carte européenne d’assurance maladie : attestation valable du 23/11/2026 au 03/02/2029.\n",
  };
  for (const std::string& other : others) {
    EXPECT_EQ(AxisOf(kFamilysPage + other), kOpen) << other;
    EXPECT_EQ(AxisOf(FamilysPage(own, other)), kOpen) << other;
  }
  const PageCase cases[] = {
      {"Attestation valable du 23/11/2026 au 23/05/2027 exclu (dernier jour : 22/05/2027).\n",
       kOpen},
      {"Cette attestation est valable du 23/11/2026 au 22/05/2028 inclus.\n", kDiffer},
      {"La présente attestation de droits à l’assurance maladie, établie le 29/11/2026, est "
       "valable du 23/11/2026 au 22/05/2028.\n",
       kDiffer},
      {"Reçue. Cette attestation est valable du 01/10/2026 au 22/05/2027 inclus.\n", kDiffer},
      {"Mutuelle | Cette attestation est valable du 23/11/2026 au 22/05/2028 inclus.\n", kDiffer},
  };
  for (const PageCase& c : cases) EXPECT_EQ(AxisOf(FamilysPage(own, c.text)), c.axis) << c.text;
}

TEST(GenuinePagesTest, PeopleBelowAHeadingOfTheirOwn) {
  const std::string row = "KONATÉ |1 Moussa |2 09/08/1987 |3 1\n";
  const std::string heads = "Nom |1 Prénoms |2 Né(e) le |3 Rang\n";
  const std::string headings[] = {"Second parent\n", "Anciens ayants droit\n", "Mandataire\n",
                                  "Conjoint\n", "Représentant légal\n"};
  for (const std::string& heading : headings) {
    EXPECT_EQ(AxisOf(kFamilysPage + heading + heads + row), kOpen) << heading;
    EXPECT_EQ(AxisOf(kFamilysPage + heading + row), kOpen) << heading;
    EXPECT_EQ(AxisOf(FamilysPage("Ayants droit rattachés\n",
                                 "Ayants droit\nAucun.\n" + heading + heads + row)),
              kOpen)
        << heading;
  }
  EXPECT_EQ(AxisOf(kFamilysPage + row), kDiffer);
  EXPECT_EQ(AxisOf(FamilysPage("MOREAU |1 Mia", heads + "MOREAU |1 Mia")), kAgree)
      << "the heads of the columns again";
  EXPECT_EQ(AxisOf(kFamilysPage + heads + row), kDiffer);
  EXPECT_EQ(AxisOf(FamilysPage("MOREAU |1 Mia", "DURAND |1 Kim") + "Fin\n"), kDiffer)
      << "whether the last line goes on or not";
  EXPECT_EQ(AxisOf(kFamilysPage + "DURAND\n"), kOpen) << "the last name may go on";
}

TEST(GenuinePagesTest, TheFirstGivenNameTellsAPersonInATable) {
  const PageCase cases[] = {
      {"LEFÈVRE |1 Zoé |2 12/05/1984 |3 1\n", kAgree},
      {"MOREAU |1 Zoé |2 12/05/1984 |3 1\n", kAgree},
      {"LEFÈVRE |1 Z.-A. |2 12/05/1984 |3 1\n", kOpen},
      {"LEFÈVRE |1 Karim |2 12/05/1990 |3 1\n", kDiffer},
      {"DURAND |1 Zoé |2 12/05/1990 |3 1\n", kDiffer},
  };
  for (const PageCase& c : cases) EXPECT_EQ(AxisOf(kFamilysPage + c.text), c.axis) << c.text;
  EXPECT_EQ(
      AxisOf(FamilysPage("Ayants droit rattachés\n", "Assuré et ayants droit\n") + cases[0].text),
      kAgree);
}

TEST(GenuinePagesTest, InitialsOfADependant) {
  Attestation sealed = SealedFamily();
  sealed.dependants[1].given_names = "Mia Rose";
  const auto axis = [&](const std::string& given_names) {
    return CheckPrinted(attestation::ClaimsOf(sealed), PageOf(FamilysPage("Mia", given_names)))
        .axis;
  };
  EXPECT_EQ(axis("M.-R."), kOpen);
  EXPECT_EQ(axis("K.-R."), kDiffer);
}

TEST(GenuinePagesTest, TheFirstGivenNameOfTwoChildrenTellsNeither) {
  Attestation sealed = SealedFamily();
  const auto axis = [&](const std::string& text) {
    return CheckPrinted(attestation::ClaimsOf(sealed), PageOf(text)).axis;
  };
  sealed.dependants[0].given_names = "Léo Paul";
  EXPECT_EQ(axis(kFamilysPage), kAgree);
  sealed.dependants[1] = sealed.dependants[0];
  sealed.dependants[1].given_names = "Léo Jean";
  std::string page = FamilysPage("MOREAU |1 Mia |2 04/07/2018", "MOREAU |1 Léo |2 03/02/2015");
  EXPECT_EQ(axis(page), kOpen);
  page.replace(page.find("Léo"), std::string("Léo").size(), "Léo Jean");
  EXPECT_EQ(axis(page), kOpen) << "one of them is told, the other is not";
}

TEST(GenuinePagesTest, LabelsOfSomebodyElse) {
  const std::string holder =
      "Nom de naissance | LEFÈVRE\nPrénoms | Zoé Anne-Marie\n"
      "Né(e) le | 12/05/1984\n";
  const PageCase cases[] = {
      {"Bénéficiaire : Mme Z. L.\nMédecin traitant\nNom : AUBERT\nPrénom : Philippe\n", kOpen},
      {"Bénéficiaire : Mme Z. L.\nGestionnaire\nNom : FOURNIER\nPrénom : Nadège\nNé(e) le : "
       "03/06/1958\n",
       kOpen},
      {"Tuteur : Gérard VINCENDEAU, né le 02/02/1970\n", kOpen},
      {"Nom : Dr AUBERT\nPrénom : Philippe\n", kOpen},
      {"Tuteur\nNom : LEFÈVRE\nPrénoms : Zoé\nNé(e) le : 12/05/1984\n", kOpen},
      {"Nom : DURAND\nPrénom : Karim\n", kDiffer},
      {"Médecin traitant : Dr AUBERT\nBénéficiaire\nNom de naissance | DURAND\n", kDiffer},
      {"Né(e) le | 03/06/1958\nMédecin traitant\nNom : AUBERT\n", kDiffer},
      // Two people, of whom neither is the holder.
      {"Prénom : Luc\nPrénom : Karim\n", kOpen},
      {"Prénom : Karim\nPrénom : Karim\n", kDiffer},
      {"Né(e) le : 03/06/1958\nNé(e) le : 03/06/1959\n", kDiffer},
  };
  for (const PageCase& c : cases) EXPECT_EQ(AxisOf(FamilysPage(holder, c.text)), c.axis) << c.text;
  EXPECT_EQ(AxisOf(kFamilysPage + "Médecin traitant\nNom : AUBERT\n"), kOpen);
}

// Neither for the holder nor against.
TEST(GenuinePagesTest, ALabelOfSomebodyElseProvesNothing) {
  const auto born = [](const std::string& heading) {
    const CheckedPage checked = CheckPrinted(attestation::ClaimsOf(SealedFamily()),
                                             PageOf(FamilysPage("Né(e) le", heading + "Né(e) le")));
    return std::ranges::find(checked.printed, FactKey{PrintedKind::kBirthDate}, &ComparedFact::fact)
        ->result;
  };
  EXPECT_EQ(born(""), FactResult::kAgrees);
  EXPECT_EQ(born("Tuteur\n"), FactResult::kNotCompared);
  // A plain "Nom" may be the name in use, whoever else is on the page.
  Attestation sealed = SealedFamily();
  sealed.holder.name_in_use.reset();
  const std::string married =
      FamilysPage("Nom de naissance | LEFÈVRE\nPrénoms | Zoé Anne-Marie\n", "Nom | DURAND\n");
  for (const char* more : {"", "Médecin traitant\nPrénom : Philippe\n"}) {
    EXPECT_EQ(CheckPrinted(attestation::ClaimsOf(sealed), PageOf(married + more)).axis, kOpen)
        << more;
  }
}

}  // namespace
}  // namespace sceau::page
