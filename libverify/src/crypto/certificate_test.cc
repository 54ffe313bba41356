// SPDX-License-Identifier: Apache-2.0
#include "crypto/certificate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/status.h"
#include "crypto/digest.h"
#include "crypto/hostile_certificate.h"
#include "crypto/private_key.h"

namespace sceau::crypto {
namespace {

using Extensions = std::vector<std::pair<int, std::string>>;

constexpr auto kJunk = Reason::kTrustJunk;

Reason RefusalOf(ByteSpan der) {
  const auto certificate = Certificate::ParseDer(der);
  EXPECT_FALSE(certificate.ok());
  return certificate.ok() ? Reason::kInternal : ReasonOf(certificate.status());
}

// A self-signed certificate by this recipe.
Bytes Cook(const CertificateRecipe& recipe) {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  return MakeCertificate(recipe, key.get(), key.get());
}

class GoodCertificateTest : public ::testing::Test {
 protected:
  const Bytes der_ = Cook({.subject = "Émetteur d’essai", .issuer = "Autorité d’essai"});
};

TEST_F(GoodCertificateTest, IsRead) {
  const auto certificate = Certificate::ParseDer(der_);
  ASSERT_TRUE(certificate.ok()) << certificate.status();
  EXPECT_EQ(certificate->subject_common_name(), "Émetteur d’essai");
  EXPECT_EQ(certificate->subject_organisation(), "");
  EXPECT_EQ(certificate->issuer_common_name(), "Autorité d’essai");
  EXPECT_FALSE(certificate->SubjectEqualsIssuer());
  using namespace std::chrono_literals;
  EXPECT_EQ(certificate->not_before(), std::chrono::sys_days(2025y / 1 / 1));
  EXPECT_EQ(certificate->not_after(), std::chrono::sys_days(2035y / 1 / 1));
  EXPECT_FALSE(certificate->is_authority());
  EXPECT_EQ(certificate->sha256(), Sha256(der_));
  ASSERT_TRUE(certificate->public_key().has_value());
  EXPECT_EQ(certificate->public_key()->algorithm(), Algorithm::kEs256);
}

TEST_F(GoodCertificateTest, EveryTruncationIsRefused) {
  for (std::size_t length = 0; length < der_.size(); ++length) {
    EXPECT_EQ(RefusalOf(ByteSpan(der_).first(length)), kJunk) << length;
  }
}

TEST_F(GoodCertificateTest, ATrailingByteIsRefused) {
  Bytes longer = der_;
  longer.push_back(0);
  EXPECT_EQ(RefusalOf(longer), kJunk);
}

// The same certificate with its outer length in three bytes instead of two: BER, not DER.
TEST_F(GoodCertificateTest, AnotherEncodingOfItIsRefused) {
  Bytes longer = der_;
  ASSERT_LE(longer[1], 0x82);
  const std::size_t length_bytes = longer[1] & 0x7FU;
  ++longer[1];
  longer.insert(longer.begin() + 2, 0);
  ASSERT_EQ(longer[1] & 0x7FU, length_bytes + 1);
  EXPECT_EQ(RefusalOf(longer), kJunk);
}

TEST_F(GoodCertificateTest, PemGivesItBack) {
  const auto certificate = Certificate::ParseDer(der_);
  const auto again = Certificate::ParsePem(AsBytes(certificate->ToPem()));
  ASSERT_TRUE(again.ok()) << again.status();
  ASSERT_EQ(again->size(), 1U);
  EXPECT_EQ(again->front().sha256(), certificate->sha256());
}

TEST_F(GoodCertificateTest, SeveralInOneFileKeepTheirOrder) {
  const std::string first = Certificate::ParseDer(der_)->ToPem();
  const std::string second = Certificate::ParseDer(Cook({.subject = "second"}))->ToPem();
  const std::string file = "Some words\n" + first + "\nand others\n" + second + "the end\n";
  for (const auto& parsed :
       {Certificate::ParsePem(AsBytes(file)), Certificate::Parse(AsBytes(file))}) {
    ASSERT_TRUE(parsed.ok()) << parsed.status();
    ASSERT_EQ(parsed->size(), 2U);
    EXPECT_EQ((*parsed)[0].subject_common_name(), "Émetteur d’essai");
    EXPECT_EQ((*parsed)[1].subject_common_name(), "second");
  }
}

TEST_F(GoodCertificateTest, ParseTakesDerToo) {
  const auto parsed = Certificate::Parse(der_);
  ASSERT_TRUE(parsed.ok()) << parsed.status();
  EXPECT_EQ(parsed->size(), 1U);
}

TEST_F(GoodCertificateTest, DamagedPemIsRefused) {
  const std::string pem = Certificate::ParseDer(der_)->ToPem();
  const auto key = PrivateKey::Generate(Algorithm::kEs256);
  const std::string no_end = pem.substr(0, pem.find("-----END"));
  std::string bad_base64 = pem;
  bad_base64[60] = '*';
  std::string trusted = pem;
  trusted.replace(trusted.find("BEGIN "), 6, "BEGIN TRUSTED ");
  trusted.replace(trusted.find("END "), 4, "END TRUSTED ");
  std::string with_header = pem;
  with_header.insert(with_header.find('\n') + 1, "Proc-Type: 4,ENCRYPTED\nDEK-Info: X,00\n\n");
  const std::string files[] = {"",
                               "no block at all",
                               no_end,
                               bad_base64,
                               trusted,
                               with_header,
                               pem + no_end,
                               pem + *key->ToPem(std::nullopt),
                               "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
                               "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"};
  for (const std::string& file : files) {
    for (const auto& parsed :
         {Certificate::ParsePem(AsBytes(file)), Certificate::Parse(AsBytes(file))}) {
      ASSERT_FALSE(parsed.ok()) << file;
      EXPECT_EQ(ReasonOf(parsed.status()), kJunk) << file;
    }
  }
}

TEST(CertificateTest, NamesInOldStringTypesBecomeUtf8) {
  const std::string bmp("\0\xC9\0t\0\xE9", 6);
  EXPECT_EQ(Certificate::ParseDer(Cook({.subject = bmp, .common_name_type = V_ASN1_BMPSTRING}))
                ->subject_common_name(),
            "Été");
  EXPECT_EQ(
      Certificate::ParseDer(Cook({.subject = "\xC9t\xE9", .common_name_type = V_ASN1_T61STRING}))
          ->subject_common_name(),
      "Été");
}

TEST(CertificateTest, UnsafeNamesAreRefused) {
  const std::string names[] = {"a\nb", "a\x1B[31m", std::string("FR03\0x", 6), "a\u202Eb",
                               "a\u200Bb"};
  for (const std::string& name : names) {
    EXPECT_EQ(RefusalOf(Cook({.subject = name})), kJunk) << name;
  }
  EXPECT_EQ(RefusalOf(Cook({.issuer = "a\u202Eb"})), kJunk);
}

TEST(CertificateTest, NamesThatAreNotUtf8AreRefused) {
  const std::string name = "AAAAAAAA";
  for (const std::string& bad :
       {std::string("\xFF"), std::string("\xC0\x80"), std::string("\xED\xA0\x80")}) {
    Bytes der = Cook({.subject = name});
    const auto at = std::search(der.begin(), der.end(), name.begin(), name.end());
    ASSERT_NE(at, der.end());
    std::copy(bad.begin(), bad.end(), at);
    EXPECT_EQ(RefusalOf(der), kJunk);
  }
}

TEST(CertificateTest, TwoCommonNamesAreRefused) {
  EXPECT_EQ(RefusalOf(Cook({.more_common_names = {"second"}})), kJunk);
}

TEST(CertificateTest, DatesThatDoNotExistAreRefused) {
  for (const char* date :
       {"20350230000000Z", "20351301000000Z", "20350101250000Z", "garbage", ""}) {
    EXPECT_EQ(RefusalOf(Cook({.not_after = date})), kJunk) << date;
  }
}

TEST(CertificateTest, ExtensionsThatCannotBeReadAreRefused) {
  const Extensions twice = {{NID_basic_constraints, "CA:TRUE"},
                            {NID_basic_constraints, "CA:FALSE"}};
  EXPECT_EQ(RefusalOf(Cook({.extensions = twice})), kJunk);
  const Extensions garbage = {{NID_key_usage, "DER:0500"}};
  EXPECT_EQ(RefusalOf(Cook({.extensions = garbage})), kJunk);
}

TEST(CertificateTest, KeysThatWeDoNotTakeAreNotPublicKeys) {
  const EvpPkeyPtr signer = MakeEcKey("P-256");
  Bytes small_order(32, 0);
  small_order.front() = 1;
  Bytes small_order_mirrored = small_order;
  small_order_mirrored.back() = 0x80;
  Bytes not_reduced(32, 0xFF);  // 2^255 - 1 is above p
  struct {
    const char* name;
    EvpPkeyPtr key;
    std::optional<Algorithm> algorithm;
  } cases[] = {
      {"P-256", MakeEcKey("P-256"), Algorithm::kEs256},
      {"P-384", MakeEcKey("P-384"), Algorithm::kEs384},
      {"Ed25519", EvpPkeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")), Algorithm::kEdDsa},
      {"RSA", MakeRsaKey(2048), std::nullopt},
      {"P-521", MakeEcKey("P-521"), std::nullopt},
      {"P-192", MakeEcKey("P-192"), std::nullopt},
      {"secp256k1", MakeEcKey("secp256k1"), std::nullopt},
      {"brainpoolP256r1", MakeEcKey("brainpoolP256r1"), std::nullopt},
      {"explicit P-256", MakeExplicitP256Key(), std::nullopt},
      {"P-256, at infinity", MakeInfiniteP256Key(), std::nullopt},
      {"Ed448", EvpPkeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED448")), std::nullopt},
      {"X25519", EvpPkeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519")), std::nullopt},
      {"Ed25519, neutral point", MakeEd25519PublicKey(small_order), std::nullopt},
      {"Ed25519, its mirror", MakeEd25519PublicKey(small_order_mirrored), std::nullopt},
      {"Ed25519, y = 0", MakeEd25519PublicKey(Bytes(32, 0)), std::nullopt},
      {"Ed25519, y above p", MakeEd25519PublicKey(not_reduced), std::nullopt},
  };
  for (const auto& c : cases) {
    ASSERT_NE(c.key, nullptr) << c.name;
    const auto certificate = Certificate::ParseDer(MakeCertificate({}, c.key.get(), signer.get()));
    ASSERT_TRUE(certificate.ok()) << c.name << certificate.status();
    const auto& key = certificate->public_key();
    EXPECT_EQ(key ? std::optional(key->algorithm()) : std::nullopt, c.algorithm) << c.name;
  }
}

TEST(CertificateTest, APointOffTheCurveIsNotAPublicKey) {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  Bytes der = MakeCertificate({}, key.get(), key.get());
  unsigned char* point = nullptr;
  const std::size_t length = EVP_PKEY_get1_encoded_public_key(key.get(), &point);
  const OpensslBuffer owned(point);
  ASSERT_EQ(length, 65U);
  const auto at = std::search(der.begin(), der.end(), point, point + length);
  ASSERT_NE(at, der.end());
  *(at + 64) ^= 1;
  const auto certificate = Certificate::ParseDer(der);
  ASSERT_TRUE(certificate.ok()) << certificate.status();
  EXPECT_FALSE(certificate->public_key().has_value());
}

TEST(CertificateTest, WhoMaySignDocuments) {
  struct {
    Extensions extensions;
    std::string unknown_critical;
    bool may;
  } cases[] = {
      {{}, "", true},
      {{{NID_basic_constraints, "critical,CA:FALSE"}}, "", true},
      {{{NID_key_usage, "critical,digitalSignature"}}, "", true},
      {{{NID_key_usage, "nonRepudiation"}}, "", true},
      {{{NID_key_usage, "critical,keyAgreement,keyCertSign"}}, "", false},
      {{{NID_basic_constraints, "critical,CA:TRUE"}}, "", false},
      {{{NID_basic_constraints, "CA:TRUE"}, {NID_key_usage, "digitalSignature"}}, "", false},
      {{{NID_key_usage, "digitalSignature"}}, "1.2.3.4", false},
  };
  for (const auto& c : cases) {
    const auto certificate = Certificate::ParseDer(
        Cook({.extensions = c.extensions, .unknown_critical_extension = c.unknown_critical}));
    ASSERT_TRUE(certificate.ok()) << certificate.status();
    EXPECT_EQ(certificate->may_sign_documents(), c.may)
        << (c.extensions.empty() ? "none" : c.extensions.front().second);
  }
}

}  // namespace
}  // namespace sceau::crypto
