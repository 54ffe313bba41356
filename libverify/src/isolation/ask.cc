// SPDX-License-Identifier: Apache-2.0
#include "isolation/ask.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>

#include "base/large_memory.h"
#include "base/status.h"
#include "fmt/format.h"
#include "isolation/helper_exit.h"
#include "isolation/pass_descriptors.h"
#include "isolation/sealed_memory.h"

namespace sceau::isolation {
namespace {

using Clock = std::chrono::steady_clock;

// The kernel should have ended the helper by its limits; so long after them, the host does.
constexpr std::chrono::milliseconds kGrace{500};

struct Pipe {
  Descriptor read;
  Descriptor write;
};

std::optional<Pipe> MakePipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return std::nullopt;
  return Pipe{Descriptor(ends[0]), Descriptor(ends[1])};
}

absl::Status Crashed(const char* how) { return Refuse(Reason::kDocumentReaderCrashed, how); }

enum class Wait { kReady, kPassed };

Wait WaitFor(int descriptor, Clock::time_point deadline) {
  pollfd ready{descriptor, POLLIN, 0};
  while (true) {
    const int count = ::poll(&ready, 1, MillisecondsUntil(deadline));
    if (count > 0) return Wait::kReady;
    if (count == 0 || errno != EINTR) return Wait::kPassed;
  }
}

// All that comes until the other end is closed. Refuses document.deadline, document.reader-crashed.
absl::StatusOr<Bytes> ReadAll(int pipe, std::size_t most, Clock::time_point deadline) {
  constexpr std::size_t kStep = std::size_t{64} << 10;
  // What is larger holds pixels: to grow by doubling would touch twice the memory.
  constexpr std::size_t kSmall = std::size_t{1} << 20;
  const std::size_t room = std::min(most, std::size_t{32} << 20);
  Bytes bytes;
  Bytes piece(kStep);
  while (WaitFor(pipe, deadline) == Wait::kReady) {
    const ssize_t count = ::read(pipe, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return Crashed("answer: cannot be read");
    if (count == 0) return bytes;
    if (bytes.size() + static_cast<std::size_t>(count) > most) return Crashed("answer: length");
    if (bytes.size() > kSmall && bytes.capacity() < room) ReserveLarge(bytes, room);
    bytes.insert(bytes.end(), piece.begin(), piece.begin() + count);
  }
  return Refuse(Reason::kDocumentDeadline, "stopped");
}

// The document on its way, and where the answer will come.
struct Sent {
  absl::Status status;
  bool received = true;
  Descriptor answer{-1};
};

Sent Send(const HelperProcess& helper, ByteSpan document, const Request& request) {
  const auto memory = SealedMemory(document);
  if (!memory.ok()) return {memory.status()};
  auto pipe = MakePipe();
  if (!pipe) return {Refuse(Reason::kIsolationUnavailable, "no pipe")};
  const std::array<int, 2> descriptors = {memory->get(), pipe->write.get()};
  const bool received = SendMessage(helper.socket(), WriteRequest(request), descriptors);
  return {absl::OkStatus(), received, std::move(pipe->read)};
}

// Of a server that is no longer there: it could not work here, or it was killed from outside.
absl::Status EndOf(HelperProcess& helper, Clock::time_point deadline) {
  const auto end = helper.WaitUntil(deadline);
  return end && *end != 0 ? ReasonOfEnd(*end) : Crashed("server gone");
}

}  // namespace

absl::Status ReasonOfEnd(int wait_status) {
  if (WIFSIGNALED(wait_status)) {
    const int signal = WTERMSIG(wait_status);
    if (signal == SIGALRM || signal == SIGXCPU)
      return Refuse(Reason::kDocumentDeadline, signal == SIGALRM ? "wall time" : "cpu time");
    return Refuse(Reason::kDocumentReaderCrashed, fmt::format("signal {}", signal));
  }
  const int code = WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
  switch (static_cast<HelperExit>(code)) {
    case HelperExit::kNoSandbox:
      return Refuse(Reason::kIsolationUnavailable, "no seccomp");
    case HelperExit::kMisused:
      return Refuse(Reason::kIsolationUnavailable, "reader of another version");
    case HelperExit::kOutOfMemory:
      return Refuse(Reason::kDocumentOutOfMemory, "reader");
    case HelperExit::kAnswered:
      break;
  }
  return Refuse(Reason::kDocumentReaderCrashed, fmt::format("exit {}", code));
}

absl::StatusOr<Bytes> AskForBytes(HelperProcess& helper, ByteSpan given, const Request& request,
                                  std::size_t most) {
  const Clock::time_point deadline = Clock::now() + request.limits.decode_wall + kGrace;
  Sent sent = Send(helper, given, request);
  SCEAU_RETURN_IF_ERROR(sent.status);
  SCEAU_ASSIGN_OR_RETURN(Bytes said, ReadAll(sent.answer.get(), most, deadline));
  // A process that closes the pipe and stays is not a reader of ours.
  if (WaitFor(helper.pidfd(), deadline) == Wait::kPassed)
    return Refuse(Reason::kDocumentDeadline, "stopped");
  const auto wait_status = helper.WaitUntil(deadline);
  if (wait_status && *wait_status != 0) return ReasonOfEnd(*wait_status);
  return said;
}

Asked AskOnce(HelperProcess& helper, ByteSpan document, const Request& request) {
  const auto said = AskForBytes(helper, document, request, MaxAnswerBytes(request.limits));
  if (!said.ok()) return {said.status()};
  return {ReadAnswer(*said, request.limits)};
}

Asked AskServer(HelperProcess& helper, ByteSpan document, const Request& request) {
  const Clock::time_point deadline = Clock::now() + request.limits.decode_wall + kGrace;
  Sent sent = Send(helper, document, request);
  if (!sent.status.ok()) return {.answer = sent.status, .healthy = sent.received};
  if (!sent.received) return {.answer = EndOf(helper, deadline), .received = false};
  const auto said = ReadAll(sent.answer.get(), MaxAnswerBytes(request.limits), deadline);
  if (!said.ok()) return {said.status()};
  if (WaitFor(helper.socket(), deadline) == Wait::kPassed)
    return {Refuse(Reason::kDocumentDeadline, "stopped")};
  const auto report = ReceiveMessage(helper.socket(), sizeof(int));
  if (!report) return {EndOf(helper, deadline)};
  int wait_status = -1;
  if (report->bytes.size() == sizeof(int))
    std::memcpy(&wait_status, report->bytes.data(), sizeof(int));
  if (!report->descriptors.empty()) return {Crashed("descriptors")};
  if (wait_status != 0) return {ReasonOfEnd(wait_status)};
  Asked asked{ReadAnswer(*said, request.limits)};
  asked.healthy = asked.answer.ok();
  return asked;
}

}  // namespace sceau::isolation
