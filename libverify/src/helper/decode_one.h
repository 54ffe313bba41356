// SPDX-License-Identifier: Apache-2.0
// One document of one request, read where nothing can be touched, and answered.
#ifndef SCEAU_HELPER_DECODE_ONE_H_
#define SCEAU_HELPER_DECODE_ONE_H_

#include <optional>

#include "base/descriptor.h"
#include "isolation/request.h"
#include "isolation/sealed_memory.h"
#include "isolation/wire.h"

namespace sceau::helper {

// A request with its descriptors, taken apart.
struct Job {
  isolation::Request request;
  isolation::MappedMemory document;
  Descriptor answer;
};

// Waits for one. Nothing at the end of the connection, and when the message is none of ours.
struct NextJob {
  bool ended = true;
  std::optional<Job> job;
};
NextJob ReceiveJob(int socket);

// Each reads what the job brought and writes the answer; call it in the sandbox. Ends the process.
[[noreturn]] void DecodeOne(const Job& job);
[[noreturn]] void DecodeFrame(const Job& job);  // a picture of a camera

// Writes the answer and ends the process.
[[noreturn]] void Say(const Job& job, const isolation::Answer& answer);

// Ends the process where it is: nothing that a document could have prepared runs any more.
[[noreturn]] void Leave(int code);

}  // namespace sceau::helper

#endif  // SCEAU_HELPER_DECODE_ONE_H_
