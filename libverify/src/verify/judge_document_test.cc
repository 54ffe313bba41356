// SPDX-License-Identifier: Apache-2.0
// What many seals of one document come to.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "attestation/claims_of.h"
#include "sceau/verify.h"
#include "verify/judge.h"

namespace sceau::verify {
namespace {

Policy CounterPolicy() { return **NamedPolicy("counter"); }

SealReport GenuineFor(std::string name, Verdict verdict) {
  SealReport seal;
  seal.axes.seal = SealAxis::kGenuine;
  seal.verdict = verdict;
  Attestation attestation;
  attestation.holder.birth_name = std::move(name);
  attestation.holder.given_names = "Marie";
  attestation.holder.birth_date = "19840512";
  seal.claims = attestation::ClaimsOf(std::move(attestation));
  return seal;
}

TEST(JudgeDocumentTest, TheWorstSealDecidesInAnyOrder) {
  for (const auto& [first, second, expected] :
       {std::tuple{Verdict::kValid, Verdict::kValid, Verdict::kValid},
        {Verdict::kValid, Verdict::kInvalid, Verdict::kInvalid},
        {Verdict::kInvalid, Verdict::kValid, Verdict::kInvalid},
        {Verdict::kUndetermined, Verdict::kValid, Verdict::kUndetermined},
        {Verdict::kUndetermined, Verdict::kInvalid, Verdict::kInvalid}}) {
    Report report;
    report.seals = {GenuineFor("DURAND", first), GenuineFor("Durand", second)};
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, expected);
    EXPECT_TRUE(report.reasons.empty());
  }
}

TEST(JudgeDocumentTest, TwoGenuineSealsForTwoPeopleAreAssembled) {
  Report report;
  report.seals = {GenuineFor("DURAND", Verdict::kValid), GenuineFor("MARTIN", Verdict::kValid)};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  ASSERT_EQ(report.reasons.size(), 1U);
  EXPECT_EQ(report.reasons[0].reason, Reason::kDocumentAssembled);

  report = Report{};
  report.seals = {GenuineFor("DURAND", Verdict::kValid), GenuineFor("MARTIN", Verdict::kInvalid)};
  report.seals[1].axes.seal = SealAxis::kAltered;
  JudgeDocument(report);
  EXPECT_TRUE(report.reasons.empty()) << "an altered seal names nobody";
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
}

// A paper that names nobody, or claims that were never read.
TEST(JudgeDocumentTest, WhatNamesNobodyIsNotAssembled) {
  for (const bool read : {false, true}) {
    Report report;
    report.seals = {GenuineFor("DURAND", Verdict::kValid), GenuineFor("MARTIN", Verdict::kValid)};
    report.seals[1].claims.reset();
    if (read) report.seals[1].claims.emplace();
    JudgeDocument(report);
    EXPECT_TRUE(report.reasons.empty());
    EXPECT_EQ(report.verdict, Verdict::kValid);
  }
}

// A proof of address, as an invoice names its customer.
SealReport InvoiceFor(std::string family, std::string given, Verdict verdict) {
  SealReport seal;
  seal.axes.seal = SealAxis::kGenuine;
  seal.verdict = verdict;
  seal.claims.emplace();
  seal.claims->subjects = {{.name_in_use = std::move(family),
                            .given_names = std::move(given),
                            .is_name_complete = true}};
  return seal;
}

TEST(JudgeDocumentTest, AnotherPersonsPaperBesideAnAttestationIsTold) {
  const struct {
    std::string family;
    std::string given;
    bool others;
  } rows[] = {{"MARTIN", "KARIM", true},
              {"DURAND", "KARIM", true},
              {"DURAND", "MARIE", false},
              {"MARTIN", "MARIE", false}};
  for (const auto& row : rows) {
    for (const int page : {1, 2}) {
      Report report;
      report.seals = {GenuineFor("DURAND", Verdict::kValid),
                      InvoiceFor(row.family, row.given, Verdict::kValid)};
      report.seals[1].page = page;
      JudgeDocument(report);
      SCOPED_TRACE(row.family + " " + row.given + ", page " + std::to_string(page));
      EXPECT_EQ(report.verdict, row.others && page == 1 ? Verdict::kUndetermined : Verdict::kValid);
      ASSERT_EQ(report.reasons.size(), row.others ? 1U : 0U);
      if (row.others) {
        EXPECT_EQ(report.reasons[0].reason,
                  page == 1 ? Reason::kDocumentAssembled : Reason::kDocumentSeveralPeople);
      }
      EXPECT_FALSE(report.seals[0].set_aside || report.seals[1].set_aside);
    }
  }
}

TEST(JudgeDocumentTest, APaperBesideAnAttestationMustBeProvenToName) {
  Report report;
  report.seals = {GenuineFor("DURAND", Verdict::kValid),
                  InvoiceFor("MARTIN", "KARIM", Verdict::kUndetermined)};
  report.seals[1].axes.seal = SealAxis::kTestIssuer;
  JudgeDocument(report);
  EXPECT_TRUE(report.reasons.empty());
}

// Without an attestation, nothing says whose they should be.
TEST(JudgeDocumentTest, PapersOfOtherKindsAreNotAssembled) {
  Report report;
  report.seals = {InvoiceFor("DURAND", "MARIE", Verdict::kValid),
                  InvoiceFor("MARTIN", "KARIM", Verdict::kValid)};
  JudgeDocument(report);
  EXPECT_TRUE(report.reasons.empty());
  EXPECT_EQ(report.verdict, Verdict::kValid);
}

TEST(JudgeDocumentTest, EachFactOfThePersonTellsTwoPeopleApart) {
  const std::pair<std::string_view, std::function<void(Subject&)>> changes[] = {
      {"birth name", [](Subject& holder) { holder.birth_name = "MARTIN"; }},
      {"given names", [](Subject& holder) { holder.given_names = "Jean"; }},
      {"birth date", [](Subject& holder) { holder.birth_date = "19840518"; }},
      {"number", [](Subject& holder) { holder.numbers[0].value = "284057599902533"; }},
  };
  for (const auto& [what, change] : changes) {
    Report report;
    report.seals = {GenuineFor("DURAND", Verdict::kValid), GenuineFor("Durand", Verdict::kValid)};
    for (SealReport& seal : report.seals)
      seal.claims->subjects[0].numbers = {{NumberKind::kNir, "284057599902525"}};
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, Verdict::kValid) << "one person written in two ways";
    change(report.seals[1].claims->subjects[0]);
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, Verdict::kUndetermined) << what;
  }
}

