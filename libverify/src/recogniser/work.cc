// SPDX-License-Identifier: Apache-2.0
#include "recogniser/work.h"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "isolation/recognised.h"
#include "recogniser/recognise.h"
#include "sandbox/job.h"
#include "sandbox/sandbox.h"

namespace sceau::recogniser {

using isolation::HelperExit;

HelperExit Work(int socket) {
  // The thread that started this process waits for it: with that thread it ends.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const auto next = sandbox::ReceiveJob(socket);
  if (!next.job) return HelperExit::kMisused;
  const auto image = isolation::ReadImageToRecognise(next.job->document.bytes());
  if (!image) return HelperExit::kMisused;
  const Limits& limits = next.job->request.limits;
  const auto recogniser = Recogniser::Load();
  if (recogniser == nullptr) return HelperExit::kMisused;
  const auto closed = sandbox::Sandbox::Prepare({});
  if (!closed || !closed->Enter(limits)) return HelperExit::kNoSandbox;
  const auto words = recogniser->Words(*image);
  // Where nobody reads the answer any more, nobody asks how this process ended either.
  WriteAll(next.job->answer.get(), isolation::WriteRecognised(words, *image, limits));
  ::_exit(static_cast<int>(HelperExit::kAnswered));
}

}  // namespace sceau::recogniser
