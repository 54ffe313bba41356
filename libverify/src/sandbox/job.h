// SPDX-License-Identifier: Apache-2.0
// What a helper is started for: something to read and a pipe for the answer, over its one socket.
#ifndef SCEAU_SANDBOX_JOB_H_
#define SCEAU_SANDBOX_JOB_H_

#include <optional>

#include "base/descriptor.h"
#include "isolation/request.h"
#include "isolation/sealed_memory.h"

namespace sceau::sandbox {

// The descriptor that a helper is started with.
inline constexpr int kSocket = 3;

// Closes whatever else is open. False when this program was not started by the library.
bool IsAlone();

// A request with its descriptors, taken apart.
struct Job {
  isolation::Request request;
  isolation::MappedMemory document;
  Descriptor answer;
};

// Waits for one. Nothing at the end of the connection, and when the message is not one of ours.
struct NextJob {
  bool ended = true;
  std::optional<Job> job;
};
NextJob ReceiveJob(int socket);

}  // namespace sceau::sandbox

#endif  // SCEAU_SANDBOX_JOB_H_