TEST(JudgeDocumentTest, WithoutASealOrWithAPartUnreadNothingIsValid) {
  Report report;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  report.seals = {GenuineFor("DURAND", Verdict::kValid)};
  report.reasons = {{Reason::kDocumentDeadline, ""}};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
}

// An invoice carries its data as a file. What viewers show in the place of the pages is another
// matter.
TEST(JudgeDocumentTest, FilesBesideThePagesSayNothingAgainstThem) {
  const struct {
    Finding finding;
    Verdict verdict;
  } kCases[] = {
      {{Reason::kDocumentAttachments, ""}, Verdict::kValid},
      {{Reason::kDocumentAttachments, "portfolio"}, Verdict::kUndetermined},
      {{Reason::kDocumentXfaForm, ""}, Verdict::kUndetermined},
  };
  for (const auto& c : kCases) {
    Report report;
    report.reasons = {c.finding};
    report.seals = {GenuineFor("DURAND", Verdict::kValid)};
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, c.verdict) << ReasonCode(c.finding.reason) << c.finding.detail;
    report.seals[0].verdict = Verdict::kInvalid;
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, Verdict::kInvalid);
    report.seals.clear();
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  }
}

// ---- Hidden codes

SealReport Hidden(SealReport seal) {
  seal.reasons.push_back({Reason::kDocumentHiddenCode, ""});
  seal.verdict = JudgeSealReport(seal, CounterPolicy());
  return seal;
}

SealReport Altered() {
  SealReport seal;
  seal.axes.seal = SealAxis::kAltered;
  seal.verdict = Verdict::kInvalid;
  return seal;
}

bool Says(const std::vector<Finding>& findings, Reason reason) {
  return std::ranges::find(findings, reason, &Finding::reason) != findings.end();
}

