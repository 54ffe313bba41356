// SPDX-License-Identifier: Apache-2.0
// The COSE_Sign1 envelope, split and rebuilt. Spec: RFC 9052 §4.2 (structure), §4.4
// (Sig_structure).
//
// Stricter than the standard: the tag 18 is required, the encoding is deterministic CBOR
// throughout, and the unprotected header is empty, since nothing that nobody signed may steer a
// reader.
#ifndef SCEAU_SEAL_COSE_SIGN1_H_
#define SCEAU_SEAL_COSE_SIGN1_H_

#include <cstddef>

#include "absl/status/statusor.h"
#include "base/bytes.h"

namespace sceau::seal::cose {

// The content of a byte string and where it starts in the envelope.
struct Slice {
  ByteSpan bytes;
  std::size_t offset = 0;
};

// Views into the envelope, which must outlive it.
struct Sign1 {
  Slice protected_header;
  Slice payload;
  Slice signature;
};

// Refuses what codec::DecodeCbor refuses (seal.truncated, seal.trailing-bytes, seal.malformed-cbor,
// seal.cbor-*) and, for CBOR that is not such an envelope, seal.malformed-cose.
absl::StatusOr<Sign1> SplitSign1(ByteSpan envelope, int max_depth);

// What is signed: the received header and payload, wrapped, with no external data.
Bytes SigStructure(ByteSpan protected_header, ByteSpan payload);

// The tagged envelope with an empty unprotected header.
Bytes JoinSign1(ByteSpan protected_header, ByteSpan payload, ByteSpan signature);

}  // namespace sceau::seal::cose

#endif  // SCEAU_SEAL_COSE_SIGN1_H_
