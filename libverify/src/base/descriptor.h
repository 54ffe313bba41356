// SPDX-License-Identifier: Apache-2.0
// A file descriptor with an owner, and a function that writes to one.
#ifndef SCEAU_BASE_DESCRIPTOR_H_
#define SCEAU_BASE_DESCRIPTOR_H_

#include <unistd.h>

#include <utility>

#include "base/bytes.h"

namespace sceau {

// Closes the descriptor on destruction. A negative number (open() failed) is kept and never closed.
class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }

  int get() const { return fd_; }

 private:
  int fd_;
};

// Writes all of the bytes, despite interruptions and short writes. False when some were not
// written; errno says why.
bool WriteAll(int fd, ByteSpan bytes);

}  // namespace sceau

#endif  // SCEAU_BASE_DESCRIPTOR_H_
