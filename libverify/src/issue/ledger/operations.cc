// SPDX-License-Identifier: Apache-2.0
// What people do with a ledger, besides issuing.
#include <array>
#include <utility>

#include "attestation/nir.h"
#include "base/status.h"
#include "issue/issuer_key.h"
#include "issue/ledger/ledger_store.h"
#include "issue/ledger/sqlite_ledger.h"
#include "sceau/ledger.h"
#include "trust/certified.h"
#include "trust/status_list/status_list_writer.h"

namespace sceau {
namespace {

using issue::LedgerRow;

absl::StatusOr<std::vector<LedgerRow>> Select(const Ledger& ledger, const LedgerSelection& which) {
  if (which.document.has_value() == which.nir.has_value())
    return Refuse(Reason::kUsage, "either a document or a NIR");
  if (which.document) {
    SCEAU_ASSIGN_OR_RETURN(std::optional<LedgerRow> row, ledger->FindDocument(*which.document));
    if (!row) return Refuse(Reason::kLedgerUnknownDocument);
    return std::vector<LedgerRow>{*std::move(row)};
  }
  SCEAU_ASSIGN_OR_RETURN(const attestation::Nir nir, attestation::Nir::Parse(*which.nir));
  SCEAU_ASSIGN_OR_RETURN(std::vector<LedgerRow> rows,
                         ledger->FindHolder(issue::HolderHash(*ledger, nir.text())));
  if (rows.empty()) return Refuse(Reason::kLedgerUnknownHolder);
  return rows;
}

absl::StatusOr<std::size_t> Change(const Ledger& ledger, const LedgerSelection& which,
                                   std::span<const LedgerState> from, LedgerState to,
                                   WithdrawalReason reason, Instant now) {
  SCEAU_ASSIGN_OR_RETURN(const std::vector<LedgerRow> rows, Select(ledger, which));
  std::vector<DocumentId> documents;
  documents.reserve(rows.size());
  for (const LedgerRow& row : rows) documents.push_back(row.document_id);
  SCEAU_ASSIGN_OR_RETURN(const std::size_t changed,
                         ledger->Change(documents, from, to, reason, now));
  if (changed > 0 || !which.document || to == LedgerState::kWithdrawn) return changed;
  // Read it again: another process may have withdrawn it in the meantime.
  SCEAU_ASSIGN_OR_RETURN(const auto row, ledger->FindDocument(*which.document));
  if (row && row->state == LedgerState::kWithdrawn) return Refuse(Reason::kLedgerWithdrawnForGood);
  return changed;
}

absl::StatusOr<LedgerEntry> EntryOf(const Ledger& ledger, const LedgerRow& row) {
  SCEAU_ASSIGN_OR_RETURN(const std::optional<DocumentId> newer,
                         ledger->FindReplacement(row.document_id));
  LedgerEntry entry{.document_id = FormatDocumentId(row.document_id),
                    .key_id = seal::ToString(row.key),
                    .status = row.status,
                    .issued_at = row.issued_at,
                    .valid_until = row.valid_until,
                    .state = row.state,
                    .since = row.since,
                    .reason = row.reason,
                    .replaces = std::nullopt,
                    .replaced_by = std::nullopt};
  if (row.replaces) entry.replaces = FormatDocumentId(*row.replaces);
  if (newer) entry.replaced_by = FormatDocumentId(*newer);
  return entry;
}

bool Includes(const issue::LedgerListing& listing, const LedgerRow& row) {
  return row.issued_at >= listing.issued_from && row.issued_at < listing.issued_before &&
         (!listing.state || *listing.state == row.state);
}

absl::StatusOr<std::vector<LedgerRow>> RowsOf(const Ledger& ledger, const LedgerQuery& query) {
  const Instant before =
      query.issued_until ? StartOfParisDay(AddDays(*query.issued_until, 1)) : Instant::max();
  const issue::LedgerListing listing{
      .state = query.state,
      .issued_from = query.issued_from ? StartOfParisDay(*query.issued_from) : Instant::min(),
      .issued_before = before,
      .after = query.after,
      .limit = query.limit};
  if (!query.request_id) return ledger->ListRows(listing);
  SCEAU_ASSIGN_OR_RETURN(const std::optional<LedgerRow> row,
                         ledger->FindRequest(issue::HashOfRequest(*ledger, *query.request_id)));
  std::vector<LedgerRow> rows;
  if (row && !query.after && Includes(listing, *row)) rows.push_back(*row);
  return rows;
}

}  // namespace

absl::Status CreateLedger(const std::string& path) { return issue::SqliteLedger::Create(path); }

absl::StatusOr<Ledger> OpenLedger(const std::string& path, const LedgerOptions& options) {
  return issue::SqliteLedger::Open(path, options);
}

absl::StatusOr<std::size_t> Withdraw(const Ledger& ledger, const LedgerSelection& which,
                                     WithdrawalReason reason, Instant now) {
  constexpr std::array kFrom = {LedgerState::kValid, LedgerState::kSuspended};
  return Change(ledger, which, kFrom, LedgerState::kWithdrawn, reason, now);
}

absl::StatusOr<std::size_t> Suspend(const Ledger& ledger, const LedgerSelection& which,
                                    WithdrawalReason reason, Instant now) {
  constexpr std::array kFrom = {LedgerState::kValid};
  return Change(ledger, which, kFrom, LedgerState::kSuspended, reason, now);
}

absl::StatusOr<std::size_t> Reinstate(const Ledger& ledger, const LedgerSelection& which,
                                      Instant now) {
  constexpr std::array kFrom = {LedgerState::kSuspended};
  return Change(ledger, which, kFrom, LedgerState::kValid, WithdrawalReason::kOther, now);
}

absl::StatusOr<std::vector<SignedStatusList>> SignStatusLists(
    const Ledger& ledger, const std::shared_ptr<const issue::SigningIdentity>& key, Instant issued,
    Instant expires, const Limits& limits) {
  if (!key) return Refuse(Reason::kKeyMissing, "no issuer key given");
  const seal::CertificateHash id = trust::HashIdOf(key->certificate);
  SCEAU_RETURN_IF_ERROR(ledger->BeginNextList(id));
  SCEAU_ASSIGN_OR_RETURN(const LedgerSummary summary, ledger->Summarize());
  std::vector<SignedStatusList> lists;
  for (const LedgerSummary::List& list : summary.lists) {
    if (list.key_id != seal::ToString(id)) continue;
    SCEAU_ASSIGN_OR_RETURN(const issue::ListContents contents,
                           ledger->Publish(id, list.number, issued));
    const trust::StatusListContent content{.number = list.number,
                                           .issued = issued,
                                           .expires = expires,
                                           .size = list.entries,
                                           .withdrawals = contents.withdrawals,
                                           .given_until = contents.given_until,
                                           .not_given = contents.not_given};
    SCEAU_ASSIGN_OR_RETURN(Bytes file,
                           trust::SignStatusList(content, key->key, key->certificate, limits));
    lists.push_back({list.key_id, list.number, std::move(file)});
  }
  return lists;
}

absl::StatusOr<LedgerEntry> FindInLedger(const Ledger& ledger, const DocumentId& document) {
  SCEAU_ASSIGN_OR_RETURN(const std::optional<LedgerRow> row, ledger->FindDocument(document));
  if (!row) return Refuse(Reason::kLedgerUnknownDocument);
  return EntryOf(ledger, *row);
}

absl::StatusOr<std::vector<LedgerEntry>> ListLedger(const Ledger& ledger,
                                                    const LedgerQuery& query) {
  constexpr std::size_t kMaxPage = 10'000;
  if (query.limit < 1 || query.limit > kMaxPage)
    return Refuse(Reason::kUsage, "limit: 1 to 10,000");
  SCEAU_ASSIGN_OR_RETURN(const std::vector<LedgerRow> rows, RowsOf(ledger, query));
  std::vector<LedgerEntry> entries;
  entries.reserve(rows.size());
  for (const LedgerRow& row : rows) {
    SCEAU_ASSIGN_OR_RETURN(LedgerEntry entry, EntryOf(ledger, row));
    entries.push_back(std::move(entry));
  }
  return entries;
}

absl::Status DeclareLedgerRestored(const Ledger& ledger) { return ledger->MarkRestored(); }

absl::StatusOr<LedgerSummary> SummarizeLedger(const Ledger& ledger) { return ledger->Summarize(); }

}  // namespace sceau
