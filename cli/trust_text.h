// SPDX-License-Identifier: Apache-2.0
// Trust files, and what changes from one to the next, as text for people.
#ifndef SCEAU_CLI_TRUST_TEXT_H_
#define SCEAU_CLI_TRUST_TEXT_H_

#include <string>
#include <vector>

#include "cli/wording.h"
#include "sceau/etsi.h"
#include "sceau/trust_file.h"

namespace sceau::cli {

// One line: which file this is, of when, until when.
std::string HeadLine(const TrustFileDescription& file, Language language);
// One line: how many of the signatures that it needs it has.
std::string SignatureLine(const TrustFileDescription& file, Language language);
std::string TrustFileText(const TrustFileDescription& file, Language language);
std::string EtsiListText(const EtsiList& list, Language language);
// One line per change, or one that says that there is none.
std::string ChangesText(const std::vector<TrustChange>& changes, Language language);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_TRUST_TEXT_H_
