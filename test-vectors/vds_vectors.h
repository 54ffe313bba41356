// SPDX-License-Identifier: Apache-2.0
#ifndef SCEAU_TEST_VECTORS_VDS_VECTORS_H_
#define SCEAU_TEST_VECTORS_VDS_VECTORS_H_

#include <vector>

#include "issuers.h"
#include "state_signer.h"
#include "vector_file.h"

namespace sceau::vectors {

// Authorities of states and the signers that they certified, by country, name and serial number.
struct VdsIssuers {
  Issuer authority;                          // of FR, which has certified
  Issuer p256;                               // FR/XA/2A
  Issuer p384;                               // FR/XA/384
  Issuer shared_one;                         // FR/XB/7, and
  Issuer shared_two;                         // FR/XB/7 again
  Issuer uncertified;                        // FR/XC/1, in the authority's name
  std::vector<StateSigner> on_state_curves;  // FR/XD/1 to 4, by the four curves
};

VdsIssuers MakeVdsIssuers();
std::vector<Vector> MakeVdsVectors(const VdsIssuers& issuers);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_VDS_VECTORS_H_
