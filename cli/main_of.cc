// SPDX-License-Identifier: Apache-2.0
#include "cli/main_of.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <exception>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "cli/secret.h"

namespace sceau::cli {
namespace {

// A descriptor that the caller closed would be given to the next file that is opened, and what we
// print would go into it. Opened the wrong way round, so that using it still fails.
void OccupyStandardDescriptors() {
  for (int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (::fcntl(descriptor, F_GETFD) >= 0) continue;
    ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

// Called where an exception cannot propagate, as when memory runs out in a destructor.
[[noreturn]] void Stop() {
  constexpr std::string_view kMessage = "sceau: error: internal error [internal]\n";
  std::ignore = ::write(STDERR_FILENO, kMessage.data(), kMessage.size());
  ::_exit(static_cast<int>(ExitCode::kCouldNotRun));
}

}  // namespace

int MainOf(std::span<const CommandRow> commands, int argc, char** argv) {
  OccupyStandardDescriptors();
  std::set_terminate(Stop);
  std::signal(SIGPIPE,
              SIG_IGN);  // when the reader of a pipe has left, writing fails instead: exit 2
  // Memory holds keys, and what documents say about people.
  const NoCoreDumps no_core_dumps;
  try {
    const std::vector<std::string> arguments(argv + (argc > 0 ? 1 : 0), argv + argc);
    return static_cast<int>(RunCommand(commands, arguments, stdout, stderr));
  } catch (...) {  // out of memory, or our bug
    std::fputs("sceau: error: internal error [internal]\n", stderr);
    return static_cast<int>(ExitCode::kCouldNotRun);
  }
}

}  // namespace sceau::cli
