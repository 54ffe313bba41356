// SPDX-License-Identifier: Apache-2.0
// Do the words of a page stand where its layout has them, as the symbol of its seal lies?
#ifndef SCEAU_PAGE_WORDS_IN_PLACE_H_
#define SCEAU_PAGE_WORDS_IN_PLACE_H_

#include "base/page.h"
#include "page/laid_out_page.h"
#include "sceau/claims.h"

namespace sceau::page {

// Each word that may be seen stands in a line of the layout that has its letters, and is of that
// line's size. Small print elsewhere is not the page, whatever is drawn in its place.
bool AreInPlace(const Page& page, const LaidOutPage& expected, const Symbol& symbol);

// Whether letters that may be seen stand on the seal's page beyond those of the layout, wherever
// they stand: what its pixels say is not all that such a page prints. Of a page whose letters are
// proven (Page::letters_are_proven). Words beside the seal's page, such as those of another one on
// the same sheet, are not its own.
bool PrintsMoreThanLaidOut(const Claims& claims, const Page& page, const Symbol& symbol);

// Whether letters of the layout are nowhere on the page among those that may be seen, however the
// page is turned.
bool LacksLettersOfLayout(const Claims& claims, const Page& page, const Symbol& symbol);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_WORDS_IN_PLACE_H_
