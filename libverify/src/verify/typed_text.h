// SPDX-License-Identifier: Apache-2.0
// What a scanner typed, and what it may have been (sceau/scanner.h). What was typed refutes
// nothing: of all readings only one whose signature holds is taken, and where none does, nothing is
// said against the document.
#ifndef SCEAU_VERIFY_TYPED_TEXT_H_
#define SCEAU_VERIFY_TYPED_TEXT_H_

#include <optional>
#include <string>
#include <vector>

#include "base/page.h"
#include "sceau/limits.h"
#include "sceau/report.h"
#include "trust/trust_store.h"

namespace sceau::verify {

struct TypedText {
  Symbol symbol;                // with the payload to be judged
  std::string format;           // of a payload that cannot be judged
  std::vector<Finding> notes;   // what was undone
  std::optional<Reason> doubt;  // instead of "altered"
};

TypedText AsItCame(const Symbol& symbol);

// Whether the bytes may be another text than they seem, by the judgement of them as they came, if
// they are a seal: of what was typed all whose signature did not hold, of what was seen what is
// altered and has letters beyond ASCII.
bool MayBeReadAgain(const Symbol& symbol, const std::optional<SealReport>& seal);

// The codes of a symbol whose signature did not hold as it came. Typed text: at least one, each as
// the reading that is to be judged. A symbol that was seen comes back as it is, but for its
// character encoding where another one verifies.
std::vector<TypedText> ReadAgain(const Symbol& symbol, const trust::TrustStore& trust,
                                 const Limits& limits);

// Adds the notes, and takes "altered" back where the text was typed.
void ApplyTyped(const TypedText& typed, SealReport& report);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_TYPED_TEXT_H_
