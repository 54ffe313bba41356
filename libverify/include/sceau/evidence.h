// SPDX-License-Identifier: Apache-2.0
// Pictures of what differs on a page, as files.
#ifndef SCEAU_EVIDENCE_H_
#define SCEAU_EVIDENCE_H_

#include <string>

#include "absl/status/status.h"
#include "sceau/public.h"
#include "sceau/report.h"

namespace SCEAU_PUBLIC sceau {

// Writes SealReport::pictures of each seal and names them in ComparedFact::picture:
// "page-1-birth-date.png", "page-1-right-until-2.png" for the second right; after "page-1-seal-2"
// those of another seal on the same page. Names say nothing of the paper or its people.
//
// The files come to stand in `folder`, or where `within` is not empty in that folder below it,
// which then begins their names. Folders that are missing are made, for their owner alone, as the
// files are. All files appear or none. Nothing is written where there are no pictures. Errors:
// output.exists, output.not-written; *failed_path, unless it is null, then says where.
absl::Status WriteEvidence(Report& report, const std::string& folder, const std::string& within,
                           std::string* failed_path);

}  // namespace sceau

#endif  // SCEAU_EVIDENCE_H_
