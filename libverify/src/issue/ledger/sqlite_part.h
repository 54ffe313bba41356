// SPDX-License-Identifier: Apache-2.0
// What SQLite does for this room, loaded when a ledger is made or opened (base/part.h).
#ifndef SCEAU_ISSUE_LEDGER_SQLITE_PART_H_
#define SCEAU_ISSUE_LEDGER_SQLITE_PART_H_

#include "sceau/ledger.h"

namespace sceau::issue {

struct SqlitePart {
  decltype(&CreateLedger) create;
  decltype(&OpenLedger) open;
};

}  // namespace sceau::issue

extern "C" [[gnu::weak]] const sceau::issue::SqlitePart sceau_part_sqlite;

#endif  // SCEAU_ISSUE_LEDGER_SQLITE_PART_H_
