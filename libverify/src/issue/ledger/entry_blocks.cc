// SPDX-License-Identifier: Apache-2.0
#include "issue/ledger/entry_blocks.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/status.h"
#include "crypto/digest.h"

namespace sceau::issue {

// One that was published before its first entry is given has its sizes already.
absl::StatusOr<EntryBlocks::Block> EntryBlocks::FirstOfList(std::uint64_t number) const {
  SCEAU_ASSIGN_OR_RETURN(
      Statement list,
      database_.Prepare("SELECT entries, block FROM lists WHERE key = ? AND number = ?"));
  list.Bind(ByteSpan(key_.prefix)).Bind(number);
  SCEAU_ASSIGN_OR_RETURN(const bool begun, list.Step());
  const std::uint64_t entries = begun ? list.Unsigned(0) : options_.list_entries;
  const std::uint64_t size =
      begun ? list.Unsigned(1) : std::min(options_.block_entries, options_.list_entries);
  return CheckedBlock({.list = number, .entries = entries, .size = size, .index = 0});
}

absl::StatusOr<EntryBlocks::Block> EntryBlocks::After(Block block) const {
  ++block.index;
  if (block.index * block.size < block.entries) return block;
  return FirstOfList(block.list + 1);
}

absl::StatusOr<EntryBlocks::Block> EntryBlocks::CheckedBlock(const Block& block) {
  if (block.size == 0 || block.size > kLargestBlock || block.entries > Limits{}.status_entries)
    return Refuse(Reason::kLedgerUnusable, "a list that no ledger holds");
  return block;
}

absl::StatusOr<EntryBlocks::Block> EntryBlocks::FirstBlock() const {
  SCEAU_ASSIGN_OR_RETURN(Statement newest,
                         database_.Prepare("SELECT number, entries, block, used, complete_until "
                                           "FROM lists WHERE key = ? "
                                           "ORDER BY used > 0 DESC, number DESC LIMIT 1"));
  newest.Bind(ByteSpan(key_.prefix));
  SCEAU_ASSIGN_OR_RETURN(const bool found, newest.Step());
  if (!found) return FirstOfList(1);
  if (!newest.IsNull(4)) return Refuse(Reason::kLedgerRestored);
  Block block{.list = newest.Unsigned(0),
              .entries = newest.Unsigned(1),
              .size = newest.Unsigned(2),
              .index = 0};
  // Without blocks: of version 1, which drew over the whole list.
  if (block.size == 0) return FirstOfList(block.list + 1);
  // Those who came second draw from the next block, so that one block at most before the one that
  // the count names has free entries left.
  const std::uint64_t counted = newest.Unsigned(3) / block.size;
  block.index = counted == 0 ? 0 : counted - 1;
  return CheckedBlock(block);
}

absl::StatusOr<bool> EntryBlocks::IsUsedUp(const Block& block) const {
  SCEAU_ASSIGN_OR_RETURN(
      Statement count,
      database_.Prepare("SELECT count(*) FROM attestations "
                        "WHERE key = ? AND list = ? AND position >= ? AND position < ?"));
  count.Bind(ByteSpan(key_.prefix)).Bind(block.list).Bind(block.begin()).Bind(block.end());
  SCEAU_ASSIGN_OR_RETURN([[maybe_unused]] const bool counted, count.Step());
  return count.Unsigned(0) == block.end() - block.begin();
}

absl::StatusOr<std::vector<std::uint64_t>> EntryBlocks::FreeEntries(
    const Block& block, const std::set<std::uint64_t>& but) const {
  SCEAU_ASSIGN_OR_RETURN(Statement used,
                         database_.Prepare("SELECT position FROM attestations WHERE key = ? AND "
                                           "list = ? AND position >= ? AND position < ? "
                                           "ORDER BY position"));
  used.Bind(ByteSpan(key_.prefix)).Bind(block.list).Bind(block.begin()).Bind(block.end());
  std::vector<std::uint64_t> free;
  std::uint64_t next = block.begin();
  while (true) {
    SCEAU_ASSIGN_OR_RETURN(const bool found, used.Step());
    const std::uint64_t stop = found ? used.Unsigned(0) : block.end();
    for (; next < stop; ++next) {
      if (!but.contains(next)) free.push_back(next);
    }
    if (!found) return free;
    next = stop + 1;
  }
}

absl::StatusOr<std::uint64_t> EntryBlocks::Random(std::uint64_t below) const {
  std::array<std::uint8_t, 8> random{};
  if (options_.random) {
    options_.random(random);
  } else {
    SCEAU_RETURN_IF_ERROR(crypto::FillRandom(random));
  }
  std::uint64_t number = 0;
  std::memcpy(&number, random.data(), random.size());
  return number % below;
}

absl::StatusOr<std::optional<std::uint64_t>> EntryBlocks::Probe(
    const Block& block, const std::set<std::uint64_t>& but) const {
  constexpr int kMaxProbes = 64;
  SCEAU_ASSIGN_OR_RETURN(Statement find,
                         database_.Prepare("SELECT 1 FROM attestations "
                                           "WHERE key = ? AND list = ? AND position = ?"));
  for (int i = 0; i < kMaxProbes; ++i) {
    SCEAU_ASSIGN_OR_RETURN(const std::uint64_t offset, Random(block.end() - block.begin()));
    const std::uint64_t position = block.begin() + offset;
    find.Reset();
    find.Bind(ByteSpan(key_.prefix)).Bind(block.list).Bind(position);
    SCEAU_ASSIGN_OR_RETURN(const bool taken, find.Step());
    if (!taken && !but.contains(position)) return std::optional(position);
  }
  return std::optional<std::uint64_t>();
}

// While many entries are free, guessing finds one sooner than reading all the used ones would.
absl::Status EntryBlocks::DrawFrom(const Block& block, std::size_t count,
                                   std::vector<StatusReference>& drawn) const {
  std::set<std::uint64_t> mine;
  while (drawn.size() < count) {
    SCEAU_ASSIGN_OR_RETURN(const std::optional<std::uint64_t> found, Probe(block, mine));
    if (!found) break;
    mine.insert(*found);
    drawn.push_back({block.list, *found});
  }
  if (drawn.size() == count) return absl::OkStatus();
  SCEAU_ASSIGN_OR_RETURN(std::vector<std::uint64_t> free, FreeEntries(block, mine));
  while (drawn.size() < count && !free.empty()) {
    SCEAU_ASSIGN_OR_RETURN(const std::uint64_t chosen, Random(free.size()));
    std::swap(free[static_cast<std::size_t>(chosen)], free.back());
    drawn.push_back({block.list, free.back()});
    free.pop_back();
  }
  return absl::OkStatus();
}

absl::StatusOr<std::vector<StatusReference>> EntryBlocks::Draw(std::size_t count,
                                                               bool others_came_first) const {
  std::vector<StatusReference> drawn;
  if (count == 0) return drawn;  // a restored ledger still hands out what it has
  SCEAU_ASSIGN_OR_RETURN(Block block, FirstBlock());
  while (true) {
    SCEAU_ASSIGN_OR_RETURN(const bool used_up, IsUsedUp(block));
    if (!used_up) break;
    SCEAU_ASSIGN_OR_RETURN(block, After(block));
  }
  if (others_came_first) {
    SCEAU_ASSIGN_OR_RETURN(block, After(block));
  }
  SCEAU_RETURN_IF_ERROR(DrawFrom(block, count, drawn));
  while (drawn.size() < count) {
    SCEAU_ASSIGN_OR_RETURN(block, After(block));
    SCEAU_RETURN_IF_ERROR(DrawFrom(block, count, drawn));
  }
  return drawn;
}

}  // namespace sceau::issue
