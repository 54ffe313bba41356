// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <optional>

#include "document/pdf/poppler/poppler_document.h"
#include "helper/decode_one.h"
#include "helper/modes.h"
#include "helper/warm_up.h"
#include "isolation/pass_descriptors.h"
#include "sandbox/sandbox.h"

namespace sceau::helper {
namespace {

using isolation::HelperExit;
using sandbox::Sandbox;

using Decode = void (*)(const Job&);

[[noreturn]] void RunChild(const Sandbox& sandbox, const Job& job, Decode decode, int socket,
                           pid_t server) {
  ::close(socket);
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  // The server may have ended before that was said.
  if (::getppid() != server || !sandbox.Enter(job.request.limits))
    Leave(static_cast<int>(HelperExit::kNoSandbox));
  decode(job);
  Leave(static_cast<int>(HelperExit::kMisused));  // each ends the process by itself
}

// The wait status of the child. Nothing when the host is gone: the child is killed then.
std::optional<int> WaitFor(pid_t child, int socket) {
  const Descriptor ended(static_cast<int>(::syscall(SYS_pidfd_open, child, 0)));
  std::array<pollfd, 2> events{{{ended.get(), POLLIN, 0}, {socket, 0, 0}}};
  while (::poll(events.data(), events.size(), -1) < 0 && errno == EINTR) {
  }
  const bool alone = events[0].revents == 0;
  if (alone) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return alone ? std::nullopt : std::optional(status);
}

bool Report(int socket, int status) {
  std::array<std::uint8_t, sizeof(int)> bytes{};
  std::memcpy(bytes.data(), &status, sizeof(int));
  return isolation::SendMessage(socket, bytes, {});
}

HelperExit Serve(int socket, const sandbox::SandboxOptions& options, Decode decode) {
  const auto sandbox = Sandbox::Prepare(options);
  if (!sandbox) return HelperExit::kNoSandbox;
  const pid_t server = ::getpid();
  while (true) {
    auto next = sandbox::ReceiveJob(socket);
    if (next.ended) return HelperExit::kAnswered;
    if (!next.job) return HelperExit::kMisused;
    const pid_t child = ::fork();
    if (child == 0) RunChild(*sandbox, *next.job, decode, socket, server);
    if (child < 0) return HelperExit::kNoSandbox;
    next.job.reset();  // the answer's pipe ends with the child
    const auto status = WaitFor(child, socket);
    if (!status || !Report(socket, *status)) return HelperExit::kAnswered;
  }
}

}  // namespace

HelperExit RunServer(int socket) {
  WarmUp();
  return Serve(socket, {.fonts = document::CanDraw()}, DecodeOne);
}

HelperExit RunFrames(int socket) {
  WarmUpFrames();
  return Serve(socket, {}, DecodeFrame);
}

}  // namespace sceau::helper
