// SPDX-License-Identifier: Apache-2.0
#include "helper/decode_one.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

#include "base/descriptor.h"
#include "base/status.h"
#include "decode/in_process_reader.h"
#include "document/document.h"
#include "isolation/helper_exit.h"

namespace sceau::helper {
namespace {

// The reader stops by itself before the kernel stops it, and hands over what it has.
Limits InTime(Limits limits) {
  constexpr std::chrono::milliseconds kToAnswer{500};
  const auto most = std::min<std::chrono::milliseconds>(limits.decode_cpu, limits.decode_wall);
  limits.document_time = std::min(limits.document_time, most - kToAnswer);
  return limits;
}

}  // namespace

void Say(const Job& job, const isolation::Answer& answer) {
  // Where nobody reads the answer any more, nobody asks how this process ended either.
  WriteAll(job.answer.get(), isolation::WriteAnswer(answer, job.request.limits));
  Leave(static_cast<int>(isolation::HelperExit::kAnswered));
}

void DecodeOne(const Job& job) {
  isolation::Answer answer;
  auto outcome = decode::MakeInProcessReader(job.request.settings)
                     ->Read(job.document.bytes(), InTime(job.request.limits));
  if (outcome.ok())
    answer.outcome = *std::move(outcome);
  else if (document::IsNeedsDrawing(outcome.status()))
    answer.needs_drawing = true;
  else
    answer.refusal = Finding{ReasonOf(outcome.status()), DetailOf(outcome.status())};
  Say(job, answer);
}

void Leave(int code) { ::_exit(code); }

}  // namespace sceau::helper
