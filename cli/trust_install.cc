// SPDX-License-Identifier: Apache-2.0
// sceau trust install | show | diff: what a verifier trusts, and what a file would change.
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/trust_options.h"
#include "cli/trust_text.h"
#include "sceau/error.h"
#include "sceau/trust.h"
#include "sceau/trust_file.h"

namespace sceau::cli {
namespace {

absl::StatusOr<TrustFileDescription> DescribeFile(const std::string& path) {
  const auto content = ReadInput(path, Limits{}.bundle_bytes + 1);
  if (!content.ok()) return content.status();
  return DescribeTrustFile(BytesOf(*content));
}

absl::StatusOr<TrustFileDescription> DescribeInstalled(const StateOption& state) {
  const auto directory = state.Directory();
  if (!directory.ok()) return directory.status();
  const auto file = ReadInstalledFile(*directory);
  if (!file.ok()) return file.status();
  return DescribeTrustFile(*file);
}

class InstallTrustCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    state_.Declare(set);
    set.Text("--roots", roots_path_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (operands.size() > 1) return terminal.UsageError(Message::kUnexpectedArgument);
    if (operands.empty() && roots_path_.empty()) return terminal.UsageError(Message::kMissingFile);
    const auto directory = state_.Directory();
    if (!directory.ok()) return terminal.Fail(directory.status());
    if (!roots_path_.empty()) {
      const auto roots = ReadInput(roots_path_, Limits{}.bundle_bytes + 1);
      if (!roots.ok()) return terminal.Fail(roots.status(), roots_path_);
      const absl::Status pinned = PinRoots(*directory, BytesOf(*roots));
      if (!pinned.ok()) return terminal.Fail(pinned, roots_path_);
    }
    return operands.empty() ? Show(terminal) : Install(*directory, operands.front(), terminal);
  }

 private:
  ExitCode Install(const std::string& directory, const std::string& path, Terminal& terminal) {
    const auto content = ReadInput(path, Limits{}.bundle_bytes + 1);
    if (!content.ok()) return terminal.Fail(content.status(), path);
    const auto before = DescribeInstalled(state_);
    if (!before.ok()) return terminal.Fail(before.status(), directory);
    const absl::Status installed = InstallBundle(directory, BytesOf(*content), SystemNow());
    if (!installed.ok()) return terminal.Fail(installed, path);
    const auto after = DescribeInstalled(state_);
    if (!after.ok()) return terminal.Fail(after.status(), directory);
    terminal.Print(HeadLine(*after, terminal.language()) +
                   ChangesText(CompareTrustFiles(*before, *after), terminal.language()));
    return ExitCode::kOk;
  }

  ExitCode Show(Terminal& terminal) {
    const auto installed = DescribeInstalled(state_);
    if (!installed.ok()) return terminal.Fail(installed.status());
    terminal.Print(TrustFileText(*installed, terminal.language()));
    return ExitCode::kOk;
  }

  StateOption state_;
  std::string roots_path_;
};

class ShowTrustCommand : public Command {
 public:
  void Declare(OptionSet& set) override { state_.Declare(set); }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (operands.size() > 1) return terminal.UsageError(Message::kUnexpectedArgument);
    const std::string path = operands.empty() ? "" : operands.front();
    const auto description = path.empty() ? DescribeInstalled(state_) : DescribeFile(path);
    if (!description.ok()) return terminal.Fail(description.status(), path);
    terminal.Print(TrustFileText(*description, terminal.language()));
    return ExitCode::kOk;
  }

 private:
  StateOption state_;
};

class DiffTrustCommand : public Command {
 public:
  void Declare(OptionSet& set) override { state_.Declare(set); }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (operands.size() > 2) return terminal.UsageError(Message::kUnexpectedArgument);
    if (operands.empty()) return terminal.UsageError(Message::kMissingFile);
    const std::string old_path = operands.size() == 2 ? operands.front() : "";
    const auto before = old_path.empty() ? DescribeInstalled(state_) : DescribeFile(old_path);
    if (!before.ok()) return terminal.Fail(before.status(), old_path);
    const auto after = DescribeFile(operands.back());
    if (!after.ok()) return terminal.Fail(after.status(), operands.back());
    terminal.Print(HeadLine(*before, terminal.language()) + HeadLine(*after, terminal.language()) +
                   ChangesText(CompareTrustFiles(*before, *after), terminal.language()));
    return ExitCode::kOk;
  }

 private:
  StateOption state_;
};

}  // namespace

std::unique_ptr<Command> MakeInstallTrustCommand() {
  return std::make_unique<InstallTrustCommand>();
}
std::unique_ptr<Command> MakeShowTrustCommand() { return std::make_unique<ShowTrustCommand>(); }
std::unique_ptr<Command> MakeDiffTrustCommand() { return std::make_unique<DiffTrustCommand>(); }

}  // namespace sceau::cli
