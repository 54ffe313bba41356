// SPDX-License-Identifier: Apache-2.0
#include "verify/judge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

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

struct AxisRow {
  Axes axes;
  Verdict verdict;
};

class EveryAxisTest : public testing::TestWithParam<AxisRow> {};

TEST_P(EveryAxisTest, HasItsVerdict) {
  EXPECT_EQ(JudgeAxes(GetParam().axes, Counter()), GetParam().verdict);
}

constexpr Verdict kValid = Verdict::kValid;
constexpr Verdict kInvalid = Verdict::kInvalid;
constexpr Verdict kUndetermined = Verdict::kUndetermined;

INSTANTIATE_TEST_SUITE_P(
    Seal, EveryAxisTest,
    testing::Values(AxisRow{With(&Axes::seal, SealAxis::kGenuine), kValid},
                    AxisRow{With(&Axes::seal, SealAxis::kNotRun), kUndetermined},
                    AxisRow{With(&Axes::seal, SealAxis::kAltered), kInvalid},
                    AxisRow{With(&Axes::seal, SealAxis::kIssuerUnknown), kUndetermined},
                    AxisRow{With(&Axes::seal, SealAxis::kIssuerNotAllowed), kInvalid},
                    AxisRow{With(&Axes::seal, SealAxis::kTestIssuer), kUndetermined},
                    AxisRow{With(&Axes::seal, SealAxis::kUnsupported), kUndetermined},
                    AxisRow{With(&Axes::seal, SealAxis::kMalformed), kUndetermined}));
INSTANTIATE_TEST_SUITE_P(
    Status, EveryAxisTest,
    testing::Values(AxisRow{With(&Axes::status, StatusAxis::kNotOffered), kValid},
                    AxisRow{With(&Axes::status, StatusAxis::kNotRun), kUndetermined},
                    AxisRow{With(&Axes::status, StatusAxis::kRevoked), kInvalid},
                    AxisRow{With(&Axes::status, StatusAxis::kSuspended), kInvalid},
                    AxisRow{With(&Axes::status, StatusAxis::kNeverIssued), kInvalid},
                    AxisRow{With(&Axes::status, StatusAxis::kUnknown), kUndetermined}));
INSTANTIATE_TEST_SUITE_P(
    Rights, EveryAxisTest,
    testing::Values(AxisRow{With(&Axes::rights, RightsAxis::kNotRun), kUndetermined},
                    AxisRow{With(&Axes::rights, RightsAxis::kClosed), kInvalid},
                    AxisRow{With(&Axes::rights, RightsAxis::kNotYet), kInvalid},
                    AxisRow{With(&Axes::rights, RightsAxis::kGap), kInvalid},
                    AxisRow{With(&Axes::rights, RightsAxis::kExpired), kInvalid},
                    AxisRow{With(&Axes::rights, RightsAxis::kNotApplicable), kUndetermined}));
INSTANTIATE_TEST_SUITE_P(
    Holder, EveryAxisTest,
    testing::Values(AxisRow{With(&Axes::holder, HolderAxis::kMatches), kValid},
                    AxisRow{With(&Axes::holder, HolderAxis::kNotRun), kUndetermined},
                    AxisRow{With(&Axes::holder, HolderAxis::kClose), kUndetermined},
                    AxisRow{With(&Axes::holder, HolderAxis::kDiffers), kInvalid}));
INSTANTIATE_TEST_SUITE_P(
    Document, EveryAxisTest,
    testing::Values(AxisRow{With(&Axes::document, DocumentAxis::kNotCompared), kValid},
                    AxisRow{With(&Axes::document, DocumentAxis::kNotRun), kUndetermined},
                    AxisRow{With(&Axes::document, DocumentAxis::kDiffers), kInvalid}));
INSTANTIATE_TEST_SUITE_P(
    Freshness, EveryAxisTest,
    testing::Values(AxisRow{With(&Axes::freshness, FreshnessAxis::kUndated), kValid},
                    AxisRow{With(&Axes::freshness, FreshnessAxis::kNotRun), kUndetermined},
                    AxisRow{With(&Axes::freshness, FreshnessAxis::kStale), kUndetermined},
                    AxisRow{With(&Axes::freshness, FreshnessAxis::kClockSuspect), kUndetermined}));

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

