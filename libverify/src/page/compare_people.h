// SPDX-License-Identifier: Apache-2.0
// The people whom a page lists, compared with those whom its seal names.
#ifndef SCEAU_PAGE_COMPARE_PEOPLE_H_
#define SCEAU_PAGE_COMPARE_PEOPLE_H_

#include <vector>

#include "page/differences.h"
#include "page/people_table.h"
#include "page/printed_page.h"
#include "page/sealed_facts.h"

namespace sceau::page {

struct PeopleComparison {
  std::vector<ComparedFact> agreeing;     // facts of dependants
  std::vector<Difference> differences{};  // certain, if the page is an attestation's
  bool any_unknown = false;               // somebody is listed whom the seal does not name
};

PeopleComparison ComparePeople(const SealedFacts& sealed, const PrintedPage& printed);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_COMPARE_PEOPLE_H_
