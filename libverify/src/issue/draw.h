// SPDX-License-Identifier: Apache-2.0
// Draws the page and the pictures of a sealed attestation, and reads them back as a verifier does.
#ifndef SCEAU_ISSUE_DRAW_H_
#define SCEAU_ISSUE_DRAW_H_

#include "absl/status/status.h"
#include "issue/read_back.h"
#include "sceau/issue.h"

namespace sceau::issue {

// Fills in pdf, png and svg from the attestation and the seal's text. Refuses
// claims.no-font, claims.too-large-for-code, claims.writing-direction, issue.read-back,
// isolation.unavailable.
absl::Status Draw(const IssueOptions& options, ReadBack& read_back, IssuedAttestation& issued);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_DRAW_H_
