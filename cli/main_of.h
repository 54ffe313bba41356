// SPDX-License-Identifier: Apache-2.0
// main() of the programs that have commands: sceau, and sceau-issue, which it starts.
#ifndef SCEAU_CLI_MAIN_OF_H_
#define SCEAU_CLI_MAIN_OF_H_

#include <span>

#include "cli/command.h"

namespace sceau::cli {

// What the process exits with.
int MainOf(std::span<const CommandRow> commands, int argc, char** argv);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_MAIN_OF_H_
