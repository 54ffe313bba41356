// SPDX-License-Identifier: Apache-2.0
// What the command reads besides documents: claims, policies, small text files, standard input.
#ifndef SCEAU_CLI_INPUT_H_
#define SCEAU_CLI_INPUT_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "sceau/verify.h"

namespace sceau::cli {

// The name of standard input on the command line.
inline constexpr const char* kStandardInput = "-";

// The first `most` bytes of an ordinary file, which a link may name, or of what was opened for us:
// "-", "/dev/stdin", "/dev/fd/3" (a shell's "<(…)"). Any other pipe or device is refused without
// waiting for it. Whoever must notice that there was more asks for one byte too many. Errors:
// document.missing, document.not-readable.
absl::StatusOr<std::string> ReadInput(const std::string& path, std::size_t most);

inline std::span<const std::uint8_t> BytesOf(std::string_view content) {
  return {reinterpret_cast<const std::uint8_t*>(content.data()), content.size()};
}

// Lines "name=…", "born=…", "nir=…", each at most once; blank lines and lines that start with # are
// passed over. So that a NIR need not stand on a command line that every user of the machine can
// see. Error: usage, naming the line.
absl::StatusOr<ExpectedHolder> ParseHolderFile(std::string_view text);

}  // namespace sceau::cli

#endif  // SCEAU_CLI_INPUT_H_
