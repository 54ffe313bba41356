// SPDX-License-Identifier: Apache-2.0
// A helper as a child of this process: started from its one place, with nothing of ours but one
// end of a socket, and gone when its owner is.
#ifndef SCEAU_ISOLATION_HELPER_PROCESS_H_
#define SCEAU_ISOLATION_HELPER_PROCESS_H_

#include <sys/types.h>
#include <unistd.h>

#include <chrono>
#include <optional>
#include <string>

#include "absl/status/statusor.h"
#include "base/descriptor.h"

namespace sceau::isolation {

enum class HelperMode {
  kOnce,    // one document
  kServe,   // one document after the other, each in a process of its own
  kFrames,  // pictures of a camera, each in a process of its own
};

// Three programs read documents: each can do what those before it can, and takes longer to start,
// since loading its libraries costs more than reading most documents. One reads trusted lists, and
// one, which need not be installed, recognises words.
enum class HelperProgram {
  kDecode,     // sceau-decode: pictures
  kDecodePdf,  // sceau-decode-pdf: PDF, unless a page has to be drawn
  kDraw,       // sceau-draw: everything
  kReadList,   // sceau-read-list
  kRecognise,  // sceau-recognise
};

// In the folder of the programs (sceau/programs.h). Empty when that is empty.
std::string PathOf(HelperProgram program, const std::string& folder);

class HelperProcess {
 public:
  // Refuses isolation.unavailable.
  static absl::StatusOr<HelperProcess> Start(const std::string& path, HelperMode mode);
  // Kills it, if it still lives and is ours.
  ~HelperProcess();
  HelperProcess(HelperProcess&& other) noexcept;
  HelperProcess& operator=(HelperProcess&&) = delete;

  // False in a process that forked from the one that started it. To use the copy there would mix
  // the answers of two processes.
  bool IsOurs() const;

  int socket() const { return socket_.get(); }
  int pidfd() const { return pidfd_.get(); }

  // Its wait status once it has ended by itself, waited for until `deadline`. Nothing when it was
  // still there, and when somebody else in this process took the status.
  std::optional<int> WaitUntil(std::chrono::steady_clock::time_point deadline);

 private:
  HelperProcess(Descriptor socket, Descriptor pidfd, pid_t pid)
      : socket_(std::move(socket)), pidfd_(std::move(pidfd)), pid_(pid), starter_(::getpid()) {}

  Descriptor socket_;
  Descriptor pidfd_;
  pid_t pid_;  // 0 once it has been waited for
  pid_t starter_;
};

// Milliseconds from now on, as poll() takes them: rounded up, 0 when it has passed.
int MillisecondsUntil(std::chrono::steady_clock::time_point deadline);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_HELPER_PROCESS_H_
