// SPDX-License-Identifier: Apache-2.0
// The layers of an ad1 seal for inspection: each run of bytes with its meaning. Trusts nothing and
// refuses nothing; what cannot be taken apart has no parts.
#ifndef SCEAU_SEAL_AD1_DISSECT_H_
#define SCEAU_SEAL_AD1_DISSECT_H_

#include "base/bytes.h"
#include "sceau/inspect.h"
#include "seal/cose/sign1.h"

namespace sceau::seal::ad1 {

// "text": the payload as it was read, which starts with the prefix.
Layer DissectText(ByteSpan payload);
// "cose": the envelope and its protected header.
Layer DissectEnvelope(ByteSpan envelope, const cose::Sign1& parts);
// "claims": every claim by name, the NIR masked.
Layer DissectClaims(ByteSpan claims);

}  // namespace sceau::seal::ad1

#endif  // SCEAU_SEAL_AD1_DISSECT_H_
