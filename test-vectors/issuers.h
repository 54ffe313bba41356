// SPDX-License-Identifier: Apache-2.0
// The fictitious issuers of the vectors. Their private keys are public: the SHA-256 (or its first
// bytes, repeated) of a name, so that anybody can make more vectors and nobody can mistake them for
// secrets.
#ifndef SCEAU_TEST_VECTORS_ISSUERS_H_
#define SCEAU_TEST_VECTORS_ISSUERS_H_

#include <string>

#include "crypto/private_key.h"
#include "seal/key_id.h"

namespace sceau::vectors {

struct Issuer {
  std::string name;
  crypto::PrivateKey key;
  crypto::Certificate certificate;
};

crypto::PrivateKey KeyNamed(crypto::Algorithm algorithm, const std::string& name);

// Valid 2026-01-01 to 2027-12-31, self-signed, unless an authority is given.
Issuer MakeIssuer(crypto::Algorithm algorithm, const std::string& organisation,
                  const std::string& common_name, const Issuer* authority = nullptr);
Issuer MakeAuthority(const std::string& common_name);

seal::CertificateHash KeyIdOf(const Issuer& issuer);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_ISSUERS_H_
