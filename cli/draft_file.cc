// SPDX-License-Identifier: Apache-2.0
#include "cli/draft_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>
#include <thread>

#include "cli/input.h"
#include "sceau/error.h"
#include "sceau/limits.h"

namespace sceau::cli {
namespace {

constexpr std::chrono::milliseconds kWaitStep{10};

}  // namespace

DraftFile::~DraftFile() {
  if (lock_ >= 0) ::close(lock_);
}

void DraftFile::Declare(OptionSet& set) { set.Text("--draft", path_); }

absl::Status DraftFile::Lock(std::chrono::milliseconds longest_wait) {
  // The draft itself is replaced by another file: its folder stays.
  const std::string folder = std::filesystem::path(path_).parent_path().string();
  lock_ = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (lock_ < 0) return Refuse(Reason::kOutputNotWritten, "the folder of the draft");
  const auto end = std::chrono::steady_clock::now() + longest_wait;
  while (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) return Refuse(Reason::kOutputNotWritten, "the lock of the draft");
    if (std::chrono::steady_clock::now() >= end) return Refuse(Reason::kTrustDraftLocked);
    std::this_thread::sleep_for(kWaitStep);
  }
  return absl::OkStatus();
}

absl::StatusOr<std::string> DraftFile::Read(bool may_be_new) const {
  std::error_code ignored;
  if (may_be_new && !std::filesystem::exists(path_, ignored)) return std::string();
  return ReadInput(path_, Limits{}.bundle_bytes + 1);
}

}  // namespace sceau::cli
