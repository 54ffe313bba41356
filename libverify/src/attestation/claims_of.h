// SPDX-License-Identifier: Apache-2.0
// What an attestation says, by facet.
#ifndef SCEAU_ATTESTATION_CLAIMS_OF_H_
#define SCEAU_ATTESTATION_CLAIMS_OF_H_

#include "sceau/claims.h"

namespace sceau::attestation {

// `attestation` obeys Check().
Claims ClaimsOf(Attestation attestation);

}  // namespace sceau::attestation

#endif  // SCEAU_ATTESTATION_CLAIMS_OF_H_
