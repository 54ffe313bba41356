// SPDX-License-Identifier: Apache-2.0
// The document axis: does the page print what the seal says?
#ifndef SCEAU_PAGE_CHECK_PRINTED_H_
#define SCEAU_PAGE_CHECK_PRINTED_H_

#include <span>

#include "base/checked.h"
#include "base/page.h"
#include "sceau/report.h"

namespace sceau::page {

// Compares the text that draws the seal's page with what it should show: the holder's name, given
// names, birth date and NIR and the dates of rights.
//
// kDiffers: the page is an attestation's, another value stands beside a label that attestations
// have, for certain in sight of a reader, and the seal's own value stands nowhere on it.
// kAgrees: all values stand where they belong, for certain in sight, and nothing beside them.
// kNotCompared: all else, such as an image, text that a machine read off a scan, text that may not
// be seen, a letter with the code on it, and seals of which a page need show nothing.
//
// The findings are document.printed-*.
Checked<DocumentAxis> CheckPrinted(std::span<const PrintedFact> facts, const Page& page);

// A page without a seal of its own on which no person and no right can stand: all of its text is in
// sight, and has none of the labels that those have.
bool NamesNobody(const Page& page);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_CHECK_PRINTED_H_
