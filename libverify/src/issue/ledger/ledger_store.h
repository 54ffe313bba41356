// SPDX-License-Identifier: Apache-2.0
// What issuing needs from a ledger, however it is stored.
#ifndef SCEAU_ISSUE_LEDGER_LEDGER_STORE_H_
#define SCEAU_ISSUE_LEDGER_LEDGER_STORE_H_

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/ledger.h"
#include "seal/key_id.h"
#include "trust/status_list/status_list_writer.h"
#include "trust/status_list/status_value.h"

namespace sceau::issue {

using KeyedHash = std::array<std::uint8_t, 32>;

struct LedgerRow {
  DocumentId document_id{};
  seal::CertificateHash key;
  StatusReference status;
  Instant issued_at{};
  Date valid_until{};
  std::optional<KeyedHash> holder;   // of the NIR, or of names and birth date
  std::optional<KeyedHash> request;  // of the request id
  KeyedHash claims{};                // of all that was asked for
  std::optional<DocumentId> replaces;
  Bytes signature;  // with the claims, gives the same seal again
  LedgerState state = LedgerState::kValid;
  std::optional<Instant> since;
  WithdrawalReason reason = WithdrawalReason::kOther;
};

// LedgerQuery, in the table's own units.
struct LedgerListing {
  std::optional<LedgerState> state;
  Instant issued_from{};
  Instant issued_before{};
  std::optional<DocumentId> after;
  std::size_t limit = 0;
};

enum class RecordOutcome {
  kRecorded,
  kTaken,  // somebody else took an index, a document id or a request id meanwhile: try again
  // A list that refutes it was published meanwhile, since it was so long in the making: try again
  // with a new date.
  kRefuted,
};

// What a status list says, as of an instant.
struct ListContents {
  Instant given_until{};
  std::vector<trust::Withdrawal> withdrawals;  // by ascending index
  std::vector<trust::EntryRange> not_given;    // likewise
};

class LedgerStore {
 public:
  virtual ~LedgerStore() = default;

  // HMAC-SHA-256 under this ledger's own key. `purpose` keeps hashes of different things apart.
  virtual KeyedHash Hash(std::string_view purpose, ByteSpan content) const = 0;

  virtual absl::StatusOr<std::optional<LedgerRow>> FindRequest(const KeyedHash& request) = 0;
  virtual absl::StatusOr<std::optional<LedgerRow>> FindDocument(const DocumentId& document) = 0;
  virtual absl::StatusOr<std::vector<LedgerRow>> FindHolder(const KeyedHash& holder) = 0;
  virtual absl::StatusOr<std::optional<DocumentId>> FindReplacement(const DocumentId& old) = 0;

  // Free entries of this key's lists, drawn at random so that neighbours tell nothing, all
  // different; nothing is reserved. `others_came_first` to the last that were proposed: these are
  // drawn where fewer draw. Refuses ledger.restored.
  virtual absl::StatusOr<std::vector<StatusReference>> ProposeEntries(
      const seal::CertificateHash& key, std::size_t count, bool others_came_first) = 0;

  // All rows or none, durably; withdraws what they replace. Without rows nothing is locked.
  virtual absl::StatusOr<RecordOutcome> Record(std::span<const LedgerRow> rows) = 0;

  // Changes those whose state is one of `from`; returns how many.
  virtual absl::StatusOr<std::size_t> Change(std::span<const DocumentId> documents,
                                             std::span<const LedgerState> from, LedgerState to,
                                             WithdrawalReason reason, Instant now) = 0;

  // Begins the list that this key will need after those that it has, unless that was done already.
  // So it can be published before its first entry is given. A restored ledger begins none.
  virtual absl::Status BeginNextList(const seal::CertificateHash& key) = 0;
  // For a list that is signed at `issued`. From now on nothing is recorded that it would refute.
  virtual absl::StatusOr<ListContents> Publish(const seal::CertificateHash& key, std::uint64_t list,
                                               Instant issued) = 0;
  // The file is an older copy: of attestations that were issued since, it knows nothing.
  virtual absl::Status MarkRestored() = 0;
  // The newest first.
  virtual absl::StatusOr<std::vector<LedgerRow>> ListRows(const LedgerListing& listing) = 0;
  virtual absl::StatusOr<LedgerSummary> Summarize() = 0;
};

// How a ledger knows a person again. `nir`: 15 characters, as attestation::Nir has them.
inline KeyedHash HolderHash(const LedgerStore& ledger, std::string_view nir) {
  return ledger.Hash("holder", AsBytes(nir));
}

// And a request.
inline KeyedHash HashOfRequest(const LedgerStore& ledger, std::string_view request_id) {
  return ledger.Hash("request", AsBytes(request_id));
}

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LEDGER_LEDGER_STORE_H_
