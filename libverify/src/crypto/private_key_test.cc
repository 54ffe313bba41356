// SPDX-License-Identifier: Apache-2.0
#include "crypto/private_key.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/status.h"
#include "crypto/algorithms_testing.h"
#include "crypto/digest.h"

namespace sceau::crypto {
namespace {

std::size_t RawLength(Algorithm algorithm) { return algorithm == Algorithm::kEs384 ? 48 : 32; }

TEST(PrivateKeyTest, GeneratedKeysDiffer) {
  for (const Algorithm algorithm : kAlgorithms) {
    const auto first = PrivateKey::Generate(algorithm);
    const auto second = PrivateKey::Generate(algorithm);
    ASSERT_TRUE(first.ok() && second.ok());
    EXPECT_EQ(first->algorithm(), algorithm);
    EXPECT_NE(*first->ToPem(std::nullopt), *second->ToPem(std::nullopt));
  }
}

TEST(PrivateKeyTest, ARawKeyAlwaysGivesTheSameKey) {
  for (const Algorithm algorithm : kAlgorithms) {
    const Bytes raw(RawLength(algorithm), 0x17);
    const auto first = PrivateKey::FromRaw(algorithm, raw);
    const auto second = PrivateKey::FromRaw(algorithm, raw);
    ASSERT_TRUE(first.ok()) << first.status();
    EXPECT_EQ(first->algorithm(), algorithm);
    EXPECT_EQ(*first->ToPem(std::nullopt), *second->ToPem(std::nullopt));
    const Bytes signature = *first->Sign(AsBytes("x"));
    EXPECT_EQ(*second->public_key().Verify(AsBytes("x"), signature), SignatureCheck::kVerified);
  }
}

TEST(PrivateKeyTest, RawKeysOfTheWrongLengthAreRefused) {
  for (const Algorithm algorithm : kAlgorithms) {
    for (const std::size_t length : {0U, 1U, 31U, 32U, 33U, 47U, 48U, 49U, 64U}) {
      if (length == RawLength(algorithm)) continue;
      const auto key = PrivateKey::FromRaw(algorithm, Bytes(length, 1));
      ASSERT_FALSE(key.ok()) << length;
      EXPECT_EQ(ReasonOf(key.status()), Reason::kKeyUnusable);
    }
  }
}

TEST(PrivateKeyTest, ScalarsOutsideTheGroupAreRefused) {
  for (const Algorithm algorithm : {Algorithm::kEs256, Algorithm::kEs384}) {
    for (const std::uint8_t byte : Bytes{0x00, 0xFF}) {
      const auto key = PrivateKey::FromRaw(algorithm, Bytes(RawLength(algorithm), byte));
      ASSERT_FALSE(key.ok());
      EXPECT_EQ(ReasonOf(key.status()), Reason::kKeyUnusable);
    }
    Bytes one(RawLength(algorithm), 0);
    one.back() = 1;
    EXPECT_TRUE(PrivateKey::FromRaw(algorithm, one).ok());
  }
}

TEST(PrivateKeyTest, EcdsaNoncesAreFresh) {
  const auto key = PrivateKey::Generate(Algorithm::kEs256);
  EXPECT_NE(*key->Sign(AsBytes("x")), *key->Sign(AsBytes("x")));
}

// About one r or s in 256 is shorter than the curve and must be padded.
TEST(PrivateKeyTest, ShortHalvesArePadded) {
  const auto key = PrivateKey::FromRaw(Algorithm::kEs256, Bytes(32, 0x17));
  bool seen_short_half = false;
  for (int i = 0; i < 2000 && !seen_short_half; ++i) {
    const Bytes signature = *key->Sign(AsBytes("x"));
    ASSERT_EQ(signature.size(), 64U);
    seen_short_half = signature[0] == 0 || signature[32] == 0;
    if (seen_short_half) {
      EXPECT_EQ(*key->public_key().Verify(AsBytes("x"), signature), SignatureCheck::kVerified);
    }
  }
  EXPECT_TRUE(seen_short_half);  // fails by chance once in 10^6 runs
}

TEST(PrivateKeyTest, MatchesItsOwnCertificateOnly) {
  const PrivateKey::CertificateRequest request{.organisation = "Caisse d'essai",
                                               .common_name = "Essai",
                                               .not_before = Instant{},
                                               .not_after = Instant{} + std::chrono::hours{1},
                                               .authority = false,
                                               .serial = std::nullopt};
  std::vector<PrivateKey> keys;
  for (const Algorithm algorithm : kAlgorithms) {
    keys.push_back(*PrivateKey::Generate(algorithm));
    keys.push_back(*PrivateKey::Generate(algorithm));
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const auto certificate = keys[i].Certify(request, keys[i].public_key(), std::nullopt);
    ASSERT_TRUE(certificate.ok()) << certificate.status();
    for (std::size_t j = 0; j < keys.size(); ++j) {
      EXPECT_EQ(keys[j].Matches(*certificate), i == j);
    }
  }
}

}  // namespace
}  // namespace sceau::crypto
