// SPDX-License-Identifier: Apache-2.0
// Seals that name the layout of their page, on a page of words: is it that page at all, and was
// something covered, wiped or added on it?
#ifndef SCEAU_PAGE_OWN_LAYOUT_H_
#define SCEAU_PAGE_OWN_LAYOUT_H_

#include <vector>

#include "base/page.h"
#include "page/printed_page.h"
#include "page/sealed_facts.h"
#include "sceau/report.h"

namespace sceau::page {

// Text enough for a page of its own, all of it certainly not that of the layout, and nothing of the
// person whom the seal names. False wherever one of these is open.
bool IsAnotherPage(const SealedFacts& sealed, const PrintedPage& printed);

// document.text-covered, -missing, -added, as remarks: pens, stamps and stains do the same. `facts`
// as they were compared; `says_more` when somebody or something stands there besides.
std::vector<Finding> RemarksOn(const Page& page, const SealedFacts& sealed,
                               const PrintedPage& printed, const std::vector<ComparedFact>& facts,
                               bool says_more);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_OWN_LAYOUT_H_
