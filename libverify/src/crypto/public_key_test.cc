// SPDX-License-Identifier: Apache-2.0
#include "crypto/public_key.h"

#include <gtest/gtest.h>
#include <openssl/err.h>

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "crypto/algorithms_testing.h"
#include "crypto/digest.h"
#include "crypto/openssl_ptr.h"
#include "crypto/private_key.h"

namespace sceau::crypto {
namespace {

Bytes FromHex(std::string_view hex) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(
        static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

// The orders of the groups: SEC 2 §2.4.2 and §2.5.1, RFC 8032 §5.1 (little endian).
Bytes OrderOf(Algorithm algorithm) {
  switch (algorithm) {
    case Algorithm::kEs256:
      return FromHex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    case Algorithm::kEs384:
      return FromHex(
          "ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196a"
          "ccc52973");
    case Algorithm::kEdDsa:
      return FromHex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");
  }
  return {};
}

Bytes Concatenate(ByteSpan first, ByteSpan second) {
  Bytes both = ToBytes(first);
  both.insert(both.end(), second.begin(), second.end());
  return both;
}

// a - b, big endian and of one length, for a above b.
Bytes Subtract(ByteSpan a, ByteSpan b) {
  Bytes difference(a.size());
  int borrow = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    const int digit = a[i] - b[i] - borrow;
    borrow = digit < 0 ? 1 : 0;
    difference[i] = static_cast<std::uint8_t>(digit & 0xFF);
  }
  return difference;
}

// An error of the library shows as no value at all, so that no test takes it for a mismatch.
std::optional<SignatureCheck> Check(const PublicKey& key, ByteSpan message, ByteSpan signature) {
  const auto check = key.Verify(message, signature);
  return check.ok() ? std::optional(*check) : std::nullopt;
}

struct KnownSignature {
  const char* name;
  Algorithm algorithm;
  std::string_view private_key;
  std::string message;
  std::string_view signature;
};

const KnownSignature kKnownSignatures[] = {
    {"RFC 6979 A.2.5, SHA-256, sample", Algorithm::kEs256,
     "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721", "sample",
     "efd48b2aacb6a8fd1140dd9cd45e81d69d2c877b56aaf991c34d0ea84eaf3716"
     "f7cb1c942d657c41d436c7a1b6e29f65f3e900dbb9aff4064dc4ab2f843acda8"},
    {"RFC 6979 A.2.5, SHA-256, test", Algorithm::kEs256,
     "c9afa9d845ba75166b5c215767b1d6934e50c3db36e89b127b8a622b120f6721", "test",
     "f1abb023518351cd71d881567b1ea663ed3efcf6c5132b354f28d3b0b7d38367"
     "019f4113742a2b14bd25926b49c649155f267e60d3814b4c0cc84250e46f0083"},
    {"RFC 6979 A.2.6, SHA-384, sample", Algorithm::kEs384,
     "6b9d3dad2e1b8c1c05b19875b6659f4de23c3b667bf297ba9aa47740787137d8"
     "96d5724e4c70a825f872c9ea60d2edf5",
     "sample",
     "94edbb92a5ecb8aad4736e56c691916b3f88140666ce9fa73d64c4ea95ad133c"
     "81a648152e44acf96e36dd1e80fabe46"
     "99ef4aeb15f178cea1fe40db2603138f130e740a19624526203b6351d0a3a94f"
     "a329c145786e679e7b82c71a38628ac8"},
    {"RFC 8032 7.1, test 1", Algorithm::kEdDsa,
     "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "",
     "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
     "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"},
    {"RFC 8032 7.1, test 2", Algorithm::kEdDsa,
     "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "\x72",
     "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
     "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"},
};

TEST(PublicKeyTest, KnownSignaturesVerify) {
  for (const KnownSignature& known : kKnownSignatures) {
    const auto key = PrivateKey::FromRaw(known.algorithm, FromHex(known.private_key));
    ASSERT_TRUE(key.ok()) << known.name << key.status();
    const Bytes signature = FromHex(known.signature);
    EXPECT_EQ(Check(key->public_key(), AsBytes(known.message), signature),
              SignatureCheck::kVerified)
        << known.name;
    EXPECT_EQ(Check(key->public_key(), AsBytes(known.message + "x"), signature),
              SignatureCheck::kMismatch)
        << known.name;
  }
}

// RFC 6979 A.2.6, SHA-256, sample: the hash is not that of the curve.
TEST(PublicKeyTest, AFormatMayNameSha256WithP384) {
  const PublicKey key =
      PrivateKey::FromRaw(Algorithm::kEs384, FromHex(kKnownSignatures[2].private_key))
          ->public_key();
  const Bytes signature = FromHex(
      "21b13d1e013c7fa1392d03c5f99af8b30c570c6f98d4ea8e354b63a21d3daa33"
      "bde1e888e63355d92fa2b3c36d8fb2cd"
      "f3aa443fb107745bf4bd77cb3891674632068a10ca67e3d45db2266fa7d1feeb"
      "efdc63eccd1ac42ec0cb8668a4fa0ab0");
  EXPECT_EQ(*key.VerifySha256(AsBytes("sample"), signature), SignatureCheck::kVerified);
  EXPECT_EQ(*key.VerifySha256(AsBytes("simple"), signature), SignatureCheck::kMismatch);
  EXPECT_EQ(*key.VerifySha256(AsBytes("sample"), ByteSpan(signature).first(64)),
            SignatureCheck::kWrongLength);
  EXPECT_EQ(*key.Verify(AsBytes("sample"), signature), SignatureCheck::kMismatch);
  const PrivateKey edwards = *PrivateKey::Generate(Algorithm::kEdDsa);
  EXPECT_EQ(*edwards.public_key().VerifySha256(AsBytes("sample"), *edwards.Sign(AsBytes("sample"))),
            SignatureCheck::kMismatch);
}

class EveryAlgorithmTest : public ::testing::TestWithParam<Algorithm> {
 protected:
  const Algorithm algorithm_ = GetParam();
  const PrivateKey private_key_ = *PrivateKey::Generate(algorithm_);
  const PublicKey key_ = private_key_.public_key();
  const Bytes message_ = ToBytes(AsBytes("attestation"));
  const Bytes signature_ = *private_key_.Sign(message_);
  const std::size_t half_ = SignatureLength(algorithm_) / 2;
};

INSTANTIATE_TEST_SUITE_P(, EveryAlgorithmTest, ::testing::ValuesIn(kAlgorithms));

TEST_P(EveryAlgorithmTest, SignaturesVerify) {
  EXPECT_EQ(key_.algorithm(), algorithm_);
  EXPECT_EQ(signature_.size(), SignatureLength(algorithm_));
  EXPECT_EQ(Check(key_, message_, signature_), SignatureCheck::kVerified);
}

TEST_P(EveryAlgorithmTest, EveryFlippedBitOfTheSignatureFails) {
  for (std::size_t bit = 0; bit < signature_.size() * 8; ++bit) {
    Bytes flipped = signature_;
    flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
    const auto check = Check(key_, message_, flipped);
    EXPECT_TRUE(check == SignatureCheck::kMismatch || check == SignatureCheck::kOutOfRange) << bit;
  }
}

TEST_P(EveryAlgorithmTest, EveryFlippedBitOfTheMessageFails) {
  for (std::size_t bit = 0; bit < message_.size() * 8; ++bit) {
    Bytes flipped = message_;
    flipped[bit / 8] = static_cast<std::uint8_t>(flipped[bit / 8] ^ (1U << (bit % 8)));
    EXPECT_EQ(Check(key_, flipped, signature_), SignatureCheck::kMismatch) << bit;
  }
  EXPECT_EQ(Check(key_, {}, signature_), SignatureCheck::kMismatch);
}

TEST_P(EveryAlgorithmTest, AnotherKeyFails) {
  const auto other = PrivateKey::Generate(algorithm_);
  EXPECT_EQ(Check(other->public_key(), message_, signature_), SignatureCheck::kMismatch);
}

TEST_P(EveryAlgorithmTest, OnlyTheExactLengthIsTaken) {
  for (const std::size_t length : {0U, 1U, 32U, 63U, 64U, 65U, 95U, 96U, 97U, 128U, 192U}) {
    if (length == SignatureLength(algorithm_)) continue;
    Bytes resized = signature_;
    resized.resize(length);
    EXPECT_EQ(Check(key_, message_, resized), SignatureCheck::kWrongLength) << length;
  }
}

TEST_P(EveryAlgorithmTest, AnEmptyMessageCanBeSigned) {
  const auto signature = private_key_.Sign({});
  ASSERT_TRUE(signature.ok());
  EXPECT_EQ(Check(key_, {}, *signature), SignatureCheck::kVerified);
}

TEST_P(EveryAlgorithmTest, OneKeyVerifiesInSeveralThreads) {
  std::atomic<int> good = 0;
  std::atomic<int> bad = 0;
  Bytes forged = signature_;
  forged.back() ^= 1;
  std::vector<std::thread> threads;
  threads.reserve(4);
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&] {
      for (int i = 0; i < 25; ++i) {
        if (Check(key_, message_, signature_) == SignatureCheck::kVerified) ++good;
        if (Check(key_, message_, forged) != SignatureCheck::kVerified) ++bad;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(good, 100);
  EXPECT_EQ(bad, 100);
}

TEST_P(EveryAlgorithmTest, OpensslErrorQueueIsLeftAsItWas) {
  ERR_clear_error();
  ERR_raise(ERR_LIB_USER, 42);  // the host's own
  Bytes forged = signature_;
  forged.front() ^= 1;
  EXPECT_NE(Check(key_, message_, forged), SignatureCheck::kVerified);
  EXPECT_EQ(ERR_GET_REASON(ERR_get_error()), 42);
  EXPECT_EQ(ERR_get_error(), 0U);
}

class EcdsaTest : public EveryAlgorithmTest {
 protected:
  const Bytes order_ = OrderOf(algorithm_);
  const Bytes r_{signature_.begin(), signature_.begin() + static_cast<std::ptrdiff_t>(half_)};
  const Bytes s_{signature_.begin() + static_cast<std::ptrdiff_t>(half_), signature_.end()};
};

INSTANTIATE_TEST_SUITE_P(, EcdsaTest, ::testing::Values(Algorithm::kEs256, Algorithm::kEs384));

TEST_P(EcdsaTest, HalvesOutsideTheGroupAreOutOfRange) {
  const Bytes zero(half_, 0);
  const Bytes all_ones(half_, 0xFF);
  Bytes above = order_;
  ++above.back();
  for (const Bytes& bad : {zero, order_, above, all_ones}) {
    EXPECT_EQ(Check(key_, message_, Concatenate(bad, s_)), SignatureCheck::kOutOfRange);
    EXPECT_EQ(Check(key_, message_, Concatenate(r_, bad)), SignatureCheck::kOutOfRange);
    EXPECT_EQ(Check(key_, message_, Concatenate(bad, bad)), SignatureCheck::kOutOfRange);
  }
}

TEST_P(EcdsaTest, TheEdgesOfTheGroupAreInRange) {
  Bytes one(half_, 0);
  one.back() = 1;
  Bytes below = order_;
  --below.back();
  for (const Bytes& edge : {one, below}) {
    EXPECT_EQ(Check(key_, message_, Concatenate(edge, s_)), SignatureCheck::kMismatch);
    EXPECT_EQ(Check(key_, message_, Concatenate(r_, edge)), SignatureCheck::kMismatch);
  }
}

TEST_P(EcdsaTest, TheMirroredSignatureVerifies) {
  EXPECT_EQ(Check(key_, message_, Concatenate(r_, Subtract(order_, s_))),
            SignatureCheck::kVerified);
}

TEST_P(EcdsaTest, SwappedHalvesFail) {
  EXPECT_EQ(Check(key_, message_, Concatenate(s_, r_)), SignatureCheck::kMismatch);
}

// DER of a P-256 signature has 70 to 72 bytes, and is 64 only for tiny r and s.
TEST_P(EcdsaTest, DerInPlaceOfARawSignatureFails) {
  Bytes der = {0x30, static_cast<std::uint8_t>(2 * half_ + 4), 0x02,
               static_cast<std::uint8_t>(half_)};
  der = Concatenate(der, r_);
  der = Concatenate(der, Bytes{0x02, static_cast<std::uint8_t>(half_)});
  der = Concatenate(der, s_);
  EXPECT_EQ(Check(key_, message_, der), SignatureCheck::kWrongLength);
  der.resize(SignatureLength(algorithm_));
  EXPECT_EQ(Check(key_, message_, der), SignatureCheck::kMismatch);
}

// With r = -e/d the check's point is at infinity, which OpenSSL reports as a negative value:
// neither 0 nor 1. Only who knows the key can make it, but a sloppy comparison would accept it.
TEST(PublicKeyTest, ANegativeResultOfOpensslIsNotSuccess) {
  const Bytes scalar(32, 0x17);
  const auto key = PrivateKey::FromRaw(Algorithm::kEs256, scalar);
  const Bytes message = ToBytes(AsBytes("attestation"));
  const auto digest = Sha256(message);
  const Bytes order = OrderOf(Algorithm::kEs256);
  const auto number = [](ByteSpan bytes) {
    return BnPtr(BN_bin2bn(bytes.data(), static_cast<int>(bytes.size()), nullptr));
  };
  const std::unique_ptr<BN_CTX, FreeWith<BN_CTX_free>> context(BN_CTX_new());
  const BnPtr n = number(order);
  const BnPtr r(BN_mod_inverse(nullptr, number(scalar).get(), n.get(), context.get()));
  ASSERT_EQ(BN_mod_mul(r.get(), r.get(), number(digest).get(), n.get(), context.get()), 1);
  ASSERT_EQ(BN_sub(r.get(), n.get(), r.get()), 1);
  Bytes signature(64, 0x11);
  ASSERT_EQ(BN_bn2binpad(r.get(), signature.data(), 32), 32);
  EXPECT_NE(Check(key->public_key(), message, signature), SignatureCheck::kVerified);
}

TEST(PublicKeyTest, ASignatureUnderAnotherCurveFails) {
  const Bytes message = ToBytes(AsBytes("attestation"));
  for (const Algorithm signer : kAlgorithms) {
    const Bytes signature = *PrivateKey::Generate(signer)->Sign(message);
    for (const Algorithm verifier : kAlgorithms) {
      if (signer == verifier) continue;
      const auto key = PrivateKey::Generate(verifier);
      const auto check = Check(key->public_key(), message, signature);
      ASSERT_TRUE(check.has_value());
      EXPECT_NE(*check, SignatureCheck::kVerified);
      if (SignatureLength(signer) != SignatureLength(verifier)) {
        EXPECT_EQ(*check, SignatureCheck::kWrongLength);
      }
    }
  }
}

// (R, S + L) says the same and must not pass: RFC 8032 §5.1.7.
TEST(Ed25519Test, SNotBelowTheOrderIsOutOfRange) {
  const auto key = PrivateKey::Generate(Algorithm::kEdDsa);
  const Bytes message = ToBytes(AsBytes("attestation"));
  Bytes signature = *key->Sign(message);
  const Bytes order = OrderOf(Algorithm::kEdDsa);
  int carry = 0;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const int sum = signature[32 + i] + order[i] + carry;
    signature[32 + i] = static_cast<std::uint8_t>(sum & 0xFF);
    carry = sum >> 8;
  }
  EXPECT_EQ(Check(key->public_key(), message, signature), SignatureCheck::kOutOfRange);
  std::copy(order.begin(), order.end(), signature.begin() + 32);
  EXPECT_EQ(Check(key->public_key(), message, signature), SignatureCheck::kOutOfRange);
}

TEST(PublicKeyTest, IsEqualToTheSamePointOnly) {
  for (const Algorithm algorithm : {Algorithm::kEs256, Algorithm::kEs384, Algorithm::kEdDsa}) {
    const auto key = PrivateKey::Generate(algorithm);
    const auto other = PrivateKey::Generate(algorithm);
    EXPECT_EQ(key->public_key(), PrivateKey(*key).public_key());
    EXPECT_FALSE(key->public_key() == other->public_key());
  }
  EXPECT_FALSE(PrivateKey::Generate(Algorithm::kEs256)->public_key() ==
               PrivateKey::Generate(Algorithm::kEdDsa)->public_key());
}

}  // namespace
}  // namespace sceau::crypto
