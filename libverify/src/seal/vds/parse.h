// SPDX-License-Identifier: Apache-2.0
// Reads the visible digital seals of ICAO and of the BSI, versions 3 and 4. Spec:
// docs/formats/vds.md.
#ifndef SCEAU_SEAL_VDS_PARSE_H_
#define SCEAU_SEAL_VDS_PARSE_H_

#include "absl/status/statusor.h"
#include "seal/format.h"

namespace sceau::seal::vds {

// 0xDC, and the byte of a version that is read here. 0xDC 0x04 is another format's.
bool Detect(ByteSpan payload);

// The features are taken apart and not judged, so that a signature can be checked over bad ones
// too. Refuses seal.too-long, and what ParseHeader, SplitFeatures and SplitSignature refuse.
absl::StatusOr<ParsedSeal> Parse(ByteSpan payload, const Limits& limits);

// What the paper is, whom it names and until when it is valid. Features that we do not know are
// kept and noted. Refuses seal.malformed-field.
absl::StatusOr<DecodedClaims> DecodeClaims(const ParsedSeal& seal);

}  // namespace sceau::seal::vds

#endif  // SCEAU_SEAL_VDS_PARSE_H_
