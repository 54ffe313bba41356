// SPDX-License-Identifier: Apache-2.0
#include "rsa_issuer.h"

#include <openssl/rsa.h>

#include <string_view>

#include "openssl_pieces.h"

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

constexpr long kSerial = 0x5C01;

}  // namespace

Bytes RsaCertificateDer(const std::string& common_name) {
  const OpensslKey key = KeyOfPem(kKey);
  const OpensslCertificate certificate = BlankCertificate(key.get(), kSerial);
  X509* x509 = certificate.get();
  X509_NAME* name = X509_get_subject_name(x509);
  const auto* text = reinterpret_cast<const unsigned char*>(common_name.data());
  Require(X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_UTF8, text,
                                     static_cast<int>(common_name.size()), -1, 0) == 1 &&
          X509_set_issuer_name(x509, name) == 1);
  AddExtension(x509, NID_key_usage, "critical,digitalSignature");
  Require(X509_sign(x509, key.get(), EVP_sha256()) > 0);
  return DerOf(x509);
}

Bytes SignPs256(ByteSpan message) {
  const OpensslKey key = KeyOfPem(kKey);
  const OpensslDigest context(EVP_MD_CTX_new());
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
