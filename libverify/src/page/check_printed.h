// SPDX-License-Identifier: Apache-2.0
// The document axis of a page of words: does it print what the seal says?
#ifndef SCEAU_PAGE_CHECK_PRINTED_H_
#define SCEAU_PAGE_CHECK_PRINTED_H_

#include <vector>

#include "base/checked.h"
#include "base/page.h"
#include "sceau/report.h"

namespace sceau::page {

struct CheckedPage : Checked<DocumentAxis> {
  std::vector<ComparedFact> printed;  // each of Claims::printed, in its order
};

// Compares the text that draws a page with what it should show.
//
// kDiffers: the page is an attestation's, another value stands beside a label that attestations
// have, for certain in sight of a reader, and the seal's own value stands nowhere on it.
// kAgrees: all that such a page must show stands where it belongs, for certain in sight, and
// nothing beside it. A seal that names the layout of its page must find every fact there.
// kNotCompared: all else, such as an image, text that a machine read off a scan, text that may not
// be seen, a letter with the code on it, and papers of which a seal does not hold everything.
//
// The findings are document.printed-*, and of a seal that names its layout document.another-page,
// which differs too, and remarks on text that is covered, missing or added. Takes the time of some
// milliseconds at most, whatever the page holds (limits in printed_page.cc).
CheckedPage CheckPrinted(const Claims& claims, const Page& page);

// What nothing was compared with: each fact not-compared.
CheckedPage NotCompared(const Claims& claims);

// A page without a seal of its own on which no person and no right can stand: it is empty, or shows
// nothing but text, all of it in sight, in words that every attestation prints and without a value
// beside a label. Never one that other viewers may show otherwise (Page::showing).
bool NamesNobody(const Page& page);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_CHECK_PRINTED_H_
