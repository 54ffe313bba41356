// SPDX-License-Identifier: Apache-2.0
// Writes a file that appears whole or not at all. (The command has its own writer for several files
// that appear together and replace nothing, cli/output_files.h.)
#ifndef SCEAU_BASE_ATOMIC_FILE_H_
#define SCEAU_BASE_ATOMIC_FILE_H_

#include <string>

#include "absl/status/status.h"
#include "base/bytes.h"

namespace sceau {

// Makes a new file, or replaces an ordinary one, with mode 0644: the content is written to a
// temporary file in the same folder, which is synced and renamed; then the folder is synced. Links
// are not followed. Error: output.not-written.
absl::Status WriteFileAtomically(const std::string& path, ByteSpan content);

}  // namespace sceau

#endif  // SCEAU_BASE_ATOMIC_FILE_H_
