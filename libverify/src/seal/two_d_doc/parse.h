// SPDX-License-Identifier: Apache-2.0
// Reads the text form of 2D-Doc, versions 01 to 04. Spec: docs/formats/2d-doc.md.
#ifndef SCEAU_SEAL_TWO_D_DOC_PARSE_H_
#define SCEAU_SEAL_TWO_D_DOC_PARSE_H_

#include "absl/status/statusor.h"
#include "seal/format.h"

namespace sceau::seal::two_d_doc {

// "DC", two digits and at least an authority's id: a word of a plain text is not mistaken for it.
bool Detect(ByteSpan payload);

// The fields are not judged here, so that a signature can be checked over bad ones too. Refuses
// seal.too-long and what Split refuses.
absl::StatusOr<ParsedSeal> Parse(ByteSpan payload, const Limits& limits);

// Refuses seal.malformed-field. An annex that cannot be read refuses nothing: nobody signed it.
absl::StatusOr<DecodedClaims> DecodeClaims(const ParsedSeal& seal);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_PARSE_H_
