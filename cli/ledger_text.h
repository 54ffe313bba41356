// SPDX-License-Identifier: Apache-2.0
// What a ledger says, as text for people.
#ifndef SCEAU_CLI_LEDGER_TEXT_H_
#define SCEAU_CLI_LEDGER_TEXT_H_

#include <string>
#include <vector>

#include "cli/wording.h"
#include "sceau/ledger.h"

namespace sceau::cli {

// How many attestations were withdrawn, suspended or made valid again.
std::string ChangedLine(LedgerState to, std::size_t count, Language language);
std::string LedgerEntryText(const LedgerEntry& entry, Language language);
// A heading, and one line per attestation; nothing of none.
std::string LedgerListText(const std::vector<LedgerEntry>& entries, Language language);
// One JSON object on one line.
std::string LedgerEntryToJson(const LedgerEntry& entry);
std::string LedgerSummaryText(const LedgerSummary& summary, Language language);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_LEDGER_TEXT_H_
