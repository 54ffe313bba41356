// SPDX-License-Identifier: Apache-2.0
#include "isolation/sealed_memory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <utility>

#include "base/status.h"

namespace sceau::isolation {
namespace {

constexpr int kSeals = F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL;

// A file in memory counts as a file, and one that grows past the limit ends this whole process.
bool IsWithinFileSizeLimit(std::size_t size) {
  rlimit limit{};
  return ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && size <= limit.rlim_cur;
}

}  // namespace

absl::StatusOr<Descriptor> SealedMemory(ByteSpan bytes) {
  if (!IsWithinFileSizeLimit(bytes.size()))
    return Refuse(Reason::kDocumentOutOfMemory, "limit of file sizes");
  Descriptor memory(::memfd_create("document", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (memory.get() < 0 || !WriteAll(memory.get(), bytes) ||
      ::fcntl(memory.get(), F_ADD_SEALS, kSeals) != 0)
    return Refuse(Reason::kDocumentOutOfMemory, "memory file");
  return memory;
}

std::optional<MappedMemory> MappedMemory::Map(int descriptor) {
  struct stat file {};
  if (::fcntl(descriptor, F_GET_SEALS) != kSeals || ::fstat(descriptor, &file) != 0)
    return std::nullopt;
  const auto size = static_cast<std::size_t>(file.st_size);
  if (size == 0) return std::nullopt;
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (data == MAP_FAILED) return std::nullopt;
  return MappedMemory(static_cast<const std::uint8_t*>(data), size);
}

MappedMemory::MappedMemory(MappedMemory&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedMemory::~MappedMemory() {
  if (data_ != nullptr) ::munmap(const_cast<std::uint8_t*>(data_), size_);
}

}  // namespace sceau::isolation
