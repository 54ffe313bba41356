// SPDX-License-Identifier: Apache-2.0
// sceau trust add-issuer | import-etsi | retire-issuer | compromise-issuer: the draft of the next
// bundle.
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/draft_file.h"
#include "cli/input.h"
#include "cli/options.h"
#include "cli/output_files.h"
#include "cli/trust_options.h"
#include "cli/trust_text.h"
#include "sceau/error.h"
#include "sceau/etsi.h"
#include "sceau/seal_formats.h"
#include "sceau/trust_publish.h"

namespace sceau::cli {
namespace {

// Replaces the draft by what an edit made of it.
ExitCode Replace(const DraftFile& draft, const absl::StatusOr<std::string>& edited,
                 Terminal& terminal) {
  if (!edited.ok()) return terminal.Fail(edited.status(), draft.path());
  OutputFiles outputs;
  absl::Status written = outputs.Stage(draft.path(), *edited, OutputFiles::Readers::kEverybody,
                                       OutputFiles::Existing::kReplace);
  if (written.ok()) written = outputs.Commit();
  return written.ok() ? ExitCode::kOk : terminal.Fail(written, draft.path());
}

template <typename Edit>
ExitCode EditLocked(DraftFile& draft, bool may_be_new, Terminal& terminal, Edit edit) {
  const absl::Status locked = draft.Lock();
  if (!locked.ok()) return terminal.Fail(locked, draft.path());
  const auto text = draft.Read(may_be_new);
  if (!text.ok()) return terminal.Fail(text.status(), draft.path());
  return Replace(draft, edit(*text), terminal);
}

std::vector<std::string> FormatsWith(bool SealFormat::*property) {
  std::vector<std::string> ids;
  for (const SealFormat& format : SealFormats()) {
    if (format.*property) ids.push_back(format.id);
  }
  return ids;
}

class AddIssuerCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    draft_.Declare(set);
    set.Text("--name", issuer_.name);
    set.Texts("--cert", certificate_paths_);
    set.Texts("--format", issuer_.formats);
    set.Texts("--fund", issuer_.funds);
    set.Flag("--test", issuer_.test);
    set.Text("--maximum-validity-days", maximum_validity_);
    set.Flag("--always-offers-status", issuer_.always_offers_status);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    if (auto mistake =
            CheckRequired({{"--draft", draft_.path()}, {"--name", issuer_.name}}, terminal))
      return *mistake;
    if (certificate_paths_.empty()) return terminal.UsageError(Message::kMissingOption, "--cert");
    if (issuer_.formats.empty()) issuer_.formats = FormatsWith(&SealFormat::scoped_by_fund);
    if (!maximum_validity_.empty()) {
      issuer_.maximum_validity_days = ParseValidityDays(maximum_validity_);
      if (!issuer_.maximum_validity_days) return terminal.UsageError(Message::kBadValidityDays);
    }
    for (const std::string& path : certificate_paths_) {
      auto pem = ReadInput(path, Limits{}.certificate_bytes + 1);
      if (!pem.ok()) return terminal.Fail(pem.status(), path);
      issuer_.certificates_pem.push_back(*std::move(pem));
    }
    return EditLocked(draft_, /*may_be_new=*/true, terminal,
                      [&](const std::string& draft) { return AddIssuer(draft, issuer_); });
  }

 private:
  DraftFile draft_;
  NewIssuer issuer_;
  std::string maximum_validity_;
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
    const Instant at = at_.empty() ? SystemNow() : StartOfParisDay(*day);
    const auto list = ReadEtsiList(BytesOf(*xml), *signer, leaves_, at);
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

  // An authority that is no longer in force still vouches for what was sealed before.
  NewIssuer IssuerOf(const EtsiAuthority& authority, std::vector<bool>& taken) const {
    NewIssuer issuer{.name = authority.provider,
                     .certificates_pem = {authority.certificate_pem},
                     .formats = FormatsWith(&SealFormat::is_in_trusted_lists),
                     .funds = {}};
    if (!authority.in_force) issuer.retired = authority.since;
    for (const std::size_t leaf : authority.leaves) {
      if (!taken[leaf]) issuer.certificates_pem.push_back(leaves_[leaf]);
      taken[leaf] = true;
    }
    return issuer;
  }

  // A renewed authority stands in the list twice with one key: a leaf goes to one, and to one that
  // is in force if it can.
  ExitCode AddTo(const EtsiList& list, Terminal& terminal) {
    std::vector<NewIssuer> issuers;
    std::vector<bool> taken(leaves_.size(), false);
    for (const bool in_force : {true, false}) {
      for (const EtsiAuthority& authority : list.authorities) {
        if (authority.in_force != in_force || authority.leaves.empty()) continue;
        NewIssuer issuer = IssuerOf(authority, taken);
        if (issuer.certificates_pem.size() > 1) issuers.push_back(std::move(issuer));
      }
    }
    return EditLocked(draft_, /*may_be_new=*/true, terminal,
                      [&](const std::string& draft) { return AddIssuers(draft, issuers); });
  }

  DraftFile draft_;
  std::string signer_path_;
  std::vector<std::string> leaf_paths_;
  std::vector<std::string> leaves_;
  std::string at_;
};

// Both say from which day on what a key signs does not count.
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
    const Instant instant = StartOfParisDay(*since);
    return EditLocked(draft_, /*may_be_new=*/false, terminal, [&](const std::string& draft) {
      return cause_ == Cause::kRetired ? RetireIssuer(draft, key_id_, instant)
                                       : CompromiseIssuer(draft, key_id_, instant);
    });
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
