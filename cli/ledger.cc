// SPDX-License-Identifier: Apache-2.0
// sceau revoke | suspend | reinstate, status publish, ledger new: what a fund does after issuing.
#include "sceau/ledger.h"

#include "cli/command.h"
#include "cli/input.h"
#include "cli/key_options.h"
#include "cli/ledger_text.h"
#include "cli/options.h"
#include "cli/output_files.h"
#include "cli/sealed_file.h"
#include "cli/trust_options.h"
#include "sceau/error.h"
#include "sceau/render.h"

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
    trust_.Declare(set);
    if (to_ != LedgerState::kValid) set.Text("--reason", reason_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (auto mistake = CheckRequired({{"--ledger", ledger_path_}}, terminal)) return *mistake;
    const auto reason = ParseWithdrawalReason(reason_.empty() ? "other" : reason_);
    if (!reason) return terminal.UsageError(Message::kBadReason);
    if (to_ == LedgerState::kWithdrawn && reason_.empty())
      return terminal.UsageError(Message::kMissingOption, "--reason");
    std::vector<LedgerSelection> which;
    if (auto mistake = ReadSelection(operands, which, terminal)) return *mistake;
    const auto ledger = OpenLedger(ledger_path_);
    if (!ledger.ok()) return terminal.Fail(ledger.status(), ledger_path_);
    std::size_t changed = 0;
    for (const LedgerSelection& selection : which) {
      const auto count = Change(*ledger, selection, *reason);
      if (!count.ok()) return terminal.Fail(count.status(), NameOfSelection(selection));
      changed += *count;
    }
    terminal.Print(ChangedLine(to_, changed, terminal.language()));
    return ExitCode::kOk;
  }

 private:
  std::optional<ExitCode> ReadSelection(const std::vector<std::string>& files,
                                        std::vector<LedgerSelection>& which,
                                        Terminal& terminal) const {
    const int given = int{!document_.empty()} + int{!nir_.empty()} + int{!holder_file_.empty()} +
                      int{!files.empty()};
    if (given != 1) return terminal.UsageError(Message::kWhichAttestation);
    if (!files.empty()) return ReadFiles(files, which, terminal);
    LedgerSelection one;
    if (!document_.empty()) {
      one.document = ParseDocumentId(document_);
      if (!one.document) return terminal.UsageError(Message::kBadDocumentId, "--document");
    } else if (auto mistake = ReadPerson(one, terminal)) {
      return mistake;
    }
    which.push_back(std::move(one));
    return std::nullopt;
  }

  std::optional<ExitCode> ReadPerson(LedgerSelection& person, Terminal& terminal) const {
    person.nir = nir_;
    if (holder_file_.empty()) return std::nullopt;
    const auto text = ReadInput(holder_file_, Limits{}.claims_bytes);
    if (!text.ok()) return terminal.Fail(text.status(), holder_file_);
    const auto holder = ParseHolderFile(*text);
    if (!holder.ok()) return terminal.Fail(holder.status(), holder_file_);
    if (!holder->nir) return terminal.UsageError(Message::kNoNirInFile);
    person.nir = holder->nir;
    return std::nullopt;
  }

  // All are read before the first is changed.
  std::optional<ExitCode> ReadFiles(const std::vector<std::string>& files,
                                    std::vector<LedgerSelection>& which, Terminal& terminal) const {
    const auto numbers = ReadSealedNumbers(files, trust_, terminal);
    if (!numbers) return ExitCode::kCouldNotRun;
    for (const DocumentId& number : *numbers) which.push_back({number, std::nullopt});
    return std::nullopt;
  }

  // The number of an attestation is not personal data; a NIR is not repeated.
  static std::string NameOfSelection(const LedgerSelection& which) {
    return which.document ? FormatDocumentId(*which.document) : "";
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
  TrustOptions trust_;
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

}  // namespace sceau::cli
