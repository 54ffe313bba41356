// SPDX-License-Identifier: Apache-2.0
// Reads whole files under a bound.
#ifndef SCEAU_BASE_FILE_H_
#define SCEAU_BASE_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/reason.h"

namespace sceau {

// The reason for each way of failing.
struct ReadReasons {
  Reason missing = Reason::kDocumentMissing;
  Reason not_readable =
      Reason::kDocumentNotReadable;  // no right, a directory, a FIFO, a device, an I/O error
  Reason too_large = Reason::kDocumentTooLarge;
};

// Reads an ordinary file of at most `limit` bytes; a FIFO or a device is refused without blocking.
// Errors: those of `reasons`.
absl::StatusOr<Bytes> ReadFile(const std::string& path, std::size_t limit,
                               ReadReasons reasons = {});

// Reads a descriptor to its end, under the same bound (standard input).
absl::StatusOr<Bytes> ReadDescriptor(int descriptor, std::size_t limit, ReadReasons reasons = {});

}  // namespace sceau

#endif  // SCEAU_BASE_FILE_H_
