// SPDX-License-Identifier: Apache-2.0
// How one run of letters becomes another: by the fewest letters taken away and put in.
#ifndef SCEAU_PAGE_LETTER_EDITS_H_
#define SCEAU_PAGE_LETTER_EDITS_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace sceau::page {

struct LetterEdits {
  std::vector<bool> kept;  // of each letter of `from`, whether `to` has it
  // The letters of `to` that stand before each letter of `from`, and after the last one, and are
  // not of `from`: by index.
  std::vector<std::vector<std::size_t>> added;
};

// Nothing where more than `most` letters would be taken away and put in. Takes the product of
// `most` and the longer text at most, in time, and the square of `most` in memory.
std::optional<LetterEdits> EditsBetween(std::string_view from, std::string_view to,
                                        std::size_t most);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_LETTER_EDITS_H_
