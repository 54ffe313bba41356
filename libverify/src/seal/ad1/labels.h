// SPDX-License-Identifier: Apache-2.0
// The numbers of the ad1 format. Spec: docs/formats/ad1.md; RFC 9052 §3.1, RFC 9053 §2, RFC 8392
// §4.
#ifndef SCEAU_SEAL_AD1_LABELS_H_
#define SCEAU_SEAL_AD1_LABELS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sceau::seal::ad1 {

inline constexpr std::string_view kPrefix = "AD1:";

// CWT claims.
inline constexpr std::int64_t kClaimExpires = 4;
inline constexpr std::int64_t kClaimNotBefore = 5;
inline constexpr std::int64_t kClaimIssuedAt = 6;
inline constexpr std::int64_t kClaimDocumentId = 7;
inline constexpr std::int64_t kClaimAttestation = -65537;

inline constexpr std::uint64_t kYear3000 = 32'503'680'000;  // seconds; dates end with 2999

// Keys of the attestation map.
inline constexpr std::int64_t kVersion = 0;
inline constexpr std::int64_t kHolder = 1;
inline constexpr std::int64_t kFund = 2;
inline constexpr std::int64_t kRights = 3;
inline constexpr std::int64_t kDependants = 4;
inline constexpr std::int64_t kStatus = 5;
inline constexpr std::int64_t kReplaces = 6;
inline constexpr std::int64_t kDigests = 7;
inline constexpr std::int64_t kLayout = 8;

// Keys of the holder map.
inline constexpr std::int64_t kBirthName = 1;
inline constexpr std::int64_t kNameInUse = 2;
inline constexpr std::int64_t kGivenNames = 3;
inline constexpr std::int64_t kBirthDate = 4;
inline constexpr std::int64_t kBirthRank = 5;
inline constexpr std::int64_t kNir = 6;
inline constexpr std::int64_t kRole = 7;

inline constexpr std::uint64_t kAttestationVersion = 1;
// An unknown key from here on must be understood; below, it may be ignored.
inline constexpr std::uint64_t kFirstCriticalKey = 128;

// Claims, attestation, rights or dependants, one of them: with room for unknown items.
inline constexpr int kClaimsDepth = 8;

}  // namespace sceau::seal::ad1

#endif  // SCEAU_SEAL_AD1_LABELS_H_
