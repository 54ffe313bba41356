// SPDX-License-Identifier: Apache-2.0
// Whether the issuer withdrew an attestation, by the lists that came with our trust.
#ifndef SCEAU_VERIFY_CHECK_STATUS_H_
#define SCEAU_VERIFY_CHECK_STATUS_H_

#include <optional>

#include "base/checked.h"
#include "sceau/report.h"
#include "trust/trust_store.h"

namespace sceau::verify {

struct CheckedStatus : Checked<StatusAxis> {
  std::optional<WithdrawalNotice> withdrawal{};
};

// A withdrawal is final: an expired list or one that is older than the attestation still tells it.
// So is that an entry was never given, by a list that is clearly younger than the attestation.
// A suspension may have been lifted since, so such a list tells nothing of it. An attestation that
// is younger than the list is current, with a remark: none of the day before would be named either.
// `maximum_list_age_days` is the reader's own limit on the age of the list.
CheckedStatus CheckStatus(const std::optional<StatusReference>& reference, const Validity& validity,
                          const trust::Issuer& issuer, const trust::TrustStore& trust, Instant now,
                          std::optional<int> maximum_list_age_days = std::nullopt);

}  // namespace sceau::verify

#endif  // SCEAU_VERIFY_CHECK_STATUS_H_
