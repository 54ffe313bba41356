// SPDX-License-Identifier: Apache-2.0
// What a status list says of one attestation.
#ifndef SCEAU_TRUST_STATUS_LIST_STATUS_VALUE_H_
#define SCEAU_TRUST_STATUS_LIST_STATUS_VALUE_H_

#include <chrono>
#include <cstdint>
#include <optional>

#include "base/bytes.h"
#include "sceau/date.h"
#include "sceau/withdrawal.h"
#include "seal/key_id.h"

namespace sceau::trust {

// The zero value must never read as a good answer.
enum class StatusValue : std::uint8_t {
  kOutsideList = 0,
  kValid,
  kInvalid,  // withdrawn for good
  kSuspended,
  kNotGiven,  // to no attestation, where the header says until when; otherwise says nothing
};

// How long an attestation may be in the making: between the date that it bears and its row in the
// ledger, with clocks that disagree. A list refutes nothing that is younger than this by its date;
// the ledger records nothing that is older by the list that it published last.
inline constexpr std::chrono::hours kLongestInTheMaking{1};

// Whether a list that knows what was given until then refutes an attestation whose entry it says
// was not.
constexpr bool IsRefutedBy(Instant given_until, Instant issued_at) {
  return issued_at + kLongestInTheMaking < given_until;
}

struct Withdrawal {
  std::uint64_t index = 0;
  StatusValue value = StatusValue::kInvalid;  // or kSuspended
  Date since{};                               // Paris day
  WithdrawalReason reason = WithdrawalReason::kOther;

  bool operator==(const Withdrawal&) const = default;
};

// What one look-up finds. `withdrawal`: for an invalid or suspended entry, where the list has
// details.
struct StatusEntry {
  StatusValue value = StatusValue::kOutsideList;
  std::optional<Withdrawal> withdrawal;

  bool operator==(const StatusEntry&) const = default;
};

struct StatusListHeader {
  seal::CertificateHash key;  // of the issuer
  std::uint64_t number = 0;   // among the issuer's lists
  Instant issued{};
  Instant expires{};
  int bits = 2;  // for each entry: 1 or 2
  // Until then, an entry of value kNotGiven and those behind the last one were given to no
  // attestation. Nothing in a list that does not know.
  std::optional<Instant> given_until{};

  bool operator==(const StatusListHeader&) const = default;
};

// The entry at `index` of a packed list with 1 or 2 bits per entry, least significant bits first.
inline StatusValue StatusAt(ByteSpan packed, int bits, std::uint64_t index) {
  const unsigned per_byte = 8U / static_cast<unsigned>(bits);
  if (index / per_byte >= packed.size()) return StatusValue::kOutsideList;
  const auto at = static_cast<std::size_t>(index / per_byte);
  const unsigned shift = static_cast<unsigned>(index % per_byte) * static_cast<unsigned>(bits);
  const unsigned value = (unsigned{packed[at]} >> shift) & ((1U << bits) - 1U);
  constexpr StatusValue kValues[] = {StatusValue::kValid, StatusValue::kInvalid,
                                     StatusValue::kSuspended, StatusValue::kNotGiven};
  return kValues[value];
}

inline bool IsWithdrawn(StatusValue value) {
  return value == StatusValue::kInvalid || value == StatusValue::kSuspended;
}

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATUS_LIST_STATUS_VALUE_H_
