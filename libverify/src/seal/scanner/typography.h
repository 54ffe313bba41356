// SPDX-License-Identifier: Apache-2.0
// What word processors, mail programs and web pages make of the characters of a code.
#ifndef SCEAU_SEAL_SCANNER_TYPOGRAPHY_H_
#define SCEAU_SEAL_SCANNER_TYPOGRAPHY_H_

#include <string>
#include <string_view>
#include <vector>

namespace sceau::seal {

// The texts that `text` may have been, each once: quotation marks, dashes, spaces and characters of
// full width as ASCII has them, letters with their accents in one, and what nobody sees taken away.
// None when there is nothing to undo. A dash may have been two hyphens, and a no-break space
// nothing.
std::vector<std::u32string> UndoTypography(std::u32string_view text);

// Letters of ASCII and Latin-1 as capitals; what has no small letter is the same.
std::u32string InCapitals(std::u32string_view text);

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_SCANNER_TYPOGRAPHY_H_
