// SPDX-License-Identifier: Apache-2.0
// What an ad1 seal says. Spec: docs/formats/ad1.md §5 and §6; RFC 8392.
#ifndef SCEAU_SEAL_AD1_DECODE_CLAIMS_H_
#define SCEAU_SEAL_AD1_DECODE_CLAIMS_H_

#include "absl/status/statusor.h"
#include "seal/format.h"

namespace sceau::seal::ad1 {

// Claims::attestation obeys attestation::Check. Refuses seal.malformed-cbor, seal.trailing-bytes,
// seal.cbor-*, seal.malformed-claims, seal.unsupported-version, seal.unsupported-critical.
absl::StatusOr<DecodedClaims> DecodeClaims(const ParsedSeal& seal);

}  // namespace sceau::seal::ad1

#endif  // SCEAU_SEAL_AD1_DECODE_CLAIMS_H_
