// SPDX-License-Identifier: Apache-2.0
// What becomes of each fact of a page in the words of our own layout.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "attestation/claims_of.h"
#include "page/check_printed.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

using enum PrintedKind;
using enum FactResult;
using testing::IsEmpty;

Claims Claimed(const Attestation& sealed, bool has_layout) {
  Claims claims = attestation::ClaimsOf(sealed);
  if (has_layout) claims.layout = 1;
  return claims;
}

const std::string kOwnPage =
    "Caisse d’essai de Nulle-Part\n"
    "Organisme 01 751 0000\n"
    "Attestation de droits à l’assurance maladie\n"
    "Document établi le 29/11/2026 · N° AAAA AAAA AAAA AAAA\n"
    "Cette attestation est valable du 23/11/2026 au 22/05/2027 inclus.\n"
    "Bénéficiaire\n"
    "Nom de naissance | LEFÈVRE\n"
    "Nom d’usage | MOREAU\n"
    "Prénoms | Zoé Anne-Marie\n"
    "Né(e) le | 12/05/1984\n"
    "Rang de naissance | 1\n"
    "Numéro de sécurité sociale | 2 84 05 88 321 025 32\n"
    "Qualité | Assuré(e)\n"
    "Organisme de rattachement | 01 751 0000\n"
    "Droits\n"
    "Nature | Du | Au (inclus)\n"
    "Assurance maladie (base) | 01/01/2026 | 31/12/2026\n"
    "Complémentaire santé solidaire avec participation financière | 01/03/2026 | 28/02/2027\n"
    "Ayants droit rattachés\n"
    "Nom |1 Prénoms |2 Né(e) le |3 Rang\n"
    "MOREAU |1 Léo |2 03/02/2015 |3 1\n"
    "MOREAU |1 Mia |2 04/07/2018 |3 2\n";

std::string EditedOwnPage(const std::string& from, const std::string& to) {
  return Replaced(kOwnPage, from, to);
}

FactResult ResultOf(const CheckedPage& checked, FactKey key) {
  const auto found = std::ranges::find(checked.printed, key, &ComparedFact::fact);
  EXPECT_NE(found, checked.printed.end());
  return found == checked.printed.end() ? kNotCompared : found->result;
}

TEST(FactsTest, EveryFactOfOurOwnPageAgreesWithItsEvidence) {
  const CheckedPage checked = CheckPrinted(Claimed(SealedFamily(), true), PageOf(kOwnPage));
  EXPECT_EQ(checked.axis, DocumentAxis::kAgrees);
  EXPECT_THAT(checked.findings, IsEmpty());
  EXPECT_EQ(checked.printed.size(), attestation::ClaimsOf(SealedFamily()).printed.size());
  for (const ComparedFact& compared : checked.printed) {
    const int kind = static_cast<int>(compared.fact.kind);
    EXPECT_EQ(compared.result, kAgrees) << kind << "/" << int{compared.fact.row};
    EXPECT_EQ(compared.way, ComparisonWay::kText) << kind;
    EXPECT_EQ(compared.page, 2) << kind;
    ASSERT_TRUE(compared.box) << kind;
    EXPECT_LT(compared.box->top_left.x, compared.box->bottom_right.x) << kind;
    EXPECT_LT(compared.box->top_left.y, compared.box->bottom_right.y) << kind;
  }
}

struct Edit {
  std::string name;
  std::string from;
  std::string to;
  FactKey fact;
  FactResult result;
  DocumentAxis axis;
};
class EditTest : public testing::TestWithParam<Edit> {};

