// SPDX-License-Identifier: Apache-2.0
#include "page/compare_people.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "attestation/claims_of.h"
#include "page/check_printed.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

using enum PrintedKind;
using testing::ElementsAre;
using testing::IsEmpty;

const std::string kHoldersPart =
    "Attestation de droits à l’assurance maladie\n"
    "Nom de naissance | LEFÈVRE\n"
    "Prénoms | Zoé Anne-Marie\n"
    "Né(e) le | 12/05/1984\n"
    "Assurance maladie (base) du 01/01/2026 au 31/12/2026\n"
    "C2S avec participation du 01/03/2026 au 28/02/2027\n";
const std::string kListHeads = "Nom |1 Prénoms |2 Né(e) le |3 Rang\n";
const std::string kLeo = "MOREAU |1 Léo |2 03/02/2015 |3 1\n";
const std::string kMia = "PETIT |1 Mia |2 04/07/2018 |3 2\n";

Attestation SealedParent() {
  Attestation sealed = SealedFamily();
  sealed.dependants[1].name = "PETIT";
  return sealed;
}

// The page lists these people as the holder's dependants.
CheckedPage CheckList(const std::string& rows, const Attestation& sealed = SealedParent()) {
  return CheckPrinted(attestation::ClaimsOf(sealed),
                      PageOf(kHoldersPart + "Ayants droit rattachés\n" + kListHeads + rows));
}

std::vector<FactKey> KeysWith(FactResult result, const CheckedPage& checked) {
  std::vector<FactKey> keys;
  for (const ComparedFact& compared : checked.printed) {
    if (compared.result == result) keys.push_back(compared.fact);
  }
  return keys;
}

struct CellCase {
  const char* row;
  std::vector<FactKey> differ;
};

TEST(ComparePeopleTest, OnlyTheCellThatSaysSomethingElseDiffers) {
  const CellCase cases[] = {
      {"PETIT |1 Mia |2 04/07/2018 |3 2", {}},
      {"DURAND |1 Mia |2 04/07/2018 |3 2", {{kDependantName, 1}}},
      {"PETIT |1 Karim |2 04/07/2018 |3 2", {{kDependantGivenNames, 1}}},
      {"PETIT |1 Mia |2 04/07/2008 |3 2", {{kDependantBirthDate, 1}}},
      // A slip.
      {"PETIX |1 Mia |2 04/07/2018 |3 2", {}},
      {"PETIT |1 Mya |2 04/07/2018 |3 2", {}},
      {"PETIT |1 Mia |2 07/04/2018 |3 2", {}},
      // The value of the seal stands elsewhere.
      {"DURAND |1 Mia |2 04/07/2018 |3 2\n\n\nPETIT", {}},
      {"PETIT |1 Karim |2 04/07/2018 |3 2\n\n\nMia", {}},
      {"PETIT |1 Mia |2 04/07/2008 |3 2\n\n\n04/07/2018", {}},
      // What is not clear.
      {"~DURAND |1 Mia |2 04/07/2018 |3 2", {}},
      {"DURAND |1 Mia |2 04/07/2018 |3 ~2", {}},
      {"DU4AND |1 Mia |2 04/07/2018 |3 2", {}},
      {"PETIT |1 K |2 04/07/2018 |3 2", {}},
      {"PETIT |1 Mia |2 00/07/2008 |3 2", {}},
  };
  for (const CellCase& c : cases)
    EXPECT_EQ(KeysWith(FactResult::kDiffers, CheckList(kLeo + c.row)), c.differ) << c.row;
}

TEST(ComparePeopleTest, ASaintIsTheSameShortOrLong) {
  Attestation sealed = SealedParent();
  sealed.dependants[1].name = "SAINT-MARTIN";
  const auto axis = [&](const std::string& name) {
    return CheckList(kLeo + name + " |1 Mia |2 04/07/2018 |3 2\n", sealed).axis;
  };
  EXPECT_EQ(axis("SAINT-MARTIN"), kAgree);
  EXPECT_EQ(axis("ST-MARTIN"), kOpen);
  EXPECT_EQ(axis("DURAND"), kDiffer);
}

TEST(ComparePeopleTest, ABirthDateThatTheSealDoesNotKnowWhollyDiffersFromNone) {
  Attestation sealed = SealedParent();
  sealed.dependants[1].birth_date = "20180000";
  EXPECT_THAT(KeysWith(FactResult::kDiffers, CheckList(kLeo + kMia, sealed)), IsEmpty());
}

