// SPDX-License-Identifier: Apache-2.0
// The numbers and names of status lists. Spec: docs/formats/status-list.md;
// draft-ietf-oauth-status-list, RFC 9052 §3.1, RFC 9053 §2, RFC 8392 §4. Private to this room.
#ifndef SCEAU_TRUST_STATUS_LIST_STATUS_LIST_LABELS_H_
#define SCEAU_TRUST_STATUS_LIST_STATUS_LIST_LABELS_H_

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/algorithm.h"
#include "sceau/date.h"
#include "seal/key_id.h"

namespace sceau::trust {

// Protected header.
inline constexpr std::int64_t kHeaderAlgorithm = 1;
inline constexpr std::int64_t kHeaderKeyId = 4;
inline constexpr std::int64_t kHeaderType = 16;
inline constexpr std::string_view kStatusListType = "application/statuslist+cwt";

// Claims.
inline constexpr std::int64_t kClaimSubject = 2;
inline constexpr std::int64_t kClaimExpires = 4;
inline constexpr std::int64_t kClaimIssuedAt = 6;
inline constexpr std::int64_t kClaimStatusList = 65533;
inline constexpr std::int64_t kClaimTimeToLive = 65534;
inline constexpr std::int64_t kClaimDetails = -65538;
inline constexpr std::int64_t kClaimGivenUntil = -65539;

// Keys of the status list map.
inline constexpr std::string_view kKeyBits = "bits";
inline constexpr std::string_view kKeyList = "lst";

// In seconds since 1970; as in ad1, later dates are mistakes of unit.
inline constexpr std::uint64_t kYear3000 = 32'503'680'000;

// Days of withdrawals are counted from here, in 16 bits.
inline constexpr Date kFirstDay{std::chrono::year{2020}, std::chrono::January, std::chrono::day{1}};

constexpr std::int64_t LabelOf(crypto::Algorithm algorithm) {
  switch (algorithm) {
    case crypto::Algorithm::kEs256:
      return -7;
    case crypto::Algorithm::kEs384:
      return -35;
    case crypto::Algorithm::kEdDsa:
      return -8;
  }
  return 0;
}

// The claim sub: which list of which issuer.
inline std::string StatusListSubject(const seal::CertificateHash& key, std::uint64_t number) {
  return "urn:sceau:status:" + seal::ToString(key) + ":" + std::to_string(number);
}

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_STATUS_LIST_STATUS_LIST_LABELS_H_
