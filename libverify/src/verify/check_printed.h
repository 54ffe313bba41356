// SPDX-License-Identifier: Apache-2.0
// The document axis: does the page print what the seal says?
#ifndef SCEAU_VERIFY_CHECK_PRINTED_H_
#define SCEAU_VERIFY_CHECK_PRINTED_H_

#include <vector>

#include "base/page.h"
#include "sceau/report.h"

namespace sceau::verify {

struct PrintedOutcome {
  DocumentAxis axis = DocumentAxis::kNotCompared;
  std::vector<Finding> findings;  // document.printed-*
};

// Compares the text that draws the seal's page with the holder's name, given names, birth date and
// NIR and with the dates of rights. Layouts differ, so a fact may stand anywhere on the page and in
// any order; a page that prints no NIR (or only a masked one) is not blamed for it.
//
// kNotCompared: an image, text that a machine read off a scan (it may be wrong), a page whose text
// is too short or cannot be made out, and seals that carry no attestation.
PrintedOutcome CheckPrinted(const Claims& claims, const Page& page);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CHECK_PRINTED_H_
