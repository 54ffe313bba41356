// SPDX-License-Identifier: Apache-2.0
// The axes of a seal whose signature held, and how an error of a stage reads in a report.
#ifndef SCEAU_VERIFY_CLAIMS_AXES_H_
#define SCEAU_VERIFY_CLAIMS_AXES_H_

#include "absl/status/status.h"
#include "base/page.h"
#include "sceau/report.h"
#include "verify/check_seal.h"
#include "verify/pipeline.h"

namespace sceau::verify {

Finding FindingOf(const absl::Status& status);

// unsupported for what is newer than us, malformed for what breaks a rule, not-run for a failure of
// our own.
SealAxis AxisOf(const absl::Status& status);

// Decodes the claims and fills in every axis. Claims enter a report here and nowhere else.
void JudgeClaims(const VerifiedSeal& verified, const Page& page, const Context& context,
                 SealReport& report);

// The axis `holder`, and why.
void CheckHolder(const Claims& claims, const ExpectedHolder& expected, SealReport& report);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CLAIMS_AXES_H_