TEST(ComparePeopleTest, ACellThatMayNotBeSeenKeepsThePageFromAgreeing) {
  struct Case {
    const char* row;
    FactKey open;
    DocumentAxis axis;
  };
  const Case cases[] = {
      {"~PETIT |1 Mia |2 04/07/2018 |3 2", {kDependantName, 1}, kOpen},
      {"PETIT |1 ~Mia |2 04/07/2018 |3 2", {kDependantGivenNames, 1}, kOpen},
      {"PETIT |1 Mia |2 ~04/07/2018 |3 2", {kDependantBirthDate, 1}, kOpen},
      // Not every attestation prints a rank.
      {"PETIT |1 Mia |2 04/07/2018 |3 ~2", {kDependantBirthRank, 1}, kAgree},
      {"PETIT |1 Mia |2 04/07/2018", {kDependantBirthRank, 1}, kAgree},
  };
  for (const Case& c : cases) {
    const CheckedPage checked = CheckList(kLeo + c.row);
    EXPECT_THAT(KeysWith(FactResult::kNotCompared, checked), testing::Contains(c.open)) << c.row;
    EXPECT_EQ(checked.axis, c.axis) << c.row;
  }
}

TEST(ComparePeopleTest, SomebodyElseIsToldBesideAnEditedCell) {
  const std::string edited = "PETIT |1 Karim |2 04/07/2018 |3 2\n";
  const std::string other = "DURAND |1 Tom |2 01/02/2020 |3 1\n";
  for (const std::string& rows : {other + edited, edited + other}) {
    const CheckedPage checked = CheckList(kLeo + rows);
    EXPECT_THAT(checked.findings, ElementsAre(Finding{Reason::kDocumentPrintedDependantsDiffer,
                                                      "page 2, someone else is listed"}));
    EXPECT_THAT(KeysWith(FactResult::kDiffers, checked),
                ElementsAre(FactKey{kDependantGivenNames, 1}));
  }
}

struct ListCase {
  const char* row;
  DocumentAxis axis;
};

TEST(ComparePeopleTest, ARowThatIsLikeSomebodyWhoIsNamedProvesNothing) {
  const ListCase cases[] = {
      {"MOREAU |1 Léon |2 03/02/2015 |3 1\n", kOpen},   // a dependant again, with a slip
      {"LEFÈVRE |1 Zoé |2 12/05/1990 |3 1\n", kOpen},   // the holder, with another date
      {"MOREAU |1 Karim |2 12/05/1984 |3 1\n", kOpen},  // under the other name
      {"DURAND |1 Zoé |2 12/05/1990 |3 1\n", kDiffer},
      {"DURAND |1 Léo |2 01/02/2020 |3 1\n", kDiffer},
  };
  for (const ListCase& c : cases) EXPECT_EQ(CheckList(kLeo + kMia + c.row).axis, c.axis) << c.row;
}

TEST(ComparePeopleTest, TheHolderIsListedUnderANameThatTheSealHas) {
  Attestation sealed = SealedParent();
  const std::string in_use = "MOREAU |1 Zoé |2 12/05/1984 |3 1\n";
  EXPECT_EQ(CheckList(kLeo + kMia + in_use, sealed).axis, kAgree);
  sealed.holder.name_in_use.reset();
  EXPECT_EQ(CheckList(kLeo + kMia + "LEFÈVRE |1 Zoé |2 12/05/1984 |3 1\n", sealed).axis, kAgree);
  EXPECT_EQ(CheckList(kLeo + kMia + in_use, sealed).axis, kOpen);
  EXPECT_EQ(CheckList(kLeo + kMia + "|1 Zoé |2 12/05/1984 |3 1\n", sealed).axis, kOpen);
}

// Each word and each day is one that the seal has, but of two people.
TEST(ComparePeopleTest, SomebodyElseInAnyTableKeepsThePageFromAgreeing) {
  const auto axis = [](const std::string& rows) {
    return CheckPrinted(attestation::ClaimsOf(SealedParent()),
                        PageOf(kHoldersPart + kListHeads + rows))
        .axis;
  };
  EXPECT_EQ(axis(kLeo + kMia), kAgree);
  EXPECT_EQ(axis(kLeo + kMia + "LEFÈVRE |1 Mia |2 12/05/1984 |3 1\n"), kOpen);
}

TEST(ComparePeopleTest, AllGivenNamesTellWhichOfTwoIsListed) {
  Attestation sealed = SealedParent();
  sealed.dependants[0].given_names = "Léo Paul";
  sealed.dependants[1] = sealed.dependants[0];
  sealed.dependants[1].given_names = "Léo Jean";
  const auto seen = [&](const std::string& given_names) {
    std::vector<FactKey> keys = KeysWith(
        FactResult::kAgrees, CheckList("MOREAU |1 " + given_names + " |2 03/02/2015\n", sealed));
    std::erase_if(keys, [](const FactKey& key) { return key.kind != kDependantGivenNames; });
    return keys;
  };
  EXPECT_THAT(seen("Léo Jean"), ElementsAre(FactKey{kDependantGivenNames, 1}));
  EXPECT_THAT(seen("Léo Paul"), ElementsAre(FactKey{kDependantGivenNames, 0}));
  EXPECT_THAT(seen("Léo"), IsEmpty());
  sealed.dependants[0].given_names = "Léo";
  EXPECT_THAT(seen("Léo"), ElementsAre(FactKey{kDependantGivenNames, 0}));
  EXPECT_THAT(seen("Léo Jean"), ElementsAre(FactKey{kDependantGivenNames, 1}));
}

}  // namespace
}  // namespace sceau::page
