// SPDX-License-Identifier: Apache-2.0
// The claims of a status list, inflated. Private to this room: called once the signature held.
#ifndef SCEAU_TRUST_STATUS_LIST_STATUS_LIST_CLAIMS_H_
#define SCEAU_TRUST_STATUS_LIST_STATUS_LIST_CLAIMS_H_

#include <optional>

#include "absl/status/statusor.h"
#include "trust/status_list/status_list.h"

namespace sceau::trust {

struct StatusListClaims {
  StatusListHeader header;
  Bytes packed;
  std::optional<WithdrawalDetails> details;
};

// `key` is the key id of the protected header, which the subject must repeat. Refuses
// trust.status-list-malformed and trust.status-list-too-large.
absl::StatusOr<StatusListClaims> DecodeStatusListClaims(ByteSpan payload,
                                                        const seal::CertificateHash& key,
                                                        const Limits& limits);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATUS_LIST_STATUS_LIST_CLAIMS_H_
