// SPDX-License-Identifier: Apache-2.0
#include "list_reader/work.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "base/status.h"
#include "isolation/trusted_list.h"
#include "list_reader/read_list.h"
#include "list_reader/watched_memory.h"
#include "list_reader/xmlsec_library.h"
#include "sandbox/job.h"
#include "sandbox/sandbox.h"

namespace sceau::list_reader {
namespace {

using isolation::HelperExit;

absl::StatusOr<isolation::TrustedList> Read(const isolation::ListJob& job, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(const auto signer, crypto::Certificate::ParseDer(job.signer));
  auto list = ReadList(job.list, signer, limits);
  // Without memory, libxml2 and xmlsec find fault with the list.
  if (!list.ok() && MemoryRanOut()) return Refuse(Reason::kTrustEtsiReaderStopped, "memory");
  return list;
}

}  // namespace

bool ShutIn(const Limits& limits) {
  WatchMemory();
  // Inside, xmlsec and OpenSSL could read neither their settings nor their modules.
  if (!XmlsecReady()) return false;
  const auto closed = sandbox::Sandbox::Prepare({});
  return closed && closed->Enter(limits);
}

HelperExit Work(int socket) {
  // The thread that started this process waits for it: with that thread it ends.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const auto next = sandbox::ReceiveJob(socket);
  if (!next.job) return HelperExit::kMisused;
  const auto job = isolation::ReadListJob(next.job->document.bytes());
  if (!job) return HelperExit::kMisused;
  const Limits& limits = next.job->request.limits;
  if (!ShutIn(limits)) return HelperExit::kNoSandbox;
  // Where nobody reads the answer any more, nobody asks how this process ended either.
  WriteAll(next.job->answer.get(), isolation::WriteListAnswer(Read(*job, limits)));
  // Nothing that a list could have prepared runs any more.
  ::_exit(static_cast<int>(HelperExit::kAnswered));
}

}  // namespace sceau::list_reader
