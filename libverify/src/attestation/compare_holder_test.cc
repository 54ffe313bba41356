// SPDX-License-Identifier: Apache-2.0
#include "attestation/compare_holder.h"

#include <gtest/gtest.h>

#include "base/status.h"

namespace sceau::attestation {
namespace {

// People who do not exist; the NIR is one of a public test vector set.
Attestation Sealed(std::string family, std::string given,
                   std::optional<std::string> in_use = std::nullopt) {
  Attestation a;
  a.holder = {.birth_name = std::move(family),
              .name_in_use = std::move(in_use),
              .given_names = std::move(given),
              .birth_date = "19840512",
              .nir = "284058832102532"};
  return a;
}

enum Outcome { kSame, kTransliterated, kInUse, kInUseTransliterated, kOther };

struct NameRow {
  std::string_view asked;
  Attestation sealed;
  Outcome outcome;
};

class CompareNameTest : public testing::TestWithParam<NameRow> {};

TEST_P(CompareNameTest, SaysHowTheNamesCompare) {
  const NameRow& row = GetParam();
  const ExpectedHolder expected{.name = std::string(row.asked), .born = {}, .nir = {}};
  ASSERT_TRUE(CheckExpectedHolder(expected).ok());
  const HolderComparison comparison = CompareHolder(expected, row.sealed);
  std::vector<Finding> findings;
  if (row.outcome == kOther) findings = {{Reason::kHolderNameDiffers, ""}};
  if (row.outcome == kInUse || row.outcome == kInUseTransliterated)
    findings.push_back({Reason::kHolderNameInUse, ""});
  if (row.outcome == kTransliterated || row.outcome == kInUseTransliterated)
    findings.push_back({Reason::kHolderNameTransliterated, ""});
  EXPECT_EQ(comparison.findings, findings) << row.asked;
  EXPECT_EQ(comparison.axis, row.outcome == kOther ? HolderAxis::kDiffers : HolderAxis::kMatches)
      << row.asked;
}

const Attestation kZoe = Sealed("LEFÈVRE", "Zoé Anne-Marie");
const Attestation kTour = Sealed("DE LA TOUR D’AUVERGNE", "Jean Luc");
const Attestation kMarried = Sealed("LEFÈVRE", "Zoé", "MOREAU");
const Attestation kPauline = Sealed("MARTIN", "Pauline");
const Attestation kNoel = Sealed("MARTIN", "Noël Œnone");

INSTANTIATE_TEST_SUITE_P(
    Table, CompareNameTest,
    testing::Values(
        NameRow{"LEFÈVRE Zoé Anne-Marie", kZoe, kSame},
        NameRow{"Zoé Anne-Marie LEFÈVRE", kZoe, kSame},
        NameRow{"lefèvre zoé anne-marie", kZoe, kSame}, NameRow{"LEFÈVRE, Zoé", kZoe, kSame},
        NameRow{"LEFÈVRE", kZoe, kSame}, NameRow{"  LEFÈVRE   Zoé ", kZoe, kSame},
        NameRow{"LEFEVRE Zoe", kZoe, kTransliterated},
        NameRow{"LEFÈVRE Zoé Anne Marie", kZoe, kTransliterated},
        NameRow{"LEFÈVRE Anne-Marie Zoé", kZoe, kTransliterated},
        NameRow{"LEFE\xCC\x80VRE Zoé", kZoe, kTransliterated},
        NameRow{"Anne Marie Zoé LEFEVRE", kZoe, kTransliterated},
        NameRow{"LEFÈVRE Marie", kZoe, kOther}, NameRow{"LEFÈVRE Anne", kZoe, kOther},
        NameRow{"Zoé", kZoe, kOther}, NameRow{"Zoé Anne-Marie", kZoe, kOther},
        NameRow{"LEFÈVRES Zoé", kZoe, kOther}, NameRow{"LEFÈVRE Zoë", kZoe, kTransliterated},
        NameRow{"LEFÈVRE Zoéline", kZoe, kOther}, NameRow{"LEFÈVRE Zo", kZoe, kOther},
        NameRow{"LEFÈVRE LEFÈVRE", kZoe, kOther},
        NameRow{"LEFÈVRE Zoé Anne-Marie Louise", kZoe, kOther}, NameRow{"DURAND Zoé", kZoe, kOther},
        NameRow{"DE LA TOUR D’AUVERGNE Jean", kTour, kSame},
        NameRow{"DE LA TOUR D'AUVERGNE Jean", kTour, kTransliterated},
        NameRow{"Jean-Luc de la Tour d Auvergne", kTour, kTransliterated},
        NameRow{"LA TOUR Jean", kTour, kOther}, NameRow{"TOUR Jean", kTour, kOther},
        NameRow{"Luc Jean DE LA TOUR D’AUVERGNE", kTour, kTransliterated},
        NameRow{"DE LA TOUR D’AUVERGNE Luc", kTour, kOther},
        NameRow{"LEFÈVRE Zoé", kMarried, kSame}, NameRow{"MOREAU Zoé", kMarried, kInUse},
        NameRow{"Zoé MOREAU", kMarried, kInUse},
        NameRow{"MOREAU Zoe", kMarried, kInUseTransliterated},
        NameRow{"LEFÈVRE-MOREAU Zoé", kMarried, kInUseTransliterated},
        NameRow{"MOREAU LEFÈVRE Zoé", kMarried, kInUse}, NameRow{"MOREAUX Zoé", kMarried, kOther},
        NameRow{"MARTIN Paul", kPauline, kOther}, NameRow{"MARTIN Pauline", kPauline, kSame},
        NameRow{"MARTINE Pauline", kPauline, kOther}, NameRow{"PAULINE MARTIN", kPauline, kSame},
        NameRow{"MARTIN NOEL OENONE", kNoel, kTransliterated},
        NameRow{"MARTIN NOËL ŒNONE", kNoel, kSame}, NameRow{"MARTIN Noël", kNoel, kSame}));

struct Row {
  ExpectedHolder expected;
  HolderAxis axis;
  std::vector<Reason> reasons;
};

TEST(CompareHolderTest, BirthDateAndNirAreExact) {
  Attestation a = Sealed("LEFÈVRE", "Zoé");
  a.dependants = {{"LEFÈVRE", "Léo", "20150230", 1}};
  const std::string nir = "2 84 05 88 321 025 32";
  const Row rows[] = {
      {{}, HolderAxis::kNotAsked, {}},
      {{{}, "12/05/1984", {}}, HolderAxis::kMatches, {}},
      {{{}, "1984-05-12", {}}, HolderAxis::kMatches, {}},
      {{{}, "13/05/1984", {}}, HolderAxis::kDiffers, {Reason::kHolderBirthDateDiffers}},
      {{{}, {}, nir}, HolderAxis::kMatches, {}},
      {{{}, {}, "2840588321025"}, HolderAxis::kMatches, {}},
      {{{}, {}, "255081416802538"}, HolderAxis::kDiffers, {Reason::kHolderNirDiffers}},
      {{"LEFÈVRE Zoé", "13/05/1984", nir}, HolderAxis::kDiffers, {Reason::kHolderBirthDateDiffers}},
      {{"DURAND Luc", "13/05/1984", "255081416802538"},
       HolderAxis::kDiffers,
       {Reason::kHolderNameDiffers, Reason::kHolderBirthDateDiffers, Reason::kHolderNirDiffers}},
      {{"LEFÈVRE Léo", "30/02/2015", {}}, HolderAxis::kMatches, {}},
      {{"LEFÈVRE Léo", "12/05/1984", {}}, HolderAxis::kDiffers, {Reason::kHolderNameDiffers}},
      {{"LEFÈVRE Léo", {}, nir}, HolderAxis::kMatches, {Reason::kHolderNotInSeal}},
  };
  for (const Row& row : rows) {
    ASSERT_TRUE(CheckExpectedHolder(row.expected).ok());
    const HolderComparison comparison = CompareHolder(row.expected, a);
    EXPECT_EQ(comparison.axis, row.axis) << &row - rows;
    std::vector<Reason> reasons;
    for (const Finding& finding : comparison.findings) reasons.push_back(finding.reason);
    EXPECT_EQ(reasons, row.reasons) << &row - rows;
  }
}

TEST(CompareHolderTest, WhatTheSealDoesNotHoldIsNotHeldAgainstIt) {
  Attestation a = Sealed("LEFÈVRE", "Zoé");
  a.holder.nir.reset();
  EXPECT_EQ(CompareHolder({{}, {}, "284058832102532"}, a).axis, HolderAxis::kNotRun);
  EXPECT_EQ(CompareHolder({"LEFÈVRE Zoé", {}, "284058832102532"}, a).axis, HolderAxis::kMatches);
  EXPECT_EQ(CompareHolder({"DURAND Luc", {}, "284058832102532"}, a).axis, HolderAxis::kDiffers);
}

TEST(CompareHolderTest, QuestionsThatCannotBeReadAreRefused) {
  for (const ExpectedHolder& expected :
       {ExpectedHolder{"", {}, {}}, ExpectedHolder{" - ", {}, {}}, ExpectedHolder{"\xFF", {}, {}},
        ExpectedHolder{{}, "12051984", {}}, ExpectedHolder{{}, "", {}},
        ExpectedHolder{{}, {}, "123"}, ExpectedHolder{{}, {}, "284058832102533"},
        ExpectedHolder{{}, {}, ""}}) {
    EXPECT_EQ(ReasonOf(CheckExpectedHolder(expected)), Reason::kUsage);
  }
}

TEST(FoldNameTest, MarksAreLostAndSeparatorsBecomeSpaces) {
  EXPECT_EQ(FoldName("Jean-Pierre"), "JEAN PIERRE");
  EXPECT_EQ(FoldName("d’Été L'Œuvre"), "D ETE L OEUVRE");
  EXPECT_EQ(FoldName("ŞTEFĂNESCU"), "STEFANESCU");
  EXPECT_EQ(FoldName("Nguyễn"), "NGUYEN");
  EXPECT_EQ(FoldName("Straße"), "STRASSE");
  EXPECT_EQ(FoldName("e\xCC\x81"), "E");
  EXPECT_EQ(FoldName(" . "), "");
  EXPECT_EQ(FoldName("Ольга"), "Ольга");
}

}  // namespace
}  // namespace sceau::attestation
