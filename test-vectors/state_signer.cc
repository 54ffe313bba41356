// SPDX-License-Identifier: Apache-2.0
#include "state_signer.h"

#include <openssl/objects.h>

#include "crypto/digest.h"
#include "openssl_pieces.h"

namespace sceau::vectors {
namespace {

const EVP_MD* DigestOf(const EVP_PKEY* key) {
  const int bits = EVP_PKEY_get_bits(key);
  if (bits <= 224) return EVP_sha224();
  return bits <= 256 ? EVP_sha256() : EVP_sha384();
}

void AppendWithLength(Bytes& out, std::uint8_t tag, ByteSpan content) {
  out.push_back(tag);
  out.push_back(static_cast<std::uint8_t>(content.size()));
  out.insert(out.end(), content.begin(), content.end());
}

// The key whose private number is the start of a digest, as ECPrivateKey of RFC 5915; OpenSSL
// computes the point.
OpensslKey StateKeyNamed(const std::string& curve, const std::string& name) {
  constexpr std::size_t kScalarBytes = 28;  // below every group order
  const auto digest = crypto::Sha256(AsBytes("sceau test vector key vds " + name));
  const std::unique_ptr<ASN1_OBJECT, FreeWith<ASN1_OBJECT_free>> object(
      OBJ_txt2obj(curve.c_str(), 0));
  Bytes oid(static_cast<std::size_t>(i2d_ASN1_OBJECT(object.get(), nullptr)));
  unsigned char* end = oid.data();
  i2d_ASN1_OBJECT(object.get(), &end);
  Bytes scalar(digest.begin(), digest.begin() + kScalarBytes);
  scalar[0] = 0x01;
  Bytes content = {0x02, 0x01, 0x01};
  AppendWithLength(content, 0x04, scalar);
  AppendWithLength(content, 0xA0, oid);
  Bytes der;
  AppendWithLength(der, 0x30, content);
  const unsigned char* cursor = der.data();
  OpensslKey key(d2i_PrivateKey(EVP_PKEY_EC, nullptr, &cursor, static_cast<long>(der.size())));
  Require(key != nullptr);
  return key;
}

void AddName(X509_NAME* name, const char* attribute, const std::string& value) {
  const auto* text = reinterpret_cast<const unsigned char*>(value.data());
  Require(X509_NAME_add_entry_by_txt(name, attribute, MBSTRING_UTF8, text,
                                     static_cast<int>(value.size()), -1, 0) == 1);
}

}  // namespace

StateSigner MakeStateSigner(const Issuer& authority, const std::string& curve,
                            const std::string& signer, long serial) {
  const std::string key_name = signer + " " + curve;
  const OpensslKey key = StateKeyNamed(curve, key_name);
  const OpensslCertificate certificate = BlankCertificate(key.get(), serial);
  X509* x509 = certificate.get();
  X509_NAME* subject = X509_get_subject_name(x509);
  AddName(subject, "C", "FR");
  AddName(subject, "O", "Préfecture de Fiction");
  AddName(subject, "CN", signer);
  const Bytes issuer = authority.certificate.SubjectDer();
  const unsigned char* cursor = issuer.data();
  const std::unique_ptr<X509_NAME, FreeWith<X509_NAME_free>> name(
      d2i_X509_NAME(nullptr, &cursor, static_cast<long>(issuer.size())));
  Require(X509_set_issuer_name(x509, name.get()) == 1);
  AddExtension(x509, NID_basic_constraints, "critical,CA:FALSE");
  AddExtension(x509, NID_key_usage, "critical,digitalSignature");
  Require(X509_sign(x509, KeyOf(authority.key).get(), EVP_sha256()) > 0);
  return {curve, key_name, *crypto::Certificate::ParseDer(DerOf(x509))};
}

Bytes SignAsState(const StateSigner& signer, ByteSpan message) {
  const OpensslKey key = StateKeyNamed(signer.curve, signer.key_name);
  const auto half = static_cast<std::size_t>((EVP_PKEY_get_bits(key.get()) + 7) / 8);
  return SignEcdsa(key.get(), DigestOf(key.get()), message, half);
}

}  // namespace sceau::vectors
