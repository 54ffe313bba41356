// SPDX-License-Identifier: Apache-2.0
// The axes of a seal whose signature held.
#ifndef SCEAU_VERIFY_CLAIMS_AXES_H_
#define SCEAU_VERIFY_CLAIMS_AXES_H_

#include "base/page.h"
#include "sceau/report.h"
#include "verify/check_seal.h"
#include "verify/context.h"

namespace sceau::verify {

// Decodes the claims and fills in every axis. Claims enter a report here and nowhere else.
void JudgeClaims(const VerifiedSeal& verified, const Page& page, const Context& context,
                 SealReport& report);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CLAIMS_AXES_H_
