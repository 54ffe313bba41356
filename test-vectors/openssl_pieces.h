// SPDX-License-Identifier: Apache-2.0
// What the generator needs to have OpenSSL make the keys and signatures that Sceau only verifies.
#ifndef SCEAU_TEST_VECTORS_OPENSSL_PIECES_H_
#define SCEAU_TEST_VECTORS_OPENSSL_PIECES_H_

#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/x509v3.h>

#include <memory>

#include "base/bytes.h"
#include "crypto/private_key.h"

namespace sceau::vectors {

template <auto Free>
struct FreeWith {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
using OpensslBio = std::unique_ptr<BIO, FreeWith<BIO_free_all>>;
using OpensslDigest = std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>>;
using OpensslKey = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using OpensslCertificate = std::unique_ptr<X509, FreeWith<X509_free>>;

// Throws std::runtime_error unless it is done.
void Require(bool done);

OpensslKey KeyOfPem(std::string_view pem);
OpensslKey KeyOf(const crypto::PrivateKey& key);

// An ECDSA signature as r‖s of `half` bytes each.
Bytes SignEcdsa(EVP_PKEY* key, const EVP_MD* digest, ByteSpan message, std::size_t half);

// Numbers an extension as OpenSSL does, and writes its value as its configuration files do.
void AddExtension(X509* certificate, int nid, const char* value);

// Of the years 2026 and 2027, for this key, without a subject and an issuer.
OpensslCertificate BlankCertificate(EVP_PKEY* key, long serial);
Bytes DerOf(X509* certificate);

}  // namespace sceau::vectors

#endif  // SCEAU_TEST_VECTORS_OPENSSL_PIECES_H_
