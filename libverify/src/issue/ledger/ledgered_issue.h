// SPDX-License-Identifier: Apache-2.0
// Issuing with a ledger: choose free entries, seal and draw, then record all at once. Whoever comes
// second to an entry or a request starts again, so that nothing is reserved and no stop leaves a
// hole; what is recorded and was never handed out is given again under its request id.
#ifndef SCEAU_ISSUE_LEDGER_LEDGERED_ISSUE_H_
#define SCEAU_ISSUE_LEDGER_LEDGERED_ISSUE_H_

#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "issue/read_back.h"
#include "sceau/issue.h"

namespace sceau::issue {

// Checked claims that have no document id, date or status yet.
struct PreparedRequest {
  Attestation attestation;
  std::string request_id;  // may be empty
};

using IssuedOrError = absl::StatusOr<IssuedAttestation>;

// One result per request, each of which stands in the ledger if it is not an error. `read_back` as
// Draw() takes it. Error: what stops them all.
absl::StatusOr<std::vector<IssuedOrError>> IssueRecorded(std::span<const PreparedRequest> requests,
                                                         const IssueOptions& options,
                                                         ReadBack& read_back);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_LEDGER_LEDGERED_ISSUE_H_
