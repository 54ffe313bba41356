// SPDX-License-Identifier: Apache-2.0
#include "attestation/compare_holder.h"

#include <gtest/gtest.h>

#include "attestation/claims_of.h"
#include "attestation/subject_testing.h"
#include "base/status.h"

namespace sceau::attestation {
namespace {

// People who do not exist; the NIR is one of a public test vector set.
Attestation AttestationFor(std::string family, std::string given) {
  Attestation a;
  a.holder = {.birth_name = std::move(family),
              .name_in_use = {},
              .given_names = std::move(given),
              .birth_date = "19840512",
              .nir = "284058832102532"};
  return a;
}

struct HolderRow {
  ExpectedHolder expected;
  HolderAxis axis;
  std::vector<Reason> reasons;
};

TEST(CompareHolderTest, BirthDateAndNirAreExact) {
  Attestation a = AttestationFor("LEFÈVRE", "Zoé");
  a.dependants = {{"LEFÈVRE", "Léo", "20150230", 1}};
  const std::string nir = "2 84 05 88 321 025 32";
  const HolderRow rows[] = {
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
      {{"LEFÈVRE Léo", "30/02/2015", {}}, HolderAxis::kMatches, {Reason::kHolderDependant}},
      {{"LEFÈVRE Léo", "12/05/1984", {}}, HolderAxis::kDiffers, {Reason::kHolderNameDiffers}},
      {{"LEFÈVRE Léo", {}, nir}, HolderAxis::kMatches, {Reason::kHolderDependant}},
      {{"LEFÈVRE Léo", {}, "255081416802538"},
       HolderAxis::kClose,
       {Reason::kHolderNotInSeal, Reason::kHolderDependant}},
      {{{}, "12051984", {}}, HolderAxis::kMatches, {}},
      {{{}, "1984", {}}, HolderAxis::kMatches, {Reason::kHolderBirthDatePartial}},
      {{{}, "1985", {}}, HolderAxis::kDiffers, {Reason::kHolderBirthDateDiffers}},
      {{"LEFÈVRES Zoé", "12/05/1984", nir}, HolderAxis::kClose, {Reason::kHolderNameClose}},
      {{"LEFÈVRES Zoé", "12/05/1985", nir},
       HolderAxis::kDiffers,
       {Reason::kHolderNameClose, Reason::kHolderBirthDateDiffers}},
  };
  for (const HolderRow& row : rows) {
    ASSERT_TRUE(CheckExpectedHolder(row.expected).ok());
    const Checked<HolderAxis> comparison = CompareHolder(row.expected, ClaimsOf(a));
    EXPECT_EQ(comparison.axis, row.axis) << &row - rows;
    std::vector<Reason> reasons;
    for (const Finding& finding : comparison.findings) reasons.push_back(finding.reason);
    EXPECT_EQ(reasons, row.reasons) << &row - rows;
  }
}

TEST(CompareHolderTest, WhatTheSealDoesNotHoldIsNotHeldAgainstIt) {
  Attestation a = AttestationFor("LEFÈVRE", "Zoé");
  a.holder.nir.reset();
  EXPECT_EQ(CompareHolder({{}, {}, "284058832102532"}, ClaimsOf(a)).axis, HolderAxis::kNotRun);
  EXPECT_EQ(CompareHolder({"LEFÈVRE Zoé", {}, "284058832102532"}, ClaimsOf(a)).axis,
            HolderAxis::kMatches);
  EXPECT_EQ(CompareHolder({"DURAND Luc", {}, "284058832102532"}, ClaimsOf(a)).axis,
            HolderAxis::kDiffers);
}

TEST(CompareHolderTest, QuestionsThatCannotBeReadAreRefused) {
  for (const ExpectedHolder& expected :
       {ExpectedHolder{"", {}, {}}, ExpectedHolder{" - ", {}, {}}, ExpectedHolder{"\xFF", {}, {}},
        ExpectedHolder{std::string(303, 'a'), {}, {}},
        ExpectedHolder{
            "a b c d e f g h i j k l m n o p q r s t u v w x y z 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5",
            {},
            {}},
        ExpectedHolder{{}, "12/05", {}}, ExpectedHolder{{}, "", {}}, ExpectedHolder{{}, {}, "123"},
        ExpectedHolder{{}, {}, "284058832102533"}, ExpectedHolder{{}, {}, ""},
        ExpectedHolder{.name = {}, .born = {}, .nir = {}, .rank = ""},
        ExpectedHolder{.name = {}, .born = {}, .nir = {}, .rank = "100"},
        ExpectedHolder{.name = {}, .born = {}, .nir = {}, .rank = "-1"},
        ExpectedHolder{.name = {}, .born = {}, .nir = {}, .rank = {}, .insured_nir = "123"}}) {
    EXPECT_EQ(ReasonOf(CheckExpectedHolder(expected)), Reason::kUsage);
  }
}

struct CardRow {
  ExpectedHolder expected;
  HolderAxis axis;
  std::vector<Finding> findings;
};

// What a Vitale card says of a child: the parent's number, names, birth date and rank.
TEST(CompareHolderTest, ADependantIsFoundByTheInsuredNumberAndTheRank) {
  const std::string nir = "2 84 05 88 321 025 32";
  const std::string other = "255081416802538";
  Attestation a = AttestationFor("LEFÈVRE", "Zoé");
  a.dependants = {{"LEFÈVRE", "Léo", "20150230", 1},
                  {"MARTIN", "Louis", "20170304", 1},
                  {"MARTIN", "Louise", "20170304", 2}};
  const Finding first{Reason::kHolderDependant, "/dependants/0"};
  const Finding second{Reason::kHolderDependant, "/dependants/1"};
  const Finding third{Reason::kHolderDependant, "/dependants/2"};
  const Finding differs{Reason::kHolderNameDiffers, ""};
  const CardRow rows[] = {
      {{"LEFÈVRE Léo", "30/02/2015", {}, "1", nir}, HolderAxis::kMatches, {first}},
      {{"MARTIN Louise", "04/03/2017", {}, "2", nir}, HolderAxis::kMatches, {third}},
      {{"MARTIN Louis", "04/03/2017", {}, "01", nir}, HolderAxis::kMatches, {second}},
      {{"MARTIN", "04/03/2017", {}, "2", nir}, HolderAxis::kMatches, {third}},
      {{"MARTIN Louise", {}, {}, "0", {}}, HolderAxis::kMatches, {third}},
      // The twin's rank, and another family's number.
      {{"MARTIN Louise", "04/03/2017", {}, "1", nir},
       HolderAxis::kClose,
       {{Reason::kHolderNameClose, ""}, second}},
      {{"LEFÈVRE Léo", "30/02/2015", {}, "1", other},
       HolderAxis::kDiffers,
       {differs,
        {Reason::kHolderBirthDateDiffers, ""},
        {Reason::kHolderNirDiffers, "insured_nir"}}},
      {{"LEFÈVRE Zoé", {}, {}, "1", nir}, HolderAxis::kMatches, {}},
      {{"LEFÈVRE Zoé", {}, {}, "2", {}},
       HolderAxis::kDiffers,
       {{Reason::kHolderBirthRankDiffers, ""}}},
      {{"LEFÈVRE Zoé", {}, nir, "2", {}},
       HolderAxis::kClose,
       {{Reason::kHolderBirthRankDiffers, ""}}},
      {{{}, {}, {}, {}, other},
       HolderAxis::kDiffers,
       {{Reason::kHolderNirDiffers, "insured_nir"}}}};
  EXPECT_FALSE(CheckExpectedHolder({{}, {}, {}, "2", {}}).ok()) << "a rank names nobody";
  for (const CardRow& row : rows) {
    ASSERT_TRUE(CheckExpectedHolder(row.expected).ok());
    const Checked<HolderAxis> comparison = CompareHolder(row.expected, ClaimsOf(a));
    EXPECT_EQ(comparison.axis, row.axis) << &row - rows;
    EXPECT_EQ(comparison.findings, row.findings) << &row - rows;
  }
}

TEST(CompareHolderTest, ADependantsOwnAttestationDoesNotHoldTheInsuredNumber) {
  Attestation a = AttestationFor("LEFÈVRE", "Zoé");
  a.holder.role = Role::kDependant;
  const Checked<HolderAxis> comparison =
      CompareHolder({"LEFÈVRE Zoé", {}, {}, {}, "255081416802538"}, ClaimsOf(a));
  EXPECT_EQ(comparison.axis, HolderAxis::kMatches);
  EXPECT_EQ(comparison.findings, (std::vector<Finding>{{Reason::kHolderNotInSeal, "insured_nir"}}));
}

// A child whose name is nearly that of the parent is still found.
TEST(CompareHolderTest, ADependantWhoMatchesGoesBeforeAHolderWhoIsClose) {
  Attestation a = AttestationFor("LEFÈVRE", "Louis");
  a.dependants = {{"LEFÈVRE", "Louise", "20170304", 1}};
  EXPECT_EQ(CompareHolder({"LEFÈVRE Louise", {}, {}}, ClaimsOf(a)).axis, HolderAxis::kMatches);
  EXPECT_EQ(CompareHolder({"LEFÈVRE Louisa", {}, {}}, ClaimsOf(a)).axis, HolderAxis::kClose);
}

// ---- Papers of other kinds

struct PaperRow {
  std::vector<Subject> subjects;
  ExpectedHolder expected;
  HolderAxis axis;
  std::vector<Finding> findings;
};

TEST(CompareHolderTest, APaperAnswersByWhatItSaysOfItsPeople) {
  const Finding transliterated{Reason::kHolderNameTransliterated, ""};
  const Finding other{Reason::kHolderNameDiffers, ""};
  const Finding close{Reason::kHolderNameClose, ""};
  const Finding incomplete{Reason::kHolderGivenNamesIncomplete, ""};
  const std::vector<Subject> zoe = {Invoiced("FICTION", "ZOE")};
  const std::vector<Subject> couple = {InOneLine("MARTIN KARIM"), InOneLine("FICTION ZOE")};
  const std::vector<Subject> identity = {{.birth_name = "FICTION",
                                          .name_in_use = "MARTIN",
                                          .given_names = "ZOE ANNE",
                                          .birth_date = "19840512",
                                          .is_name_complete = true}};
  const PaperRow rows[] = {
      {zoe, {"FICTION ZOE", {}, {}}, HolderAxis::kMatches, {}},
      {zoe, {"Zoé Fiction", {}, {}}, HolderAxis::kMatches, {transliterated}},
      {zoe, {"FICTION", {}, {}}, HolderAxis::kMatches, {}},
      {zoe, {"FICTION Zoé Anne", {}, {}}, HolderAxis::kMatches, {incomplete}},
      {zoe, {"MARTIN KARIM", {}, {}}, HolderAxis::kDiffers, {other}},
      {zoe, {"FICTION KARIM", {}, {}}, HolderAxis::kDiffers, {other}},
      {zoe, {"FICTIONS ZOE", {}, {}}, HolderAxis::kClose, {close}},
      // Which of her family names an invoice has is not said.
      {zoe, {"MARTIN ZOE", {}, {}}, HolderAxis::kClose, {close}},
      // What it does not say is not held against it.
      {zoe, {{}, "12/05/1984", {}}, HolderAxis::kNotRun, {{Reason::kHolderNotInSeal, "born"}}},
      {zoe, {{}, {}, "284058832102532"}, HolderAxis::kNotRun, {{Reason::kHolderNotInSeal, "nir"}}},
      {zoe,
       {"FICTION ZOE", "12/05/1984", {}, "1", {}},
       HolderAxis::kMatches,
       {{Reason::kHolderNotInSeal, "born"}, {Reason::kHolderNotInSeal, "rank"}}},
      // In one line.
      {{InOneLine("FICTION ZOE")}, {"ZOE FICTION", {}, {}}, HolderAxis::kMatches, {}},
      {{InOneLine("ZOE ANNE FICTION")},
       {"FICTION Zoé", {}, {}},
       HolderAxis::kMatches,
       {transliterated}},
      {{InOneLine("FICTION ZOE")}, {"MARTIN KARIM", {}, {}}, HolderAxis::kDiffers, {other}},
      {{InOneLine("FICTION ZOE")}, {"FICTION", {}, {}}, HolderAxis::kClose, {close}},
      {{InOneLine("FICTION ZOE")}, {"ZOE", {}, {}}, HolderAxis::kClose, {close}},
      {{InOneLine("FICTION ZOE")}, {"MARTIN ZOE", {}, {}}, HolderAxis::kClose, {close}},
      // A couple.
      {couple, {"FICTION ZOE", {}, {}}, HolderAxis::kMatches, {}},
      {couple, {"MARTIN KARIM", {}, {}}, HolderAxis::kMatches, {}},
      {couple, {"DURAND LUC", {}, {}}, HolderAxis::kDiffers, {other}},
      {couple, {"FICTION LUC", {}, {}}, HolderAxis::kClose, {close}},
      // In part.
      {{Invoiced("FICTION", "ZO", false)},
       {"MARTIN KARIM", {}, {}},
       HolderAxis::kClose,
       {{Reason::kHolderNotInSeal, "name"}}},
      {{Invoiced("FICTION", "", false)}, {"FICTION", {}, {}}, HolderAxis::kClose, {close}},
      {{Invoiced("FICTION", "", false)}, {"FICTION ZOE", {}, {}}, HolderAxis::kClose, {incomplete}},
      {{InOneLine("FICTION PLOMBERIE", false)},
       {"MARTIN KARIM", {}, {}},
       HolderAxis::kClose,
       {{Reason::kHolderNotInSeal, "name"}}},
      {{InOneLine("MARTIN KARIM"), Invoiced("FICTION", "", false)},
       {"DURAND LUC", {}, {}},
       HolderAxis::kClose,
       {{Reason::kHolderNotInSeal, "name"}}},
      // An identity document.
      {identity, {"FICTION ZOE", "12/05/1984", {}}, HolderAxis::kMatches, {}},
      {identity, {"MARTIN ZOE", {}, {}}, HolderAxis::kMatches, {{Reason::kHolderNameInUse, ""}}},
      {identity, {"DURAND ZOE", {}, {}}, HolderAxis::kDiffers, {other}},
      {identity,
       {"FICTION ZOE", "13/05/1990", {}},
       HolderAxis::kDiffers,
       {{Reason::kHolderBirthDateDiffers, ""}}},
      // Nobody.
      {{}, {"FICTION ZOE", {}, {}}, HolderAxis::kNotRun, {{Reason::kHolderNotInSeal, ""}}},
      {{}, {}, HolderAxis::kNotAsked, {}},
  };
  for (const PaperRow& row : rows) {
    Claims claims;
    claims.subjects = row.subjects;
    const Checked<HolderAxis> comparison = CompareHolder(row.expected, claims);
    EXPECT_EQ(comparison.axis, row.axis) << &row - rows;
    EXPECT_EQ(comparison.findings, row.findings) << &row - rows;
  }
}

TEST(CompareHolderTest, WhoIsNotNamedMayBeThePersonExpected) {
  Claims claims;
  claims.subjects = {InOneLine("MARTIN KARIM")};
  claims.names_not_all = true;
  EXPECT_EQ(CompareHolder({"MARTIN KARIM", {}, {}}, claims).axis, HolderAxis::kMatches);
  const Checked<HolderAxis> other = CompareHolder({"FICTION ZOE", {}, {}}, claims);
  EXPECT_EQ(other.axis, HolderAxis::kClose);
  EXPECT_EQ(other.findings, (std::vector<Finding>{{Reason::kHolderNotInSeal, ""}}));
}

}  // namespace
}  // namespace sceau::attestation
