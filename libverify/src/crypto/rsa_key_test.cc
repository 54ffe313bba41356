// SPDX-License-Identifier: Apache-2.0
#include "crypto/rsa_key.h"

#include <gtest/gtest.h>
#include <openssl/rsa.h>

#include <optional>

#include "base/status.h"
#include "crypto/certificate.h"
#include "crypto/failing_memory_testing.h"
#include "crypto/hostile_certificate.h"

namespace sceau::crypto {
namespace {

const Bytes kSigned = {'s', 'i', 'g', 'n', 'e', 'd'};

struct Padding {
  int mode = RSA_PKCS1_PSS_PADDING;
  int salt = 32;
  const EVP_MD* digest = EVP_sha256();
  const EVP_MD* mask = EVP_sha256();
};

Bytes SignWith(EVP_PKEY* key, const Padding& how = {}) {
  const EvpMdCtxPtr context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* padding = nullptr;
  EXPECT_EQ(EVP_DigestSignInit(context.get(), &padding, how.digest, nullptr, key), 1);
  EXPECT_EQ(EVP_PKEY_CTX_set_rsa_padding(padding, how.mode), 1);
  if (how.mode == RSA_PKCS1_PSS_PADDING) {
    EXPECT_EQ(EVP_PKEY_CTX_set_rsa_pss_saltlen(padding, how.salt), 1);
    EXPECT_EQ(EVP_PKEY_CTX_set_rsa_mgf1_md(padding, how.mask), 1);
  }
  Bytes signature(1024);
  std::size_t length = signature.size();
  EXPECT_EQ(
      EVP_DigestSign(context.get(), signature.data(), &length, kSigned.data(), kSigned.size()), 1);
  signature.resize(length);
  return signature;
}

Certificate CertificateFor(EVP_PKEY* key) {
  return *Certificate::ParseDer(MakeCertificate({}, key, key));
}

std::optional<SignatureCheck> CheckOf(const RsaKey& key, const Bytes& signature,
                                      const Bytes& message = kSigned) {
  const auto check = key.Verify(message, signature);
  return check.ok() ? std::optional(*check) : std::nullopt;
}

TEST(RsaKeyTest, Ps256HoldsOverWhatWasSigned) {
  for (const unsigned bits : {2048U, 3072U, 4096U}) {
    const EvpPkeyPtr key = MakeRsaKey(bits);
    const Certificate certificate = CertificateFor(key.get());
    ASSERT_TRUE(certificate.rsa_key()) << bits;
    EXPECT_FALSE(certificate.public_key()) << "what is ours is never signed with RSA";
    const Bytes signature = SignWith(key.get());
    EXPECT_EQ(CheckOf(*certificate.rsa_key(), signature), SignatureCheck::kVerified) << bits;
    EXPECT_EQ(CheckOf(*certificate.rsa_key(), signature, {'x'}), SignatureCheck::kMismatch);
    for (const std::size_t place : {std::size_t{0}, signature.size() / 2, signature.size() - 1}) {
      Bytes bent = signature;
      bent[place] ^= 1;
      EXPECT_NE(CheckOf(*certificate.rsa_key(), bent), SignatureCheck::kVerified) << place;
    }
  }
}

TEST(RsaKeyTest, NoOtherSignatureOfTheSameKeyHolds) {
  const EvpPkeyPtr key = MakeRsaKey(2048);
  const RsaKey rsa = *CertificateFor(key.get()).rsa_key();
  for (const Padding& how :
       {Padding{.mode = RSA_PKCS1_PADDING}, Padding{.salt = 0}, Padding{.salt = 20},
        Padding{.salt = 64}, Padding{.digest = EVP_sha384()}, Padding{.mask = EVP_sha1()}}) {
    EXPECT_EQ(CheckOf(rsa, SignWith(key.get(), how)), SignatureCheck::kMismatch);
  }
}

TEST(RsaKeyTest, LengthAndRangeAreChecked) {
  const EvpPkeyPtr key = MakeRsaKey(2048);
  const RsaKey rsa = *CertificateFor(key.get()).rsa_key();
  Bytes signature = SignWith(key.get());
  signature.push_back(0);
  EXPECT_EQ(CheckOf(rsa, signature), SignatureCheck::kWrongLength);
  signature.resize(255);
  EXPECT_EQ(CheckOf(rsa, signature), SignatureCheck::kWrongLength);
  EXPECT_EQ(CheckOf(rsa, {}), SignatureCheck::kWrongLength);
  EXPECT_EQ(CheckOf(rsa, Bytes(256, 0xFF)), SignatureCheck::kOutOfRange);
  EXPECT_EQ(CheckOf(rsa, Bytes(256, 0)), SignatureCheck::kMismatch);
}

TEST(RsaKeyTest, WeakLongAndOtherKeysAreNotTaken) {
  for (const unsigned bits : {2040U, 4104U})
    EXPECT_FALSE(CertificateFor(MakeRsaKey(bits).get()).rsa_key()) << bits;
  EXPECT_FALSE(CertificateFor(MakeEcKey("P-256").get()).rsa_key());
  const auto with_exponent = [](std::uint64_t exponent) {
    const BnPtr number(BN_new());
    BN_set_word(number.get(), exponent);
    const EvpPkeyCtxPtr context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* key = nullptr;
    EXPECT_EQ(EVP_PKEY_keygen_init(context.get()), 1);
    EXPECT_EQ(EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), 2048), 1);
    EXPECT_EQ(EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context.get(), number.get()), 1);
    EXPECT_EQ(EVP_PKEY_generate(context.get(), &key), 1);
    return EvpPkeyPtr(key);
  };
  EXPECT_TRUE(CertificateFor(with_exponent(3).get()).rsa_key());
  EXPECT_FALSE(CertificateFor(with_exponent((std::uint64_t{1} << 34) + 1).get()).rsa_key());
}

TEST(RsaKeyTest, WithoutMemoryNothingIsCalledForged) {
  const EvpPkeyPtr key = MakeRsaKey(2048);
  const RsaKey rsa = *CertificateFor(key.get()).rsa_key();
  const Bytes signature = SignWith(key.get());
  const auto check = [&] {
    const auto result = rsa.Verify(kSigned, signature);
    EndShortage();
    if (result.ok()) {
      EXPECT_EQ(*result, SignatureCheck::kVerified);
    } else {
      EXPECT_EQ(ReasonOf(result.status()), Reason::kInternal);
    }
  };
  EXPECT_GT(FailEach(Shortage::kFromHere, check), 1);
  EXPECT_TRUE(IsAbleToVerifyRsa());
}

}  // namespace
}  // namespace sceau::crypto
