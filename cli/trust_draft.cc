// SPDX-License-Identifier: Apache-2.0
// sceau trust add-issuer | import-etsi | retire-issuer | compromise-issuer: the draft of the next
// bundle.
#include <filesystem>
#include <system_error>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/output_files.h"
#include "cli/trust_options.h"
#include "cli/trust_text.h"
#include "sceau/error.h"
#include "sceau/etsi.h"
#include "sceau/trust_publish.h"

namespace sceau::cli {
namespace {

// --draft FILE: read, changed, and put in its place.
class DraftFile {
 public:
  void Declare(OptionSet& set) { set.Text("--draft", path_); }
  const std::string& path() const { return path_; }

  // Nothing, and an empty draft, for a file that does not exist yet.
  absl::StatusOr<std::string> Read() const {
    std::error_code ignored;
    if (!std::filesystem::exists(path_, ignored)) return std::string();
    return ReadInput(path_, Limits{}.bundle_bytes + 1);
  }

  ExitCode Replace(const absl::StatusOr<std::string>& draft, Terminal& terminal) {
    if (!draft.ok()) return terminal.Fail(draft.status(), path_);
    absl::Status written = outputs_.Stage(path_, *draft, OutputFiles::Readers::kEverybody,
                                          OutputFiles::Existing::kReplace);
    if (written.ok()) written = outputs_.Commit();
    return written.ok() ? ExitCode::kOk : terminal.Fail(written, path_);
  }

 private:
  std::string path_;
  OutputFiles outputs_;
};

class AddIssuerCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    draft_.Declare(set);
    set.Text("--name", issuer_.name);
    set.Texts("--cert", certificate_paths_);
    set.Texts("--format", issuer_.formats);
    set.Texts("--fund", issuer_.funds);
    set.Flag("--test", issuer_.test);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake =
            CheckRequired({{"--draft", draft_.path()}, {"--name", issuer_.name}}, terminal))
      return *mistake;
    if (certificate_paths_.empty()) return terminal.UsageError(Message::kMissingOption, "--cert");
    if (issuer_.formats.empty()) issuer_.formats = {"ad1"};
    for (const std::string& path : certificate_paths_) {
      auto pem = ReadInput(path, Limits{}.certificate_bytes + 1);
      if (!pem.ok()) return terminal.Fail(pem.status(), path);
      issuer_.certificates_pem.push_back(*std::move(pem));
    }
    const auto draft = draft_.Read();
    if (!draft.ok()) return terminal.Fail(draft.status(), draft_.path());
    return draft_.Replace(AddIssuer(*draft, issuer_), terminal);
  }

 private:
  DraftFile draft_;
  NewIssuer issuer_;
  std::vector<std::string> certificate_paths_;
};

// Authorities of a state's list, with those of our leaves that they certify.
class ImportEtsiCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    draft_.Declare(set);
    set.Text("--signer", signer_path_);
    set.Texts("--cert", leaf_paths_);
    set.Text("--at", at_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (operands.size() > 1) return terminal.UsageError(Message::kUnexpectedArgument);
    if (operands.empty()) return terminal.UsageError(Message::kMissingFile);
    if (auto mistake = CheckRequired({{"--signer", signer_path_}}, terminal)) return *mistake;
    std::optional<Date> day = ParisDay(SystemNow());
    if (auto mistake = ReadDate("--at", at_, day, terminal)) return *mistake;
    const auto xml = ReadInput(operands.front(), Limits{}.etsi_list_bytes + 1);
    if (!xml.ok()) return terminal.Fail(xml.status(), operands.front());
    const auto signer = ReadInput(signer_path_, Limits{}.certificate_bytes + 1);
    if (!signer.ok()) return terminal.Fail(signer.status(), signer_path_);
    if (auto stop = ReadLeaves(terminal)) return *stop;
    const auto list = ReadEtsiList(BytesOf(*xml), *signer, leaves_, StartOfParisDay(*day));
    if (!list.ok()) return terminal.Fail(list.status(), operands.front());
    terminal.Print(EtsiListText(*list, terminal.language()));
    return draft_.path().empty() ? ExitCode::kOk : AddTo(*list, terminal);
  }

 private:
  std::optional<ExitCode> ReadLeaves(Terminal& terminal) {
    for (const std::string& path : leaf_paths_) {
      auto leaf = ReadInput(path, Limits{}.certificate_bytes + 1);
      if (!leaf.ok()) return terminal.Fail(leaf.status(), path);
      leaves_.push_back(*std::move(leaf));
    }
    return std::nullopt;
  }

  // One that is in force no longer keeps what was sealed before.
  ExitCode AddTo(const EtsiList& list, Terminal& terminal) {
    absl::StatusOr<std::string> draft = draft_.Read();
    for (const EtsiAuthority& authority : list.authorities) {
      if (authority.leaves.empty() || !draft.ok()) continue;
      NewIssuer issuer{.name = authority.provider,
                       .certificates_pem = {authority.certificate_pem},
                       .formats = {"2d-doc"},
                       .funds = {}};
      if (!authority.in_force) issuer.retired = authority.since;
      for (const std::size_t leaf : authority.leaves)
        issuer.certificates_pem.push_back(leaves_[leaf]);
      draft = AddIssuer(*draft, issuer);
    }
    return draft_.Replace(draft, terminal);
  }

  DraftFile draft_;
  std::string signer_path_;
  std::vector<std::string> leaf_paths_;
  std::vector<std::string> leaves_;
  std::string at_;
};

// Both end what a key signs at a day.
class EndIssuerCommand : public Command {
 public:
  enum class Cause { kRetired, kCompromised };
  explicit EndIssuerCommand(Cause cause) : cause_(cause) {}

  void Declare(OptionSet& set) override {
    draft_.Declare(set);
    set.Text("--key-id", key_id_);
    set.Text("--since", since_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake = CheckRequired(
            {{"--draft", draft_.path()}, {"--key-id", key_id_}, {"--since", since_}}, terminal))
      return *mistake;
    std::optional<Date> since;
    if (auto mistake = ReadDate("--since", since_, since, terminal)) return *mistake;
    const auto draft = ReadInput(draft_.path(), Limits{}.bundle_bytes + 1);
    if (!draft.ok()) return terminal.Fail(draft.status(), draft_.path());
    const Instant instant = StartOfParisDay(*since);
    return draft_.Replace(cause_ == Cause::kRetired ? RetireIssuer(*draft, key_id_, instant)
                                                    : CompromiseIssuer(*draft, key_id_, instant),
                          terminal);
  }

 private:
  Cause cause_;
  DraftFile draft_;
  std::string key_id_;
  std::string since_;
};

}  // namespace

std::unique_ptr<Command> MakeAddIssuerCommand() { return std::make_unique<AddIssuerCommand>(); }
std::unique_ptr<Command> MakeImportEtsiCommand() { return std::make_unique<ImportEtsiCommand>(); }
std::unique_ptr<Command> MakeRetireIssuerCommand() {
  return std::make_unique<EndIssuerCommand>(EndIssuerCommand::Cause::kRetired);
}
std::unique_ptr<Command> MakeCompromiseIssuerCommand() {
  return std::make_unique<EndIssuerCommand>(EndIssuerCommand::Cause::kCompromised);
}

}  // namespace sceau::cli
