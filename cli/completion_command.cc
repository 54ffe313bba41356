// SPDX-License-Identifier: Apache-2.0
// sceau completion: the script that a shell needs.
#include <algorithm>

#include "cli/command.h"
#include "cli/completion.h"

namespace sceau::cli {
namespace {

class CompletionCommand : public Command {
 public:
  void Declare(OptionSet& /*set*/) override {}

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (operands.size() != 1) return terminal.UsageError(Message::kWhichShell);
    const auto* row = std::ranges::find(kShells, operands.front(), &ShellName::name);
    if (row == kShells.end()) return terminal.UsageError(Message::kWhichShell);
    terminal.Print(CompletionScript(row->shell));
    return ExitCode::kOk;
  }
};

}  // namespace

std::unique_ptr<Command> MakeCompletionCommand() { return std::make_unique<CompletionCommand>(); }

}  // namespace sceau::cli
