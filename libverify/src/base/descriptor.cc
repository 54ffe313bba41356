// SPDX-License-Identifier: Apache-2.0
#include "base/descriptor.h"

#include <cerrno>
#include <cstddef>

namespace sceau {

bool WriteAll(int fd, ByteSpan bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes = bytes.subspan(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace sceau
