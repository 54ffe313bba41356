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

// ---- Hidden codes

SealReport Hidden(SealReport seal) {
  seal.reasons.push_back({Reason::kDocumentHiddenCode, ""});
  seal.verdict = JudgeSealReport(seal, Counter());
  return seal;
}

SealReport Altered() {
  SealReport seal;
  seal.axes.seal = SealAxis::kAltered;
  seal.verdict = kInvalid;
  return seal;
}

bool Says(const std::vector<Finding>& findings, Reason reason) {
  return std::ranges::find(findings, reason, &Finding::reason) != findings.end();
}

TEST(JudgeDocumentTest, AHiddenCodeDoesNotCountBesideOneThatIsShown) {
  SealReport revoked = GenuineFor("MARTIN", kInvalid);
  revoked.axes.status = StatusAxis::kRevoked;
  for (const SealReport& hidden :
       {Hidden(Altered()), Hidden(revoked), Hidden(GenuineFor("MARTIN", kValid))}) {
    for (const bool first : {false, true}) {
      Report report;
      report.seals = {GenuineFor("DURAND", kValid)};
      report.seals.insert(first ? report.seals.begin() : report.seals.end(), hidden);
      JudgeDocument(report);
      EXPECT_EQ(report.verdict, kValid);
      EXPECT_TRUE(report.reasons.empty());
      const SealReport& ignored = report.seals[first ? 0 : 1];
      EXPECT_EQ(ignored.verdict, kUndetermined);
      EXPECT_TRUE(ignored.set_aside);
      EXPECT_FALSE(report.seals[first ? 1 : 0].set_aside);
      EXPECT_TRUE(Says(ignored.reasons, Reason::kDocumentHiddenCodeIgnored));
      EXPECT_FALSE(Says(ignored.reasons, Reason::kDocumentHiddenCode));
    }
  }
}

TEST(JudgeDocumentTest, AHiddenGenuineCodeHelpsNobody) {
  Report report;
  report.seals = {Altered(), Hidden(GenuineFor("DURAND", kValid))};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kInvalid);

  SealReport unread;
  unread.axes.seal = SealAxis::kMalformed;
  report.seals = {unread, Hidden(GenuineFor("DURAND", kValid))};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kUndetermined);
}

TEST(JudgeDocumentTest, HiddenCodesAloneAreUndetermined) {
  for (const SealReport& hidden : {Hidden(Altered()), Hidden(GenuineFor("DURAND", kValid))}) {
    Report report;
    report.seals = {hidden, hidden};
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, kUndetermined);
    EXPECT_TRUE(Says(report.seals[1].reasons, Reason::kDocumentHiddenCode));
  }
}

// ---- Several attestations of one person

SealReport IssuedOn(int day, Verdict verdict) {
  SealReport seal = GenuineFor("DURAND", verdict);
  seal.claims->attestation->issued_at = StartOfParisDay(AddDays(*ParseIsoDate("2026-11-01"), day));
  return seal;
}

TEST(JudgeDocumentTest, OfOnePersonTheNewestCountsGoodOrBad) {
  for (const auto& [older, newer] : {std::pair{kInvalid, kValid},
                                     {kValid, kInvalid},
                                     {kUndetermined, kValid},
                                     {kValid, kUndetermined}}) {
    for (const bool newer_first : {false, true}) {
      Report report;
      report.seals = {IssuedOn(1, older), IssuedOn(2, newer)};
      report.seals[1].page = 2;
      if (newer_first) std::swap(report.seals[0], report.seals[1]);
      for (int again = 0; again < 2; ++again) {
        JudgeDocument(report);
        EXPECT_EQ(report.verdict, newer);
        EXPECT_TRUE(report.reasons.empty());
        EXPECT_EQ(report.seals[newer_first ? 1 : 0].reasons,
                  (std::vector<Finding>{{Reason::kDocumentNewerAttestation, ""}}));
        EXPECT_TRUE(report.seals[newer_first ? 0 : 1].reasons.empty());
        EXPECT_TRUE(report.seals[newer_first ? 1 : 0].set_aside);
        EXPECT_FALSE(report.seals[newer_first ? 0 : 1].set_aside);
      }
    }
  }
}

TEST(JudgeDocumentTest, TwoOfOneMomentBothCount) {
  Report report;
  report.seals = {IssuedOn(1, kValid), IssuedOn(1, kInvalid)};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kInvalid);
  for (const SealReport& seal : report.seals) EXPECT_TRUE(seal.reasons.empty());
}

TEST(JudgeDocumentTest, OneThatBeginsLaterDoesNotStandInForTodays) {
  Report report;
  report.seals = {IssuedOn(1, kValid), IssuedOn(2, kInvalid)};
  report.seals[1].axes.rights = RightsAxis::kNotYet;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kValid);
  EXPECT_TRUE(report.seals[0].reasons.empty());

  report.seals[1].axes.status = StatusAxis::kRevoked;  // withdrawn: it counts whenever it begins
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kInvalid);
  EXPECT_TRUE(Says(report.seals[0].reasons, Reason::kDocumentNewerAttestation));

  report.seals = {IssuedOn(2, kInvalid)};
  report.seals[0].axes.rights = RightsAxis::kNotYet;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kInvalid) << "alone, it counts";
}

TEST(JudgeDocumentTest, ANewerOneThatIsNotProvenOrHiddenReplacesNothing) {
  Report report;
  report.seals = {IssuedOn(1, kInvalid), IssuedOn(2, kValid)};
  report.seals[1].axes.seal = SealAxis::kTestIssuer;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kInvalid);

  report.seals = {IssuedOn(1, kInvalid), Hidden(IssuedOn(2, kValid))};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kInvalid);
  EXPECT_TRUE(report.seals[0].reasons.empty());
}

// ---- Several people

TEST(JudgeDocumentTest, PeopleOnPagesOfTheirOwnAreAFamily) {
  for (const auto& [other, expected] :
       {std::pair{kValid, kValid}, {kInvalid, kInvalid}, {kUndetermined, kUndetermined}}) {
    Report report;
    report.seals = {GenuineFor("DURAND", kValid), GenuineFor("MARTIN", other)};
    report.seals[1].page = 2;
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, expected);
    EXPECT_EQ(report.reasons, (std::vector<Finding>{{Reason::kDocumentSeveralPeople, ""}}));
  }
}

TEST(JudgeDocumentTest, PeopleMixedOnOnePageAreAssembledWhateverTheOthersHold) {
  Report report;
  report.seals = {GenuineFor("DURAND", kValid), GenuineFor("MARTIN", kValid),
                  GenuineFor("DURAND", kValid)};
  report.seals[1].page = report.seals[2].page = 2;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kUndetermined);
  EXPECT_EQ(report.reasons, (std::vector<Finding>{{Reason::kDocumentAssembled, ""}}));
}

TEST(JudgeDocumentTest, ARemarkBesideAProblemDoesNotSettleIt) {
  Report report;
  report.seals = {GenuineFor("DURAND", kValid)};
  report.reasons = {{Reason::kDocumentAttachments, ""}};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kValid);
  report.reasons.push_back({Reason::kDocumentDeadline, ""});
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, kUndetermined);
}

}  // namespace
}  // namespace sceau::verify