TEST(JudgeTest, WhatWasSeenOnThePageMustBeLookedAtUnderEveryPolicy) {
  struct Case {
    Reason reason;
    DocumentAxis axis;
    Verdict verdict;
  };
  const Case cases[] = {
      {Reason::kDocumentTextAdded, DocumentAxis::kNotCompared, kUndetermined},
      {Reason::kDocumentTextMissing, DocumentAxis::kNotCompared, kUndetermined},
      {Reason::kDocumentDrawingAdded, DocumentAxis::kNotCompared, kUndetermined},
      {Reason::kDocumentTextBeside, DocumentAxis::kNotCompared, kUndetermined},
      {Reason::kDocumentPageUnlike, DocumentAxis::kNotCompared, kUndetermined},
      {Reason::kDocumentViewersDiffer, DocumentAxis::kNotCompared, kUndetermined},
      {Reason::kDocumentPartlyCompared, DocumentAxis::kNotCompared, kValid},
      {Reason::kDocumentPageUnrecognised, DocumentAxis::kNotCompared, kValid},
      {Reason::kDocumentOtherPageOpen, DocumentAxis::kNotCompared, kValid},
      {Reason::kDocumentTextCovered, DocumentAxis::kAgrees, kValid},
      {Reason::kDocumentTextAdded, DocumentAxis::kDiffers, kInvalid},
  };
  for (const Case& c : cases) {
    SealReport seal;
    seal.axes = With(&Axes::document, c.axis);
    seal.reasons = {{c.reason, "page 1"}};
    EXPECT_EQ(JudgeSealReport(seal, Counter()), c.verdict) << ReasonCode(c.reason);
  }
}

TEST(JudgeTest, InsurerAcceptsAGenuinePaperWithoutRights) {
  const Axes axes = With(&Axes::rights, RightsAxis::kNotApplicable);
  EXPECT_EQ(JudgeAxes(axes, **NamedPolicy("insurer")), kValid);
}

struct OutcomeRow {
  std::string_view what;
  Axes axes;
  Outcome outcome;
};

// The rights alone make "rights not open"; with any other fact against it a paper is refused.
TEST(OutcomeTest, FollowsTheVerdictAndTellsExpiredFromRefused) {
  Axes withdrawn = With(&Axes::rights, RightsAxis::kExpired);
  withdrawn.status = StatusAxis::kRevoked;
  Axes another = With(&Axes::rights, RightsAxis::kClosed);
  another.holder = HolderAxis::kDiffers;
  Axes page = With(&Axes::rights, RightsAxis::kGap);
  page.document = DocumentAxis::kDiffers;
  Axes altered = With(&Axes::rights, RightsAxis::kExpired);
  altered.seal = SealAxis::kAltered;
  Axes unknown_status = With(&Axes::rights, RightsAxis::kClosed);
  unknown_status.status = StatusAxis::kUnknown;
  const OutcomeRow rows[] = {
      {"good", Good(), Outcome::kInOrder},
      {"closed", With(&Axes::rights, RightsAxis::kClosed), Outcome::kRightsNotOpen},
      {"not yet", With(&Axes::rights, RightsAxis::kNotYet), Outcome::kRightsNotOpen},
      {"gap", With(&Axes::rights, RightsAxis::kGap), Outcome::kRightsNotOpen},
      {"expired", With(&Axes::rights, RightsAxis::kExpired), Outcome::kRightsNotOpen},
      {"closed, withdrawal unknown", unknown_status, Outcome::kRightsNotOpen},
      {"no right", With(&Axes::rights, RightsAxis::kNotApplicable), Outcome::kNotConfirmed},
      {"expired and withdrawn", withdrawn, Outcome::kRefused},
      {"closed, of another", another, Outcome::kRefused},
      {"gap, another page", page, Outcome::kRefused},
      {"altered, says expired", altered, Outcome::kRefused},
      {"altered", With(&Axes::seal, SealAxis::kAltered), Outcome::kRefused},
      {"suspended", With(&Axes::status, StatusAxis::kSuspended), Outcome::kRefused},
      {"issuer unknown", With(&Axes::seal, SealAxis::kIssuerUnknown), Outcome::kNotConfirmed},
      {"test", With(&Axes::seal, SealAxis::kTestIssuer), Outcome::kNotConfirmed},
      {"stale", With(&Axes::freshness, FreshnessAxis::kStale), Outcome::kNotConfirmed},
      {"nothing run", Axes{}, Outcome::kNotConfirmed},
  };
  for (const OutcomeRow& row : rows) {
    SealReport seal;
    seal.axes = row.axes;
    SetVerdict(seal, Counter());
    EXPECT_EQ(seal.outcome, row.outcome) << row.what;
    EXPECT_EQ(seal.verdict, JudgeAxes(row.axes, Counter())) << row.what;
    Report report;
    report.seals = {seal};
    JudgeDocument(report);
    EXPECT_EQ(report.outcome, row.outcome) << row.what;
  }
}

