// SPDX-License-Identifier: Apache-2.0
// Keyboards between a scanner and a text. A scanner sends keys, by the layout that it is set to;
// the computer makes characters of them, by its own.
#ifndef SCEAU_SEAL_SCANNER_KEYBOARDS_H_
#define SCEAU_SEAL_SCANNER_KEYBOARDS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "sceau/report.h"

namespace sceau::seal {

// What was meant if these faults happened on the way.
struct Meant {
  std::string text;
  std::vector<Finding> faults;
};

// A text as the wrong keyboards typed it, undone: each pair of a scanner's layout and a computer's,
// with and without caps lock, that can have typed `typed` and one of the `beginnings` somewhere in
// it; each text once, the most likely fault first. Control characters and what no keyboard types
// (from U+2000) stay.
std::vector<Meant> UndoKeyboards(std::u32string_view typed,
                                 const std::vector<std::u32string>& beginnings);

// The places in `typed` where a wrong keyboard, or none, may have typed one of the `beginnings`, in
// order; `confirm` has the last word over what was meant from there on.
std::vector<std::size_t> FindBeginnings(std::u32string_view typed,
                                        const std::vector<std::u32string>& beginnings,
                                        const std::function<bool(std::string_view)>& confirm);

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_SCANNER_KEYBOARDS_H_
