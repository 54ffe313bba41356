// SPDX-License-Identifier: Apache-2.0
// Files, whole, read under a bound.
#ifndef SCEAU_BASE_FILE_H_
#define SCEAU_BASE_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "sceau/reason.h"

namespace sceau {

// Which reason each way of failing gets.
struct ReadReasons {
  Reason missing = Reason::kDocumentMissing;
  Reason not_readable =
      Reason::kDocumentNotReadable;  // no right, a directory, a FIFO, a device, an I/O error
  Reason too_large = Reason::kDocumentTooLarge;
};

// Ordinary files only: a FIFO or device is refused without blocking. Reads no more than `limit`
// bytes.
absl::StatusOr<Bytes> ReadFile(const std::string& path, std::size_t limit,
                               ReadReasons reasons = {});

// To the end of the descriptor, under the same bound (standard input).
absl::StatusOr<Bytes> ReadDescriptor(int descriptor, std::size_t limit, ReadReasons reasons = {});

}  // namespace sceau

#endif  // SCEAU_BASE_FILE_H_
