// SPDX-License-Identifier: Apache-2.0
#include "openssl_pieces.h"

#include <openssl/pem.h>

#include <stdexcept>
#include <string>

namespace sceau::vectors {
namespace {

// Within those of issuers.h, whose days are of Paris.
constexpr const char* kNotBefore = "20260101000000Z";
constexpr const char* kLastDay = "20271231225959Z";

Bytes ToRaw(const Bytes& der, std::size_t half) {
  const unsigned char* cursor = der.data();
  const std::unique_ptr<ECDSA_SIG, FreeWith<ECDSA_SIG_free>> parts(
      d2i_ECDSA_SIG(nullptr, &cursor, static_cast<long>(der.size())));
  Require(parts != nullptr);
  const int length = static_cast<int>(half);
  Bytes raw(2 * half);
  Require(BN_bn2binpad(ECDSA_SIG_get0_r(parts.get()), raw.data(), length) == length &&
          BN_bn2binpad(ECDSA_SIG_get0_s(parts.get()), raw.data() + half, length) == length);
  return raw;
}

}  // namespace

void Require(bool done) {
  if (!done) throw std::runtime_error("openssl failed");
}

OpensslKey KeyOfPem(std::string_view pem) {
  const OpensslBio text(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  OpensslKey key(PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, nullptr));
  Require(key != nullptr);
  return key;
}

OpensslKey KeyOf(const crypto::PrivateKey& key) { return KeyOfPem(*key.ToPem(std::nullopt)); }

Bytes SignEcdsa(EVP_PKEY* key, const EVP_MD* digest, ByteSpan message, std::size_t half) {
  const OpensslDigest context(EVP_MD_CTX_new());
  std::size_t length = 0;
  Require(EVP_DigestSignInit(context.get(), nullptr, digest, nullptr, key) == 1 &&
          EVP_DigestSign(context.get(), nullptr, &length, message.data(), message.size()) == 1);
  Bytes der(length);
  Require(EVP_DigestSign(context.get(), der.data(), &length, message.data(), message.size()) == 1);
  der.resize(length);
  return ToRaw(der, half);
}

void AddExtension(X509* certificate, int nid, const char* value) {
  const std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>> extension(
      X509V3_EXT_conf_nid(nullptr, nullptr, nid, value));
  Require(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

OpensslCertificate BlankCertificate(EVP_PKEY* key, long serial) {
  OpensslCertificate certificate(X509_new());
  X509* x509 = certificate.get();
  Require(X509_set_version(x509, X509_VERSION_3) == 1 &&
          ASN1_INTEGER_set(X509_get_serialNumber(x509), serial) == 1 &&
          ASN1_TIME_set_string_X509(X509_getm_notBefore(x509), kNotBefore) == 1 &&
          ASN1_TIME_set_string_X509(X509_getm_notAfter(x509), kLastDay) == 1 &&
          X509_set_pubkey(x509, key) == 1);
  return certificate;
}

Bytes DerOf(X509* certificate) {
  Bytes der(static_cast<std::size_t>(i2d_X509(certificate, nullptr)));
  unsigned char* end = der.data();
  i2d_X509(certificate, &end);
  return der;
}

}  // namespace sceau::vectors
