// SPDX-License-Identifier: Apache-2.0
#include "issue/ledger/rows.h"

#include <algorithm>

#include "base/status.h"
#include "fmt/format.h"

namespace sceau::issue {
namespace {

enum Column {
  kDocument,
  kKey,
  kList,
  kPosition,
  kIssuedAt,
  kValidUntil,
  kHolder,
  kRequest,
  kClaims,
  kReplaces,
  kSignature,
  kState,
  kSince,
  kReason,
};

template <std::size_t kSize>
bool Read(const Statement& select, int column, std::array<std::uint8_t, kSize>& out) {
  const Bytes blob = select.Blob(column);
  if (blob.size() != kSize) return false;
  std::ranges::copy(blob, out.begin());
  return true;
}

template <std::size_t kSize>
bool Read(const Statement& select, int column,
          std::optional<std::array<std::uint8_t, kSize>>& out) {
  return select.IsNull(column) || Read(select, column, out.emplace());
}

template <std::size_t kSize>
void BindOptional(const std::optional<std::array<std::uint8_t, kSize>>& value,
                  Statement& statement) {
  if (value) {
    statement.Bind(ByteSpan(*value));
  } else {
    statement.BindNull();
  }
}

}  // namespace

absl::StatusOr<Statement> PrepareInsert(const Database& database) {
  return database.Prepare(fmt::format(
      "INSERT INTO attestations ({}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", kColumns));
}

void BindRow(const LedgerRow& row, Statement& insert) {
  insert.Bind(ByteSpan(row.document_id)).Bind(ByteSpan(row.key.prefix));
  insert.Bind(row.status.list).Bind(row.status.index);
  insert.Bind(SecondsOf(row.issued_at));
  insert.Bind(static_cast<std::int64_t>(DateToNumber(row.valid_until)));
  BindOptional(row.holder, insert);
  BindOptional(row.request, insert);
  insert.Bind(ByteSpan(row.claims));
  BindOptional(row.replaces, insert);
  insert.Bind(ByteSpan(row.signature));
  insert.Bind(static_cast<std::int64_t>(row.state));
  if (row.since) {
    insert.Bind(SecondsOf(*row.since));
  } else {
    insert.BindNull();
  }
  insert.Bind(static_cast<std::int64_t>(row.reason));
}

absl::StatusOr<LedgerRow> ReadRow(const Statement& select) {
  LedgerRow row;
  const auto valid_until = DateFromNumber(select.Unsigned(kValidUntil));
  const std::int64_t state = select.Integer(kState);
  const bool read = Read(select, kDocument, row.document_id) &&
                    Read(select, kKey, row.key.prefix) && Read(select, kHolder, row.holder) &&
                    Read(select, kRequest, row.request) && Read(select, kClaims, row.claims) &&
                    Read(select, kReplaces, row.replaces) && valid_until && state >= 0 &&
                    state <= static_cast<int>(LedgerState::kSuspended);
  if (!read) return Refuse(Reason::kLedgerUnusable, "a row that no ledger holds");
  row.status = {select.Unsigned(kList), select.Unsigned(kPosition)};
  row.issued_at = Instant(std::chrono::seconds(select.Integer(kIssuedAt)));
  row.valid_until = *valid_until;
  row.signature = select.Blob(kSignature);
  row.state = static_cast<LedgerState>(state);
  if (!select.IsNull(kSince)) row.since = Instant(std::chrono::seconds(select.Integer(kSince)));
  row.reason = static_cast<WithdrawalReason>(select.Integer(kReason));
  return row;
}

}  // namespace sceau::issue
