// SPDX-License-Identifier: Apache-2.0
// Is every word of a page one that its layout prints?
#ifndef SCEAU_PAGE_WORDS_OF_LAYOUT_H_
#define SCEAU_PAGE_WORDS_OF_LAYOUT_H_

#include "base/page.h"
#include "sceau/claims.h"

namespace sceau::page {

enum class WordsOfPage {
  kUnclear = 0,
  kMore,       // all letters of the layout, and others
  kAsLaidOut,  // letter for letter, line by line: nothing added, wiped or exchanged, however little
};

// Holds the words that may be seen on the page against the page that is laid out from the claims.
// Spacing, accents and punctuation do not count. Facts are compared beside their labels, which
// cannot tell a second birth date behind the first one from a date that belongs there.
//
// `symbol` is that of the seal, on `page`. A layout that we do not know is unclear. Takes some
// 0.5 ms.
WordsOfPage HoldWordsAgainstLayout(const Claims& claims, const Page& page, const Symbol& symbol);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_WORDS_OF_LAYOUT_H_
