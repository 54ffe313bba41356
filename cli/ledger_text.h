// SPDX-License-Identifier: Apache-2.0
// What a ledger says, as text for people.
#ifndef SCEAU_CLI_LEDGER_TEXT_H_
#define SCEAU_CLI_LEDGER_TEXT_H_

#include <string>

#include "cli/wording.h"
#include "sceau/ledger.h"

namespace sceau::cli {

// How many attestations were withdrawn, suspended or made valid again.
std::string ChangedLine(LedgerState to, std::size_t count, Language language);
std::string LedgerEntryText(const LedgerEntry& entry, Language language);
std::string LedgerSummaryText(const LedgerSummary& summary, Language language);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_LEDGER_TEXT_H_
