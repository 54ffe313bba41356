// SPDX-License-Identifier: Apache-2.0
// sceau revoke | suspend | reinstate, status publish, ledger show: what a fund does after issuing.
#include "sceau/ledger.h"

#include "cli/command.h"
#include "cli/input.h"
#include "cli/key_options.h"
#include "cli/ledger_text.h"
#include "cli/options.h"
#include "cli/output_files.h"
#include "cli/trust_options.h"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

class ChangeStateCommand : public Command {
 public:
  explicit ChangeStateCommand(LedgerState to) : to_(to) {}

  void Declare(OptionSet& set) override {
    set.Text("--ledger", ledger_path_);
    set.Text("--document", document_);
    set.Text("--nir", nir_);
    set.Text("--holder-file", holder_file_);
    if (to_ != LedgerState::kValid) set.Text("--reason", reason_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake = CheckRequired({{"--ledger", ledger_path_}}, terminal)) return *mistake;
    LedgerSelection which;
    if (auto mistake = ReadSelection(which, terminal)) return *mistake;
    const auto reason = WithdrawalReasonFromName(reason_.empty() ? "other" : reason_);
    if (!reason) return terminal.UsageError(Message::kBadReason);
    if (to_ == LedgerState::kWithdrawn && reason_.empty())
      return terminal.UsageError(Message::kMissingOption, "--reason");
    const auto ledger = OpenLedger(ledger_path_);
    if (!ledger.ok()) return terminal.Fail(ledger.status(), ledger_path_);
    const auto changed = Change(*ledger, which, *reason);
    if (!changed.ok()) return terminal.Fail(changed.status());
    terminal.Print(ChangedLine(to_, *changed, terminal.language()));
    return ExitCode::kOk;
  }

 private:
  std::optional<ExitCode> ReadSelection(LedgerSelection& which, Terminal& terminal) const {
    const int given = int{!document_.empty()} + int{!nir_.empty()} + int{!holder_file_.empty()};
    if (given != 1) return terminal.UsageError(Message::kWhichAttestation);
    if (!document_.empty()) {
      which.document = ParseDocumentId(document_);
      if (!which.document) return terminal.UsageError(Message::kBadDocumentId, "--document");
      return std::nullopt;
    }
    which.nir = nir_;
    if (holder_file_.empty()) return std::nullopt;
    const auto text = ReadInput(holder_file_, Limits{}.claims_bytes);
    if (!text.ok()) return terminal.Fail(text.status(), holder_file_);
    const auto holder = ParseHolderFile(*text);
    if (!holder.ok()) return terminal.Fail(holder.status(), holder_file_);
    if (!holder->nir) return terminal.UsageError(Message::kNoNirInFile);
    which.nir = holder->nir;
    return std::nullopt;
  }

  absl::StatusOr<std::size_t> Change(const Ledger& ledger, const LedgerSelection& which,
                                     WithdrawalReason reason) const {
    switch (to_) {
      case LedgerState::kWithdrawn:
        return Withdraw(ledger, which, reason, SystemNow());
      case LedgerState::kSuspended:
        return Suspend(ledger, which, reason, SystemNow());
      case LedgerState::kValid:
        break;
    }
    return Reinstate(ledger, which, SystemNow());
  }

  LedgerState to_;
  std::string ledger_path_;
  std::string document_;
  std::string nir_;
  std::string holder_file_;
  std::string reason_;
};

class PublishStatusCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    set.Text("--ledger", ledger_path_);
    key_.Declare(set);
    set.Text("--output-dir", folder_);
    set.Text("--expires", expires_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake =
            CheckRequired({{"--ledger", ledger_path_}, {"--output-dir", folder_}}, terminal))
      return *mistake;
    if (auto mistake = key_.CheckGiven(terminal)) return *mistake;
    const Instant now = SystemNow();
    std::optional<Date> expires = AddDays(ParisDay(now), kDefaultDays);
    if (auto mistake = ReadDate("--expires", expires_, expires, terminal)) return *mistake;
    if (StartOfParisDay(*expires) <= now)
      return terminal.UsageError(Message::kPastDate, "--expires");
    const auto ledger = OpenLedger(ledger_path_);
    if (!ledger.ok()) return terminal.Fail(ledger.status(), ledger_path_);
    const auto key = key_.Load(terminal);
    if (!key) return ExitCode::kCouldNotRun;
    const auto lists = SignStatusLists(*ledger, *key, now, StartOfParisDay(*expires));
    if (!lists.ok()) return terminal.Fail(lists.status(), ledger_path_);
    return Write(*lists, terminal);
  }

 private:
  static constexpr int kDefaultDays = 35;  // as long as a bundle

  ExitCode Write(const std::vector<SignedStatusList>& lists, Terminal& terminal) {
    std::string names;
    for (const SignedStatusList& list : lists) {
      const std::string path = fmt::format("{}/{}-{}.status", folder_, list.key_id, list.number);
      const std::string content(list.file.begin(), list.file.end());
      const absl::Status staged = outputs_.Stage(path, content, OutputFiles::Readers::kEverybody,
                                                 OutputFiles::Existing::kReplace);
      if (!staged.ok()) return terminal.Fail(staged, path);
      names += EscapeForDisplay(path) + "\n";
    }
    if (const absl::Status written = outputs_.Commit(); !written.ok())
      return terminal.Fail(written, outputs_.failed_path());
    terminal.Print(names);
    return ExitCode::kOk;
  }

  std::string ledger_path_;
  KeyOptions key_;
  std::string folder_;
  std::string expires_;
  OutputFiles outputs_;
};

class NewLedgerCommand : public Command {
 public:
  void Declare(OptionSet& set) override { set.Text("--ledger", ledger_path_); }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake = CheckRequired({{"--ledger", ledger_path_}}, terminal)) return *mistake;
    const absl::Status made = CreateLedger(ledger_path_);
    return made.ok() ? ExitCode::kOk : terminal.Fail(made, ledger_path_);
  }

 private:
  std::string ledger_path_;
};

class LedgerRestoredCommand : public Command {
 public:
  void Declare(OptionSet& set) override { set.Text("--ledger", ledger_path_); }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake = CheckRequired({{"--ledger", ledger_path_}}, terminal)) return *mistake;
    const auto ledger = OpenLedger(ledger_path_);
    if (!ledger.ok()) return terminal.Fail(ledger.status(), ledger_path_);
    const absl::Status declared = DeclareLedgerRestored(*ledger);
    return declared.ok() ? ExitCode::kOk : terminal.Fail(declared, ledger_path_);
  }

 private:
  std::string ledger_path_;
};

class ShowLedgerCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    set.Text("--ledger", ledger_path_);
    set.Text("--document", document_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake = CheckRequired({{"--ledger", ledger_path_}}, terminal)) return *mistake;
    const auto id = ParseDocumentId(document_);
    if (!document_.empty() && !id)
      return terminal.UsageError(Message::kBadDocumentId, "--document");
    const auto ledger = OpenLedger(ledger_path_);
    if (!ledger.ok()) return terminal.Fail(ledger.status(), ledger_path_);
    if (id) {
      const auto entry = FindInLedger(*ledger, *id);
      if (!entry.ok()) return terminal.Fail(entry.status(), ledger_path_);
      terminal.Print(LedgerEntryText(*entry, terminal.language()));
      return ExitCode::kOk;
    }
    const auto summary = SummarizeLedger(*ledger);
    if (!summary.ok()) return terminal.Fail(summary.status(), ledger_path_);
    terminal.Print(LedgerSummaryText(*summary, terminal.language()));
    return ExitCode::kOk;
  }

 private:
  std::string ledger_path_;
  std::string document_;
};

}  // namespace

std::unique_ptr<Command> MakeRevokeCommand() {
  return std::make_unique<ChangeStateCommand>(LedgerState::kWithdrawn);
}
std::unique_ptr<Command> MakeSuspendCommand() {
  return std::make_unique<ChangeStateCommand>(LedgerState::kSuspended);
}
std::unique_ptr<Command> MakeReinstateCommand() {
  return std::make_unique<ChangeStateCommand>(LedgerState::kValid);
}
std::unique_ptr<Command> MakePublishStatusCommand() {
  return std::make_unique<PublishStatusCommand>();
}
std::unique_ptr<Command> MakeNewLedgerCommand() { return std::make_unique<NewLedgerCommand>(); }
std::unique_ptr<Command> MakeLedgerRestoredCommand() {
  return std::make_unique<LedgerRestoredCommand>();
}
std::unique_ptr<Command> MakeShowLedgerCommand() { return std::make_unique<ShowLedgerCommand>(); }

}  // namespace sceau::cli
