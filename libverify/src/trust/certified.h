// SPDX-License-Identifier: Apache-2.0
// One step of a chain, and how seals name a certificate and its key's algorithm.
#ifndef SCEAU_TRUST_CERTIFIED_H_
#define SCEAU_TRUST_CERTIFIED_H_

#include <array>
#include <cstdint>
#include <string>

#include "crypto/certificate.h"
#include "crypto/certificate_outline.h"
#include "seal/format.h"

namespace sceau::trust {

// Whether the authority certified it: by name, by signature, and within its own validity.
bool Certifies(const crypto::Certificate& authority, const crypto::Certificate& certificate);

seal::CertificateHash HashIdOf(const crypto::Certificate& certificate);

// Whom a certificate belongs to: its organisation, or else its common name.
const std::string& HolderOf(const crypto::CertificateOutline& outline);

// The algorithm that a seal must state if a key with this algorithm made it.
seal::StatedAlgorithm StatedAlgorithmOf(crypto::Algorithm algorithm);

}  // namespace sceau::trust

#endif  // SCEAU_TRUST_CERTIFIED_H_
