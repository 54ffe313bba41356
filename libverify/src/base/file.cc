// SPDX-License-Identifier: Apache-2.0
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <new>

#include "base/descriptor.h"
#include "base/status.h"

namespace sceau {
namespace {

constexpr std::size_t kReadStep = std::size_t{1} << 16;

absl::StatusOr<Bytes> ReadAll(int fd, std::size_t expected, std::size_t limit,
                              ReadReasons reasons) try {
  Bytes bytes(std::min(expected, limit) + 1);
  std::size_t filled = 0;
  for (;;) {
    if (filled == bytes.size()) {
      if (filled > limit) return Refuse(reasons.too_large);
      bytes.resize(std::min(limit + 1, filled + std::max(filled, kReadStep)));
    }
    const ssize_t got = ::read(fd, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Refuse(reasons.not_readable);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
    if (filled > limit) return Refuse(reasons.too_large);
  }
  bytes.resize(filled);
  return bytes;
} catch (const std::bad_alloc&) {
  return Refuse(reasons.too_large, "out of memory");
}

}  // namespace

absl::StatusOr<Bytes> ReadFile(const std::string& path, std::size_t limit, ReadReasons reasons) {
  // O_NONBLOCK: opening a FIFO without a writer must not hang.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0)
    return Refuse(errno == ENOENT || errno == ENOTDIR ? reasons.missing : reasons.not_readable);
  struct stat info {};
  if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode))
    return Refuse(reasons.not_readable, "not an ordinary file");
  const auto size = static_cast<std::size_t>(std::max<off_t>(info.st_size, 0));
  if (size > limit) return Refuse(reasons.too_large);
  return ReadAll(file.get(), size, limit, reasons);
}

absl::StatusOr<Bytes> ReadDescriptor(int descriptor, std::size_t limit, ReadReasons reasons) {
  return ReadAll(descriptor, kReadStep, limit, reasons);
}

}  // namespace sceau
