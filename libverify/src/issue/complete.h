// SPDX-License-Identifier: Apache-2.0
// Fills in what issuing adds to the claims: the moment, the number and the layout.
#ifndef SCEAU_ISSUE_COMPLETE_H_
#define SCEAU_ISSUE_COMPLETE_H_

#include "absl/status/status.h"
#include "sceau/issue.h"

namespace sceau::issue {

// Document id, instant and layout; then all rules hold. Refuses claims.*,
// key.certificate-out-of-date.
absl::Status Complete(const IssueOptions& options, Attestation& attestation);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_COMPLETE_H_
