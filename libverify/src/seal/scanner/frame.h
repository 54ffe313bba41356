// SPDX-License-Identifier: Apache-2.0
// What scanners send around a code, and what pasting does to its lines.
#ifndef SCEAU_SEAL_SCANNER_FRAME_H_
#define SCEAU_SEAL_SCANNER_FRAME_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sceau::seal {

// What stands behind a code, or between two, at most: a date, a time and some words.
inline constexpr std::size_t kMaxBehind = 64;

// Without white space, STX, ETX and EOT at the end.
std::string_view WithoutFrameEnd(std::string_view text);

// The last of several equal scans that stand one after another, with no more than kMaxBehind
// characters between; otherwise `text`.
std::string_view OneScan(std::string_view text);

// The ways to undo line breaks inside a text: each was added, or each stands where a space was.
// `text` alone when it has none.
std::vector<std::string> WithoutLineBreaks(std::string_view text);

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_SCANNER_FRAME_H_
