// SPDX-License-Identifier: Apache-2.0
#include "cli/trust_options.h"

#include <chrono>

#include "cli/input.h"
#include "sceau/error.h"

namespace sceau::cli {

void StateOption::Declare(OptionSet& set) { set.Text("--state", state_); }

absl::StatusOr<std::string> StateOption::Directory() const {
  std::string directory = state_.empty() ? DefaultTrustState() : state_;
  if (directory.empty()) return Refuse(Reason::kTrustNotInstalled, "no home directory");
  return directory;
}

void TrustOptions::Declare(OptionSet& set) {
  set.Text("--trust", path_);
  state_.Declare(set);
}

absl::StatusOr<Trust> TrustOptions::Load(const Limits& limits) const {
  return OpenTrust(path_, state_.given(), SystemNow(), limits);
}

absl::StatusOr<Trust> TrustOptions::LoadPast(const std::string& digest,
                                             const Limits& limits) const {
  const auto state = state_.Directory();
  if (!state.ok()) return state.status();
  if (path_.empty()) {
    const auto installed = ReadInstalledFile(*state, limits);
    if (!installed.ok()) return installed.status();
    return LoadPastBundle(*installed, digest, *state, limits);
  }
  const auto file = ReadInput(path_, limits.bundle_bytes + 1);
  if (!file.ok()) return file.status();
  return LoadPastBundle(BytesOf(*file), digest, *state, limits);
}

Instant SystemNow() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

}  // namespace sceau::cli
