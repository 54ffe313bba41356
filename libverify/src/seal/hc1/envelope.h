// SPDX-License-Identifier: Apache-2.0
// The COSE_Sign1 envelope of a certificate, as the issuers of many states write it.
// Spec: docs/formats/hc1.md §3.
#ifndef SCEAU_SEAL_HC1_ENVELOPE_H_
#define SCEAU_SEAL_HC1_ENVELOPE_H_

#include <optional>

#include "absl/status/statusor.h"
#include "base/bytes.h"
#include "seal/format.h"

namespace sceau::seal::hc1 {

struct Envelope {
  Bytes protected_header;  // as received
  Bytes payload;
  Bytes signature;
  KeyId key;  // empty when the envelope names none
  std::optional<StatedAlgorithm> algorithm;
};

// With tag 18, tag 61 around it, or neither, in any CBOR that RFC 8949 calls valid. The key id and
// the algorithm are those of the protected header, or else of the unprotected one: which key the
// signature is tried under proves nothing, and a key of another algorithm than the stated one
// refuses it. Refuses seal.malformed-cose, seal.unsupported-algorithm, seal.unsupported-critical
// and what codec::DecodeLenientCbor refuses.
absl::StatusOr<Envelope> SplitEnvelope(ByteSpan bytes, int max_depth);

}  // namespace sceau::seal::hc1

#endif  // SCEAU_SEAL_HC1_ENVELOPE_H_
