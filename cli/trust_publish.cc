// SPDX-License-Identifier: Apache-2.0
// sceau trust new-root | sign | build: the files that root keys sign.
#include "sceau/trust_publish.h"

#include <vector>

#include "cli/command.h"
#include "cli/draft_file.h"
#include "cli/input.h"
#include "cli/key_options.h"
#include "cli/options.h"
#include "cli/output_files.h"
#include "cli/trust_options.h"
#include "cli/trust_text.h"
#include "sceau/error.h"
#include "sceau/trust_file.h"

namespace sceau::cli {
namespace {

using Files = std::vector<std::vector<std::uint8_t>>;

std::string_view TextOf(const std::vector<std::uint8_t>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

absl::StatusOr<std::string> ReadTrustFile(const std::string& path) {
  return ReadInput(path, Limits{}.bundle_bytes + 1);
}

// Reports an error at once, with what it is about: the caller only stops.
template <typename Read>
std::optional<ExitCode> ReadAll(const std::vector<std::string>& paths, Terminal& terminal,
                                Read read) {
  for (const std::string& path : paths) {
    const auto content = ReadTrustFile(path);
    if (!content.ok()) return terminal.Fail(content.status(), path);
    read(*content);
  }
  return std::nullopt;
}

std::optional<ExitCode> ReadFiles(const std::vector<std::string>& paths, Terminal& terminal,
                                  Files& files) {
  return ReadAll(paths, terminal, [&files](const std::string& content) {
    files.emplace_back(content.begin(), content.end());
  });
}

// Writes a trust file and says how far it is from being in force.
ExitCode WriteTrustFile(const std::string& path, const std::vector<std::uint8_t>& file,
                        OutputFiles::Existing existing, OutputFiles& outputs, Terminal& terminal) {
  absl::Status written =
      outputs.Stage(path, TextOf(file), OutputFiles::Readers::kEverybody, existing);
  if (written.ok()) written = outputs.Commit();
  if (!written.ok()) return terminal.Fail(written, outputs.failed_path());
  const auto description = DescribeTrustFile(file);
  if (!description.ok()) return terminal.Fail(description.status(), path);
  terminal.Print(SignatureLine(*description, terminal.language()));
  return ExitCode::kOk;
}

class NewRootCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    set.Texts("--cert", certificate_paths_);
    set.Text("--threshold", threshold_);
    set.Text("--replaces", replaces_path_);
    set.Text("-o,--output", output_path_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (certificate_paths_.empty()) return terminal.UsageError(Message::kMissingOption, "--cert");
    if (auto mistake = CheckRequired({{"--threshold", threshold_}, {"-o", output_path_}}, terminal))
      return *mistake;
    const auto threshold = ParseCount(threshold_);
    if (!threshold || *threshold > certificate_paths_.size())
      return terminal.UsageError(Message::kBadThreshold);
    NewRoots request;
    request.threshold = *threshold;
    if (auto stop = ReadAll(certificate_paths_, terminal, [&](const std::string& pem) {
          request.certificates_pem.push_back(pem);
        }))
      return *stop;
    Files replaces;
    if (!replaces_path_.empty()) {
      if (auto stop = ReadFiles({replaces_path_}, terminal, replaces)) return *stop;
      request.replaces = replaces.front();
    }
    const auto roots = MakeRoots(request);
    if (!roots.ok()) return terminal.Fail(roots.status(), replaces_path_);
    return WriteTrustFile(output_path_, *roots, OutputFiles::Existing::kRefuse, outputs_, terminal);
  }

 private:
  std::vector<std::string> certificate_paths_;
  std::string threshold_;
  std::string replaces_path_;
  std::string output_path_;
  OutputFiles outputs_;
};

class SignTrustCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    key_.Declare(set);
    set.Text("-o,--output", output_path_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (operands.size() > 1) return terminal.UsageError(Message::kUnexpectedArgument);
    if (operands.empty()) return terminal.UsageError(Message::kMissingFile);
    if (auto mistake = key_.CheckGiven(terminal)) return *mistake;
    const std::string& path = operands.front();
    const auto content = ReadTrustFile(path);
    if (!content.ok()) return terminal.Fail(content.status(), path);
    const auto key = key_.Load(terminal);
    if (!key) return ExitCode::kCouldNotRun;
    const auto file = SignTrustFile(BytesOf(*content), *key);
    if (!file.ok()) return terminal.Fail(file.status(), path);
    return WriteTrustFile(output_path_.empty() ? path : output_path_, *file,
                          OutputFiles::Existing::kReplace, outputs_, terminal);
  }

 private:
  KeyOptions key_;
  std::string output_path_;
  OutputFiles outputs_;
};

class BuildBundleCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    draft_.Declare(set);
    set.Texts("--roots", roots_paths_);
    set.Texts("--status", status_paths_);
    set.Text("--next-update", next_update_);
    set.Text("-o,--output", output_path_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake = CheckRequired({{"--draft", draft_.path()}, {"-o", output_path_}}, terminal))
      return *mistake;
    if (roots_paths_.empty()) return terminal.UsageError(Message::kMissingOption, "--roots");
    NewBundle request;
    request.issued = SystemNow();
    std::optional<Date> next = AddDays(ParisDay(request.issued), kDefaultDays);
    if (auto mistake = ReadDate("--next-update", next_update_, next, terminal)) return *mistake;
    request.next_update = StartOfParisDay(*next);
    if (request.next_update <= request.issued)
      return terminal.UsageError(Message::kPastDate, "--next-update");
    if (auto stop = ReadFiles(roots_paths_, terminal, request.roots)) return *stop;
    if (auto stop = ReadFiles(status_paths_, terminal, request.status_lists)) return *stop;
    const absl::Status locked = draft_.Lock();
    if (!locked.ok()) return terminal.Fail(locked, draft_.path());
    const auto draft = draft_.Read(/*may_be_new=*/false);
    if (!draft.ok()) return terminal.Fail(draft.status(), draft_.path());
    request.draft = *draft;
    const auto built = BuildBundle(request);
    if (!built.ok()) return terminal.Fail(built.status(), draft_.path());
    // Together: if the draft forgot the sequence, the next bundle would have the same one.
    const absl::Status staged =
        outputs_.Stage(draft_.path(), built->draft, OutputFiles::Readers::kEverybody,
                       OutputFiles::Existing::kReplace);
    if (!staged.ok()) return terminal.Fail(staged, draft_.path());
    return WriteTrustFile(output_path_, built->file, OutputFiles::Existing::kRefuse, outputs_,
                          terminal);
  }

 private:
  static constexpr int kDefaultDays = 35;  // a month, and some days for whoever is late

  DraftFile draft_;
  std::vector<std::string> roots_paths_;
  std::vector<std::string> status_paths_;
  std::string next_update_;
  std::string output_path_;
  OutputFiles outputs_;
};

}  // namespace

std::unique_ptr<Command> MakeNewRootCommand() { return std::make_unique<NewRootCommand>(); }
std::unique_ptr<Command> MakeSignTrustCommand() { return std::make_unique<SignTrustCommand>(); }
std::unique_ptr<Command> MakeBuildBundleCommand() { return std::make_unique<BuildBundleCommand>(); }

}  // namespace sceau::cli
