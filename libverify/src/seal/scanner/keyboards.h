// SPDX-License-Identifier: Apache-2.0
// Keyboards between a scanner and a text. A scanner sends keys, by the layout that it is set to;
// the computer makes characters of them, by its own.
#ifndef SCEAU_SEAL_SCANNER_KEYBOARDS_H_
#define SCEAU_SEAL_SCANNER_KEYBOARDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "sceau/report.h"

namespace sceau::seal {

// What was meant if these mishaps happened on the way.
struct Meant {
  std::string text;
  std::vector<Finding> mishaps;
};

// `typed` without a mishap first, then each mishap of keyboards that can have typed it, undone.
// Control characters and what no keyboard types (from U+2000) stay. Text that is not UTF-8 has the
// first alone.
std::vector<Meant> UndoKeyboards(std::string_view typed);

}  // namespace sceau::seal

#endif  // SCEAU_SEAL_SCANNER_KEYBOARDS_H_
