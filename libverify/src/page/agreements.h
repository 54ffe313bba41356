// SPDX-License-Identifier: Apache-2.0
// What of a seal stands on a page of words, each where it belongs and for certain in sight.
#ifndef SCEAU_PAGE_AGREEMENTS_H_
#define SCEAU_PAGE_AGREEMENTS_H_

#include <vector>

#include "page/match_place.h"
#include "page/printed_page.h"
#include "page/sealed_facts.h"
#include "sceau/report.h"

namespace sceau::page {

// Facts of the holder, of the paper and of rights, in the order of the seal. Those that are not
// found are left out.
std::vector<ComparedFact> FindAgreements(const SealedFacts& sealed, const PrintedPage& printed,
                                         const PlaceMatcher& matcher);

// Nothing on the page speaks of a person, a right or a period that the seal does not have, whether
// a reader certainly sees it or not.
bool SaysNothingElse(const SealedFacts& sealed, const PrintedPage& printed,
                     const PlaceMatcher& matcher);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_AGREEMENTS_H_
