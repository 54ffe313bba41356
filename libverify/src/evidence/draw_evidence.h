// SPDX-License-Identifier: Apache-2.0
// Pictures of what a page shows beside what its seal says: the part of the page, the same as it
// should be, and both in two colours.
#ifndef SCEAU_EVIDENCE_DRAW_EVIDENCE_H_
#define SCEAU_EVIDENCE_DRAW_EVIDENCE_H_

#include <vector>

#include "base/page.h"
#include "sceau/report.h"
#include "sceau/verify.h"

namespace sceau::evidence {

// Of each fact of the seal that differs on this page, or that was looked for and is in doubt, in
// the order of SealReport::printed. `symbol` is that of the seal. From the pixels of the page where
// it has some; else from its preview, if there is one, and then without the overlay: words do not
// say how the page should be laid out. The NIR is covered unless `pictures` says otherwise.
//
// Nothing for a seal that is not genuine, and for one whose page we cannot draw. Pixels, words and
// places are the document's: whatever they say, the size of a picture is bounded (strips.h). Takes
// the time of the comparison once more, and some milliseconds for each picture.
std::vector<FactPicture> DrawEvidence(const SealReport& seal, const Symbol& symbol,
                                      const Page& page, const PagePreview* preview,
                                      EvidencePictures pictures);

}  // namespace sceau::evidence

#endif  // SCEAU_EVIDENCE_DRAW_EVIDENCE_H_
