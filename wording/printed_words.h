// SPDX-License-Identifier: Apache-2.0
// What became of the facts that a page should print, in one line.
#ifndef SCEAU_WORDING_PRINTED_WORDS_H_
#define SCEAU_WORDING_PRINTED_WORDS_H_

#include <string>

#include "sceau/reason.h"
#include "sceau/report.h"

namespace sceau::wording {

// "birth date", "end of right 2": as it stands within a sentence.
std::string FactName(FactKey fact, Language language);

// "facts of the page that agree: 20 of 22; not compared: birth rank, end of right 2". Empty where
// nothing was compared. It names facts and never says a value.
std::string PrintedLine(const SealReport& seal, Language language);

// "To compare yourself on the page: birth rank." Empty where nothing was compared, or so little
// that the whole page is to be compared.
std::string FactsToCompare(const SealReport& seal, Language language);

}  // namespace sceau::wording

#endif  // SCEAU_WORDING_PRINTED_WORDS_H_
