// SPDX-License-Identifier: Apache-2.0
// What a scanner typed, repaired where it allows one reading (sceau/scanner.h), and what a report
// says of that.
#ifndef SCEAU_VERIFY_TYPED_TEXT_H_
#define SCEAU_VERIFY_TYPED_TEXT_H_

#include <optional>
#include <vector>

#include "base/page.h"
#include "sceau/limits.h"
#include "sceau/report.h"

namespace sceau::verify {

struct TypedText {
  Symbol symbol;                // with the payload to be judged
  std::vector<Finding> notes;   // what was repaired
  bool ambiguous = false;       // nothing is to be judged: a reading would have to be chosen
  std::optional<Reason> doubt;  // instead of "altered"
};

// A symbol that was seen, rather than typed, comes back as it is.
TypedText RepairTyped(const Symbol& symbol, const Limits& limits);

// Adds the notes, and takes "altered" back where the scanner may have spoilt the text.
void ApplyTyped(const TypedText& typed, SealReport& report);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_TYPED_TEXT_H_
