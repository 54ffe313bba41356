// SPDX-License-Identifier: Apache-2.0
// The COSE_Sign envelope: one content, several signers. Spec: RFC 9052 §4.1 (structure), §4.4
// (Sig_structure). As strict as sign1.h.
#ifndef SCEAU_SEAL_COSE_SIGN_H_
#define SCEAU_SEAL_COSE_SIGN_H_

#include <vector>

#include "absl/status/statusor.h"
#include "base/bytes.h"

namespace sceau::seal::cose {

// Views into the envelope, which must outlive it.
struct SignerView {
  ByteSpan protected_header;
  ByteSpan signature;
};
struct Sign {
  ByteSpan protected_header;
  ByteSpan payload;
  std::vector<SignerView> signers;
};

// Tag 98 required, empty unprotected headers, at most `most_signers`. Refuses seal.malformed-cose
// and what codec::DecodeCbor refuses.
absl::StatusOr<Sign> SplitSign(ByteSpan envelope, std::size_t most_signers);

// What one signer signs, with no external data.
Bytes SignerStructure(ByteSpan body_header, ByteSpan signer_header, ByteSpan payload);

Bytes JoinSign(const Sign& parts);

}  // namespace sceau::seal::cose

#endif  // SCEAU_SEAL_COSE_SIGN_H_
