// SPDX-License-Identifier: Apache-2.0
// One attestation of a ledger, to and from the table.
#ifndef SCEAU_ISSUE_LEDGER_ROWS_H_
#define SCEAU_ISSUE_LEDGER_ROWS_H_

#include <cstdint>
#include <string_view>

#include "absl/status/statusor.h"
#include "issue/ledger/ledger_store.h"
#include "issue/ledger/sqlite.h"

namespace sceau::issue {

// In the order in which the functions below take them.
inline constexpr std::string_view kColumns =
    "document, key, list, position, issued_at, valid_until, holder, request, claims, replaces, "
    "signature, state, since, reason";

inline std::int64_t SecondsOf(Instant instant) { return instant.time_since_epoch().count(); }

absl::StatusOr<Statement> PrepareInsert(const Database& database);
void BindRow(const LedgerRow& row, Statement& insert);
// Refuses ledger.unusable for what no ledger holds.
absl::StatusOr<LedgerRow> ReadRow(const Statement& select);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LEDGER_ROWS_H_
