// SPDX-License-Identifier: Apache-2.0
// Where the programs lie in this build, for what is not linked with libsceau: tests and tools.
#include "sceau/programs.h"

namespace sceau {

const std::string& ProgramFolder() {
  static const std::string folder = SCEAU_PROGRAM_FOLDER;
  return folder;
}

}  // namespace sceau
