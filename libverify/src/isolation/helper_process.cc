// SPDX-License-Identifier: Apache-2.0
#include "isolation/helper_process.h"

#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <utility>

#include "base/status.h"
#include "isolation/pass_descriptors.h"

namespace sceau::isolation {
namespace {

constexpr int kHelperSocket = 3;

const char* OptionOf(HelperMode mode) {
  switch (mode) {
    case HelperMode::kOnce:
      return "--once";
    case HelperMode::kServe:
      return "--serve";
    case HelperMode::kFrames:
      return "--frames";
  }
  return "--once";
}

// What the child does between fork and exec: standard streams to nowhere, the socket as 3, and
// nothing else open.
class FileActions {
 public:
  explicit FileActions(int socket) {
    ok_ = ::posix_spawn_file_actions_init(&actions_) == 0;
    // The socket first: it is one of the three where this process has closed its own streams.
    Note(::posix_spawn_file_actions_adddup2(&actions_, socket, kHelperSocket));
    for (int fd = 0; fd < kHelperSocket; ++fd)
      Note(::posix_spawn_file_actions_addopen(&actions_, fd, "/dev/null", fd == 0 ? 0 : 1, 0));
    Note(::posix_spawn_file_actions_addclosefrom_np(&actions_, kHelperSocket + 1));
  }
  ~FileActions() { ::posix_spawn_file_actions_destroy(&actions_); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;

  const posix_spawn_file_actions_t* get() const { return ok_ ? &actions_ : nullptr; }

 private:
  void Note(int error) { ok_ = ok_ && error == 0; }
  posix_spawn_file_actions_t actions_{};
  bool ok_ = false;
};

// Every signal at its default and none blocked, whatever this process does with them.
class Attributes {
 public:
  Attributes() {
    ok_ = ::posix_spawnattr_init(&attributes_) == 0;
    sigset_t none;
    sigset_t all;
    ::sigemptyset(&none);
    ::sigfillset(&all);
    ok_ = ok_ && ::posix_spawnattr_setsigmask(&attributes_, &none) == 0 &&
          ::posix_spawnattr_setsigdefault(&attributes_, &all) == 0 &&
          ::posix_spawnattr_setflags(&attributes_,
                                     POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) == 0;
  }
  ~Attributes() { ::posix_spawnattr_destroy(&attributes_); }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;

  const posix_spawnattr_t* get() const { return ok_ ? &attributes_ : nullptr; }

 private:
  posix_spawnattr_t attributes_{};
  bool ok_ = false;
};

}  // namespace

std::string PathOf(HelperProgram program, const std::string& folder) {
  if (folder.empty()) return {};
  switch (program) {
    case HelperProgram::kDecode:
      return folder + "/sceau-decode";
    case HelperProgram::kDecodePdf:
      return folder + "/sceau-decode-pdf";
    case HelperProgram::kDraw:
      return folder + "/sceau-draw";
    case HelperProgram::kReadList:
      return folder + "/sceau-read-list";
    case HelperProgram::kRecognise:
      return folder + "/sceau-recognise";
  }
  return {};
}

absl::StatusOr<HelperProcess> HelperProcess::Start(const std::string& path, HelperMode mode) {
  if (path.empty())
    return Refuse(Reason::kIsolationUnavailable, "libsceau was loaded by a relative path");
  auto sockets = ConnectedSockets();
  if (!sockets) return Refuse(Reason::kIsolationUnavailable, "no socket");
  const FileActions actions(sockets->second.get());
  const Attributes attributes;
  if (actions.get() == nullptr || attributes.get() == nullptr)
    return Refuse(Reason::kIsolationUnavailable, "no memory to start it");
  std::string name = path;
  std::string option = OptionOf(mode);
  const std::array<char*, 3> arguments = {name.data(), option.data(), nullptr};
  // OpenMP, of Tesseract, reads it before main(), and no helper may start a thread.
  std::string threads = "OMP_THREAD_LIMIT=1";
  // glibc asks the kernel for large pages of memory: a page that is drawn takes ten megabytes, and
  // the faults of its small ones were a fifth of the time of finding nothing on it.
  std::string memory = "GLIBC_TUNABLES=glibc.malloc.hugetlb=1";
  const std::array<char*, 3> environment = {threads.data(), memory.data(), nullptr};
  pid_t pid = 0;
  const int error = ::posix_spawn(&pid, path.c_str(), actions.get(), attributes.get(),
                                  arguments.data(), environment.data());
  if (error != 0) return Refuse(Reason::kIsolationUnavailable, path);
  Descriptor pidfd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
  HelperProcess helper(std::move(sockets->first), std::move(pidfd), pid);
  if (helper.pidfd() < 0) return Refuse(Reason::kIsolationUnavailable, "pidfd_open");
  return helper;
}

HelperProcess::HelperProcess(HelperProcess&& other) noexcept
    : socket_(std::move(other.socket_)),
      pidfd_(std::move(other.pidfd_)),
      pid_(std::exchange(other.pid_, 0)),
      starter_(other.starter_) {}

bool HelperProcess::IsOurs() const { return starter_ == ::getpid(); }

HelperProcess::~HelperProcess() {
  if (pid_ == 0 || !IsOurs()) return;
  // By the descriptor: where this process ignores its children, the number may be another's by now.
  if (pidfd_.get() >= 0)
    ::syscall(SYS_pidfd_send_signal, pidfd_.get(), SIGKILL, nullptr, 0);
  else
    ::kill(pid_, SIGKILL);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

std::optional<int> HelperProcess::WaitUntil(std::chrono::steady_clock::time_point deadline) {
  pollfd ended{pidfd_.get(), POLLIN, 0};
  int ready = 0;
  do {
    ready = ::poll(&ended, 1, MillisecondsUntil(deadline));
  } while (ready < 0 && errno == EINTR);
  if (ready <= 0) return std::nullopt;
  int status = 0;
  pid_t waited = 0;
  do {
    waited = ::waitpid(pid_, &status, 0);
  } while (waited < 0 && errno == EINTR);
  pid_ = 0;
  return waited > 0 ? std::optional(status) : std::nullopt;
}

int MillisecondsUntil(std::chrono::steady_clock::time_point deadline) {
  const auto left =
      std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
  return static_cast<int>(std::max<std::int64_t>(0, left.count()));
}

}  // namespace sceau::isolation
