// SPDX-License-Identifier: Apache-2.0
// One of the commands: declares its options, then runs with what they were set to.
#ifndef SCEAU_CLI_COMMAND_H_
#define SCEAU_CLI_COMMAND_H_

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/option_set.h"
#include "cli/terminal.h"

namespace sceau::cli {

class Command {
 public:
  virtual ~Command() = default;
  // Options. None is required or converted here: Run() says what is wrong, in the user's language.
  virtual void Declare(OptionSet& set) = 0;
  // `operands` are the arguments that are neither options nor their values.
  virtual ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) = 0;
};

std::unique_ptr<Command> MakeKeygenCommand();
std::unique_ptr<Command> MakeIssueCommand();
std::unique_ptr<Command> MakeVerifyCommand();
std::unique_ptr<Command> MakeInspectCommand();
std::unique_ptr<Command> MakeNewRootCommand();
std::unique_ptr<Command> MakeSignTrustCommand();
std::unique_ptr<Command> MakeAddIssuerCommand();
std::unique_ptr<Command> MakeRetireIssuerCommand();
std::unique_ptr<Command> MakeCompromiseIssuerCommand();
std::unique_ptr<Command> MakeImportEtsiCommand();
std::unique_ptr<Command> MakeBuildBundleCommand();
std::unique_ptr<Command> MakeInstallTrustCommand();
std::unique_ptr<Command> MakeShowTrustCommand();
std::unique_ptr<Command> MakeDiffTrustCommand();
std::unique_ptr<Command> MakeRevokeCommand();
std::unique_ptr<Command> MakeSuspendCommand();
std::unique_ptr<Command> MakeReinstateCommand();
std::unique_ptr<Command> MakePublishStatusCommand();
std::unique_ptr<Command> MakeNewLedgerCommand();
std::unique_ptr<Command> MakeLedgerRestoredCommand();
std::unique_ptr<Command> MakeShowLedgerCommand();
std::unique_ptr<Command> MakeCompletionCommand();

struct CommandRow {
  std::string_view name;               // one word, or a group and a word: "trust install"
  std::unique_ptr<Command> (*make)();  // null: sceau-issue runs it
};

// Those of sceau-issue, which runs every command.
std::span<const CommandRow> AllCommands();

// The whole command: what to exit with. `commands` are those of this program, `arguments` argv
// without the program's name. Does not return where another program runs the command.
ExitCode RunCommand(std::span<const CommandRow> commands, const std::vector<std::string>& arguments,
                    std::FILE* out, std::FILE* error);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_COMMAND_H_
