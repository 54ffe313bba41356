// SPDX-License-Identifier: Apache-2.0
#include "verify/judge.h"

#include <gtest/gtest.h>

#include <functional>
#include <string_view>
#include <utility>

#include "sceau/verify.h"

namespace sceau::verify {
namespace {

Axes Good() {
  return {SealAxis::kGenuine,    StatusAxis::kCurrent,  RightsAxis::kOpen,
          HolderAxis::kNotAsked, DocumentAxis::kAgrees, FreshnessAxis::kFresh};
}

Policy Counter() { return **NamedPolicy("counter"); }

template <typename Axis>
Axes With(Axis Axes::*member, Axis value) {
  Axes axes = Good();
  axes.*member = value;
  return axes;
}

TEST(JudgeTest, NothingRunIsUndetermined) {
  EXPECT_EQ(JudgeAxes(Axes{}, Counter()), Verdict::kUndetermined);
  EXPECT_EQ(Verdict{}, Verdict::kUndetermined);
  EXPECT_EQ(Report{}.verdict, Verdict::kUndetermined);
  EXPECT_EQ(SealReport{}.verdict, Verdict::kUndetermined);
  EXPECT_EQ(Signature{}, Signature::kNotChecked);
}

struct Row {
  Axes axes;
  Verdict verdict;
};

class EveryAxisTest : public testing::TestWithParam<Row> {};

TEST_P(EveryAxisTest, HasItsVerdict) {
  EXPECT_EQ(JudgeAxes(GetParam().axes, Counter()), GetParam().verdict);
}

constexpr Verdict kValid = Verdict::kValid;
constexpr Verdict kInvalid = Verdict::kInvalid;
constexpr Verdict kUndetermined = Verdict::kUndetermined;

INSTANTIATE_TEST_SUITE_P(
    Seal, EveryAxisTest,
    testing::Values(Row{With(&Axes::seal, SealAxis::kGenuine), kValid},
                    Row{With(&Axes::seal, SealAxis::kNotRun), kUndetermined},
                    Row{With(&Axes::seal, SealAxis::kAltered), kInvalid},
                    Row{With(&Axes::seal, SealAxis::kIssuerUnknown), kUndetermined},
                    Row{With(&Axes::seal, SealAxis::kIssuerNotAllowed), kInvalid},
                    Row{With(&Axes::seal, SealAxis::kTestIssuer), kUndetermined},
                    Row{With(&Axes::seal, SealAxis::kUnsupported), kUndetermined},
                    Row{With(&Axes::seal, SealAxis::kMalformed), kUndetermined}));
INSTANTIATE_TEST_SUITE_P(
    Status, EveryAxisTest,
    testing::Values(Row{With(&Axes::status, StatusAxis::kNotOffered), kValid},
                    Row{With(&Axes::status, StatusAxis::kNotRun), kUndetermined},
                    Row{With(&Axes::status, StatusAxis::kRevoked), kInvalid},
                    Row{With(&Axes::status, StatusAxis::kSuspended), kInvalid},
                    Row{With(&Axes::status, StatusAxis::kNeverIssued), kInvalid},
                    Row{With(&Axes::status, StatusAxis::kUnknown), kUndetermined}));
INSTANTIATE_TEST_SUITE_P(
    Rights, EveryAxisTest,
    testing::Values(Row{With(&Axes::rights, RightsAxis::kNotRun), kUndetermined},
                    Row{With(&Axes::rights, RightsAxis::kClosed), kInvalid},
                    Row{With(&Axes::rights, RightsAxis::kNotYet), kInvalid},
                    Row{With(&Axes::rights, RightsAxis::kGap), kInvalid},
                    Row{With(&Axes::rights, RightsAxis::kExpired), kInvalid},
                    Row{With(&Axes::rights, RightsAxis::kNotApplicable), kUndetermined}));
INSTANTIATE_TEST_SUITE_P(
    Holder, EveryAxisTest,
    testing::Values(Row{With(&Axes::holder, HolderAxis::kMatches), kValid},
                    Row{With(&Axes::holder, HolderAxis::kNotRun), kUndetermined},
                    Row{With(&Axes::holder, HolderAxis::kClose), kUndetermined},
                    Row{With(&Axes::holder, HolderAxis::kDiffers), kInvalid}));
INSTANTIATE_TEST_SUITE_P(
    Document, EveryAxisTest,
    testing::Values(Row{With(&Axes::document, DocumentAxis::kNotCompared), kValid},
                    Row{With(&Axes::document, DocumentAxis::kNotRun), kUndetermined},
                    Row{With(&Axes::document, DocumentAxis::kDiffers), kInvalid}));
INSTANTIATE_TEST_SUITE_P(
    Freshness, EveryAxisTest,
    testing::Values(Row{With(&Axes::freshness, FreshnessAxis::kUndated), kValid},
                    Row{With(&Axes::freshness, FreshnessAxis::kNotRun), kUndetermined},
                    Row{With(&Axes::freshness, FreshnessAxis::kStale), kUndetermined},
                    Row{With(&Axes::freshness, FreshnessAxis::kClockSuspect), kUndetermined}));

TEST(JudgeTest, AnUnprovenSealIsNeverInvalidForWhatItSays) {
  Axes axes = Good();
  axes.seal = SealAxis::kIssuerUnknown;
  axes.rights = RightsAxis::kExpired;
  axes.holder = HolderAxis::kDiffers;
  EXPECT_EQ(JudgeAxes(axes, Counter()), kUndetermined);
}

TEST(JudgeTest, APositiveFactOutweighsAnUnknown) {
  Axes axes = Good();
  axes.status = StatusAxis::kUnknown;
  axes.rights = RightsAxis::kClosed;
  EXPECT_EQ(JudgeAxes(axes, Counter()), kInvalid);
}

TEST(JudgeTest, InsurerAcceptsAGenuinePaperWithoutRights) {
  const Axes axes = With(&Axes::rights, RightsAxis::kNotApplicable);
  EXPECT_EQ(JudgeAxes(axes, **NamedPolicy("insurer")), kValid);
}

SealReport GenuineFor(std::string name, Verdict verdict) {
  SealReport seal;
  seal.axes = Good();
  seal.verdict = verdict;
  seal.claims.emplace();
  seal.claims->attestation.emplace();
  Holder& holder = seal.claims->attestation->holder;
  holder.birth_name = std::move(name);
  holder.given_names = "Marie";
  holder.birth_date = "19840512";
  return seal;
}

TEST(JudgeDocumentTest, TheWorstSealDecidesInAnyOrder) {
  for (const auto& [first, second, expected] : {std::tuple{kValid, kValid, kValid},
                                                {kValid, kInvalid, kInvalid},
                                                {kInvalid, kValid, kInvalid},
                                                {kUndetermined, kValid, kUndetermined},
                                                {kUndetermined, kInvalid, kInvalid}}) {
    Report report;
    report.seals = {GenuineFor("DURAND", first), GenuineFor("Durand", second)};
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, expected);
    EXPECT_TRUE(report.reasons.empty());
  }
}

TEST(JudgeDocumentTest, TwoGenuineSealsForTwoPeopleAreAssembled) {
  Report report;
  report.seals = {GenuineFor("DURAND", kValid), GenuineFor("MARTIN", kValid)};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kUndetermined);
  ASSERT_EQ(report.reasons.size(), 1U);
  EXPECT_EQ(report.reasons[0].reason, Reason::kDocumentAssembled);