TEST(JudgeDocumentTest, AHiddenCodeDoesNotCountBesideOneThatIsShown) {
  SealReport revoked = GenuineFor("MARTIN", Verdict::kInvalid);
  revoked.axes.status = StatusAxis::kRevoked;
  for (const SealReport& hidden :
       {Hidden(Altered()), Hidden(revoked), Hidden(GenuineFor("MARTIN", Verdict::kValid))}) {
    for (const bool first : {false, true}) {
      Report report;
      report.seals = {GenuineFor("DURAND", Verdict::kValid)};
      report.seals.insert(first ? report.seals.begin() : report.seals.end(), hidden);
      JudgeDocument(report);
      EXPECT_EQ(report.verdict, Verdict::kValid);
      EXPECT_TRUE(report.reasons.empty());
      const SealReport& ignored = report.seals[first ? 0 : 1];
      EXPECT_EQ(ignored.verdict, Verdict::kUndetermined);
      EXPECT_TRUE(ignored.set_aside);
      EXPECT_FALSE(report.seals[first ? 1 : 0].set_aside);
      EXPECT_TRUE(Says(ignored.reasons, Reason::kDocumentHiddenCodeIgnored));
      EXPECT_FALSE(Says(ignored.reasons, Reason::kDocumentHiddenCode));
    }
  }
}

TEST(JudgeDocumentTest, AHiddenGenuineCodeHelpsNobody) {
  Report report;
  report.seals = {Altered(), Hidden(GenuineFor("DURAND", Verdict::kValid))};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kInvalid);

  SealReport unread;
  unread.axes.seal = SealAxis::kMalformed;
  report.seals = {unread, Hidden(GenuineFor("DURAND", Verdict::kValid))};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
}

TEST(JudgeDocumentTest, HiddenCodesAloneAreUndetermined) {
  for (const SealReport& hidden :
       {Hidden(Altered()), Hidden(GenuineFor("DURAND", Verdict::kValid))}) {
    Report report;
    report.seals = {hidden, hidden};
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, Verdict::kUndetermined);
    EXPECT_TRUE(Says(report.seals[1].reasons, Reason::kDocumentHiddenCode));
  }
}

// ---- Several attestations of one person

SealReport IssuedOn(int day, Verdict verdict) {
  SealReport seal = GenuineFor("DURAND", verdict);
  seal.claims->validity.issued_at = StartOfParisDay(AddDays(*ParseIsoDate("2026-11-01"), day));
  return seal;
}

TEST(JudgeDocumentTest, OfOnePersonTheNewestCountsGoodOrBad) {
  for (const auto& [older, newer] : {std::pair{Verdict::kInvalid, Verdict::kValid},
                                     {Verdict::kValid, Verdict::kInvalid},
                                     {Verdict::kUndetermined, Verdict::kValid},
                                     {Verdict::kValid, Verdict::kUndetermined}}) {
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
  report.seals = {IssuedOn(1, Verdict::kValid), IssuedOn(1, Verdict::kInvalid)};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
  for (const SealReport& seal : report.seals) EXPECT_TRUE(seal.reasons.empty());
}

TEST(JudgeDocumentTest, OneThatBeginsLaterDoesNotStandInForTodays) {
  Report report;
  report.seals = {IssuedOn(1, Verdict::kValid), IssuedOn(2, Verdict::kInvalid)};
  report.seals[1].axes.rights = RightsAxis::kNotYet;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kValid);
  EXPECT_TRUE(report.seals[0].reasons.empty());

  report.seals[1].axes.status = StatusAxis::kRevoked;  // withdrawn: it counts whenever it begins
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
  EXPECT_TRUE(Says(report.seals[0].reasons, Reason::kDocumentNewerAttestation));

  report.seals = {IssuedOn(2, Verdict::kInvalid)};
  report.seals[0].axes.rights = RightsAxis::kNotYet;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kInvalid) << "alone, it counts";
}

TEST(JudgeDocumentTest, ANewerOneThatIsNotProvenOrHiddenReplacesNothing) {
  Report report;
  report.seals = {IssuedOn(1, Verdict::kInvalid), IssuedOn(2, Verdict::kValid)};
  report.seals[1].axes.seal = SealAxis::kTestIssuer;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kInvalid);

  report.seals = {IssuedOn(1, Verdict::kInvalid), Hidden(IssuedOn(2, Verdict::kValid))};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
  EXPECT_TRUE(report.seals[0].reasons.empty());
}

