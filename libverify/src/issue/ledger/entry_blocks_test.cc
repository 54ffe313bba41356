// SPDX-License-Identifier: Apache-2.0
#include "issue/ledger/entry_blocks.h"

#include <gmock/gmock.h>

#include <map>
#include <set>
#include <utility>

#include "issue/ledger/ledger_testing.h"
#include "trust/certified.h"

namespace sceau::issue {
namespace {

class EntryBlocksTest : public LedgerFixture {
 protected:
  std::vector<StatusReference> Propose(const Ledger& ledger, std::size_t count,
                                       bool others_came_first) const {
    const auto key = trust::HashIdOf(issuer_->certificate);
    auto proposed = ledger->ProposeEntries(key, count, others_came_first);
    EXPECT_TRUE(proposed.ok()) << proposed.status();
    return proposed.ok() ? *std::move(proposed) : std::vector<StatusReference>();
  }
};

TEST_F(EntryBlocksTest, EntriesAreRandomAndNeverTwice) {
  const Ledger ledger = Open(kSmall);
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen;
  bool ascending = true;
  std::uint64_t last = 0;
  for (std::uint64_t i = 0; i < 30; ++i) {
    const StatusReference status = *Issue(ledger).attestation.status;
    EXPECT_TRUE(seen.insert({status.list, status.index}).second);
    // Blocks of 5, 5 and 2 entries, one list after the other.
    EXPECT_EQ(status.list, i / 12 + 1);
    EXPECT_EQ(status.index / 5, i % 12 / 5) << i;
    ascending = ascending && status.index >= last;
    last = status.index;
  }
  EXPECT_FALSE(ascending);
  const LedgerSummary summary = *SummarizeLedger(ledger);
  EXPECT_EQ(summary.valid, 30U);
  ASSERT_EQ(summary.lists.size(), 3U);
  for (const LedgerSummary::List& list : summary.lists)
    EXPECT_EQ(list.used, list.number < 3 ? 12U : 6U);
}

// Over blocks and lists, in one group.
TEST_F(EntryBlocksTest, AGroupHasItsEntriesInAsManyBlocksAsItTakes) {
  const Ledger ledger = Open(kSmall);
  for (int i = 0; i < 3; ++i) Issue(ledger);
  std::map<std::uint64_t, std::set<std::uint64_t>> proposed;
  for (const StatusReference& entry : Propose(ledger, 21, false))
    EXPECT_TRUE(proposed[entry.list].insert(entry.index).second);
  EXPECT_EQ(proposed[1].size(), 9U);
  EXPECT_EQ(proposed[2].size(), 12U);
  // Others came first: from the next block, and from the next list behind the last one.
  for (const StatusReference& entry : Propose(ledger, 5, true)) EXPECT_EQ(entry.index / 5, 1U);
  for (int i = 0; i < 8; ++i) Issue(ledger);
  for (const StatusReference& entry : Propose(ledger, 5, true))
    EXPECT_EQ(std::pair(entry.list, entry.index / 5),
              std::pair(std::uint64_t{2}, std::uint64_t{0}));
  EXPECT_TRUE(Propose(ledger, 0, false).empty());
}

// What those who came first left is given later.
TEST_F(EntryBlocksTest, ABlockThatWasSkippedIsFilled) {
  const Ledger ledger = Open(kSmall);
  std::vector<LedgerRow> rows;
  for (const StatusReference& entry : Propose(ledger, 3, true)) {
    LedgerRow row;
    row.key = trust::HashIdOf(issuer_->certificate);
    row.status = entry;
    row.signature = {1};
    row.valid_until = *ParseIsoDate("2027-01-01");
    row.document_id.back() = static_cast<std::uint8_t>(rows.size() + 1);
    rows.push_back(row);
  }
  ASSERT_EQ(*ledger->Record(rows), RecordOutcome::kRecorded);
  for (int i = 0; i < 5; ++i) EXPECT_LT(Issue(ledger).attestation.status->index, 5U);
  for (int i = 0; i < 2; ++i) EXPECT_EQ(Issue(ledger).attestation.status->index / 5, 1U);
}

}  // namespace
}  // namespace sceau::issue
