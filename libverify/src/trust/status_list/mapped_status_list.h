// SPDX-License-Identifier: Apache-2.0
// An installed status list, mapped into memory: opening one of a hundred million entries reads a
// page, and so does a look-up.
#ifndef SCEAU_TRUST_STATUS_LIST_MAPPED_STATUS_LIST_H_
#define SCEAU_TRUST_STATUS_LIST_MAPPED_STATUS_LIST_H_

#include <memory>
#include <string>
#include <utility>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "trust/status_list/status_list_image.h"

namespace sceau::trust {

// Cheap to copy; immutable; may be used from several threads.
class MappedStatusList {
 public:
  // A file that WriteStatusListImage made. Refuses trust.status-list-unusable. Files are replaced
  // by renaming another over them, which leaves this one whole; one that somebody cuts short in
  // place while it is mapped ends the process (SIGBUS) at the next look-up behind the cut.
  static absl::StatusOr<MappedStatusList> Open(const std::string& path);

  // The same over an image in memory, for a bundle that is not installed.
  static absl::StatusOr<MappedStatusList> Hold(Bytes image);

  const StatusListHeader& header() const { return image_.header(); }
  StatusEntry Lookup(std::uint64_t index) const { return image_.Lookup(index); }

 private:
  MappedStatusList(std::shared_ptr<const void> mapping, StatusListImage image)
      : mapping_(std::move(mapping)), image_(image) {}

  std::shared_ptr<const void> mapping_;  // what the image looks at: a file, or bytes
  StatusListImage image_;
};

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATUS_LIST_MAPPED_STATUS_LIST_H_
