// SPDX-License-Identifier: Apache-2.0
#include "cli/become_issue_program.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "sceau/error.h"
#include "sceau/programs.h"

namespace sceau::cli {

ExitCode BecomeIssueProgram(const std::vector<std::string>& arguments, Terminal& terminal) {
  if (ProgramFolder().empty())
    return terminal.Fail(Refuse(Reason::kInternal, "libsceau was loaded by a relative path"));
  std::string program = ProgramFolder() + "/sceau-issue";
  std::vector<std::string> given = arguments;
  std::vector<char*> argv = {program.data()};
  for (std::string& argument : given) argv.push_back(argument.data());
  argv.push_back(nullptr);
  ::execv(program.c_str(), argv.data());
  return terminal.Fail(Refuse(Reason::kInternal, program + ": " + std::strerror(errno)));
}

}  // namespace sceau::cli
