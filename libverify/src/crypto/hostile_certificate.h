// SPDX-License-Identifier: Apache-2.0
// For tests: certificates that PrivateKey::Certify() would not make.
#ifndef SCEAU_CRYPTO_HOSTILE_CERTIFICATE_H_
#define SCEAU_CRYPTO_HOSTILE_CERTIFICATE_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/bytes.h"
#include "crypto/openssl_ptr.h"

namespace sceau::crypto {

struct CertificateRecipe {
  std::string subject = "leaf";  // a common name; empty leaves the whole name empty
  std::string issuer = "authority";
  int common_name_type = V_ASN1_UTF8STRING;
  std::vector<std::string> more_common_names{};
  std::string not_after = "20350101000000Z";
  // OpenSSL's numbers of extensions, and their values as its configuration files write them.
  std::vector<std::pair<int, std::string>> extensions{};
  std::string unknown_critical_extension{};  // an object identifier
  const EVP_MD* digest = EVP_sha256();       // null for Ed25519
};

Bytes MakeCertificate(const CertificateRecipe& recipe, EVP_PKEY* subject_key, EVP_PKEY* signer);

EvpPkeyPtr MakeRsaKey(unsigned bits);
EvpPkeyPtr MakeEcKey(const char* curve);
EvpPkeyPtr MakeExplicitP256Key();
// The point at infinity as a public key.
EvpPkeyPtr MakeInfiniteP256Key();
// A key of these bytes, whether they are a point or not.
EvpPkeyPtr MakeEd25519PublicKey(ByteSpan raw);

}  // namespace sceau::crypto

#endif  // SCEAU_CRYPTO_HOSTILE_CERTIFICATE_H_
