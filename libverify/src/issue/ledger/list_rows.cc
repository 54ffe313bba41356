// SPDX-License-Identifier: Apache-2.0
// Lists a page of what was issued. There is no index on the date: it reads the whole table, and
// keeps no more rows than it returns.
#include <string>

#include "base/status.h"
#include "fmt/format.h"
#include "issue/ledger/rows.h"
#include "issue/ledger/sqlite_ledger.h"

namespace sceau::issue {
namespace {

std::string ConditionsOf(const LedgerListing& listing) {
  std::string conditions = "issued_at >= ? AND issued_at < ?";
  if (listing.state) conditions += " AND state = ?";
  if (listing.after) conditions += " AND (issued_at, document) < (?, ?)";
  return conditions;
}

}  // namespace

absl::StatusOr<std::vector<LedgerRow>> SqliteLedger::ListRows(const LedgerListing& listing) {
  std::optional<LedgerRow> last;
  if (listing.after) {
    SCEAU_ASSIGN_OR_RETURN(last, FindDocument(*listing.after));
    if (!last) return Refuse(Reason::kLedgerUnknownDocument);
  }
  SCEAU_ASSIGN_OR_RETURN(Statement select, database_.Prepare(fmt::format(
                                               "SELECT {} FROM attestations WHERE {} "
                                               "ORDER BY issued_at DESC, document DESC LIMIT ?",
                                               kColumns, ConditionsOf(listing))));
  select.Bind(SecondsOf(listing.issued_from)).Bind(SecondsOf(listing.issued_before));
  if (listing.state) select.Bind(static_cast<std::int64_t>(*listing.state));
  if (last) select.Bind(SecondsOf(last->issued_at)).Bind(ByteSpan(last->document_id));
  select.Bind(static_cast<std::uint64_t>(listing.limit));
  std::vector<LedgerRow> rows;
  while (true) {
    SCEAU_ASSIGN_OR_RETURN(const bool found, select.Step());
    if (!found) return rows;
    SCEAU_ASSIGN_OR_RETURN(LedgerRow row, ReadRow(select));
    rows.push_back(std::move(row));
  }
}

}  // namespace sceau::issue
