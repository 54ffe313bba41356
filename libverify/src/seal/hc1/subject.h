// SPDX-License-Identifier: Apache-2.0
// Whom a certificate names.
#ifndef SCEAU_SEAL_HC1_SUBJECT_H_
#define SCEAU_SEAL_HC1_SUBJECT_H_

#include <vector>

#include "codec/cbor.h"
#include "sceau/claims.h"

namespace sceau::seal::hc1 {

// One person, or nobody where the certificate has no name. The names are those that are written in
// the person's own letters, and only where they are missing those of the passport. A surname is one
// of either sort.
std::vector<Subject> SubjectsOf(const codec::CborItem& certificate);

}  // namespace sceau::seal::hc1

#endif  // SCEAU_SEAL_HC1_SUBJECT_H_
