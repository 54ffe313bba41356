// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>

#include "base/status.h"
#include "issue/ledger/ledger_testing.h"
#include "sceau/ledger.h"

namespace sceau::issue {
namespace {

// Five, issued on five days; the newest first.
class ListLedgerTest : public LedgerFixture {
 protected:
  void SetUp() override {
    ledger_ = Open();
    for (int day = 1; day <= 5; ++day) {
      IssueOptions options = Options(ledger_);
      const Instant now = Day("2026-11-02") + std::chrono::days{day - 1};
      options.now = [now] { return now; };
      options.request_id = "r" + std::to_string(day);
      const auto issued = IssueAttestation(ClaimsOf("LEFÈVRE"), options);
      ASSERT_TRUE(issued.ok()) << issued.status();
      ids_.insert(ids_.begin(), issued->document_id);
      issued_.insert(issued_.begin(), issued->attestation.document_id);
    }
  }
  static LedgerQuery Query(const std::function<void(LedgerQuery&)>& change) {
    LedgerQuery query;
    change(query);
    return query;
  }
  std::vector<std::string> List(const std::function<void(LedgerQuery&)>& change) const {
    const auto entries = ListLedger(ledger_, Query(change));
    EXPECT_TRUE(entries.ok()) << entries.status();
    std::vector<std::string> ids;
    for (const LedgerEntry& entry : *entries) ids.push_back(entry.document_id);
    return ids;
  }
  std::vector<std::string> Some(std::size_t from, std::size_t to) const {
    return {ids_.begin() + static_cast<std::ptrdiff_t>(from),
            ids_.begin() + static_cast<std::ptrdiff_t>(to)};
  }

  Ledger ledger_;
  std::vector<std::string> ids_;
  std::vector<DocumentId> issued_;
};

TEST_F(ListLedgerTest, PagesFollowOneAnotherFromTheNewest) {
  EXPECT_EQ(List([](LedgerQuery&) {}), ids_);
  EXPECT_EQ(List([&](LedgerQuery& q) { q.limit = 2; }), Some(0, 2));
  EXPECT_EQ(List([&](LedgerQuery& q) {
              q.after = issued_[1];
              q.limit = 2;
            }),
            Some(2, 4));
  EXPECT_EQ(List([&](LedgerQuery& q) {
              q.after = issued_[3];
              q.limit = 2;
            }),
            Some(4, 5));
  EXPECT_TRUE(List([&](LedgerQuery& q) { q.after = issued_[4]; }).empty());
  EXPECT_EQ(
      ReasonOf(
          ListLedger(ledger_, Query([&](LedgerQuery& q) { q.after = DocumentId{1}; })).status()),
      Reason::kLedgerUnknownDocument);
  for (const std::size_t limit : {std::size_t{0}, std::size_t{10'001}})
    EXPECT_EQ(
        ReasonOf(ListLedger(ledger_, Query([&](LedgerQuery& q) { q.limit = limit; })).status()),
        Reason::kUsage);
}

TEST_F(ListLedgerTest, FiltersNarrowIt) {
  const auto day = [](const char* iso) { return ParseIsoDate(iso); };
  EXPECT_EQ(List([&](LedgerQuery& q) { q.issued_from = day("2026-11-04"); }), Some(0, 3));
  EXPECT_EQ(List([&](LedgerQuery& q) { q.issued_until = day("2026-11-03"); }), Some(3, 5));
  EXPECT_EQ(List([&](LedgerQuery& q) {
              q.issued_from = day("2026-11-03");
              q.issued_until = day("2026-11-05");
            }),
            Some(1, 4));
  EXPECT_EQ(List([&](LedgerQuery& q) { q.request_id = "r4"; }), Some(1, 2));
  EXPECT_TRUE(List([&](LedgerQuery& q) { q.request_id = "r9"; }).empty());
  EXPECT_TRUE(List([&](LedgerQuery& q) {
                q.issued_from = day("2026-11-06");
                q.request_id = "r4";
              }).empty());
  const LedgerSelection lost{issued_[2], std::nullopt};
  ASSERT_TRUE(Withdraw(ledger_, lost, WithdrawalReason::kLost, Day("2026-11-07")).ok());
  EXPECT_EQ(List([&](LedgerQuery& q) { q.state = LedgerState::kWithdrawn; }), Some(2, 3));
  EXPECT_EQ(List([&](LedgerQuery& q) {
              q.state = LedgerState::kValid;
              q.limit = 3;
            }),
            (std::vector{ids_[0], ids_[1], ids_[3]}));
  EXPECT_TRUE(List([&](LedgerQuery& q) { q.state = LedgerState::kSuspended; }).empty());
  const auto entries =
      ListLedger(ledger_, Query([&](LedgerQuery& q) { q.state = LedgerState::kWithdrawn; }));
  EXPECT_EQ(entries->front().reason, WithdrawalReason::kLost);
}

}  // namespace
}  // namespace sceau::issue
