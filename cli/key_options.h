// SPDX-License-Identifier: Apache-2.0
// --key, --cert and --passphrase-file: what a command signs with.
#ifndef SCEAU_CLI_KEY_OPTIONS_H_
#define SCEAU_CLI_KEY_OPTIONS_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/option_set.h"
#include "cli/terminal.h"
#include "sceau/issue.h"

namespace sceau::cli {

class KeyOptions {
 public:
  void Declare(OptionSet& set);
  // A usage error when one of the two files was not named.
  std::optional<ExitCode> CheckGiven(Terminal& terminal) const;
  // Nothing when the key cannot be loaded, which it has reported.
  std::optional<IssuerKey> Load(Terminal& terminal) const;
  // The files that were named: no output may bear their names.
  std::vector<std::string> Files() const;

 private:
  // The file, of the two, because of which the key could not be loaded.
  const std::string& BlamedFile(const absl::Status& status) const;

  std::string key_path_;
  std::string certificate_path_;
  std::string passphrase_file_;
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_KEY_OPTIONS_H_
