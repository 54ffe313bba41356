// SPDX-License-Identifier: Apache-2.0
// sceau keygen: a key and its certificate, in two files that appear together.
#include "cli/command.h"
#include "cli/options.h"
#include "cli/output_files.h"
#include "cli/passphrase.h"
#include "cli/secret.h"

namespace sceau::cli {
namespace {

constexpr int kDefaultYears = 3;

class KeygenCommand : public Command {
 public:
  void Declare(OptionSet& set) override {
    set.Text("--organisation", organisation_);
    set.Text("--key", key_path_);
    set.Text("--cert", certificate_path_);
    set.Text("--algorithm", algorithm_);
    set.Text("--valid-from", valid_from_);
    set.Text("--valid-until", valid_until_);
    set.Text("--passphrase-file", passphrase_file_);
    set.Flag("--no-passphrase", no_passphrase_);
  }

  ExitCode Run(const std::vector<std::string>& operands, Terminal& terminal) override {
    if (!operands.empty()) return terminal.UsageError(Message::kUnexpectedArgument);
    NewKey request;
    if (const auto mistake = ReadOptions(request, terminal)) return *mistake;
    for (const std::string& path : {key_path_, certificate_path_}) {
      // Checked before the passphrase is asked for; Commit() checks again.
      if (const absl::Status free = RefuseExisting(path); !free.ok())
        return terminal.Fail(free, path);
    }
    if (!no_passphrase_) {
      auto passphrase = passphrase_file_.empty() ? AskTwice(terminal.language())
                                                 : ReadPassphraseFile(passphrase_file_, terminal);
      if (!passphrase.ok()) return terminal.Fail(passphrase.status(), passphrase_file_);
      request.passphrase = *std::move(passphrase);
    }
    auto pair = GenerateKeyPair(request);
    if (request.passphrase) Wipe(*request.passphrase);
    if (!pair.ok()) return terminal.Fail(pair.status(), "");
    const WipeAtEnd wipe_key(pair->private_key_pem);
    if (const absl::Status written = Write(*pair); !written.ok())
      return terminal.Fail(written, outputs_.failed_path());
    if (no_passphrase_) terminal.Warn(Message::kKeyUnprotected);
    terminal.Print(pair->key_id + "\n");
    return ExitCode::kOk;
  }

 private:
  std::optional<ExitCode> ReadOptions(NewKey& request, Terminal& terminal) const {
    if (auto mistake = CheckRequired({{"--organisation", organisation_},
                                      {"--key", key_path_},
                                      {"--cert", certificate_path_}},
                                     terminal))
      return mistake;
    if (key_path_ == certificate_path_) return terminal.UsageError(Message::kSameOutput);
    if (no_passphrase_ && !passphrase_file_.empty())
      return terminal.UsageError(Message::kEitherOr, "--passphrase-file", "--no-passphrase");
    if (!algorithm_.empty()) {
      const auto algorithm = ParseAlgorithm(algorithm_);
      if (!algorithm) return terminal.UsageError(Message::kBadAlgorithm);
      request.algorithm = *algorithm;
    }
    request.organisation = organisation_;
    return ReadPeriod(request, terminal);
  }

  std::optional<ExitCode> ReadPeriod(NewKey& request, Terminal& terminal) const {
    std::optional<Date> from =
        ParisDay(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
    if (auto mistake = ReadDate("--valid-from", valid_from_, from, terminal)) return mistake;
    // The last day is included: three years from 1 March end on the last day of February.
    std::optional<Date> until = AddDays(AddMonths(*from, 12 * kDefaultYears), -1);
    if (auto mistake = ReadDate("--valid-until", valid_until_, until, terminal)) return mistake;
    if (*until < *from) return terminal.UsageError(Message::kBadPeriod);
    request.valid_from = *from;
    request.valid_until = *until;
    return std::nullopt;
  }

  absl::Status Write(const KeyPair& pair) {
    using Readers = OutputFiles::Readers;
    constexpr auto kRefuse = OutputFiles::Existing::kRefuse;
    absl::Status status = outputs_.Stage(key_path_, pair.private_key_pem, Readers::kOwner, kRefuse);
    if (!status.ok()) return status;
    status = outputs_.Stage(certificate_path_, pair.certificate_pem, Readers::kEverybody, kRefuse);
    if (!status.ok()) return status;
    return outputs_.Commit();
  }

  std::string organisation_;
  std::string key_path_;
  std::string certificate_path_;
  std::string algorithm_;
  std::string valid_from_;
  std::string valid_until_;
  std::string passphrase_file_;
  bool no_passphrase_ = false;
  OutputFiles outputs_;
};

}  // namespace

std::unique_ptr<Command> MakeKeygenCommand() { return std::make_unique<KeygenCommand>(); }

}  // namespace sceau::cli
