// SPDX-License-Identifier: Apache-2.0
// Pictures for each seal whose page differs from it or is in doubt.
#ifndef SCEAU_VERIFY_ADD_EVIDENCE_H_
#define SCEAU_VERIFY_ADD_EVIDENCE_H_

#include "base/page.h"
#include "sceau/report.h"
#include "verify/context.h"
#include "verify/draw_page.h"

namespace sceau::verify {

// After all is judged, of which it changes nothing: fills in SealReport::pictures from the pages of
// `content` and from Report::previews, as Context::evidence and Context::pictures_doubts ask. Pages
// that came without the pixels that a picture needs are drawn: what was compared on a drawing, and
// what differs on a page without a symbol, which has no preview.
void AddEvidence(const DocumentContent& content, const Context& context, PageDrawer& drawer,
                 Report& report);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_ADD_EVIDENCE_H_
