// SPDX-License-Identifier: Apache-2.0
// A line that says how far a long command is, on a terminal and nowhere else.
#ifndef SCEAU_CLI_PROGRESS_H_
#define SCEAU_CLI_PROGRESS_H_

#include <chrono>
#include <cstddef>
#include <cstdio>

#include "cli/wording.h"
#include "sceau/reason.h"

namespace sceau::cli {

class Progress {
 public:
  // Shows nothing where `out` is not a terminal that can move back, or where there is one thing to
  // do.
  Progress(std::FILE* out, Language language, std::size_t total);
  ~Progress() { Clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // Redraws no more often than a person can read.
  void Show(std::size_t done);
  // Before anything else is written.
  void Clear();

 private:
  std::FILE* out_;  // null: nothing is shown
  Language language_;
  std::size_t total_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point next_{};
};

}  // namespace sceau::cli

#endif  // SCEAU_CLI_PROGRESS_H_
