// SPDX-License-Identifier: Apache-2.0
// What a report says of a fact that the page prints otherwise.
#ifndef SCEAU_PAGE_PRINTED_REASON_H_
#define SCEAU_PAGE_PRINTED_REASON_H_

#include "sceau/claims.h"
#include "sceau/report.h"

namespace sceau::page {

// One of document.printed-*.
Reason ReasonOfDifference(PrintedKind kind);

}  // namespace sceau::page

#endif  // SCEAU_PAGE_PRINTED_REASON_H_
