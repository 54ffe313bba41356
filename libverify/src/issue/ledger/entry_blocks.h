// SPDX-License-Identifier: Apache-2.0
// Which entries of the status lists the next attestations get. Lists are filled block by block, and
// at random inside a block: neighbours tell nothing, and what no attestation has yet lies together,
// so that a published list stays small. Told in docs/formats/ledger.md §4.
#ifndef SCEAU_ISSUE_LEDGER_ENTRY_BLOCKS_H_
#define SCEAU_ISSUE_LEDGER_ENTRY_BLOCKS_H_

#include <algorithm>
#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "absl/status/statusor.h"
#include "issue/ledger/ledger_store.h"
#include "issue/ledger/sqlite.h"
#include "sceau/ledger.h"

namespace sceau::issue {

// Its free entries are held in memory.
inline constexpr std::uint64_t kLargestBlock = std::uint64_t{1} << 20;

// Draws entries for one issuer's key, from what the ledger holds now.
class EntryBlocks {
 public:
  EntryBlocks(const Database& database, const LedgerOptions& options,
              const seal::CertificateHash& key)
      : database_(database), options_(options), key_(key) {}

  // As LedgerStore::ProposeEntries.
  absl::StatusOr<std::vector<StatusReference>> Draw(std::size_t count,
                                                    bool others_came_first) const;

 private:
  struct Block {
    std::uint64_t list = 0;     // its number
    std::uint64_t entries = 0;  // of the whole list
    std::uint64_t size = 0;     // of each block but perhaps the last
    std::uint64_t index = 0;    // of this one in the list

    std::uint64_t begin() const { return index * size; }
    std::uint64_t end() const { return std::min(begin() + size, entries); }
  };
  // Where free entries may be looked for first: what lies before is used up.
  absl::StatusOr<Block> FirstBlock() const;
  absl::StatusOr<Block> FirstOfList(std::uint64_t number) const;
  absl::StatusOr<Block> After(Block block) const;
  // Refuses ledger.unusable for sizes that no ledger of ours has.
  static absl::StatusOr<Block> CheckedBlock(const Block& block);
  absl::StatusOr<bool> IsUsedUp(const Block& block) const;
  // Adds to `drawn` until those are `count`, or the block is used up.
  absl::Status DrawFrom(const Block& block, std::size_t count,
                        std::vector<StatusReference>& drawn) const;
  // A free entry that some guesses found, or nothing.
  absl::StatusOr<std::optional<std::uint64_t>> Probe(const Block& block,
                                                     const std::set<std::uint64_t>& but) const;
  absl::StatusOr<std::vector<std::uint64_t>> FreeEntries(const Block& block,
                                                         const std::set<std::uint64_t>& but) const;
  absl::StatusOr<std::uint64_t> Random(std::uint64_t below) const;

  const Database& database_;
  const LedgerOptions& options_;
  const seal::CertificateHash& key_;
};

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LEDGER_ENTRY_BLOCKS_H_
