// SPDX-License-Identifier: Apache-2.0
#include "page/compare_recognised.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "attestation/claims_of.h"
#include "page/page_testing.h"

namespace sceau::page {
namespace {

using enum PrintedKind;

TEST(CompareRecognisedTest, LettersThatAreAlikeMakeASlip) {
  const struct {
    std::string one;
    std::string other;
    bool is_slip;
  } kCases[] = {
      {"19840512", "19840512", true},
      {"19840512", "19340512", true},                // 8, 3
      {"19840512", "19940512", true},                // 8, 9
      {"284058832102532", "284058832702532", true},  // 1, 7
      {"19840512", "19740512", false},               // 8, 7
      {"19840512", "19840522", false},               // 1, 2
      {"19880808", "19330303", false},               // four times
      {"8990", "18990", true},
      {"8990", "118990", true},  // a line beside it
      {"8990", "1118990", false},
  };
  for (const auto& c : kCases)
    EXPECT_EQ(IsSlipInReading(c.one, c.other), c.is_slip) << c.one << " " << c.other;
}

const std::string kAttestation =
    "Attestation de droits à l’assurance maladie\n"
    "Caisse d’essai de Nulle-Part , 12 rue du Faux , 99001 NULLEPART\n"
    "Nom de naissance : LEFÈVRE\n"
    "Prénoms : Zoé Anne-Marie\n"
    "Né(e) le : 12/05/1984\n"
    "Numéro de sécurité sociale : 2 84 05 88 321 025 32\n"
    "Assurance maladie du 01/01/2026 au 31/12/2026\n";

Claims Unlaid() {
  Claims claims = attestation::ClaimsOf(SealedFamily());
  claims.layout.reset();
  return claims;
}

CheckedPage Compared(const std::string& text) {
  CheckedPage checked = NotCompared(Unlaid());
  CompareRecognised(Unlaid(), PageOf(text), checked);
  return checked;
}

std::vector<PrintedKind> DifferentIn(const CheckedPage& checked) {
  std::vector<PrintedKind> kinds;
  for (const ComparedFact& compared : checked.printed) {
    EXPECT_NE(compared.result, FactResult::kAgrees);
    if (compared.result != FactResult::kDiffers) continue;
    EXPECT_EQ(compared.way, ComparisonWay::kRecognised);
    EXPECT_EQ(compared.page, 2);
    EXPECT_TRUE(compared.box);
    kinds.push_back(compared.fact.kind);
  }
  EXPECT_EQ(checked.axis, kinds.empty() ? kOpen : kDiffer);
  EXPECT_EQ(checked.findings.empty(), kinds.empty());
  return kinds;
}

struct RecognisedEdit {
  std::string name;
  std::string from;
  std::string to;
  std::vector<PrintedKind> different;
};
void PrintTo(const RecognisedEdit& edit, std::ostream* out) { *out << edit.name; }
class RecognisedEditTest : public testing::TestWithParam<RecognisedEdit> {};

TEST_P(RecognisedEditTest, OnlyWhatNoSlipExplainsDiffers) {
  const RecognisedEdit& edit = GetParam();
  EXPECT_EQ(DifferentIn(Compared(Replaced(kAttestation, edit.from, edit.to))), edit.different);
}

INSTANTIATE_TEST_SUITE_P(
    Edits, RecognisedEditTest,
    testing::Values(
        RecognisedEdit{"none", "LEFÈVRE", "LEFÈVRE", {}},
        RecognisedEdit{"name", "LEFÈVRE", "DURAND", {kBirthName}},
        RecognisedEdit{"name_read_badly", "LEFÈVRE", "LEFEURE", {}},
        RecognisedEdit{"name_read_very_badly", "LEFÈVRE", "IEFEUKE", {}},
        RecognisedEdit{"name_that_may_stand_elsewhere", "LEFÈVRE\n", "DURAND\nMme LEFEURE\n", {}},
        RecognisedEdit{"uncertain_name", "LEFÈVRE", "~DURAND", {}},
        RecognisedEdit{"birth_date", "12/05/1984", "12/05/1974", {kBirthDate}},
        RecognisedEdit{"birth_date_of_like_digits", "12/05/1984", "12/05/1994", {}},
        RecognisedEdit{"birth_date_in_part", "12/05/1984", "05/1974", {}},
        RecognisedEdit{"birth_date_that_may_stand_elsewhere",
                       "12/05/1984\n",
                       "12/05/1974\nle 12/05/1934\n",
                       {}},
        RecognisedEdit{"number", "2 84 05 88 321 025 32", "2 55 08 14 168 025 38", {kNir}},
        RecognisedEdit{
            "number_of_a_wrong_key", "2 84 05 88 321 025 32", "2 55 08 14 168 025 39", {}},
        RecognisedEdit{"end_of_right", "31/12/2026", "31/12/2027", {kRightUntil}},
        RecognisedEdit{"rank", "LEFÈVRE\n", "LEFÈVRE\nRang de naissance : 2\n", {}}),
    [](const testing::TestParamInfo<RecognisedEdit>& test) { return test.param.name; });

TEST(CompareRecognisedTest, ThePageIsToBeTheHoldersOrTwoOfItsValuesAnothers) {
  std::string others = Replaced(kAttestation, "LEFÈVRE", "DURAND");
  others = Replaced(others, "Zoé Anne-Marie", "Hugo");
  others = Replaced(others, "12/05/1984", "12/05/1974");
  others = Replaced(others, "2 84 05 88 321 025 32", "non communiqué");
  EXPECT_EQ(DifferentIn(Compared(others)), (std::vector{kBirthName, kBirthDate}));
  others = Replaced(others, "Nom de naissance : DURAND\n", "");
  EXPECT_TRUE(DifferentIn(Compared(others)).empty());
}

TEST(CompareRecognisedTest, AnUncertainPageSaysNothing) {
  Page page = PageOf(Replaced(kAttestation, "LEFÈVRE", "DURAND"));
  for (std::size_t i = 0; i < page.words.size(); ++i) {
    const bool kept = i % 5 == 0 || page.words[i].text == "DURAND";
    if (!kept) page.words[i].sight = Sight::kUnsure;
  }
  CheckedPage checked = NotCompared(Unlaid());
  CompareRecognised(Unlaid(), page, checked);
  EXPECT_TRUE(DifferentIn(checked).empty());
}

TEST(CompareRecognisedTest, WhatWasComparedStays) {
  CheckedPage checked = NotCompared(Unlaid());
  for (ComparedFact& compared : checked.printed) {
    if (compared.fact.kind == kBirthName) compared.way = ComparisonWay::kPixels;
    if (compared.fact.kind == kBirthName) compared.result = FactResult::kDiffers;
  }
  const CheckedPage before = checked;
  CompareRecognised(Unlaid(), PageOf(Replaced(kAttestation, "LEFÈVRE", "DURAND")), checked);
  EXPECT_EQ(checked.printed, before.printed);
}

TEST(CompareRecognisedTest, OnlyAPageOfPixelsIsWorthIt) {
  const Claims claims = Unlaid();
  const std::vector<ComparedFact> open = NotCompared(claims).printed;
  Page page;
  EXPECT_FALSE(IsWorthRecognising(claims, page, open));
  page.raster.image = {1, 1, {0}};
  EXPECT_TRUE(IsWorthRecognising(claims, page, open));
  Claims of_layout = claims;
  of_layout.layout = 1;
  EXPECT_FALSE(IsWorthRecognising(of_layout, page, open));
  Claims without_labels = claims;
  without_labels.printed_is_whole = false;
  EXPECT_FALSE(IsWorthRecognising(without_labels, page, open));
  without_labels.printed_titles = {"FACTURE"};
  EXPECT_TRUE(IsWorthRecognising(without_labels, page, open));
  std::vector<ComparedFact> compared = open;
  for (ComparedFact& fact : compared) fact.result = FactResult::kAgrees;
  EXPECT_FALSE(IsWorthRecognising(claims, page, compared));
  page.text_source = TextSource::kPrinted;
  page.words = {{"Nom", {0, 0}, {1, 1}, Sight::kUnsure}};
  EXPECT_TRUE(IsWorthRecognising(claims, page, open));
  page.words[0].sight = Sight::kShown;
  EXPECT_FALSE(IsWorthRecognising(claims, page, open));
}

}  // namespace
}  // namespace sceau::page
