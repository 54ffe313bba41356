// SPDX-License-Identifier: Apache-2.0
// The pages of a document that carry no seal of their own, held against its seals.
#ifndef SCEAU_VERIFY_COMPARE_PAGES_H_
#define SCEAU_VERIFY_COMPARE_PAGES_H_

#include "base/page.h"
#include "sceau/report.h"
#include "verify/draw_page.h"
#include "verify/policy.h"

namespace sceau::verify {

// After each seal was judged with its own page. A page with a genuine seal that is shown is held
// against that seal alone. Of the others:
//
// - Where the only seal stands on a page that speaks of nobody, such as the back of a paper, they
//   are compared in its place, and what differs there refuses the document.
// - Elsewhere no seal vouches for what they print: a seal agrees only if each of them agrees with
//   one of the seals, or speaks of nobody.
//
// The page of a seal that names its layout is drawn where its words do not suffice.
//
// Where the policy asks for a page that agrees, one that was not compared says so by
// document.not-compared.
void ComparePages(const DocumentContent& content, const Policy& policy, PageDrawer& drawer,
                  Report& report);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_COMPARE_PAGES_H_
