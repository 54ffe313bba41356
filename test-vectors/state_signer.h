// SPDX-License-Identifier: Apache-2.0
// A signer of a state whose key is on a curve that Sceau verifies for seals of states alone.
// Nothing of Sceau makes such keys and signatures.
#ifndef SCEAU_TEST_VECTORS_STATE_SIGNER_H_
#define SCEAU_TEST_VECTORS_STATE_SIGNER_H_

#include <string>

#include "issuers.h"

namespace sceau::vectors {

struct StateSigner {
  std::string curve;  // OpenSSL's name
  std::string key_name;
  crypto::Certificate certificate;
};

// Certified by the authority, of the country FR. The private key follows from its name, as those of
// issuers.h do.
StateSigner MakeStateSigner(const Issuer& authority, const std::string& curve,
                            const std::string& signer, long serial);

// r‖s, with the hash that is as long as the curve.
Bytes SignAsState(const StateSigner& signer, ByteSpan message);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_STATE_SIGNER_H_
