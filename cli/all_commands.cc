// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "cli/command.h"

namespace sceau::cli {
namespace {

#define SCEAU_VERIFYING(name, make) CommandRow{name, make},
#define SCEAU_ISSUING(name, make) CommandRow{name, make},
constexpr std::array kAllCommands = {
#include "cli/commands.inc"
};

}  // namespace

std::span<const CommandRow> AllCommands() { return kAllCommands; }

}  // namespace sceau::cli
