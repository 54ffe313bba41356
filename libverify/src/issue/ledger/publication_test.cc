// SPDX-License-Identifier: Apache-2.0
// What a ledger's lists say, and what it records no more because they say it.
#include <gmock/gmock.h>

#include <map>
#include <set>
#include <utility>

#include "base/status.h"
#include "issue/ledger/ledger_testing.h"
#include "trust/status_list/status_list.h"

namespace sceau::issue {
namespace {

class PublicationTest : public LedgerFixture {
 protected:
  std::vector<trust::VerifiedStatusList> Publish(const Ledger& ledger, const IssuerKey& key,
                                                 Instant issued) const {
    std::vector<trust::VerifiedStatusList> verified;
    const auto lists = SignStatusLists(ledger, key, issued, issued + std::chrono::days{35});
    EXPECT_TRUE(lists.ok()) << lists.status();
    for (const SignedStatusList& list : *lists) {
      EXPECT_EQ(list.number, verified.size() + 1);
      const auto parsed = trust::ParseStatusList(list.file, {});
      verified.push_back(*trust::VerifiedStatusList::Verify(*parsed, key->certificate, {}));
    }
    return verified;
  }
  static trust::StatusValue ValueOf(const std::vector<trust::VerifiedStatusList>& lists,
                                    const StatusReference& status) {
    return trust::StatusAt(lists.at(status.list - 1).packed(), 2, status.index);
  }
};

TEST_F(PublicationTest, PublishedListsSayWhatTheLedgerSays) {
  const Ledger ledger = Open(kSmall);
  std::vector<IssuedAttestation> issued;
  for (int i = 0; i < 14; ++i) issued.push_back(Issue(ledger));
  const Instant lost = Day("2026-11-29") + std::chrono::hours{23};
  ASSERT_TRUE(Withdraw(ledger, Document(issued[2]), WithdrawalReason::kLost, lost).ok());
  ASSERT_TRUE(Suspend(ledger, Document(issued[7]), WithdrawalReason::kFraud, lost).ok());
  ASSERT_TRUE(Suspend(ledger, Document(issued[8]), WithdrawalReason::kFraud, lost).ok());
  ASSERT_TRUE(Reinstate(ledger, Document(issued[8]), lost).ok());
  const IssuerKey mine = std::exchange(issuer_, MakeIssuer("Autre caisse"));
  Issue(ledger);

  const std::vector<trust::VerifiedStatusList> verified = Publish(ledger, mine, Day("2026-12-01"));
  ASSERT_EQ(verified.size(), 3U);  // the third is the next one
  std::map<std::uint64_t, std::set<std::uint64_t>> given;
  for (const IssuedAttestation& one : issued)
    given[one.attestation.status->list].insert(one.attestation.status->index);
  for (std::uint64_t list : {1U, 2U, 3U}) {
    EXPECT_EQ(verified[list - 1].header().given_until, Day("2026-12-01"));
    for (std::uint64_t index = 0; index < 12; ++index)
      EXPECT_EQ(ValueOf(verified, {list, index}) == trust::StatusValue::kNotGiven,
                !given[list].contains(index));
  }
  for (std::size_t i = 0; i < issued.size(); ++i) {
    const StatusReference& status = *issued[i].attestation.status;
    const auto expected = i == 2   ? trust::StatusValue::kInvalid
                          : i == 7 ? trust::StatusValue::kSuspended
                                   : trust::StatusValue::kValid;
    EXPECT_EQ(ValueOf(verified, status), expected);
  }
  const trust::WithdrawalDetails& details =
      *verified.at(issued[2].attestation.status->list - 1).details();
  EXPECT_EQ(details.days.at(0), DaysBetween(*ParseIsoDate("2020-01-01"), ParisDay(lost)));
  EXPECT_EQ(details.reasons.at(0), static_cast<int>(WithdrawalReason::kLost));
  EXPECT_EQ(ReasonOf(SignStatusLists(ledger, nullptr, {}, {}).status()), Reason::kKeyMissing);
  EXPECT_EQ(ReasonOf(SignStatusLists(ledger, mine, Day("2028-02-01"), Day("2028-03-01")).status()),
            Reason::kKeyCertificateOutOfDate);
}

// Its first attestations are then younger than a list that verifiers have, and not unknown.
TEST_F(PublicationTest, TheNextListIsPublishedEmptyBeforeItsFirstEntryIsGiven) {
  const Ledger ledger = Open(kSmall);
  ASSERT_EQ(Publish(ledger, issuer_, Day("2026-11-01")).size(), 1U);
  ASSERT_EQ(Publish(ledger, issuer_, Day("2026-11-01")).size(), 1U);
  EXPECT_EQ(Issue(ledger).attestation.status->list, 1U);
  const auto lists = Publish(ledger, issuer_, Day("2026-11-01"));
  ASSERT_EQ(lists.size(), 2U);
  for (std::uint64_t index = 0; index < 12; ++index)
    EXPECT_EQ(ValueOf(lists, {2, index}), trust::StatusValue::kNotGiven);
  for (int i = 0; i < 11; ++i) EXPECT_EQ(Issue(ledger).attestation.status->list, 1U);
  EXPECT_EQ(Issue(ledger).attestation.status->list, 2U);
  EXPECT_EQ(Publish(ledger, issuer_, Day("2026-11-01")).size(), 3U);
}

// It was begun by a program with other sizes than the one that issues.
TEST_F(PublicationTest, AListThatWasBegunKeepsItsSizes) {
  ASSERT_EQ(Publish(Open(kSmall), issuer_, Day("2026-11-01")).size(), 1U);
  const Ledger ledger = Open();
  for (int i = 0; i < 12; ++i) EXPECT_EQ(Issue(ledger).attestation.status->list, 1U);
  EXPECT_EQ(Issue(ledger).attestation.status->list, 2U);
}

// The copy was made before the first attestation, and many may have been issued since.
TEST_F(PublicationTest, ARestoredLedgerWhoseListIsEmptyIssuesNoMore) {
  const Ledger ledger = Open(kSmall);
  Publish(ledger, issuer_, Day("2026-11-01"));
  ASSERT_TRUE(DeclareLedgerRestored(ledger).ok());
  EXPECT_EQ(ReasonOf(IssueAttestation(ClaimsOf("X"), Options(ledger)).status()),
            Reason::kLedgerRestored);
  const auto lists = Publish(ledger, issuer_, Day("2026-12-01"));
  ASSERT_EQ(lists.size(), 1U);
  EXPECT_EQ(lists[0].header().given_until, Day("2026-11-01"));
}

// Nobody gets an attestation that a list which is out already refutes.
TEST_F(PublicationTest, NothingIsRecordedThatAPublishedListRefutes) {
  const Ledger ledger = Open();
  Issue(ledger);
  const std::chrono::seconds second{1};
  const Instant published = Day("2026-11-02") + std::chrono::hours{20};
  Publish(ledger, issuer_, published);
  IssueOptions options = Options(ledger);
  const auto issue_at = [&](Instant now) {
    options.now = [now] { return now; };
    return IssueAttestation(ClaimsOf("X"), options);
  };
  EXPECT_TRUE(issue_at(published - std::chrono::hours{1}).ok());
  EXPECT_EQ(ReasonOf(issue_at(published - std::chrono::hours{1} - second).status()),
            Reason::kLedgerClockBehind);
  EXPECT_EQ(SummarizeLedger(ledger)->valid, 2U);
  // It was the list's date that was wrong: the next one decides.
  Publish(ledger, issuer_, published - std::chrono::hours{10});
  EXPECT_TRUE(issue_at(published - std::chrono::hours{2}).ok());
}

// A process that slept between its date and its row dates the attestation again.
TEST_F(PublicationTest, WhoWasInTheMakingForTooLongIsDatedAgain) {
  const Ledger ledger = Open();
  const IssuedAttestation first = Issue(ledger);
  const Instant begun = Day("2026-11-02") + std::chrono::hours{9};
  IssueOptions options = Options(ledger);
  options.now = [now = begun]() mutable { return std::exchange(now, now + std::chrono::hours{2}); };
  options.random = [&, done = false](std::span<std::uint8_t> out) mutable {
    if (!std::exchange(done, true)) {
      Publish(Open(), issuer_, begun + std::chrono::hours{2});
    }
    std::ranges::fill(out, std::uint8_t{7});
  };
  const auto issued = IssueAttestation(ClaimsOf("LEFÈVRE"), options);
  ASSERT_TRUE(issued.ok()) << issued.status();
  EXPECT_EQ(issued->attestation.issued_at, begun + std::chrono::hours{2});
}

// The lists of version 1 were drawn over as a whole: they are published, and left.
TEST_F(PublicationTest, ALedgerOfVersionOneGoesOnInANewList) {
  std::vector<IssuedAttestation> old;
  {
    const Ledger ledger = Open(kSmall);
    for (int i = 0; i < 3; ++i) old.push_back(Issue(ledger));
  }
  Execute(
      "ALTER TABLE lists DROP COLUMN block; ALTER TABLE lists DROP COLUMN published; "
      "ALTER TABLE lists DROP COLUMN complete_until; PRAGMA user_version = 1");
  const Ledger ledger = Open(kSmall);
  const IssuedAttestation fresh = Issue(ledger);
  EXPECT_EQ(fresh.attestation.status->list, 2U);
  ASSERT_TRUE(Withdraw(ledger, Document(old[1]), WithdrawalReason::kLost, Day("2026-11-03")).ok());
  const auto lists = Publish(ledger, issuer_, Day("2026-11-04"));
  ASSERT_EQ(lists.size(), 3U);
  EXPECT_EQ(ValueOf(lists, *old[0].attestation.status), trust::StatusValue::kValid);
  EXPECT_EQ(ValueOf(lists, *old[1].attestation.status), trust::StatusValue::kInvalid);
  EXPECT_EQ(ValueOf(lists, {1, 11}), trust::StatusValue::kNotGiven);
}

// The file as it was before the last attestation: of that one it knows nothing.
TEST_F(PublicationTest, ARestoredLedgerSaysNothingOfWhatCameLater) {
  const std::string claims = ClaimsOf("LEFÈVRE");
  const Instant known = Day("2026-11-02") + std::chrono::hours{9};  // when all are issued
  const Ledger ledger = Open();
  const auto issued = Request(ledger, claims, "r1");
  ASSERT_TRUE(DeclareLedgerRestored(ledger).ok());
  ASSERT_TRUE(DeclareLedgerRestored(ledger).ok());
  for (const Instant published : {Day("2026-12-01"), known - std::chrono::hours{1}}) {
    EXPECT_EQ(Publish(ledger, issuer_, published).at(0).header().given_until,
              std::min(published, known));
  }
  // What it has it still hands out and withdraws; more only under another key.
  EXPECT_EQ(Request(ledger, claims, "r1")->seal_text, issued->seal_text);
  EXPECT_EQ(*Withdraw(ledger, Document(*issued), WithdrawalReason::kLost, known), 1U);
  EXPECT_EQ(ReasonOf(IssueAttestation(claims, Options(ledger)).status()), Reason::kLedgerRestored);
  issuer_ = MakeIssuer("Nouvelle clé");
  Issue(ledger);
  EXPECT_EQ(Publish(ledger, issuer_, Day("2026-12-01")).at(0).header().given_until,
            Day("2026-12-01"));
}

// Between the choice of an entry and its row.
TEST_F(PublicationTest, ALedgerThatIsDeclaredRestoredRecordsNoMore) {
  const Ledger ledger = Open();
  Issue(ledger);
  IssueOptions options = Options(ledger);
  options.random = [&](std::span<std::uint8_t> out) {
    EXPECT_TRUE(DeclareLedgerRestored(Open()).ok());
    std::ranges::fill(out, std::uint8_t{7});
  };
  EXPECT_EQ(ReasonOf(IssueAttestation(ClaimsOf("X"), options).status()), Reason::kLedgerRestored);
  EXPECT_EQ(SummarizeLedger(ledger)->valid, 1U);
}

}  // namespace
}  // namespace sceau::issue
