// SPDX-License-Identifier: Apache-2.0
// Is everything that a page prints explained by its seal?
#ifndef SCEAU_PAGE_KNOWN_WORDS_H_
#define SCEAU_PAGE_KNOWN_WORDS_H_

#include "page/printed_page.h"
#include "page/sealed_facts.h"

namespace sceau::page {

// Each word that may be seen is one that any attestation prints, one that the seal says, or a part
// of a day or a number of the seal. Of a page whose layout nobody knows, a word that is not may
// name somebody else or say more than the seal, in whichever sentence it stands.
bool PrintsOnlyKnownWords(const SealedFacts& sealed, const PrintedPage& printed);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_KNOWN_WORDS_H_
