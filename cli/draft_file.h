// SPDX-License-Identifier: Apache-2.0
// --draft FILE: the issuers of the next bundle, edited by one command at a time.
#ifndef SCEAU_CLI_DRAFT_FILE_H_
#define SCEAU_CLI_DRAFT_FILE_H_

#include <chrono>
#include <string>

#include "absl/status/statusor.h"
#include "cli/option_set.h"

namespace sceau::cli {

class DraftFile {
 public:
  // An edit takes milliseconds, and a hundred of them some seconds.
  static constexpr std::chrono::seconds kLongestWait{20};

  DraftFile() = default;
  ~DraftFile();
  DraftFile(const DraftFile&) = delete;
  DraftFile& operator=(const DraftFile&) = delete;

  void Declare(OptionSet& set);
  const std::string& path() const { return path_; }

  // Locks the folder of the draft until this object ends, since a draft is read, changed and put in
  // its place. Errors: trust.draft-locked when another command keeps it for some seconds,
  // output.not-written when the folder cannot be opened.
  absl::Status Lock(std::chrono::milliseconds longest_wait = kLongestWait);

  // Of a locked draft. An empty text for a file that does not exist yet, if `may_be_new`.
  absl::StatusOr<std::string> Read(bool may_be_new) const;

 private:
  std::string path_;
  int lock_ = -1;
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_DRAFT_FILE_H_
