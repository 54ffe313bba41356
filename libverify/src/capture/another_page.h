// SPDX-License-Identifier: Apache-2.0
// Is the code on a page that is not its own? That a page cannot be laid over the capture says
// nothing: the capture may be bad. It says something where what is printed round the code is found,
// so the capture is good enough, and nothing of the rest is found even half a centimetre around.
#ifndef SCEAU_CAPTURE_ANOTHER_PAGE_H_
#define SCEAU_CAPTURE_ANOTHER_PAGE_H_

#include <vector>

#include "capture/registration.h"

namespace sceau::capture {

enum class PageLikeness {
  kOpen = 0,
  kUnlike,   // little of the page is found: another one, or a bad picture of this one
  kAnother,  // certainly another page
};

struct Search {
  PageLikeness likeness = PageLikeness::kOpen;
  std::vector<Shift> found;  // from where the map has the places that were found
};

Search LookAround(const PageRasters& page, const CaptureRasters& capture, const PageMap& map);

}  // namespace sceau::capture

#endif  // SCEAU_CAPTURE_ANOTHER_PAGE_H_
