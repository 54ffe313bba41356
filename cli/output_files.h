// SPDX-License-Identifier: Apache-2.0
// Which names the files that a command writes may have.
#ifndef SCEAU_CLI_OUTPUT_FILES_H_
#define SCEAU_CLI_OUTPUT_FILES_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "sceau/output_files.h"

namespace sceau::cli {

// Whether something bears this name already. Error: output.exists.
absl::Status RefuseExisting(const std::string& path);

// The same for what may be replaced: an ordinary file that is empty, or begins with `start` as what
// is to be written does. Errors: output.exists; output.not-written for what is not an ordinary
// file.
absl::Status RefuseExistingBut(const std::string& path, std::string_view start);

// Whether two paths name one place of a folder, through whatever links and dots.
bool IsSamePlace(const std::string& a, const std::string& b);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_OUTPUT_FILES_H_
