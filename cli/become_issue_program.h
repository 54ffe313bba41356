// SPDX-License-Identifier: Apache-2.0
// Issuing stands over libraries that nobody needs for verifying (Cairo, Pango, SQLite, xmlsec), and
// is therefore a program of its own. `sceau` starts it as git starts its commands.
#ifndef SCEAU_CLI_BECOME_ISSUE_PROGRAM_H_
#define SCEAU_CLI_BECOME_ISSUE_PROGRAM_H_

#include <string>
#include <vector>

#include "cli/terminal.h"

namespace sceau::cli {

// Runs sceau-issue in the place of this process, with the same arguments, files and exit status.
// Returns only when it cannot be started.
ExitCode BecomeIssueProgram(const std::vector<std::string>& arguments, Terminal& terminal);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_BECOME_ISSUE_PROGRAM_H_
