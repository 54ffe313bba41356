// SPDX-License-Identifier: Apache-2.0
// For tests: a certificate for a public key that others chose.
#ifndef SCEAU_CRYPTO_SPKI_TESTING_H_
#define SCEAU_CRYPTO_SPKI_TESTING_H_

#include <optional>

#include "base/bytes.h"

namespace sceau::crypto {

// The DER of an end certificate that may sign documents; nothing when OpenSSL does not take the
// key. `spki` is a SubjectPublicKeyInfo (RFC 5280 §4.1).
std::optional<Bytes> CertificateOfSpki(ByteSpan spki);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_SPKI_TESTING_H_
