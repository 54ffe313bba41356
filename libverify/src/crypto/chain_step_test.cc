// SPDX-License-Identifier: Apache-2.0
// One step of a chain: Certificate::IsSignedBy and what it refuses.
#include <gtest/gtest.h>

#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "crypto/certificate.h"
#include "crypto/hostile_certificate.h"

namespace sceau::crypto {
namespace {

using Extensions = std::vector<std::pair<int, std::string>>;

const Extensions kAuthority = {{NID_basic_constraints, "critical,CA:TRUE"},
                               {NID_key_usage, "critical,keyCertSign"}};

struct Step {
  CertificateRecipe leaf;
  CertificateRecipe authority{.subject = "authority", .extensions = kAuthority};
  EvpPkeyPtr authority_key = MakeEcKey("P-384");

  bool IsSigned() const {
    const EvpPkeyPtr leaf_key = MakeEcKey("P-256");
    const auto signer =
        Certificate::ParseDer(MakeCertificate(authority, authority_key.get(), authority_key.get()));
    const auto child =
        Certificate::ParseDer(MakeCertificate(leaf, leaf_key.get(), authority_key.get()));
    EXPECT_TRUE(signer.ok()) << signer.status();
    EXPECT_TRUE(child.ok()) << child.status();
    return signer.ok() && child.ok() && child->IsSignedBy(*signer);
  }
};

TEST(ChainStepTest, AnAuthorityCertifies) { EXPECT_TRUE(Step().IsSigned()); }

TEST(ChainStepTest, AnAuthorityWithoutKeyUsageCertifies) {
  Step step;
  step.authority.extensions = {{NID_basic_constraints, "critical,CA:TRUE"}};
  EXPECT_TRUE(step.IsSigned());
}

TEST(ChainStepTest, StrongAuthorityKeysCertify) {
  for (const char* curve : {"P-256", "P-521", "brainpoolP256r1"}) {
    Step step;
    step.authority_key = MakeEcKey(curve);
    EXPECT_TRUE(step.IsSigned()) << curve;
  }
  Step rsa;
  rsa.authority_key = MakeRsaKey(2048);
  EXPECT_TRUE(rsa.IsSigned());
  Step edwards;
  edwards.authority_key.reset(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
  edwards.leaf.digest = edwards.authority.digest = nullptr;
  EXPECT_TRUE(edwards.IsSigned());
}

TEST(ChainStepTest, WeakAuthorityKeysDoNot) {
  Step rsa;
  rsa.authority_key = MakeRsaKey(1024);
  EXPECT_FALSE(rsa.IsSigned());
  Step curve;
  curve.authority_key = MakeEcKey("P-192");
  EXPECT_FALSE(curve.IsSigned());
  Step explicit_curve;
  explicit_curve.authority_key = MakeExplicitP256Key();
  EXPECT_FALSE(explicit_curve.IsSigned());
}

TEST(ChainStepTest, OnlyStrongDigestsCertify) {
  for (const EVP_MD* digest : {EVP_sha256(), EVP_sha384(), EVP_sha512()}) {
    Step step;
    step.leaf.digest = digest;
    EXPECT_TRUE(step.IsSigned());
  }
  for (const EVP_MD* digest : {EVP_sha1(), EVP_sha224()}) {
    Step step;
    step.leaf.digest = digest;
    EXPECT_FALSE(step.IsSigned());
  }
}

TEST(ChainStepTest, OnlyAnAuthorityCertifies) {
  const Extensions no_authorities[] = {
      {},
      {{NID_basic_constraints, "critical,CA:FALSE"}, {NID_key_usage, "keyCertSign"}},
      {{NID_basic_constraints, "critical,CA:TRUE"}, {NID_key_usage, "digitalSignature"}},
      {{NID_key_usage, "keyCertSign"}},
  };
  for (const Extensions& extensions : no_authorities) {
    Step step;
    step.authority.extensions = extensions;
    EXPECT_FALSE(step.IsSigned());
  }
}

TEST(ChainStepTest, UnknownCriticalExtensionsDoNotCertify) {
  Step authority;
  authority.authority.unknown_critical_extension = "1.2.3.4";
  EXPECT_FALSE(authority.IsSigned());
  Step leaf;
  leaf.leaf.unknown_critical_extension = "1.2.3.4";
  EXPECT_FALSE(leaf.IsSigned());
}

TEST(ChainStepTest, NameConstraintsHold) {
  const Extensions constrained = {{NID_basic_constraints, "critical,CA:TRUE"},
                                  {NID_name_constraints, "critical,permitted;DNS:good.example"}};
  Step within;
  within.authority.extensions = constrained;
  within.leaf.extensions = {{NID_subject_alt_name, "DNS:a.good.example"}};
  EXPECT_TRUE(within.IsSigned());
  Step outside;
  outside.authority.extensions = constrained;
  outside.leaf.extensions = {{NID_subject_alt_name, "DNS:bad.example"}};
  EXPECT_FALSE(outside.IsSigned());
}

TEST(ChainStepTest, PathLengthHolds) {
  Step end_certificate;
  end_certificate.authority.extensions = {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"}};
  EXPECT_TRUE(end_certificate.IsSigned());
  Step below = Step();
  below.authority.extensions = {{NID_basic_constraints, "critical,CA:TRUE,pathlen:0"}};
  below.leaf.extensions = kAuthority;
  EXPECT_FALSE(below.IsSigned());
  below.authority.extensions = {{NID_basic_constraints, "critical,CA:TRUE,pathlen:1"}};
  EXPECT_TRUE(below.IsSigned());
}

TEST(ChainStepTest, TheNameMustBeTheAuthoritys) {
  Step step;
  step.leaf.issuer = "someone else";
  EXPECT_FALSE(step.IsSigned());
}

// Nobody is not an issuer.
TEST(ChainStepTest, AnEmptyNameCertifiesNothing) {
  Step step;
  step.leaf.issuer = "";
  step.authority.subject = "";
  EXPECT_FALSE(step.IsSigned());
}

TEST(ChainStepTest, ATwinOfTheAuthorityDoesNotCertify) {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  const EvpPkeyPtr twin_key = MakeEcKey("P-256");
  const CertificateRecipe recipe{
      .subject = "authority", .issuer = "authority", .extensions = kAuthority};
  const auto authority = Certificate::ParseDer(MakeCertificate(recipe, key.get(), key.get()));
  const auto twin = Certificate::ParseDer(MakeCertificate(recipe, twin_key.get(), twin_key.get()));
  const auto leaf = Certificate::ParseDer(MakeCertificate({}, twin_key.get(), key.get()));
  EXPECT_TRUE(leaf->IsIssuedByName(*authority));
  EXPECT_TRUE(leaf->IsIssuedByName(*twin));
  EXPECT_TRUE(leaf->IsSignedBy(*authority));
  EXPECT_FALSE(leaf->IsSignedBy(*twin));
  EXPECT_TRUE(authority->SubjectEqualsIssuer());
  EXPECT_TRUE(authority->IsSignedBy(*authority));
  EXPECT_FALSE(authority->IsSignedBy(*twin));
  EXPECT_FALSE(leaf->IsSignedBy(*leaf));
}

TEST(ChainStepTest, EveryFlippedBitBreaksIt) {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  const auto authority = Certificate::ParseDer(
      MakeCertificate({.subject = "authority", .extensions = kAuthority}, key.get(), key.get()));
  const Bytes der = MakeCertificate({}, key.get(), key.get());
  ASSERT_TRUE(Certificate::ParseDer(der)->IsSignedBy(*authority));
  for (std::size_t bit = 0; bit < der.size() * 8; ++bit) {
    Bytes flipped = der;
    flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
    const auto leaf = Certificate::ParseDer(flipped);
    EXPECT_FALSE(leaf.ok() && leaf->IsSignedBy(*authority)) << bit;
  }
}

TEST(ChainStepTest, OneCertificateIsReadInSeveralThreads) {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  const auto authority = Certificate::ParseDer(
      MakeCertificate({.subject = "authority", .extensions = kAuthority}, key.get(), key.get()));
  const auto leaf = Certificate::ParseDer(MakeCertificate({}, key.get(), key.get()));
  std::vector<int> good(4, 0);
  std::vector<std::thread> threads;
  threads.reserve(good.size());
  for (int& count : good) {
    threads.emplace_back([&] {
      for (int i = 0; i < 20; ++i) count += leaf->IsSignedBy(*authority) ? 1 : 0;
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(good, std::vector<int>(4, 20));
}

}  // namespace
}  // namespace sceau::crypto
