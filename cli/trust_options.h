// SPDX-License-Identifier: Apache-2.0
// --trust and --state: whom a command trusts, and where a user's trust is installed.
#ifndef SCEAU_CLI_TRUST_OPTIONS_H_
#define SCEAU_CLI_TRUST_OPTIONS_H_

#include <string>

#include "absl/status/statusor.h"
#include "cli/option_set.h"
#include "sceau/trust.h"

namespace sceau::cli {

class StateOption {
 public:
  void Declare(OptionSet& set);
  // Error: trust.not-installed when neither the option nor the environment names a directory.
  absl::StatusOr<std::string> Directory() const;
  // What the option says; empty without one.
  const std::string& given() const { return state_; }

 private:
  std::string state_;
};

class TrustOptions {
 public:
  void Declare(OptionSet& set);
  // The directory of certificates or the bundle that --trust names, or else what is installed.
  absl::StatusOr<Trust> Load(const Limits& limits) const;
  // The bundle with this digest: the one that --trust names, or what is installed.
  absl::StatusOr<Trust> LoadPast(const std::string& digest, const Limits& limits) const;
  // The file or directory that an error of either is about; may be empty.
  const std::string& subject() const { return path_; }

 private:
  std::string path_;
  StateOption state_;
};

Instant SystemNow();

}  // namespace sceau::cli

#endif  // SCEAU_CLI_TRUST_OPTIONS_H_
