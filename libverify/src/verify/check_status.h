// SPDX-License-Identifier: Apache-2.0
// Whether the issuer withdrew an attestation, by the lists that came with our trust.
#ifndef SCEAU_VERIFY_CHECK_STATUS_H_
#define SCEAU_VERIFY_CHECK_STATUS_H_

#include <optional>

#include "sceau/report.h"
#include "trust/trust_store.h"

namespace sceau::verify {

struct StatusOutcome {
  StatusAxis axis = StatusAxis::kNotRun;
  std::optional<Finding> finding;
  std::optional<WithdrawalNotice> withdrawal;
};

// A withdrawal is final: an expired list or one that is older than the attestation still tells it.
// So is that an entry was never given, by a list that is clearly younger than the attestation.
// A suspension may have been lifted since, so such a list tells nothing of it.
StatusOutcome CheckStatus(const Claims& claims, const trust::Issuer& issuer,
                          const trust::TrustStore& trust, Instant now);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CHECK_STATUS_H_
