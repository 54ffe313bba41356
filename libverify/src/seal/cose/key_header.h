// SPDX-License-Identifier: Apache-2.0
// The protected header {1: alg, 4: kid}. Spec: RFC 9052 §3.1, RFC 9053 §2.
#ifndef SCEAU_SEAL_COSE_KEY_HEADER_H_
#define SCEAU_SEAL_COSE_KEY_HEADER_H_

#include <cstdint>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "seal/format.h"

namespace sceau::seal::cose {

inline constexpr std::int64_t kHeaderAlgorithm = 1;
inline constexpr std::int64_t kHeaderContentType = 3;
inline constexpr std::int64_t kHeaderKeyId = 4;
inline constexpr std::int64_t kEs256 = -7;
inline constexpr std::int64_t kEs384 = -35;
inline constexpr std::int64_t kEdDsa = -8;
inline constexpr std::int64_t kPs256 = -37;  // RFC 8230 §2; never in what is ours

// Who signed, and by which algorithm; stated, not proven.
struct KeyHeader {
  StatedAlgorithm algorithm = StatedAlgorithm::kEs256;
  CertificateHash key;
};

Bytes EncodeKeyHeader(const KeyHeader& header);

// Exactly the two members, in deterministic CBOR. Refuses seal.malformed-cose,
// seal.unsupported-algorithm, seal.malformed-cbor, seal.cbor-*.
absl::StatusOr<KeyHeader> DecodeKeyHeader(ByteSpan bytes, int max_depth);

}  // namespace sceau::seal::cose

#endif  // SCEAU_SEAL_COSE_KEY_HEADER_H_