// ---- Several people

TEST(JudgeDocumentTest, PeopleOnPagesOfTheirOwnAreAFamily) {
  for (const auto& [other, expected] : {std::pair{Verdict::kValid, Verdict::kValid},
                                        {Verdict::kInvalid, Verdict::kInvalid},
                                        {Verdict::kUndetermined, Verdict::kUndetermined}}) {
    Report report;
    report.seals = {GenuineFor("DURAND", Verdict::kValid), GenuineFor("MARTIN", other)};
    report.seals[1].page = 2;
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, expected);
    EXPECT_EQ(report.reasons, (std::vector<Finding>{{Reason::kDocumentSeveralPeople, ""}}));
  }
}

TEST(JudgeDocumentTest, OfAFamilyTheOneThatIsAskedForDecides) {
  struct Case {
    HolderAxis first;
    HolderAxis second;
    DocumentAxis page;  // of the first
    int second_page;
    Verdict verdict;
  };
  using enum HolderAxis;
  using enum Verdict;
  constexpr auto kSeen = DocumentAxis::kAgrees;
  for (const Case& c :
       {Case{HolderAxis::kDiffers, kMatches, kSeen, 2, kValid},
        {HolderAxis::kDiffers, kMatches, DocumentAxis::kDiffers, 2, kInvalid},
        {HolderAxis::kDiffers, kMatches, DocumentAxis::kNotCompared, 2, kUndetermined},
        {HolderAxis::kDiffers, kMatches, kSeen, 1, kInvalid},
        {HolderAxis::kDiffers, HolderAxis::kDiffers, kSeen, 2, kInvalid},
        {HolderAxis::kDiffers, kClose, kSeen, 2, kInvalid},
        {kNotAsked, kNotAsked, kSeen, 2, kInvalid}}) {
    Report report;
    report.seals = {GenuineFor("DURAND", kInvalid), GenuineFor("MARTIN", kValid)};
    report.seals[0].axes.holder = c.first;
    report.seals[0].axes.document = c.page;
    report.seals[1].axes.holder = c.second;
    report.seals[1].page = c.second_page;
    JudgeDocument(report);
    EXPECT_EQ(report.verdict, c.verdict);
    EXPECT_EQ(report.seals[0].set_aside, c.verdict != kInvalid);
  }
}

TEST(JudgeDocumentTest, WithoutAnAttestationOfTheOneAskedForTheOthersCount) {
  Report report;
  report.seals = {GenuineFor("DURAND", Verdict::kInvalid), GenuineFor("MARTIN", Verdict::kValid)};
  report.seals[0].axes.holder = HolderAxis::kDiffers;
  report.seals[1].axes.holder = HolderAxis::kMatches;
  report.seals[1].claims->rights.reset();
  report.seals[1].page = 2;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
}

TEST(JudgeDocumentTest, TheOneThatIsAskedForMayBeRefused) {
  Report report;
  report.seals = {GenuineFor("DURAND", Verdict::kValid), GenuineFor("MARTIN", Verdict::kInvalid)};
  report.seals[0].axes.holder = HolderAxis::kDiffers;
  report.seals[1].axes.holder = HolderAxis::kMatches;
  report.seals[1].page = 2;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kInvalid);
}

TEST(JudgeDocumentTest, PeopleMixedOnOnePageAreAssembledWhateverTheOthersHold) {
  Report report;
  report.seals = {GenuineFor("DURAND", Verdict::kValid), GenuineFor("MARTIN", Verdict::kValid),
                  GenuineFor("DURAND", Verdict::kValid)};
  report.seals[1].page = report.seals[2].page = 2;
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
  EXPECT_EQ(report.reasons, (std::vector<Finding>{{Reason::kDocumentAssembled, ""}}));
}

TEST(JudgeDocumentTest, ARemarkBesideAProblemDoesNotSettleIt) {
  Report report;
  report.seals = {GenuineFor("DURAND", Verdict::kValid)};
  report.reasons = {{Reason::kDocumentAttachments, ""}};
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kValid);
  report.reasons.push_back({Reason::kDocumentDeadline, ""});
  JudgeDocument(report);
  EXPECT_EQ(report.verdict, Verdict::kUndetermined);
}

}  // namespace
}  // namespace sceau::verify
