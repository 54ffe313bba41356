// SPDX-License-Identifier: Apache-2.0
#include "issue/ledger/sqlite_part.h"

#include "issue/ledger/sqlite_ledger.h"

namespace sceau::issue {
namespace {

absl::StatusOr<Ledger> Open(const std::string& path, const LedgerOptions& options) {
  return SqliteLedger::Open(path, options);
}

}  // namespace
}  // namespace sceau::issue

const sceau::issue::SqlitePart sceau_part_sqlite = {&sceau::issue::SqliteLedger::Create,
                                                    &sceau::issue::Open};