// A policy may accept closed rights; what is left against the paper decides.
TEST(OutcomeTest, FollowsThePolicy) {
  Policy lenient = Counter();
  lenient.rights.insert(RightsAxis::kClosed);
  Axes axes = With(&Axes::rights, RightsAxis::kClosed);
  EXPECT_EQ(OutcomeOf(JudgeAxes(axes, lenient), axes, lenient), Outcome::kInOrder);
  axes.document = DocumentAxis::kDiffers;
  EXPECT_EQ(OutcomeOf(JudgeAxes(axes, lenient), axes, lenient), Outcome::kRefused);
}

TEST(OutcomeTest, OfADocumentTheWorstCounts) {
  const auto with = [](std::initializer_list<Axes> seals, std::vector<Finding> reasons = {}) {
    Report report;
    for (const Axes& axes : seals) {
      SealReport seal;
      seal.axes = axes;
      SetVerdict(seal, Counter());
      report.seals.push_back(seal);
    }
    report.reasons = std::move(reasons);
    JudgeDocument(report);
    return report.outcome;
  };
  const Axes closed = With(&Axes::rights, RightsAxis::kClosed);
  const Axes altered = With(&Axes::seal, SealAxis::kAltered);
  const Axes unknown = With(&Axes::seal, SealAxis::kIssuerUnknown);
  EXPECT_EQ(with({Good(), Good()}), Outcome::kInOrder);
  EXPECT_EQ(with({Good(), closed}), Outcome::kRightsNotOpen);
  EXPECT_EQ(with({unknown, closed}), Outcome::kRightsNotOpen);
  EXPECT_EQ(with({closed, altered}), Outcome::kRefused);
  EXPECT_EQ(with({altered, closed}), Outcome::kRefused);
  EXPECT_EQ(with({Good(), unknown}), Outcome::kNotConfirmed);
  EXPECT_EQ(with({Good()}, {{Reason::kDocumentDeadline, ""}}), Outcome::kNotConfirmed);
  EXPECT_EQ(with({}, {{Reason::kDocumentNoCode, ""}}), Outcome::kNoSeal);
  EXPECT_EQ(with({}, {{Reason::kDocumentNoSeal, ""}}), Outcome::kNoSeal);
  EXPECT_EQ(with({}, {{Reason::kDocumentNoSeal, ""}, {Reason::kDocumentDeadline, ""}}),
            Outcome::kNotConfirmed);
  EXPECT_EQ(with({}, {{Reason::kDocumentDamaged, ""}}), Outcome::kNotConfirmed);
  EXPECT_EQ(with({}), Outcome::kNotConfirmed);
  EXPECT_EQ(Report{}.outcome, Outcome::kNotConfirmed);
  EXPECT_EQ(SealReport{}.outcome, Outcome::kNotConfirmed);
}

TEST(JudgeTest, WhatDidNotRunIsNotAcceptedEvenByName) {
  Policy lenient = Counter();
  lenient.status.insert(StatusAxis::kNotRun);
  EXPECT_EQ(JudgeAxes(With(&Axes::status, StatusAxis::kNotRun), lenient), kUndetermined);
}

}  // namespace
}  // namespace sceau::verify
