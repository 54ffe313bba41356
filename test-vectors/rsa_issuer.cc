// SPDX-License-Identifier: Apache-2.0
#include "rsa_issuer.h"

#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <memory>
#include <stdexcept>
#include <string_view>

namespace sceau::vectors {
namespace {

// Public on purpose: it signs test vectors and nothing else.
constexpr std::string_view kKey = R"(-----BEGIN PRIVATE KEY-----
MIIEvAIBADANBgkqhkiG9w0BAQEFAASCBKYwggSiAgEAAoIBAQC+VvHx1uNO3Blp
ro3WaikJF6zGlhiJQHQLJq9jAlIgLW8JofAdnA69vh1Ur0dJd41vzdE958Uo78ye
wZPA18RCEOSqdzrUdZofBWAjx82EmiCF8f3VEDpfR8nTAen8cOw9yk7c6aIR2GPp
7FxyZLLhgb+cb6fhJicOOdbipxnXThkDZJMSIzBeNtkGjUQ8Xcnyjf8M5Ni1DuSq
n4u8KDHXfDLMzqhkQGGBxt/sYjbLdXipIaO3XGTL12YeA4OYCVNqg3cpS5MV0Iz8
vrI2qdd88PMKl6N91Mw0dBA7k1pYS+dwC3/Ulqs3A6ZgHDFlIThNEYnZxCR3YMBe
MNzGul/lAgMBAAECggEADdVN0jC25nVSl36rKkke4F1LHkesUtVPWbwfBQgXJeWH
a2DMjapY2+tkQFJY0PsSWWzQ5znf92CuM1+IOHy188M8izMNIIHHiLegTBlqU1fM
Q0/aDdEXHPOftGkwMzuVv8vjPWTxdXCPmmGmOl4dLgx6+4iV3+Qg9IS5nFFerGoN
i1H4oCuXfnyopBSug56zfDwq6RIO1fR29AWatbxJjFgY15zVeGythwAhdUl7UYMB
xTN4y9MPVxsGKmuIFRu0oYo/kOG3J6DNXqBV2DywA8LWJUXPX6U4ryAaCTBVSWSz
MRi0KGCHIv+tu/sYBpiJK5p74fzU9glKOEI91yNKhQKBgQDc1CJKZ3MjrRv514BC
M4grz6pUSx5mTgsTvrmK7ImkEr+epYHCT741Zc4ZXH7PuUeNAYWsih5obZctrkPR
+cKL8LtSjbD4r4SnyYJotwdxvktwl1jvybw+R8BIQaJDMJGsPWVaK5/BzaaJmOQ/
zDtsbEz0jGXphs1WydHay9XomwKBgQDcp63/PWg0/5F8aN2tlKyaRRdrDZ1jg3wp
eK/yjLQlJEPnvyelrTKTG2YgnuMZ8Yl9yIskhhg/AZ/E6LJ/pv63tuY8aTotissd
uDkXNrlViuVCYIsK6VPtheUBXPqUBpDeK++pA9CdpyEyubyzNoJgNshfh3wQHCbU
E/F29+AhfwKBgBRU67tR/wXf4F2Ge+acfAMcoaAVMn1U3iw5OTgTQzD6EO54apQL
Z4XfE7S+EWbqti3DYB1csiQHQw4Pp2rjxgfAaF7XcN3Uuy//m6QsheDxFl0NckDR
oCVT0d5VPK1XAXKMTJKaxaDAYH72tr0w/p+i8QrrCk8P/EPrXQj6D33VAoGACDmr
78bPOqKIPtX95XmUUY/fxprUUiBVoYohLO53zKakbWAfzzo8l2U/Elo55v6s/GZc
YXkqMDcUSJfQB5gnCJwlyvy1MXtqBOqYHjhpAjpSP34v0LFP8pu6JKndoWT5Q37p
ySgeP7I6N5Ta5udSRtnj8EOxqTwTanZv2tp0nWsCgYB3aOYGzI7O6PBWDS5WPnuy
LZ6aCmNks1DKJ8fHz7zRvbJSbyq2m6mEKCs6gDcEP6vUNAUlrLK30zopQBy7RhCv
xGncXibrLgnFTtuFku7dO3MBkjoIIrQoKhCt5iMePVeW14iQMa5VdvYePhWvRhtx
rZM4aU5jgBPpF0OJgD0UWQ==
-----END PRIVATE KEY-----
)";

constexpr const char* kFirstDay = "20260101000000Z";
constexpr const char* kLastDay = "20271231235959Z";
constexpr long kSerial = 0x5C01;

template <auto Free>
struct FreeWith {
  template <typename T>
  void operator()(T* object) const {
    Free(object);
  }
};
using Key = std::unique_ptr<EVP_PKEY, FreeWith<EVP_PKEY_free>>;
using X509Certificate = std::unique_ptr<X509, FreeWith<X509_free>>;

void Require(bool done) {
  if (!done) throw std::runtime_error("openssl failed");
}

Key LoadKey() {
  const std::unique_ptr<BIO, FreeWith<BIO_free_all>> pem(
      BIO_new_mem_buf(kKey.data(), static_cast<int>(kKey.size())));
  Key key(PEM_read_bio_PrivateKey(pem.get(), nullptr, nullptr, nullptr));
  Require(key != nullptr);
  return key;
}

void AddExtension(X509* certificate, int nid, const char* value) {
  const std::unique_ptr<X509_EXTENSION, FreeWith<X509_EXTENSION_free>> extension(
      X509V3_EXT_conf_nid(nullptr, nullptr, nid, value));
  Require(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
}

}  // namespace

Bytes RsaCertificateDer(const std::string& common_name) {
  const Key key = LoadKey();
  const X509Certificate certificate(X509_new());
  X509* x509 = certificate.get();
  X509_NAME* name = X509_get_subject_name(x509);
  const auto* text = reinterpret_cast<const unsigned char*>(common_name.data());
  Require(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text,
                                     static_cast<int>(common_name.size()), -1, 0) == 1 &&
          X509_set_version(x509, X509_VERSION_3) == 1 && X509_set_issuer_name(x509, name) == 1 &&
          ASN1_INTEGER_set(X509_get_serialNumber(x509), kSerial) == 1 &&
          ASN1_TIME_set_string_X509(X509_getm_notBefore(x509), kFirstDay) == 1 &&
          ASN1_TIME_set_string_X509(X509_getm_notAfter(x509), kLastDay) == 1 &&
          X509_set_pubkey(x509, key.get()) == 1);
  AddExtension(x509, NID_key_usage, "critical,digitalSignature");
  Require(X509_sign(x509, key.get(), EVP_sha256()) > 0);
  Bytes der(static_cast<std::size_t>(i2d_X509(x509, nullptr)));
  unsigned char* end = der.data();
  i2d_X509(x509, &end);
  return der;
}

Bytes SignPs256(ByteSpan message) {
  const Key key = LoadKey();
  const std::unique_ptr<EVP_MD_CTX, FreeWith<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* padding = nullptr;
  std::size_t length = 0;
  Require(EVP_DigestSignInit(context.get(), &padding, EVP_sha256(), nullptr, key.get()) == 1 &&
          EVP_PKEY_CTX_set_rsa_padding(padding, RSA_PKCS1_PSS_PADDING) == 1 &&
          EVP_PKEY_CTX_set_rsa_pss_saltlen(padding, RSA_PSS_SALTLEN_DIGEST) == 1 &&
          EVP_DigestSign(context.get(), nullptr, &length, message.data(), message.size()) == 1);
  Bytes signature(length);
  Require(EVP_DigestSign(context.get(), signature.data(), &length, message.data(),
                         message.size()) == 1);
  signature.resize(length);
  return signature;
}

}  // namespace sceau::vectors
