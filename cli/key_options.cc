// SPDX-License-Identifier: Apache-2.0
#include "cli/key_options.h"

#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/options.h"
#include "cli/passphrase.h"
#include "sceau/error.h"

namespace sceau::cli {

void KeyOptions::Declare(OptionSet& set) {
  set.Text("--key", key_path_);
  set.Text("--cert", certificate_path_);
  set.Text("--passphrase-file", passphrase_file_);
}

std::optional<ExitCode> KeyOptions::CheckGiven(Terminal& terminal) const {
  return CheckRequired({{"--key", key_path_}, {"--cert", certificate_path_}}, terminal);
}

std::vector<std::string> KeyOptions::Files() const {
  std::vector<std::string> files = {key_path_, certificate_path_};
  if (!passphrase_file_.empty()) files.push_back(passphrase_file_);
  return files;
}

std::optional<IssuerKey> KeyOptions::Load(Terminal& terminal) const {
  auto key =
      LoadIssuerKey(key_path_, certificate_path_, PassphraseFrom(passphrase_file_, terminal));
  if (key.ok()) return *std::move(key);
  terminal.Error(key.status(), BlamedFile(key.status()));
  return std::nullopt;
}

const std::string& KeyOptions::BlamedFile(const absl::Status& status) const {
  const Reason reason = ReasonOf(status);
  std::error_code ignored;
  const bool certificate =
      reason == Reason::kKeyCertificateMismatch ||
      (reason == Reason::kKeyMissing && !std::filesystem::exists(certificate_path_, ignored));
  return certificate ? certificate_path_ : key_path_;
}

}  // namespace sceau::cli
