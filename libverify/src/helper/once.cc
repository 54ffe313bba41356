// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <sys/prctl.h>

#include "document/pdf/poppler/poppler_document.h"
#include "document/preload.h"
#include "helper/decode_one.h"
#include "helper/modes.h"
#include "sandbox/sandbox.h"

namespace sceau::helper {

using isolation::HelperExit;

HelperExit RunOnce(int socket) {
  // The thread that started this process waits for it: with that thread it ends.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const auto next = sandbox::ReceiveJob(socket);
  if (!next.job) return HelperExit::kMisused;
  document::Preload(DetectType(next.job->document.bytes()));
  const auto closed = sandbox::Sandbox::Prepare({.fonts = document::CanDraw()});
  if (!closed || !closed->Enter(next.job->request.limits)) return HelperExit::kNoSandbox;
  DecodeOne(*next.job);
}

}  // namespace sceau::helper
