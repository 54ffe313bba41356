// SPDX-License-Identifier: Apache-2.0
// Reads the EU Digital COVID Certificate. Spec: docs/formats/hc1.md.
#ifndef SCEAU_SEAL_HC1_PARSE_H_
#define SCEAU_SEAL_HC1_PARSE_H_

#include "absl/status/statusor.h"
#include "seal/format.h"

namespace sceau::seal::hc1 {

// "HC1:", in capitals.
bool Detect(ByteSpan payload);

// Whether a typed text may be a whole one, by its length and its characters.
bool MayBeWhole(std::string_view text);

// The signature lies within the compressed bytes, so that these are inflated before anything is
// proven: at most Limits::inflated_seal_bytes of them. Refuses seal.too-long, seal.malformed-text,
// and what SplitEnvelope refuses.
absl::StatusOr<ParsedSeal> Parse(ByteSpan payload, const Limits& limits);

// What is certified, about whom and until when. Fields that we do not know are kept and noted.
// Refuses seal.malformed-claims for what holds no certificate of the EU.
absl::StatusOr<DecodedClaims> DecodeClaims(const ParsedSeal& seal);

}  // namespace sceau::seal::hc1

#endif  // SCEAU_SEAL_HC1_PARSE_H_
