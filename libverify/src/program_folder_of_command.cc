// SPDX-License-Identifier: Apache-2.0
// Where the programs lie, as the command sees them, which has libsceau in its own file.
#include <filesystem>
#include <system_error>

#include "sceau/programs.h"

namespace sceau {
namespace {

// By what the kernel says of this process, which no argument and no folder changes.
std::string FindProgramsOfCommand() {
  std::error_code error;
  const auto command = std::filesystem::read_symlink("/proc/self/exe", error);
  if (error || !command.is_absolute()) return {};
  return (command.parent_path() / SCEAU_PROGRAMS_FROM_COMMAND).lexically_normal();
}

}  // namespace

const std::string& ProgramFolder() {
  static const std::string folder = FindProgramsOfCommand();
  return folder;
}

}  // namespace sceau
