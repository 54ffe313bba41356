// SPDX-License-Identifier: Apache-2.0
// Splits the ad1 seal. Spec: docs/formats/ad1.md §2 to §4.
#ifndef SCEAU_SEAL_AD1_PARSE_H_
#define SCEAU_SEAL_AD1_PARSE_H_

#include <string_view>

#include "absl/status/statusor.h"
#include "seal/format.h"

namespace sceau::seal::ad1 {

bool Detect(ByteSpan payload);

// The claims are not judged here: whether they can be read matters only once the signature held.
// Refuses seal.too-long, seal.truncated, seal.trailing-bytes, seal.malformed-text,
// seal.malformed-cbor, seal.cbor-*, seal.malformed-cose, seal.unsupported-algorithm.
absl::StatusOr<ParsedSeal> Parse(ByteSpan payload, const Limits& limits);

// Whether the text has a length and the characters of Base45.
bool MayBeWhole(std::string_view text);

}  // namespace sceau::seal::ad1

#endif  // SCEAU_SEAL_AD1_PARSE_H_
