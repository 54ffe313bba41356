// SPDX-License-Identifier: Apache-2.0
// A ledger in one SQLite file. Spec: docs/formats/ledger.md.
#ifndef SCEAU_ISSUE_LEDGER_SQLITE_LEDGER_H_
#define SCEAU_ISSUE_LEDGER_SQLITE_LEDGER_H_

#include <string>
#include <utility>

#include "issue/ledger/ledger_store.h"
#include "issue/ledger/sqlite.h"

namespace sceau::issue {

class SqliteLedger : public LedgerStore {
 public:
  static absl::Status Create(const std::string& path);
  static absl::StatusOr<std::shared_ptr<SqliteLedger>> Open(const std::string& path,
                                                            const LedgerOptions& options);

  KeyedHash Hash(std::string_view purpose, ByteSpan content) const override;
  absl::StatusOr<std::optional<LedgerRow>> FindRequest(const KeyedHash& request) override;
  absl::StatusOr<std::optional<LedgerRow>> FindDocument(const DocumentId& document) override;
  absl::StatusOr<std::vector<LedgerRow>> FindHolder(const KeyedHash& holder) override;
  absl::StatusOr<std::optional<DocumentId>> FindReplacement(const DocumentId& old) override;
  absl::StatusOr<std::vector<StatusReference>> ProposeEntries(const seal::CertificateHash& key,
                                                              std::size_t count,
                                                              bool others_came_first) override;
  absl::StatusOr<RecordOutcome> Record(std::span<const LedgerRow> rows) override;
  absl::StatusOr<std::size_t> Change(std::span<const DocumentId> documents,
                                     std::span<const LedgerState> from, LedgerState to,
                                     WithdrawalReason reason, Instant now) override;
  absl::Status BeginNextList(const seal::CertificateHash& key) override;
  absl::StatusOr<ListContents> Publish(const seal::CertificateHash& key, std::uint64_t list,
                                       Instant issued) override;
  absl::Status MarkRestored() override;
  absl::StatusOr<std::vector<LedgerRow>> ListRows(const LedgerListing& listing) override;
  absl::StatusOr<LedgerSummary> Summarize() override;

 private:
  SqliteLedger(Database database, LedgerOptions options, Bytes hash_key)
      : database_(std::move(database)),
        options_(std::move(options)),
        hash_key_(std::move(hash_key)) {}

  absl::StatusOr<std::vector<LedgerRow>> FindRows(std::string_view column, ByteSpan value);
  absl::StatusOr<std::optional<LedgerRow>> FindRow(std::string_view column, ByteSpan value);
  absl::StatusOr<Instant> MarkPublished(const seal::CertificateHash& key, std::uint64_t list,
                                        Instant issued);
  absl::StatusOr<std::vector<trust::Withdrawal>> Withdrawals(const seal::CertificateHash& key,
                                                             std::uint64_t list);
  absl::StatusOr<std::vector<trust::EntryRange>> NotGiven(const seal::CertificateHash& key,
                                                          std::uint64_t list);
  absl::StatusOr<RecordOutcome> Insert(const LedgerRow& row);
  absl::StatusOr<RecordOutcome> CountEntry(const LedgerRow& row);
  absl::Status WithdrawReplaced(const LedgerRow& row);

  Database database_;
  LedgerOptions options_;
  Bytes hash_key_;
};

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LEDGER_SQLITE_LEDGER_H_
