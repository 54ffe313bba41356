// SPDX-License-Identifier: Apache-2.0
// Writes one file that appears whole or not at all: sceau/output_files.h for the usual case.
#ifndef SCEAU_BASE_ATOMIC_FILE_H_
#define SCEAU_BASE_ATOMIC_FILE_H_

#include <string>

#include "absl/status/status.h"
#include "base/bytes.h"

namespace sceau {

// Makes a new file, or replaces an ordinary one, with mode 0644, as OutputFiles does. A missing
// folder is made; links are not followed. Error: output.not-written.
absl::Status WriteFileAtomically(const std::string& path, ByteSpan content);

}  // namespace sceau

#endif  // SCEAU_BASE_ATOMIC_FILE_H_
