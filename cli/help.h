// SPDX-License-Identifier: Apache-2.0
// The text of --help.
#ifndef SCEAU_CLI_HELP_H_
#define SCEAU_CLI_HELP_H_

#include <string_view>

#include "sceau/reason.h"

namespace sceau::cli {

// Of one command, or of `sceau` itself for an empty name.
std::string_view HelpText(std::string_view command, Language language);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_HELP_H_
