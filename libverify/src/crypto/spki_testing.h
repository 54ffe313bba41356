// SPDX-License-Identifier: Apache-2.0
// A certificate for a public key that others chose.
#ifndef SCEAU_CRYPTO_SPKI_TESTING_H_
#define SCEAU_CRYPTO_SPKI_TESTING_H_

#include <optional>

#include "base/bytes.h"

namespace sceau::crypto {

// DER of an end certificate that may sign documents; nothing for what OpenSSL takes for no key.
// `spki`: a SubjectPublicKeyInfo (RFC 5280 §4.1).
std::optional<Bytes> CertificateOfSpki(ByteSpan spki);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_SPKI_TESTING_H_
