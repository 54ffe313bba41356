// SPDX-License-Identifier: Apache-2.0
// A sealed attestation as page and pictures, read back as a verifier reads them.
#ifndef SCEAU_ISSUE_DRAW_H_
#define SCEAU_ISSUE_DRAW_H_

#include "absl/status/status.h"
#include "isolation/reader.h"
#include "sceau/issue.h"

namespace sceau::issue {

// How what was drawn is read back.
inline constexpr isolation::ReadSettings kReadBack{.source = isolation::PageSource::kDrawing};

// Fills in pdf, png and svg from the attestation and the seal's text. `reader` was made with
// kReadBack. Refuses claims.no-font, claims.too-large-for-code, issue.read-back,
// isolation.unavailable.
absl::Status Draw(const IssueOptions& options, isolation::Reader& reader,
                  IssuedAttestation& issued);

}  // namespace sceau::issue

#endif  // SCEAU_ISSUE_DRAW_H_
