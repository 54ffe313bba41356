// SPDX-License-Identifier: Apache-2.0
// sceau trust install | show | diff: what a verifier trusts, and what a file would change.
#include <optional>
#include <string>
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

// With its status lists, if the roots that are pinned here signed it.
absl::StatusOr<TrustFileDescription> DescribeFile(const std::string& path,
                                                  const StateOption& state) {
  const auto content = ReadInput(path, Limits{}.bundle_bytes + 1);
  if (!content.ok()) return content.status();
  if (const auto directory = state.Directory(); directory.ok()) {
    auto approved = DescribeBundleFor(*directory, BytesOf(*content));
    if (approved.ok()) return approved;
  }
  return DescribeTrustFile(BytesOf(*content));
}

absl::StatusOr<TrustFileDescription> DescribeInstalled(const StateOption& state) {
  const auto directory = state.Directory();
  if (!directory.ok()) return directory.status();
  return DescribeInstalledTrust(*directory);
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
    std::optional<std::string> roots;
    if (!roots_path_.empty()) {
      auto content = ReadInput(roots_path_, Limits{}.bundle_bytes + 1);
      if (!content.ok()) return terminal.Fail(content.status(), roots_path_);
      roots = *std::move(content);
    }
    if (!operands.empty()) return Install(*directory, operands.front(), roots, terminal);
    const absl::Status pinned = PinRoots(*directory, BytesOf(*roots));
    return pinned.ok() ? Show(terminal) : terminal.Fail(pinned, roots_path_);
  }

 private:
  // What is installed, or else the roots that come with the first bundle.
  absl::StatusOr<TrustFileDescription> DescribeBefore(
      const std::optional<std::string>& roots) const {
    auto installed = DescribeInstalled(state_);
    if (!installed.ok() && roots && ReasonOf(installed.status()) == Reason::kTrustNotInstalled)
      return DescribeTrustFile(BytesOf(*roots));
    return installed;
  }

  // Roots and bundle, or neither.
  ExitCode Install(const std::string& directory, const std::string& path,
                   const std::optional<std::string>& roots, Terminal& terminal) {
    const auto content = ReadInput(path, Limits{}.bundle_bytes + 1);
    if (!content.ok()) return terminal.Fail(content.status(), path);
    const auto before = DescribeBefore(roots);
    if (!before.ok()) return terminal.Fail(before.status(), roots ? roots_path_ : directory);
    const absl::Status installed =
        roots ? InstallFirstBundle(directory, BytesOf(*roots), BytesOf(*content), SystemNow())
              : InstallBundle(directory, BytesOf(*content), SystemNow());
    if (!installed.ok()) {
      const Reason reason = ReasonOf(installed);
      const bool of_roots =
          reason == Reason::kTrustAlreadyPinned || reason == Reason::kTrustRootsThreshold;
      return terminal.Fail(installed, roots && of_roots ? roots_path_ : path);
    }
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
    const auto description = path.empty() ? DescribeInstalled(state_) : DescribeFile(path, state_);
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
    const auto before =
        old_path.empty() ? DescribeInstalled(state_) : DescribeFile(old_path, state_);
    if (!before.ok()) return terminal.Fail(before.status(), old_path);
    const auto after = DescribeFile(operands.back(), state_);
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
