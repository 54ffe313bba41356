// SPDX-License-Identifier: Apache-2.0
// What `inspect` shows of each layer of a certificate: offsets and meanings.
#ifndef SCEAU_SEAL_HC1_DISSECT_H_
#define SCEAU_SEAL_HC1_DISSECT_H_

#include <cstddef>

#include "base/bytes.h"
#include "sceau/inspect.h"

namespace sceau::seal::hc1 {

Layer DissectText(ByteSpan payload, std::size_t prefix, std::size_t base45);
// The envelope, inflated. No parts where it cannot be read.
Layer DissectEnvelope(ByteSpan envelope, int max_depth);
Layer DissectClaims(ByteSpan claims, int max_depth);

}  // namespace sceau::seal::hc1

#endif  // SCEAU_SEAL_HC1_DISSECT_H_
