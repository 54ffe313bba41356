// SPDX-License-Identifier: Apache-2.0
// OpenSSL without memory: each of its allocations fails in turn, alone, with all that follow or
// with those of its size. A genuine signature is never called another one, a forged one never
// verifies.
#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <tuple>

#include "crypto/certificate.h"
#include "crypto/failing_memory_testing.h"
#include "crypto/private_key.h"

namespace sceau::crypto {
namespace {

constexpr Instant kMorning{std::chrono::sys_days{std::chrono::year{2026} / 11 / 26}};

class OutOfMemoryTest : public ::testing::TestWithParam<std::tuple<Algorithm, Shortage>> {
 protected:
  void SetUp() override {
    // What OpenSSL fetches once is fetched.
    ASSERT_EQ(*key_.public_key().Verify(message_, signature_), SignatureCheck::kVerified);
  }

  void ExpectSameKey(const PublicKey& key) const {
    EXPECT_TRUE(key == key_.public_key());
    EXPECT_EQ(*key.Verify(message_, signature_), SignatureCheck::kVerified);
  }

  PrivateKey key_ = *PrivateKey::Generate(std::get<Algorithm>(GetParam()));
  Bytes message_ = ToBytes(AsBytes("attestation"));
  Bytes signature_ = *key_.Sign(message_);
};

TEST_P(OutOfMemoryTest, AGenuineSignatureIsVerifiedOrUndecided) {
  const auto verify = [&] {
    const auto check = key_.public_key().Verify(message_, signature_);
    EndShortage();
    EXPECT_EQ(check.value_or(SignatureCheck::kVerified), SignatureCheck::kVerified);
  };
  EXPECT_GT(FailEach(std::get<Shortage>(GetParam()), verify), 1);
}

TEST_P(OutOfMemoryTest, AForgedSignatureIsNeverVerified) {
  constexpr long kStep = 7;  // that OpenSSL is able to verify is asked too
  signature_[3] ^= 1;
  const auto verify = [&] {
    const auto check = key_.public_key().Verify(message_, signature_);
    EndShortage();
    EXPECT_EQ(check.value_or(SignatureCheck::kMismatch), SignatureCheck::kMismatch);
  };
  EXPECT_GT(FailEach(std::get<Shortage>(GetParam()), verify, kStep), 1);
}

TEST_P(OutOfMemoryTest, ACertificatesKeyIsTakenWholeOrNotAtAll) {
  const auto made = key_.Certify({.common_name = "Émetteur",
                                  .not_before = kMorning,
                                  .not_after = kMorning + std::chrono::days(1)},
                                 key_.public_key(), std::nullopt);
  ASSERT_TRUE(made.ok()) << made.status();
  constexpr long kStep = 5;
  const Bytes der = made->ToDer();
  const auto parse = [&] {
    const auto certificate = Certificate::ParseDer(der);
    EndShortage();
    if (certificate.ok() && certificate->public_key()) ExpectSameKey(*certificate->public_key());
  };
  EXPECT_GT(FailEach(std::get<Shortage>(GetParam()), parse, kStep), 10);
}

TEST_P(OutOfMemoryTest, APrivateKeyIsTakenWholeOrNotAtAll) {
  constexpr long kStep = 97;  // reading PEM asks for memory some thousand times
  const auto pem = key_.ToPem(std::nullopt);
  ASSERT_TRUE(pem.ok());
  const auto load = [&] {
    const auto key = PrivateKey::FromPem(AsBytes(*pem),
                                         [] { return absl::StatusOr<std::string>(std::string()); });
    EndShortage();
    if (key.ok()) ExpectSameKey(key->public_key());
  };
  EXPECT_GT(FailEach(std::get<Shortage>(GetParam()), load, kStep), 10);
}

TEST_P(OutOfMemoryTest, WhatIsSignedHolds) {
  constexpr long kStep = 23;  // without memory OpenSSL asks the system for randomness for long
  const auto sign = [&] {
    const auto signature = key_.Sign(message_);
    EndShortage();
    if (signature.ok()) {
      EXPECT_EQ(*key_.public_key().Verify(message_, *signature), SignatureCheck::kVerified);
    }
  };
  EXPECT_GT(FailEach(std::get<Shortage>(GetParam()), sign, kStep), 1);
}

TEST_P(OutOfMemoryTest, WhatIsCertifiedIsWhole) {
  constexpr long kStep = 31;
  const PrivateKey::CertificateRequest request{.organisation = "Caisse de Test",
                                               .common_name = "Émetteur",
                                               .not_before = kMorning,
                                               .not_after = kMorning + std::chrono::days(1)};
  const auto certify = [&] {
    const auto made = key_.Certify(request, key_.public_key(), std::nullopt);
    EndShortage();
    if (!made.ok()) return;
    const auto again = Certificate::ParseDer(made->ToDer());
    ASSERT_TRUE(again.ok()) << again.status();
    ExpectSameKey(*again->public_key());
    EXPECT_TRUE(key_.Matches(*again));
  };
  EXPECT_GT(FailEach(std::get<Shortage>(GetParam()), certify, kStep), 10);
}

INSTANTIATE_TEST_SUITE_P(Algorithms, OutOfMemoryTest,
                         ::testing::Combine(::testing::Values(Algorithm::kEs256, Algorithm::kEs384,
                                                              Algorithm::kEdDsa),
                                            ::testing::Values(Shortage::kOne, Shortage::kFromHere,
                                                              Shortage::kThatSize)));

}  // namespace
}  // namespace sceau::crypto
