// SPDX-License-Identifier: Apache-2.0
// sceau: verifies by itself, and leaves issuing to sceau-issue.
#include <array>

#include "cli/large_heap.h"
#include "cli/main_of.h"

namespace {

using namespace sceau::cli;

#define SCEAU_VERIFYING(name, make) CommandRow{name, make},
#define SCEAU_ISSUING(name, make) CommandRow{name, nullptr},
constexpr std::array kCommands = {
#include "cli/commands.inc"
};

}  // namespace

int main(int argc, char** argv) {
  MakeHeapLarge();
  return MainOf(kCommands, argc, argv);
}
