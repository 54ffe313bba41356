// SPDX-License-Identifier: Apache-2.0
// sceau issue: claims in, a sealed attestation out.
#include "sceau/issue.h"

#include <array>
#include <set>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/key_options.h"
#include "cli/options.h"
#include "cli/output_files.h"
#include "cli/secret.h"
#include "sceau/error.h"

namespace sceau::cli {
namespace {

class IssueCommand : public Command {
 public:
  void Declare(CLI::App& app) override {
    key_.Declare(app);
    app.add_option("--status", status_);
    app.add_flag("--no-status", no_status_);
    app.add_option("-o,--output", pdf_path_);
    app.add_option("--png", png_path_);
    app.add_option("--svg", svg_path_);
    app.add_option("--seal-text", seal_text_path_);
    app.add_flag("--allow-long-validity", allow_long_validity_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (operands.size() > 1) return terminal.UsageError(Message::kUnexpectedArgument);
    if (operands.empty()) return terminal.UsageError(Message::kMissingFile);
    claims_path_ = operands.front();
    IssueOptions options;
    if (const auto mistake = ReadOptions(options, terminal)) return *mistake;
    const auto claims = ReadInput(claims_path_, options.limits.claims_bytes + 1);
    if (!claims.ok()) return terminal.Fail(claims.status(), claims_path_);

    const NoCoreDumps no_core_dumps;
    const auto issuer = key_.Load(terminal);
    if (!issuer) return ExitCode::kCouldNotRun;
    options.issuer = *issuer;
    const auto issued = IssueAttestation(*claims, options);
    if (!issued.ok()) {
      if (ReasonOf(issued.status()) == Reason::kUsage)
        return terminal.UsageError(Message::kStatusChoice);
      return terminal.Fail(issued.status(), claims_path_);
    }
    if (const absl::Status written = Write(*issued); !written.ok())
      return terminal.Fail(written, outputs_.failed_path());
    terminal.Print(issued->document_id + "\n");
    return ExitCode::kOk;
  }

 private:
  std::optional<ExitCode> ReadOptions(IssueOptions& options, Terminal& terminal) const {
    if (auto mistake = key_.CheckGiven(terminal)) return mistake;
    if (auto mistake = CheckRequired({{"-o", pdf_path_}}, terminal)) return mistake;
    if (auto mistake = CheckOutputs(terminal)) return mistake;
    if (!status_.empty() && no_status_)
      return terminal.UsageError(Message::kEitherOr, "--status", "--no-status");
    if (!status_.empty()) {
      options.status = ParseStatus(status_);
      if (!options.status) return terminal.UsageError(Message::kBadStatus);
    }
    options.no_status = no_status_;
    options.allow_long_validity = allow_long_validity_;
    return std::nullopt;
  }

  std::optional<ExitCode> CheckOutputs(Terminal& terminal) const {
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
  bool allow_long_validity_ = false;
  OutputFiles outputs_;
};

}  // namespace

std::unique_ptr<Command> MakeIssueCommand() { return std::make_unique<IssueCommand>(); }

}  // namespace sceau::cli
