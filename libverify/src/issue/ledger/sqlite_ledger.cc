// SPDX-License-Identifier: Apache-2.0
#include "issue/ledger/sqlite_ledger.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/descriptor.h"
#include "base/status.h"
#include "crypto/digest.h"
#include "fmt/format.h"
#include "issue/ledger/entry_blocks.h"
#include "issue/ledger/rows.h"
#include "issue/ledger/schema.h"

namespace sceau::issue {
namespace {

// SQLite would make it readable by others.
absl::Status MakeFile(const std::string& path) {
  const Descriptor file(
      ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
  if (file.get() >= 0) return absl::OkStatus();
  if (errno == EEXIST) return Refuse(Reason::kOutputExists);
  return Refuse(Reason::kLedgerNotWritten, std::strerror(errno));
}

absl::StatusOr<Bytes> ReadHashKey(const Database& database) {
  SCEAU_ASSIGN_OR_RETURN(Statement statement,
                         database.Prepare("SELECT value FROM meta WHERE name = 'hash_key'"));
  SCEAU_ASSIGN_OR_RETURN(const bool found, statement.Step());
  Bytes key = found ? statement.Blob(0) : Bytes();
  if (key.size() != kHashKeySize) return Refuse(Reason::kLedgerUnusable, "no hash key");
  return key;
}

}  // namespace

absl::Status SqliteLedger::Create(const std::string& path) {
  SCEAU_RETURN_IF_ERROR(MakeFile(path));
  const auto database = Database::Open(path, LedgerOptions{}.patience);
  absl::Status made = database.ok() ? MakeSchema(*database) : database.status();
  if (!made.ok()) ::unlink(path.c_str());
  return made;
}

absl::StatusOr<std::shared_ptr<SqliteLedger>> SqliteLedger::Open(const std::string& path,
                                                                 const LedgerOptions& options) {
  if (options.block_entries == 0 || options.block_entries > kLargestBlock)
    return Refuse(Reason::kUsage, "block_entries: 1 to 1,048,576");
  if (options.list_entries < 4 || options.list_entries % 4 != 0 ||
      options.list_entries > Limits{}.status_entries) {
    return Refuse(Reason::kUsage, "list_entries: a multiple of 4, within status_entries");
  }
  struct stat facts {};
  if (::lstat(path.c_str(), &facts) != 0) return Refuse(Reason::kLedgerMissing);
  SCEAU_ASSIGN_OR_RETURN(Database database, Database::Open(path, options.patience));
  SCEAU_RETURN_IF_ERROR(UpdateSchema(database));
  SCEAU_ASSIGN_OR_RETURN(Bytes hash_key, ReadHashKey(database));
  return std::shared_ptr<SqliteLedger>(
      new SqliteLedger(std::move(database), options, std::move(hash_key)));
}

KeyedHash SqliteLedger::Hash(std::string_view purpose, ByteSpan content) const {
  Bytes message(purpose.begin(), purpose.end());
  message.push_back(0);
  message.insert(message.end(), content.begin(), content.end());
  return crypto::HmacSha256(hash_key_, message);
}

absl::StatusOr<std::vector<LedgerRow>> SqliteLedger::FindRows(std::string_view column,
                                                              ByteSpan value) {
  SCEAU_ASSIGN_OR_RETURN(
      Statement statement,
      database_.Prepare(fmt::format("SELECT {} FROM attestations WHERE {} = ?", kColumns, column)));
  statement.Bind(value);
  std::vector<LedgerRow> rows;
  while (true) {
    SCEAU_ASSIGN_OR_RETURN(const bool found, statement.Step());
    if (!found) return rows;
    SCEAU_ASSIGN_OR_RETURN(LedgerRow row, ReadRow(statement));
    rows.push_back(std::move(row));
  }
}

absl::StatusOr<std::optional<LedgerRow>> SqliteLedger::FindRow(std::string_view column,
                                                               ByteSpan value) {
  SCEAU_ASSIGN_OR_RETURN(std::vector<LedgerRow> rows, FindRows(column, value));
  return rows.empty() ? std::optional<LedgerRow>() : std::optional(std::move(rows.front()));
}

absl::StatusOr<std::optional<LedgerRow>> SqliteLedger::FindRequest(const KeyedHash& request) {
  return FindRow("request", request);
}

absl::StatusOr<std::optional<LedgerRow>> SqliteLedger::FindDocument(const DocumentId& document) {
  return FindRow("document", document);
}

absl::StatusOr<std::vector<LedgerRow>> SqliteLedger::FindHolder(const KeyedHash& holder) {
  return FindRows("holder", holder);
}

absl::StatusOr<std::optional<DocumentId>> SqliteLedger::FindReplacement(const DocumentId& old) {
  SCEAU_ASSIGN_OR_RETURN(const std::optional<LedgerRow> row, FindRow("replaces", old));
  return row ? std::optional(row->document_id) : std::nullopt;
}

absl::StatusOr<std::vector<StatusReference>> SqliteLedger::ProposeEntries(
    const seal::CertificateHash& key, std::size_t count, bool others_came_first) {
  return EntryBlocks(database_, options_, key).Draw(count, others_came_first);
}

// Counts one more used entry of its list.
absl::StatusOr<RecordOutcome> SqliteLedger::CountEntry(const LedgerRow& row) {
  SCEAU_ASSIGN_OR_RETURN(
      Statement list,
      database_.Prepare(
          "INSERT INTO lists (key, number, entries, block, used) VALUES (?, ?, ?, ?, 1) "
          "ON CONFLICT DO UPDATE SET used = used + 1 "
          "RETURNING published, complete_until, entries"));
  list.Bind(ByteSpan(row.key.prefix)).Bind(row.status.list).Bind(options_.list_entries);
  list.Bind(std::min(options_.block_entries, options_.list_entries));
  SCEAU_ASSIGN_OR_RETURN([[maybe_unused]] const bool counted, list.Step());
  if (!list.IsNull(1)) return Refuse(Reason::kLedgerRestored);
  // Somebody with other options began the list meanwhile, and made it shorter.
  if (row.status.index >= list.Unsigned(2)) return RecordOutcome::kTaken;
  const bool refuted =
      !list.IsNull(0) &&
      trust::IsRefutedBy(Instant(std::chrono::seconds(list.Integer(0))), row.issued_at);
  return refuted ? RecordOutcome::kRefuted : RecordOutcome::kRecorded;
}

absl::StatusOr<RecordOutcome> SqliteLedger::Insert(const LedgerRow& row) {
  SCEAU_ASSIGN_OR_RETURN(const RecordOutcome counted, CountEntry(row));
  if (counted != RecordOutcome::kRecorded) return counted;
  SCEAU_ASSIGN_OR_RETURN(Statement insert, PrepareInsert(database_));
  BindRow(row, insert);
  const absl::Status inserted = insert.Run();
  if (insert.broke_uniqueness()) return RecordOutcome::kTaken;
  SCEAU_RETURN_IF_ERROR(inserted);
  if (row.replaces) SCEAU_RETURN_IF_ERROR(WithdrawReplaced(row));
  return RecordOutcome::kRecorded;
}

// An attestation that was withdrawn before keeps its reason.
absl::Status SqliteLedger::WithdrawReplaced(const LedgerRow& row) {
  SCEAU_ASSIGN_OR_RETURN(Statement statement,
                         database_.Prepare("UPDATE attestations SET state = 1, since = ?, reason = "
                                           "? WHERE document = ? AND state <> 1"));
  statement.Bind(SecondsOf(row.issued_at))
      .Bind(static_cast<std::int64_t>(WithdrawalReason::kReplaced))
      .Bind(ByteSpan(*row.replaces));
  return statement.Run();
}

absl::StatusOr<RecordOutcome> SqliteLedger::Record(std::span<const LedgerRow> rows) {
  if (rows.empty()) return RecordOutcome::kRecorded;
  SCEAU_ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(database_));
  for (const LedgerRow& row : rows) {
    SCEAU_ASSIGN_OR_RETURN(const RecordOutcome outcome, Insert(row));
    if (outcome != RecordOutcome::kRecorded) return outcome;
  }
  SCEAU_RETURN_IF_ERROR(transaction.Commit());
  return RecordOutcome::kRecorded;
}

absl::StatusOr<std::size_t> SqliteLedger::Change(std::span<const DocumentId> documents,
                                                 std::span<const LedgerState> from, LedgerState to,
                                                 WithdrawalReason reason, Instant now) {
  SCEAU_ASSIGN_OR_RETURN(Transaction transaction, Transaction::Begin(database_));
  SCEAU_ASSIGN_OR_RETURN(Statement statement,
                         database_.Prepare("UPDATE attestations SET state = ?, since = ?, reason = "
                                           "? WHERE document = ? AND state = ?"));
  std::size_t changed = 0;
  for (const DocumentId& document : documents) {
    for (const LedgerState state : from) {
      statement.Reset();
      statement.Bind(static_cast<std::int64_t>(to))
          .Bind(SecondsOf(now))
          .Bind(static_cast<std::int64_t>(reason))
          .Bind(ByteSpan(document))
          .Bind(static_cast<std::int64_t>(state));
      SCEAU_RETURN_IF_ERROR(statement.Run());
      if (database_.changes() == 0) continue;
      ++changed;
      break;  // not on to a state that it has only now
    }
  }
  SCEAU_RETURN_IF_ERROR(transaction.Commit());
  return changed;
}

absl::Status SqliteLedger::BeginNextList(const seal::CertificateHash& key) {
  SCEAU_ASSIGN_OR_RETURN(
      Statement begin,
      database_.Prepare("INSERT INTO lists (key, number, entries, block) "
                        "SELECT ?1, coalesce(max(number), 0) + 1, ?2, ?3 FROM lists WHERE key = ?1 "
                        "HAVING coalesce(min(used), 1) > 0 AND count(complete_until) = 0"));
  begin.Bind(ByteSpan(key.prefix)).Bind(options_.list_entries);
  begin.Bind(std::min(options_.block_entries, options_.list_entries));
  return begin.Run();
}

// Returns until when the list knows what was given: in a restored ledger, no longer than that was.
absl::StatusOr<Instant> SqliteLedger::MarkPublished(const seal::CertificateHash& key,
                                                    std::uint64_t list, Instant issued) {
  SCEAU_ASSIGN_OR_RETURN(
      Statement mark,
      database_.Prepare("UPDATE lists SET published = min(?, coalesce(complete_until, ?)) "
                        "WHERE key = ? AND number = ? RETURNING published"));
  mark.Bind(SecondsOf(issued)).Bind(SecondsOf(issued)).Bind(ByteSpan(key.prefix)).Bind(list);
  SCEAU_ASSIGN_OR_RETURN(const bool found, mark.Step());
  if (!found) return Refuse(Reason::kInternal, "no such status list");
  const Instant until(std::chrono::seconds(mark.Integer(0)));
  SCEAU_ASSIGN_OR_RETURN([[maybe_unused]] const bool more, mark.Step());
  return until;
}

// Marked first: what is recorded later is younger. Withdrawals before entries: whatever was
// withdrawn was given.
absl::StatusOr<ListContents> SqliteLedger::Publish(const seal::CertificateHash& key,
                                                   std::uint64_t list, Instant issued) {
  ListContents contents;
  SCEAU_ASSIGN_OR_RETURN(contents.given_until, MarkPublished(key, list, issued));
  SCEAU_ASSIGN_OR_RETURN(contents.withdrawals, Withdrawals(key, list));
  SCEAU_ASSIGN_OR_RETURN(contents.not_given, NotGiven(key, list));
  return contents;
}

// Of a key that has given nothing yet, its list was true when it was published last.
absl::Status SqliteLedger::MarkRestored() {
  return database_.Execute(
      "UPDATE lists SET complete_until = coalesce((SELECT max(issued_at) FROM attestations "
      "WHERE attestations.key = lists.key), published, 0) WHERE complete_until IS NULL");
}

absl::StatusOr<std::vector<trust::EntryRange>> SqliteLedger::NotGiven(
    const seal::CertificateHash& key, std::uint64_t list) {
  SCEAU_ASSIGN_OR_RETURN(
      Statement entries,
      database_.Prepare("SELECT entries FROM lists WHERE key = ? AND number = ?"));
  entries.Bind(ByteSpan(key.prefix)).Bind(list);
  SCEAU_ASSIGN_OR_RETURN([[maybe_unused]] const bool known, entries.Step());
  SCEAU_ASSIGN_OR_RETURN(Statement given,
                         database_.Prepare("SELECT position FROM attestations "
                                           "WHERE key = ? AND list = ? ORDER BY position"));
  given.Bind(ByteSpan(key.prefix)).Bind(list);
  std::vector<trust::EntryRange> ranges;
  for (std::uint64_t next = 0;; ++next) {
    SCEAU_ASSIGN_OR_RETURN(const bool found, given.Step());
    const std::uint64_t position = found ? given.Unsigned(0) : entries.Unsigned(0);
    if (position > next) ranges.push_back({next, position - next});
    if (!found) return ranges;
    next = position;
  }
}

absl::StatusOr<std::vector<trust::Withdrawal>> SqliteLedger::Withdrawals(
    const seal::CertificateHash& key, std::uint64_t list) {
  SCEAU_ASSIGN_OR_RETURN(
      Statement statement,
      database_.Prepare("SELECT position, state, since, reason FROM attestations "
                        "WHERE key = ? AND list = ? AND state <> 0 ORDER BY position"));
  statement.Bind(ByteSpan(key.prefix)).Bind(list);
  std::vector<trust::Withdrawal> withdrawals;
  while (true) {
    SCEAU_ASSIGN_OR_RETURN(const bool found, statement.Step());
    if (!found) return withdrawals;
    const bool suspended = statement.Integer(1) == static_cast<int>(LedgerState::kSuspended);
    withdrawals.push_back(
        {statement.Unsigned(0),
         suspended ? trust::StatusValue::kSuspended : trust::StatusValue::kInvalid,
         ParisDay(Instant(std::chrono::seconds(statement.Integer(2)))),
         static_cast<WithdrawalReason>(statement.Integer(3))});
  }
}

absl::StatusOr<LedgerSummary> SqliteLedger::Summarize() {
  LedgerSummary summary;
  SCEAU_ASSIGN_OR_RETURN(
      Statement lists,
      database_.Prepare("SELECT key, number, entries, used FROM lists ORDER BY key, number"));
  std::uint64_t all = 0;
  while (true) {
    SCEAU_ASSIGN_OR_RETURN(const bool found, lists.Step());
    if (!found) break;
    summary.lists.push_back(
        {ToHex(lists.Blob(0)), lists.Unsigned(1), lists.Unsigned(2), lists.Unsigned(3)});
    all += lists.Unsigned(3);
  }
  const auto count = [this](std::string_view state) -> absl::StatusOr<std::uint64_t> {
    SCEAU_ASSIGN_OR_RETURN(
        const auto number,
        database_.QueryInteger(fmt::format("SELECT count(*) FROM attestations INDEXED BY by_state "
                                           "WHERE state <> 0 AND state = {}",
                                           state)));
    return static_cast<std::uint64_t>(number.value_or(0));
  };
  SCEAU_ASSIGN_OR_RETURN(summary.withdrawn, count("1"));
  SCEAU_ASSIGN_OR_RETURN(summary.suspended, count("2"));
  summary.valid = all - summary.withdrawn - summary.suspended;
  return summary;
}

}  // namespace sceau::issue
