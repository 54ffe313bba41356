// SPDX-License-Identifier: Apache-2.0
// An issuer with an RSA key. Sceau verifies such seals and makes none, so that OpenSSL is asked
// here.
#ifndef SCEAU_TEST_VECTORS_RSA_ISSUER_H_
#define SCEAU_TEST_VECTORS_RSA_ISSUER_H_

#include <string>

#include "base/bytes.h"

namespace sceau::vectors {

// Self-signed, with one fixed key that is public on purpose, as are those of issuers.h.
Bytes RsaCertificateDer(const std::string& common_name);

// PS256: RSASSA-PSS with SHA-256 and a salt of 32 bytes, which differs each time.
Bytes SignPs256(ByteSpan message);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_RSA_ISSUER_H_
