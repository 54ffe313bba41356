// SPDX-License-Identifier: Apache-2.0
// A file that appears whole or not at all.
#ifndef SCEAU_BASE_ATOMIC_FILE_H_
#define SCEAU_BASE_ATOMIC_FILE_H_

#include <string>

#include "absl/status/status.h"
#include "base/bytes.h"

namespace sceau {

// Replaces an ordinary file or makes a new one, mode 0644: a temporary in the same folder, synced,
// renamed, folder synced. Links are not followed. Refuses output.not-written.
absl::Status WriteFileAtomically(const std::string& path, ByteSpan content);

}  // namespace sceau

#endif  // SCEAU_BASE_ATOMIC_FILE_H_
