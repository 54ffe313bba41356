// SPDX-License-Identifier: Apache-2.0
#include "trust/status_list/mapped_status_list.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <utility>

#include "base/descriptor.h"
#include "base/status.h"

namespace sceau::trust {
namespace {

absl::Status UnusableFile(const char* detail) {
  return Refuse(Reason::kTrustStatusListUnusable, detail);
}

}  // namespace

absl::StatusOr<MappedStatusList> MappedStatusList::Open(const std::string& path) {
  // O_NONBLOCK: opening a FIFO without a writer must not hang.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (file.get() < 0) return UnusableFile("cannot be opened");
  struct stat info {};
  if (::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) {
    return UnusableFile("not an ordinary file");
  }
  if (info.st_size == 0) return UnusableFile("empty file");
  const auto size = static_cast<std::size_t>(info.st_size);
  void* const start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.get(), 0);
  if (start == MAP_FAILED) return UnusableFile("cannot be mapped");
  const std::shared_ptr<const void> mapping(start,
                                            [size](void* mapped) { ::munmap(mapped, size); });
  // Look-ups are spread over the list: reading ahead would be wasted.
  ::madvise(start, size, MADV_RANDOM);
  SCEAU_ASSIGN_OR_RETURN(const StatusListImage image,
                         StatusListImage::Read({static_cast<const std::uint8_t*>(start), size}));
  return MappedStatusList(mapping, image);
}

absl::StatusOr<MappedStatusList> MappedStatusList::Hold(Bytes image) {
  const auto held = std::make_shared<const Bytes>(std::move(image));
  SCEAU_ASSIGN_OR_RETURN(const StatusListImage view, StatusListImage::Read(*held));
  return MappedStatusList(held, view);
}

}  // namespace sceau::trust
