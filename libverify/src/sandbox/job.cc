// SPDX-License-Identifier: Apache-2.0
#include "sandbox/job.h"

#include <sys/socket.h>
#include <unistd.h>

#include <utility>

#include "isolation/pass_descriptors.h"

namespace sceau::sandbox {

bool IsAlone() {
  int type = 0;
  socklen_t size = sizeof(type);
  return ::close_range(kSocket + 1, ~0U, 0) == 0 &&
         ::getsockopt(kSocket, SOL_SOCKET, SO_TYPE, &type, &size) == 0 && type == SOCK_SEQPACKET;
}

NextJob ReceiveJob(int socket) {
  auto message = isolation::ReceiveMessage(socket, isolation::kRequestBytes);
  if (!message) return {};
  const auto request = isolation::ReadRequest(message->bytes);
  if (!request || message->descriptors.size() != isolation::kMaxDescriptors) return {false, {}};
  auto document = isolation::MappedMemory::Map(message->descriptors[0].get());
  if (!document) return {false, {}};
  return {false, Job{*request, *std::move(document), std::move(message->descriptors[1])}};
}

}  // namespace sceau::sandbox
