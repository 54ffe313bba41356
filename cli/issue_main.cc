// SPDX-License-Identifier: Apache-2.0
// sceau-issue: every command, over both libraries.
#include "cli/main_of.h"

int main(int argc, char** argv) {
  return sceau::cli::MainOf(sceau::cli::AllCommands(), argc, argv);
}
