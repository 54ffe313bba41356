// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <openssl/pem.h>

#include <string>

#include "base/status.h"
#include "crypto/algorithms_testing.h"
#include "crypto/openssl_ptr.h"
#include "crypto/private_key.h"

namespace sceau::crypto {
namespace {

using namespace std::chrono_literals;

constexpr Instant kFrom = std::chrono::sys_days(2026y / 1 / 1) + 23h;
constexpr Instant kUntil = std::chrono::sys_days(2052y / 6 / 30) + 21h + 59min + 59s;

PrivateKey::CertificateRequest RequestFor(const std::string& name, bool authority = false) {
  return {.organisation = "Caisse d’essai",
          .common_name = name,
          .not_before = kFrom,
          .not_after = kUntil,
          .authority = authority,
          .serial = std::nullopt};
}

X509Ptr AsX509(const Certificate& certificate) {
  const std::string pem = certificate.ToPem();
  const BioPtr source(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return X509Ptr(PEM_read_bio_X509(source.get(), nullptr, nullptr, nullptr));
}

Bytes SerialOf(const Certificate& certificate) {
  const X509Ptr x509 = AsX509(certificate);
  const ASN1_INTEGER* serial = X509_get0_serialNumber(x509.get());
  EXPECT_EQ(ASN1_STRING_type(serial), V_ASN1_INTEGER);  // not V_ASN1_NEG_INTEGER
  const unsigned char* data = ASN1_STRING_get0_data(serial);
  return Bytes(data, data + ASN1_STRING_length(serial));
}

bool IsCritical(X509* x509, int nid) {
  const int at = X509_get_ext_by_NID(x509, nid, -1);
  return at >= 0 && X509_EXTENSION_get_critical(X509_get_ext(x509, at)) == 1;
}

absl::StatusOr<Certificate> SelfCertify(const PrivateKey::CertificateRequest& request) {
  const auto key = PrivateKey::Generate(Algorithm::kEs256);
  return key->Certify(request, key->public_key(), std::nullopt);
}

TEST(CertifyTest, ASelfSignedEndCertificate) {
  for (const Algorithm algorithm : kAlgorithms) {
    const auto key = PrivateKey::Generate(algorithm);
    const auto made = key->Certify(RequestFor("Émetteur"), key->public_key(), std::nullopt);
    ASSERT_TRUE(made.ok()) << made.status();
    EXPECT_EQ(made->subject_organisation(), "Caisse d’essai");
    EXPECT_EQ(made->subject_common_name(), "Émetteur");
    EXPECT_EQ(made->issuer_common_name(), "Émetteur");
    EXPECT_TRUE(made->SubjectEqualsIssuer());
    EXPECT_EQ(made->not_before(), kFrom);
    EXPECT_EQ(made->not_after(), kUntil);
    EXPECT_FALSE(made->is_authority());
    EXPECT_TRUE(made->may_sign_documents());
    EXPECT_FALSE(made->IsSignedBy(*made));  // no authority
    ASSERT_TRUE(made->public_key().has_value());
    EXPECT_EQ(made->public_key()->algorithm(), algorithm);
    EXPECT_TRUE(key->Matches(*made));
  }
}

TEST(CertifyTest, AnAuthorityCertifiesItselfAndLeavesOfEveryAlgorithm) {
  for (const Algorithm algorithm : kAlgorithms) {
    const auto authority_key = PrivateKey::Generate(algorithm);
    const auto authority = authority_key->Certify(RequestFor("Autorité", true),
                                                  authority_key->public_key(), std::nullopt);
    ASSERT_TRUE(authority.ok()) << authority.status();
    EXPECT_TRUE(authority->is_authority());
    EXPECT_FALSE(authority->may_sign_documents());
    EXPECT_TRUE(authority->IsSignedBy(*authority));
    for (const Algorithm leaf_algorithm : kAlgorithms) {
      const auto leaf_key = PrivateKey::Generate(leaf_algorithm);
      const auto leaf =
          authority_key->Certify(RequestFor("0001"), leaf_key->public_key(), *authority);
      ASSERT_TRUE(leaf.ok()) << leaf.status();
      EXPECT_EQ(leaf->issuer_common_name(), "Autorité");
      EXPECT_TRUE(leaf->IsSignedBy(*authority));
      EXPECT_TRUE(leaf_key->Matches(*leaf));
      const X509Ptr x509 = AsX509(*leaf);
      const X509Ptr parent = AsX509(*authority);
      EXPECT_EQ(X509_check_issued(parent.get(), x509.get()), X509_V_OK);
      EXPECT_NE(X509_get0_authority_key_id(x509.get()), nullptr);
    }
  }
}

TEST(CertifyTest, CertificatesFollowTheProfile) {
  const auto made = SelfCertify(RequestFor("Émetteur"));
  const X509Ptr x509 = AsX509(*made);
  EXPECT_EQ(X509_get_version(x509.get()), X509_VERSION_3);
  EXPECT_TRUE(IsCritical(x509.get(), NID_basic_constraints));
  EXPECT_TRUE(IsCritical(x509.get(), NID_key_usage));
  EXPECT_EQ(X509_get_key_usage(x509.get()), static_cast<std::uint32_t>(KU_DIGITAL_SIGNATURE));
  ASSERT_NE(X509_get0_subject_key_id(x509.get()), nullptr);
  EXPECT_EQ(ASN1_STRING_length(X509_get0_subject_key_id(x509.get())), 20);
  EXPECT_EQ(X509_get_signature_nid(x509.get()), NID_ecdsa_with_SHA256);
  const X509Ptr authority = AsX509(*SelfCertify(RequestFor("Autorité", true)));
  EXPECT_EQ(X509_get_key_usage(authority.get()), static_cast<std::uint32_t>(KU_KEY_CERT_SIGN));
}

TEST(CertifyTest, TheDigestFollowsTheKey) {
  const std::pair<Algorithm, int> cases[] = {{Algorithm::kEs256, NID_ecdsa_with_SHA256},
                                             {Algorithm::kEs384, NID_ecdsa_with_SHA384},
                                             {Algorithm::kEdDsa, NID_ED25519}};
  for (const auto& [algorithm, nid] : cases) {
    const auto key = PrivateKey::Generate(algorithm);
    const auto made = key->Certify(RequestFor("x"), key->public_key(), std::nullopt);
    EXPECT_EQ(X509_get_signature_nid(AsX509(*made).get()), nid);
  }
}

TEST(CertifyTest, SerialNumbersArePositive) {
  struct {
    Bytes given;
    Bytes written;
  } cases[] = {
      {{0x01}, {0x01}},
      {{0x80}, {0x80}},
      {{0x00, 0x00, 0x05}, {0x05}},
      {Bytes(20, 0x7F), Bytes(20, 0x7F)},
      {Bytes(19, 0xFF), Bytes(19, 0xFF)},
  };
  for (const auto& c : cases) {
    auto request = RequestFor("x");
    request.serial = c.given;
    const auto made = SelfCertify(request);
    ASSERT_TRUE(made.ok()) << made.status();
    EXPECT_EQ(SerialOf(*made), c.written);
  }
  for (const Bytes& bad : {Bytes{}, Bytes{0}, Bytes(8, 0), Bytes(21, 1), Bytes(20, 0x80)}) {
    auto request = RequestFor("x");
    request.serial = bad;
    const auto made = SelfCertify(request);
    ASSERT_FALSE(made.ok()) << ToHex(bad);
    EXPECT_EQ(ReasonOf(made.status()), Reason::kUsage);
  }
}

TEST(CertifyTest, WithoutASerialNumberItIsRandom) {
  const Bytes first = SerialOf(*SelfCertify(RequestFor("x")));
  const Bytes second = SerialOf(*SelfCertify(RequestFor("x")));
  EXPECT_EQ(first.size(), 16U);
  EXPECT_NE(first, second);
}

TEST(CertifyTest, WithAFixedSerialNumberAnEdDsaCertificateNeverChanges) {
  const auto key = PrivateKey::FromRaw(Algorithm::kEdDsa, Bytes(32, 0x17));
  auto request = RequestFor("x");
  request.serial = Bytes{7};
  EXPECT_EQ(key->Certify(request, key->public_key(), std::nullopt)->sha256(),
            key->Certify(request, key->public_key(), std::nullopt)->sha256());
}

TEST(CertifyTest, NamesThatDoNotFitAreRefused) {
  std::string longest;
  for (int i = 0; i < 64; ++i) longest += "é";
  auto request = RequestFor(longest);
  request.organisation = longest;
  EXPECT_TRUE(SelfCertify(request).ok());
  request.organisation = "";
  EXPECT_EQ(SelfCertify(request)->subject_organisation(), "");
  for (const std::string& bad : {longest + "é", std::string("a\nb"), std::string("a\u202Eb"),
                                 std::string("\xFF"), std::string("a\0b", 3)}) {
    for (const bool in_organisation : {false, true}) {
      auto refused = RequestFor("x");
      (in_organisation ? refused.organisation : refused.common_name) = bad;
      const auto made = SelfCertify(refused);
      ASSERT_FALSE(made.ok()) << bad;
      EXPECT_EQ(ReasonOf(made.status()), Reason::kUsage);
    }
  }
  EXPECT_FALSE(SelfCertify(RequestFor("")).ok());
}

TEST(CertifyTest, ValidityThatDoesNotFitIsRefused) {
  auto backwards = RequestFor("x");
  backwards.not_after = backwards.not_before - 1s;
  EXPECT_EQ(ReasonOf(SelfCertify(backwards).status()), Reason::kUsage);
  auto far = RequestFor("x");
  far.not_after = std::chrono::sys_days(10000y / 1 / 1);
  EXPECT_EQ(ReasonOf(SelfCertify(far).status()), Reason::kUsage);
}

TEST(CertifyTest, TheIssuerMustBeOurs) {
  const auto ours = PrivateKey::Generate(Algorithm::kEs256);
  const auto theirs = SelfCertify(RequestFor("Autorité", true));
  const auto made = ours->Certify(RequestFor("x"), ours->public_key(), *theirs);
  ASSERT_FALSE(made.ok());
  EXPECT_EQ(ReasonOf(made.status()), Reason::kKeyCertificateMismatch);
}

}  // namespace
}  // namespace sceau::crypto
