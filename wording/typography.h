// SPDX-License-Identifier: Apache-2.0
// How sentences are set on a page or in a window.
#ifndef SCEAU_WORDING_TYPOGRAPHY_H_
#define SCEAU_WORDING_TYPOGRAPHY_H_

#include <string>
#include <string_view>

#include "sceau/reason.h"

namespace sceau::wording {

// French as printers set it: curled apostrophes between letters, no-break
// spaces before ":" and inside guillemets, narrow ones before ";", "!" and "?",
// no break after "n°" and before "%". English stays as it is. For sentences of
// ours: names are shown as they were signed.
std::string Typeset(std::string_view sentence, Language language);

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_TYPOGRAPHY_H_
