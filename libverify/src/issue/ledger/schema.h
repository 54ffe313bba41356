// SPDX-License-Identifier: Apache-2.0
// The tables of a ledger, and how those of older versions are brought up to date. Spec:
// docs/formats/ledger.md.
#ifndef SCEAU_ISSUE_LEDGER_SCHEMA_H_
#define SCEAU_ISSUE_LEDGER_SCHEMA_H_

#include <cstddef>

#include "absl/status/status.h"
#include "issue/ledger/sqlite.h"

namespace sceau::issue {

// Of the ledger's own key, under which requests and persons are hashed.
constexpr std::size_t kHashKeySize = 32;

// Makes the tables in an empty file.
absl::Status MakeSchema(const Database& database);

// Brings the tables up to date, in one transaction; sets how the file is written. Refuses
// ledger.unusable (no ledger), ledger.unsupported (a later version's).
absl::Status UpdateSchema(const Database& database);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LEDGER_SCHEMA_H_
