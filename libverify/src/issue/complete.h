// SPDX-License-Identifier: Apache-2.0
// What issuing adds to claims: when, under which number, and on which page.
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
