// SPDX-License-Identifier: Apache-2.0
// sceau issue: claims in, a sealed attestation out.
#include "sceau/issue.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/issue_batch.h"
#include "cli/key_options.h"
#include "cli/options.h"
#include "cli/output_files.h"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

class IssueCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    key_.Declare(set);
    set.Text("--status", status_);
    set.Flag("--no-status", no_status_);
    set.Text("--ledger", ledger_path_);
    set.Text("--request-id", request_id_);
    set.Text("--replaces", replaces_);
    set.Flag("--batch", batch_);
    set.Text("--output-dir", folder_);
    set.Texts("--format", formats_);
    set.Text("-o,--output", pdf_path_);
    set.Text("--png", png_path_);
    set.Text("--svg", svg_path_);
    set.Text("--seal-text", seal_text_path_);
    set.Flag("--force", force_);
    set.Flag("--allow-long-validity", allow_long_validity_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (operands.size() > 1) return terminal.UsageError(Message::kUnexpectedArgument);
    if (operands.empty()) return terminal.UsageError(Message::kMissingFile);
    claims_path_ = operands.front();
    IssueOptions options;
    if (const auto mistake = ReadOptions(options, terminal)) return *mistake;
    if (!ledger_path_.empty()) {
      auto ledger = OpenLedger(ledger_path_);
      if (!ledger.ok()) return terminal.Fail(ledger.status(), ledger_path_);
      options.ledger = *std::move(ledger);
    }
    if (batch_) {
      if (!LoadKey(options, terminal)) return ExitCode::kCouldNotRun;
      return RunBatch({claims_path_, folder_, formats_}, std::move(options), terminal);
    }
    return IssueOne(std::move(options), terminal);
  }

 private:
  bool LoadKey(IssueOptions& options, Terminal& terminal) const {
    const auto issuer = key_.Load(terminal);
    if (issuer) options.issuer = *issuer;
    return issuer.has_value();
  }

  ExitCode IssueOne(IssueOptions options, Terminal& terminal) {
    // Checked before anything is recorded; Commit() checks again.
    for (const Output& output : Outputs()) {
      absl::Status free = RefuseExistingBut(output.path, output.start);
      if (free.ok() && !force_) free = RefuseExisting(output.path);
      if (!free.ok()) return terminal.Fail(free, output.path);
    }
    const auto claims = ReadInput(claims_path_, options.limits.claims_bytes + 1);
    if (!claims.ok()) return terminal.Fail(claims.status(), claims_path_);
    if (!LoadKey(options, terminal)) return ExitCode::kCouldNotRun;
    const auto issued = IssueAttestation(*claims, options);
    if (!issued.ok()) {
      const Reason reason = ReasonOf(issued.status());
      if (reason == Reason::kUsage) return terminal.UsageError(Message::kStatusChoice);
      return terminal.Fail(issued.status(), IsOfLedger(reason) ? ledger_path_ : claims_path_);
    }
    if (const absl::Status written = Write(*issued); !written.ok())
      return terminal.Fail(written, outputs_.failed_path());
    terminal.Print(issued->document_id + "\n");
    return ExitCode::kOk;
  }

  static bool IsOfLedger(Reason reason) { return AreaOf(reason) == ReasonArea::kLedger; }

  std::optional<ExitCode> ReadOptions(IssueOptions& options, Terminal& terminal) {
    if (auto mistake = key_.CheckGiven(terminal)) return mistake;
    if (auto mistake = batch_ ? CheckBatch(terminal) : CheckOutputs(terminal)) return mistake;
    if (!status_.empty() && no_status_)
      return terminal.UsageError(Message::kEitherOr, "--status", "--no-status");
    if (!status_.empty()) {
      options.status = ParseStatus(status_);
      if (!options.status) return terminal.UsageError(Message::kBadStatus);
    }
    options.no_status = no_status_;
    options.request_id = request_id_;
    ChooseDrawing(!pdf_path_.empty(), !png_path_.empty() || !svg_path_.empty(), options);
    if (!replaces_.empty()) {
      options.replaces = ParseDocumentId(replaces_);
      if (!options.replaces) return terminal.UsageError(Message::kBadDocumentId, "--replaces");
    }
    if (ledger_path_.empty() && (!request_id_.empty() || !replaces_.empty()))
      return terminal.UsageError(Message::kNeedsLedger);
    options.allow_long_validity = allow_long_validity_;
    return std::nullopt;
  }

  std::optional<ExitCode> CheckBatch(Terminal& terminal) {
    if (auto mistake =
            CheckRequired({{"--ledger", ledger_path_}, {"--output-dir", folder_}}, terminal))
      return mistake;
    const bool for_one = force_ || !pdf_path_.empty() || !png_path_.empty() || !svg_path_.empty() ||
                         !seal_text_path_.empty() || !request_id_.empty() || !replaces_.empty();
    if (for_one) return terminal.UsageError(Message::kNotForBatch);
    if (formats_.empty()) formats_ = {"pdf"};
    if (!std::ranges::all_of(formats_, IsBatchFormat))
      return terminal.UsageError(Message::kBadFormat);
    return std::nullopt;
  }

  std::optional<ExitCode> CheckOutputs(Terminal& terminal) const {
    if (pdf_path_.empty() && png_path_.empty() && svg_path_.empty() && seal_text_path_.empty())
      return terminal.UsageError(Message::kMissingOption, "-o");
    if (!folder_.empty() || !formats_.empty()) return terminal.UsageError(Message::kOnlyForBatch);
    std::vector<std::string> names = key_.Files();
    names.push_back(claims_path_);
    if (!ledger_path_.empty()) {
      for (const char* suffix : {"", "-wal", "-shm", "-journal"})
        names.push_back(ledger_path_ + suffix);
    }
    for (const Output& output : Outputs()) {
      if (output.path == kStandardInput) return terminal.UsageError(Message::kNoStandardOutput);
      const bool taken = std::ranges::any_of(
          names, [&](const std::string& name) { return IsSamePlace(name, output.path); });
      if (taken) return terminal.UsageError(Message::kSameOutput);
      names.push_back(output.path);
    }
    return std::nullopt;
  }

  struct Output {
    std::string path;
    std::string_view start;  // how each file of its kind begins
    std::string IssuedAttestation::*content;
  };

  // Those that are asked for.
  std::vector<Output> Outputs() const {
    std::vector<Output> outputs = {{pdf_path_, "%PDF-", &IssuedAttestation::pdf},
                                   {png_path_, "\x89PNG", &IssuedAttestation::png},
                                   {svg_path_, "<?xml", &IssuedAttestation::svg},
                                   {seal_text_path_, "AD1:", &IssuedAttestation::seal_text}};
    std::erase_if(outputs, [](const Output& output) { return output.path.empty(); });
    return outputs;
  }

  absl::Status Write(const IssuedAttestation& issued) {
    const auto existing = force_ ? OutputFiles::Existing::kReplace : OutputFiles::Existing::kRefuse;
    for (const Output& output : Outputs()) {
      // Each file holds the person's data: only its owner may read it.
      absl::Status status = outputs_.Stage(output.path, issued.*output.content,
                                           OutputFiles::Readers::kOwner, existing);
      if (!status.ok()) return status;
    }
    return outputs_.Commit();
  }

  std::string claims_path_;
  KeyOptions key_;
  std::string status_;
  bool no_status_ = false;
  std::string pdf_path_;
  std::string png_path_;
  std::string svg_path_;
  std::string seal_text_path_;
  std::string ledger_path_;
  std::string request_id_;
  std::string replaces_;
  bool batch_ = false;
  std::string folder_;
  std::vector<std::string> formats_;
  bool force_ = false;
  bool allow_long_validity_ = false;
  OutputFiles outputs_;
};

}  // namespace

std::unique_ptr<Command> MakeIssueCommand() { return std::make_unique<IssueCommand>(); }

}  // namespace sceau::cli
