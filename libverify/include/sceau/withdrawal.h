// SPDX-License-Identifier: Apache-2.0
// Why an issuer withdrew or suspended an attestation. Coarse on purpose: the lists are public.
#ifndef SCEAU_WITHDRAWAL_H_
#define SCEAU_WITHDRAWAL_H_

#include <cstdint>
#include <optional>
#include <string_view>

#include "sceau/public.h"

namespace SCEAU_PUBLIC sceau {

// The numbers are those of docs/formats/status-list.md.
enum class WithdrawalReason : std::uint8_t {
  kOther = 0,
  kLost = 1,
  kStolen = 2,
  kReplaced = 3,
  kError = 4,
  kFraud = 5,
};

// "other", "lost", "stolen", "replaced", "error", "fraud": as in reports and on the command line.
std::string_view Name(WithdrawalReason reason);
std::optional<WithdrawalReason> WithdrawalReasonFromName(std::string_view name);

}  // namespace sceau

#endif  // SCEAU_WITHDRAWAL_H_
