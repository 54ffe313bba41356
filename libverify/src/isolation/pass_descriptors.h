// SPDX-License-Identifier: Apache-2.0
// Messages over a local socket, with descriptors beside them.
#ifndef SCEAU_ISOLATION_PASS_DESCRIPTORS_H_
#define SCEAU_ISOLATION_PASS_DESCRIPTORS_H_

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "base/descriptor.h"

namespace sceau::isolation {

// Two ends of a SOCK_SEQPACKET connection, closed on exec. Nothing when there is none to be had.
std::optional<std::pair<Descriptor, Descriptor>> ConnectedSockets();

// False when nobody reads any more. Raises no signal.
bool SendMessage(int socket, ByteSpan message, std::span<const int> descriptors);

struct Message {
  Bytes bytes;
  std::vector<Descriptor> descriptors;
};
inline constexpr std::size_t kMaxDescriptors = 2;

// Waits for one of at most `most` bytes. Nothing at the end of the connection, and when the message
// is longer or comes with more descriptors: those are closed.
std::optional<Message> ReceiveMessage(int socket, std::size_t most);

}  // namespace sceau::isolation

#endif  // SCEAU_ISOLATION_PASS_DESCRIPTORS_H_