// With a layout or without one, the same differs; with it, what is not seen does not agree.
TEST_P(EditTest, IsTold) {
  const Edit& edit = GetParam();
  const Page page = PageOf(EditedOwnPage(edit.from, edit.to));
  for (const bool has_layout : {true, false}) {
    const CheckedPage checked = CheckPrinted(Claimed(SealedFamily(), has_layout), page);
    EXPECT_EQ(ResultOf(checked, edit.fact), edit.result) << has_layout;
    if (has_layout || edit.axis == DocumentAxis::kDiffers) {
      EXPECT_EQ(checked.axis, edit.axis);
    }
    EXPECT_EQ(checked.axis == DocumentAxis::kDiffers, !checked.findings.empty()) << has_layout;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Facts, EditTest,
    testing::Values(
        Edit{"name", "LEFÈVRE", "DURAND", {kBirthName}, kDiffers, kDiffer},
        Edit{"name_in_use",
             "d’usage | MOREAU",
             "d’usage | DUPRÉAU",
             {kNameInUse},
             kNotCompared,
             kOpen},
        Edit{"name_in_use_that_stands_elsewhere",
             "d’usage | MOREAU",
             "d’usage | DURAND",
             {kNameInUse},
             kNotCompared,
             kOpen},
        Edit{"name_beside_another", "LEFÈVRE", "LEFÈVRE DURAND", {kBirthName}, kNotCompared, kOpen},
        Edit{"name_wiped", "LEFÈVRE", "", {kBirthName}, kNotCompared, kOpen},
        Edit{"name_without_accents", "LEFÈVRE", "LEFEVRE", {kBirthName}, kAgrees, kAgree},
        Edit{"name_with_a_ligature", "Léo", "L\u00E9o", {kDependantGivenNames}, kAgrees, kAgree},
        Edit{"letters_apart", "LEFÈVRE", "L E F È V R E", {kBirthName}, kAgrees, kAgree},
        Edit{"first_given_name", "Zoé Anne-Marie", "Zoé", {kGivenNames}, kAgrees, kAgree},
        Edit{"given_names", "Zoé Anne-Marie", "Karim", {kGivenNames}, kDiffers, kDiffer},
        Edit{"iso", "12/05/1984", "1984-05-12", {kBirthDate}, kAgrees, kAgree},
        Edit{"short_year", "12/05/1984", "12/05/84", {kBirthDate}, kAgrees, kAgree},
        Edit{"in_words", "12/05/1984", "12 mai 1984", {kBirthDate}, kAgrees, kAgree},
        Edit{"digits_apart", "12/05/1984", "1 2 / 0 5 / 1 9 8 4", {kBirthDate}, kAgrees, kAgree},
        Edit{"birth_date", "12/05/1984", "12/05/1994", {kBirthDate}, kDiffers, kDiffer},
        Edit{"rank",
             "Rang de naissance | 1",
             "Rang de naissance | 2",
             {kBirthRank},
             kDiffers,
             kDiffer},
        Edit{"rank_in_two_digits",
             "Rang de naissance | 1",
             "Rang de naissance | 01",
             {kBirthRank},
             kAgrees,
             kAgree},
        Edit{"role", "Assuré(e)", "Ayant droit", {kRole}, kDiffers, kDiffer},
        Edit{"nir", "2 84 05 88 321 025 32", "2 55 08 14 168 025 38", {kNir}, kDiffers, kDiffer},
        Edit{"one_fund_code_of_two",
             "rattachement | 01 751 0000",
             "rattachement | 01 752 0000",
             {kFundCode},
             kNotCompared,
             kOpen},
        Edit{"fund", "Caisse d’essai", "Caisse de secours", {kFundName}, kNotCompared, kOpen},
        Edit{"number", "N° AAAA", "N° BAAA", {kDocumentNumber}, kNotCompared, kOpen},
        Edit{"issue_day", "29/11/2026", "30/11/2026", {kIssuedOn}, kNotCompared, kOpen},
        Edit{"day_of_something_else", "établi le", "reçu le", {kIssuedOn}, kNotCompared, kOpen},
        Edit{"validity", "22/05/2027", "22/05/2028", {kValidUntil}, kDiffers, kDiffer},
        Edit{"start_of_validity", "23/11/2026", "23/10/2026", {kValidFrom}, kDiffers, kDiffer},
        Edit{"both_days_of_validity",
             "23/11/2026 au 22/05/2027",
             "01/10/2026 au 31/03/2027",
             {kValidUntil},
             kNotCompared,
             kOpen},
        Edit{"validity_wiped", "22/05/2027 inclus", "", {kValidUntil}, kNotCompared, kOpen},
        Edit{"end_of_a_right", "31/12/2026", "31/12/2027", {kRightUntil, 0}, kDiffers, kDiffer},
        Edit{"end_of_a_right_wiped", "31/12/2026", "", {kRightUntil, 0}, kNotCompared, kOpen},
        Edit{"end_of_a_right_that_may_not_be_seen",
             "31/12/2026",
             "~31/12/2027",
             {kRightUntil, 0},
             kNotCompared,
             kOpen},
        Edit{"end_of_a_right_whose_start_may_not_be_seen",
             "01/01/2026 | 31/12/2026",
             "~01/01/2026 | 31/12/2027",
             {kRightUntil, 0},
             kNotCompared,
             kOpen},
        Edit{"participation",
             "avec participation",
             "sans participation",
             {kRight, 1},
             kDiffers,
             kDiffer},
        Edit{"right_by_one_word",
             "Assurance maladie (base)",
             "Assurance maladie",
             {kRight, 0},
             kAgrees,
             kAgree},
        Edit{"name_of_a_right",
             "Assurance maladie (base)",
             "Assurance maternité",
             {kRight, 0},
             kNotCompared,
             kOpen},
        Edit{"dependant", "Mia", "Kim", {kDependantGivenNames, 1}, kDiffers, kDiffer},
        Edit{"dependants_birth",
             "04/07/2018",
             "04/07/2008",
             {kDependantBirthDate, 1},
             kDiffers,
             kDiffer},
        Edit{"dependant_by_a_slip", "Mia", "Mya", {kDependantGivenNames, 1}, kNotCompared, kOpen},
        Edit{"dependants_rank",
             "2018 |3 2",
             "2018 |3 3",
             {kDependantBirthRank, 1},
             kNotCompared,
             kOpen},
        Edit{"dependant_left_out",
             "MOREAU |1 Mia |2 04/07/2018 |3 2\n",
             "",
             {kDependantName, 1},
             kNotCompared,
             kOpen}),
    [](const testing::TestParamInfo<Edit>& edit) { return edit.param.name; });

TEST(FactsTest, EachDifferenceHasItsReason) {
  struct Case {
    const char* from;
    const char* to;
    Reason reason;
  };
  const Case cases[] = {
      {"naissance | LEFÈVRE", "naissance | DURAND", Reason::kDocumentPrintedNameDiffers},
      {"12/05/1984", "12/05/1994", Reason::kDocumentPrintedBirthDateDiffers},
      {"2 84 05 88 321 025 32", "2 55 08 14 168 025 38", Reason::kDocumentPrintedNirDiffers},
      {"31/12/2026", "31/12/2027", Reason::kDocumentPrintedRightsDiffer},
      {"22/05/2027", "22/05/2028", Reason::kDocumentPrintedValidityDiffers},
      {"Assuré(e)", "Ayant droit", Reason::kDocumentPrintedDetailsDiffer},
      {"Mia", "Kim", Reason::kDocumentPrintedDependantsDiffer},
  };
  for (const Case& c : cases) {
    EXPECT_THAT(
        CheckPrinted(Claimed(SealedFamily(), false), PageOf(EditedOwnPage(c.from, c.to))).findings,
        testing::ElementsAre(Finding{c.reason, "page 2"}))
        << c.to;
  }
}

TEST(FactsTest, WithoutOneFactThatEveryAttestationPrintsAPageDoesNotAgree) {
  const std::string lines[] = {"Nom de naissance | LEFÈVRE\nNom d’usage | MOREAU\n",
                               "Prénoms | Zoé Anne-Marie\n", "Né(e) le | 12/05/1984\n",
                               "Assurance maladie (base) | 01/01/2026 | 31/12/2026\n",
                               "MOREAU |1 Léo |2 03/02/2015 |3 1\n"};
  for (const std::string& line : lines) {
    EXPECT_EQ(CheckPrinted(Claimed(SealedFamily(), false), PageOf(EditedOwnPage(line, ""))).axis,
              kOpen)
        << line;
  }
  const std::string others[] = {"Rang de naissance | 1\n", "Qualité | Assuré(e)\n",
                                "Numéro de sécurité sociale | 2 84 05 88 321 025 32\n"};
  for (const std::string& line : others) {
    EXPECT_EQ(CheckPrinted(Claimed(SealedFamily(), false), PageOf(EditedOwnPage(line, ""))).axis,
              kAgree)
        << line;
  }
}

TEST(FactsTest, DaysOfARightAreSeenApartFromItsName) {
  const CheckedPage checked = CheckPrinted(
      Claimed(SealedFamily(), false),
      PageOf(EditedOwnPage("Assurance maladie (base) | 01/01/2026 | 31/12/2026",
                           "Assurance maladie (base)\nDébut et fin | 01/01/2026 | 31/12/2026")));
  EXPECT_EQ(ResultOf(checked, {kRightFrom, 0}), kAgrees);
  EXPECT_EQ(ResultOf(checked, {kRightUntil, 0}), kAgrees);
}

// With or without a share of the cost, of the complement alone and on the days of the seal alone.
TEST(FactsTest, AnotherShareOfTheCostDiffers) {
  const std::string own =
      "Complémentaire santé solidaire avec participation financière | 01/03/2026 | 28/02/2027\n";
  struct Case {
    const char* line;
    bool differs;
  };
  const Case cases[] = {
      {"C2S sans participation | 01/03/2026 | 28/02/2027\n", true},
      {"CSS sans participation | 01/03/2026 | 28/02/2027\n", true},
      {"Complémentaire santé solidaire sans participation | 01/03/2026 | 28/02/2027\n", true},
      {"C2S avec participation | 01/03/2026 | 28/02/2027\n", false},
      {"C2S avec ou sans participation | 01/03/2026 | 28/02/2027\n", false},
      {"C2S | 01/03/2026 | 28/02/2027\n", false},
      {"C2S sans avance | 01/03/2026 | 28/02/2027\n", false},
      {"Assurance maladie sans participation | 01/03/2026 | 28/02/2027\n", false},
      {"C2S sans participation | 01/03/2024 | 28/02/2025\n", false},
  };
  const auto differs = [&](const Attestation& sealed, const char* line) {
    return CheckPrinted(Claimed(sealed, false), PageOf(EditedOwnPage(own, line))).axis == kDiffer;
  };
  for (const Case& c : cases) EXPECT_EQ(differs(SealedFamily(), c.line), c.differs) << c.line;
  Attestation complement_alone = SealedFamily();
  complement_alone.rights.erase(complement_alone.rights.begin());
  EXPECT_FALSE(differs(complement_alone, "C2S | 01/03/2026 | 28/02/2027\n"));
}

TEST(FactsTest, APageIsAnAttestationByItsTitleAndTwoSortsOfFacts) {
  struct Case {
    const char* text;
    bool differs;
  };
  const Case cases[] = {
      {"Attestation de droits\nNom de naissance | DURAND\nNé(e) le | 12/05/1984\n", true},
      {"Attestation de droits\nNom de naissance | DURAND\nDroits base | 01/01/2026 | 31/12/2026\n",
       true},
      {"Attestation de droits\nNom de naissance | DURAND\n", false},
      {"Demande de droits\nNom de naissance | DURAND\nNé(e) le | 12/05/1984\n", false},
      {"Attestation de stage\nNom de naissance | DURAND\nNé(e) le | 12/05/1984\n", false},
      {"ATTESTATION\nde droits\nNom de naissance | DURAND\nNé(e) le | 12/05/1984\n", true},
      {"Ordonnance\nNom de naissance | DURAND\nNé(e) le | 12/05/1984\nDroits : attestation "
       "jointe\n",
       false},
      {"Droits\nNom de naissance | DURAND\nNé(e) le | 12/05/1984\nvoir attestation\n", false},
  };
  for (const Case& c : cases) {
    const CheckedPage checked = CheckPrinted(Claimed(SealedFamily(), false), PageOf(c.text));
    EXPECT_EQ(checked.axis == kDiffer, c.differs) << c.text;
  }
}

TEST(FactsTest, OfSeveralPeopleNoneIsTakenForTheHolder) {
  const std::string others[] = {"Rang de naissance : 3\n", "Qualité : Ayant droit\n"};
  for (const std::string& other : others) {
    const Page page = PageOf(EditedOwnPage("Droits\n", other + "Droits\n"));
    EXPECT_EQ(CheckPrinted(Claimed(SealedFamily(), true), page).axis, DocumentAxis::kNotCompared)
        << other;
  }
}

TEST(DependantsTest, SomebodyWhomTheSealDoesNotNameDiffers) {
  const auto check = [](const std::string& row) {
    return CheckPrinted(Claimed(SealedFamily(), false), PageOf(kOwnPage + row));
  };
  const CheckedPage added = check("DURAND |1 Tom |2 01/02/2020 |3 1\n");
  EXPECT_EQ(added.axis, DocumentAxis::kDiffers);
  EXPECT_THAT(added.findings, testing::ElementsAre(Finding{Reason::kDocumentPrintedDependantsDiffer,
                                                           "page 2, someone else is listed"}));
  // A twin, under the name and the birth date of another child.
  EXPECT_EQ(check("MOREAU |1 Tom |2 04/07/2018 |3 2\n").axis, DocumentAxis::kDiffers);
  EXPECT_EQ(check("MOREAU |1 Léo |2 03/02/2015 |3 1\n").axis, DocumentAxis::kAgrees);
  EXPECT_EQ(check("LEFÈVRE |1 Zoé Anne-Marie |2 12/05/1984 |3 1\n").axis, DocumentAxis::kAgrees);
  EXPECT_EQ(check("DURAND |1 ~Tom |2 01/02/2020 |3 1\n").axis, DocumentAxis::kNotCompared);
  EXPECT_EQ(check("DURAND |1 Tom |2 00/02/2020 |3 1\n").axis, DocumentAxis::kNotCompared);
}

TEST(DependantsTest, AnEditedCellIsToldUnlessItsValueMayStandElsewhere) {
  Attestation sealed = SealedFamily();
  sealed.dependants[1].name = "PETIT";
  const auto result = [&](const std::string& name, const std::string& more) {
    const std::string row = name + " |1 Mia |2 04/07/2018 |3 2\n";
    const std::string page = EditedOwnPage("MOREAU |1 Mia |2 04/07/2018 |3 2\n", row) + more;
    return ResultOf(CheckPrinted(Claimed(sealed, false), PageOf(page)), {kDependantName, 1});
  };
  EXPECT_EQ(result("PETIT", ""), kAgrees);
  EXPECT_EQ(result("DURAND", ""), kDiffers);
  EXPECT_EQ(result("DURAND", "PETIT\n"), kNotCompared);
}

TEST(DependantsTest, ATableWithoutTheirHeadingProvesNothing) {
  Attestation sealed = SealedFamily();
  sealed.dependants.clear();
  std::string page = EditedOwnPage("Ayants droit rattachés\n", "");
  EXPECT_EQ(CheckPrinted(Claimed(sealed, false), PageOf(page)).axis, DocumentAxis::kNotCompared);
  page = kOwnPage.substr(0, kOwnPage.find("Ayants droit"));
  EXPECT_EQ(CheckPrinted(Claimed(sealed, false), PageOf(page)).axis, DocumentAxis::kAgrees);
}

TEST(DependantsTest, ACellThatMayNotBeSeenIsNotCompared) {
  const Page page = PageOf(EditedOwnPage("MOREAU |1 Léo", "MOREAU |1 ~Léo"));
  const CheckedPage checked = CheckPrinted(Claimed(SealedFamily(), false), page);
  EXPECT_EQ(ResultOf(checked, {kDependantName, 0}), kAgrees);
  EXPECT_EQ(ResultOf(checked, {kDependantGivenNames, 0}), kNotCompared);
}

TEST(DependantsTest, AsManyAsASealTakesMayBeMoreOnThePage) {
  Attestation sealed = SealedFamily();
  sealed.dependants.clear();
  std::string page = kOwnPage.substr(0, kOwnPage.find("MOREAU |1 Léo"));
  for (int i = 0; i < 12; ++i) {
    const std::string name = std::string("AB") + static_cast<char>('A' + i) + "CDEF";
    sealed.dependants.push_back({name, "Tim", "20100101", 1});
    page += name + " |1 Tim |2 01/01/2010 |3 1\n";
  }
  EXPECT_EQ(CheckPrinted(Claimed(sealed, false), PageOf(page)).axis, DocumentAxis::kAgrees);
  page += "DURAND |1 Tom |2 01/02/2020 |3 1\n";
  EXPECT_EQ(CheckPrinted(Claimed(sealed, false), PageOf(page)).axis, DocumentAxis::kNotCompared);
}

TEST(FactsTest, ARightWithoutItsFirstDayIsNotCompared) {
  Claims claims = Claimed(SealedFamily(), false);
  std::erase_if(claims.printed,
                [](const PrintedFact& fact) { return fact.key.kind == kRightFrom; });
  const CheckedPage checked =
      CheckPrinted(claims, PageOf(EditedOwnPage("31/12/2026", "30/11/2026")));
  EXPECT_NE(checked.axis, DocumentAxis::kAgrees);
}

TEST(FactsTest, EachNameIsSeenInItsOwnRow) {
  Attestation sealed = SealedFamily();
  sealed.holder.name_in_use = "LEFÈVRE MOREAU";
  const auto page = [](const std::string& birth_name, const std::string& name_in_use) {
    return PageOf("Attestation de droits à l’assurance maladie\nNom d’usage | " + name_in_use +
                  "\nNom de naissance | " + birth_name + "\nNé(e) le | 12/05/1984\n");
  };
  for (const bool has_layout : {true, false}) {
    const CheckedPage both =
        CheckPrinted(Claimed(sealed, has_layout), page("LEFÈVRE", "LEFÈVRE MOREAU"));
    ASSERT_EQ(ResultOf(both, {kBirthName}), kAgrees);
    ASSERT_EQ(ResultOf(both, {kNameInUse}), kAgrees);
    EXPECT_GT(both.printed[0].box->top_left.y, both.printed[1].box->top_left.y) << has_layout;
  }
  // The row of the other name vouches for it where any layout may be.
  const Page wiped = page("", "LEFÈVRE MOREAU");
  EXPECT_EQ(ResultOf(CheckPrinted(Claimed(sealed, true), wiped), {kBirthName}), kNotCompared);
  EXPECT_EQ(ResultOf(CheckPrinted(Claimed(sealed, false), wiped), {kBirthName}), kAgrees);
}

TEST(FactsTest, ARightWithoutAnEndAgreesWithAPeriodThatIsOpen) {
  Attestation sealed = SealedFamily();
  sealed.rights[0].until.reset();
  const auto result = [&](const std::string& line, FactKey key) {
    const std::string page =
        EditedOwnPage("Assurance maladie (base) | 01/01/2026 | 31/12/2026", line);
    return ResultOf(CheckPrinted(Claimed(sealed, false), PageOf(page)), key);
  };
  const std::string open = "Assurance maladie (base) depuis le 01/01/2026";
  for (const PrintedKind kind : {kRight, kRightFrom, kRightUntil})
    EXPECT_EQ(result(open, {kind, 0}), kAgrees);
  EXPECT_EQ(result(open + " | 31/12/2026", {kRight, 0}), kNotCompared);
}

TEST(FactsTest, ARightIsNotSeenInALineThatSaysHowAnotherOneIsPaidFor) {
  const std::string line = "Base, C2S sans participation | 01/01/2026 | 31/12/2026";
  const Page page =
      PageOf(EditedOwnPage("Assurance maladie (base) | 01/01/2026 | 31/12/2026", line));
  EXPECT_EQ(ResultOf(CheckPrinted(Claimed(SealedFamily(), false), page), {kRight, 0}),
            kNotCompared);
}

TEST(FactsTest, TheDaysOfARightAreNotThoseOfTheValidity) {
  Attestation sealed = SealedFamily();
  sealed.rights[0] = {RightKind::kBase, sealed.valid_from, sealed.valid_until};
  const std::string own = "Cette attestation est valable du 23/11/2026 au 22/05/2027 inclus.\n";
  const std::string text = EditedOwnPage("01/01/2026 | 31/12/2026", "23/11/2026 | 22/05/2027");
  for (const bool says_validity : {true, false}) {
    std::string page = text;
    if (!says_validity) page.erase(page.find(own), own.size());
    const CheckedPage checked = CheckPrinted(Claimed(sealed, false), PageOf(page));
    EXPECT_EQ(ResultOf(checked, {kRight, 0}), kAgrees);
    for (const PrintedKind kind : {kValidFrom, kValidUntil})
      EXPECT_EQ(ResultOf(checked, {kind}), says_validity ? kAgrees : kNotCompared);
  }
}

TEST(FactsTest, OfSeveralHoldersOnlyTheFirstIsCompared) {
  Claims claims = Claimed(SealedFamily(), false);
  claims.printed.push_back({.key = {kBirthName, 1}, .value = "LEFÈVRE"});
  const CheckedPage checked = CheckPrinted(claims, PageOf(kOwnPage));
  EXPECT_EQ(ResultOf(checked, {kBirthName, 0}), kAgrees);
  EXPECT_EQ(ResultOf(checked, {kBirthName, 1}), kNotCompared);
}

TEST(FactsTest, APaperOfWhichTheSealHoldsNotEverythingNeverAgrees) {
  Claims claims = Claimed(SealedFamily(), false);
  claims.printed_is_whole = false;
  EXPECT_EQ(CheckPrinted(claims, PageOf(kOwnPage)).axis, DocumentAxis::kNotCompared);
  const CheckedPage other = CheckPrinted(claims, PageOf(EditedOwnPage("LEFÈVRE", "DURAND")));
  EXPECT_EQ(other.axis, DocumentAxis::kNotCompared);
  EXPECT_EQ(ResultOf(other, {kBirthName}), kNotCompared);
  EXPECT_EQ(ResultOf(other, {kBirthDate}), kAgrees);
  Page unproven = PageOf(kOwnPage);
  unproven.letters_are_proven = false;
  EXPECT_EQ(ResultOf(CheckPrinted(claims, unproven), {kBirthDate}), kNotCompared);
}

}  // namespace
}  // namespace sceau::page
