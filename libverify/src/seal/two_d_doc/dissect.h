// SPDX-License-Identifier: Apache-2.0
// The layers of a 2D-Doc for inspection: each run of bytes with its meaning. Trusts nothing.
#ifndef SCEAU_SEAL_TWO_D_DOC_DISSECT_H_
#define SCEAU_SEAL_TWO_D_DOC_DISSECT_H_

#include "base/bytes.h"
#include "sceau/inspect.h"
#include "seal/two_d_doc/split.h"

namespace sceau::seal::two_d_doc {

// "text": the payload as it was read, of which `parts` are views.
Layer DissectText(ByteSpan payload, const SplitText& parts);
// "signature": r and s.
Layer DissectSignature(ByteSpan signature);

}  // namespace sceau::seal::two_d_doc

#endif  // SCEAU_SEAL_TWO_D_DOC_DISSECT_H_