  report = Report{};
  report.seals = {GenuineFor("DURAND", kValid), GenuineFor("MARTIN", kInvalid)};
  report.seals[1].axes.seal = SealAxis::kAltered;
  JudgeDocument(report);
  EXPECT_TRUE(report.reasons.empty()) << "an altered seal names nobody";
  EXPECT_EQ(report.verdict, kInvalid);
}

// A genuine paper of another kind, or claims that were never read, name nobody either.
TEST(JudgeDocumentTest, OnlyAttestationsAreAssembled) {
  for (const bool read : {false, true}) {
    Report report;
    report.seals = {GenuineFor("DURAND", kValid), GenuineFor("MARTIN", kValid)};
    report.seals[1].claims.reset();
    if (read) report.seals[1].claims.emplace();
    JudgeDocument(report);
    EXPECT_TRUE(report.reasons.empty());
    EXPECT_EQ(report.verdict, kValid);
  }
}

TEST(JudgeTest, WhatDidNotRunIsNotAcceptedEvenByName) {
  Policy lenient = Counter();
  lenient.status.insert(StatusAxis::kNotRun);
  EXPECT_EQ(JudgeAxes(With(&Axes::status, StatusAxis::kNotRun), lenient), kUndetermined);
}

TEST(JudgeDocumentTest, EachFactOfThePersonTellsTwoPeopleApart) {
  const std::pair<std::string_view, std::function<void(Holder&)>> changes[] = {
      {"birth name", [](Holder& holder) { holder.birth_name = "MARTIN"; }},
      {"given names", [](Holder& holder) { holder.given_names = "Jean"; }},
      {"birth date", [](Holder& holder) { holder.birth_date = "19840518"; }},
      {"number", [](Holder& holder) { holder.nir = "284057599902533"; }},
  };
  for (const auto& [what, change] : changes) {
    Report report;
    report.seals = {GenuineFor("DURAND", kValid), GenuineFor("Durand", kValid)};
    for (SealReport& seal : report.seals) seal.claims->attestation->holder.nir = "284057599902525";
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, kValid) << "one person written in two ways";
    change(report.seals[1].claims->attestation->holder);
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, kUndetermined) << what;
  }
}

TEST(JudgeDocumentTest, WithoutASealOrWithAPartUnreadNothingIsValid) {
  Report report;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kUndetermined);
  report.seals = {GenuineFor("DURAND", kValid)};
  report.reasons = {{Reason::kDocumentDeadline, ""}};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kUndetermined);
}

// An invoice carries its data as a file. What viewers show in the place of the pages is another
// matter.
TEST(JudgeDocumentTest, FilesBesideThePagesSayNothingAgainstThem) {
  const struct {
    Finding finding;
    Verdict verdict;
  } kCases[] = {
      {{Reason::kDocumentAttachments, ""}, kValid},
      {{Reason::kDocumentAttachments, "portfolio"}, kUndetermined},
      {{Reason::kDocumentXfaForm, ""}, kUndetermined},
  };
  for (const auto& c : kCases) {
    Report report;
    report.reasons = {c.finding};
    report.seals = {GenuineFor("DURAND", kValid)};
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, c.verdict) << ReasonCode(c.finding.reason) << c.finding.detail;
    report.seals[0].verdict = kInvalid;
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, kInvalid);
    report.seals.clear();
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, kUndetermined);
  }
}

}  // namespace
}  // namespace sceau::verify
