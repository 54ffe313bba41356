// SPDX-License-Identifier: Apache-2.0
// sceau issue: claims in, a sealed attestation out.
#include "sceau/issue.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

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

  static bool IsOfLedger(Reason reason) { return ReasonCode(reason).starts_with("ledger."); }

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
    options.drawing = ChooseDrawing(!pdf_path_.empty(), !png_path_.empty() || !svg_path_.empty());
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
    const bool for_one = !pdf_path_.empty() || !png_path_.empty() || !svg_path_.empty() ||
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
    std::set<std::string_view> names;
    for (const std::string* path : {&pdf_path_, &png_path_, &svg_path_, &seal_text_path_}) {
      if (path->empty()) continue;
      if (*path == kStandardInput) return terminal.UsageError(Message::kNoStandardOutput);
      if (!names.insert(*path).second) return terminal.UsageError(Message::kSameOutput);
    }
    return std::nullopt;
  }

  absl::Status Write(const IssuedAttestation& issued) {
    struct Output {
      const std::string& path;
      const std::string& content;
    };
    const std::array<Output, 4> outputs = {{{pdf_path_, issued.pdf},
                                            {png_path_, issued.png},
                                            {svg_path_, issued.svg},
                                            {seal_text_path_, issued.seal_text}}};
    for (const auto& [path, content] : outputs) {
      if (path.empty()) continue;
      // Each of them holds the person's data: for the owner's eyes.
      absl::Status status = outputs_.Stage(path, content, OutputFiles::Readers::kOwner,
                                           OutputFiles::Existing::kReplace);
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
  bool allow_long_validity_ = false;
  OutputFiles outputs_;
};

}  // namespace

std::unique_ptr<Command> MakeIssueCommand() { return std::make_unique<IssueCommand>(); }

}  // namespace sceau::cli
