// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "base/status.h"
#include "crypto/algorithms_testing.h"
#include "crypto/hostile_certificate.h"
#include "crypto/private_key.h"

namespace sceau::crypto {
namespace {

const char* const kPassphrase = "une phrase secrète assez longue";

PassphraseSource Says(const std::string& passphrase) {
  return [passphrase]() -> absl::StatusOr<std::string> { return passphrase; };
}

PassphraseSource NeverAsked() {
  return []() -> absl::StatusOr<std::string> {
    ADD_FAILURE() << "asked for a passphrase without need";
    return std::string("x");
  };
}

std::optional<Reason> Refusal(const absl::StatusOr<PrivateKey>& key) {
  return key.ok() ? std::nullopt : std::optional(ReasonOf(key.status()));
}

bool AreSame(const PrivateKey& a, const PrivateKey& b) {
  const auto signature = a.Sign(AsBytes("x"));
  const auto check = b.public_key().Verify(AsBytes("x"), *signature);
  return check.ok() && *check == SignatureCheck::kVerified;
}

// What OpenSSL writes for keys and forms that are not ours.
std::string WritePem(EVP_PKEY* key, int (*write)(BIO*, EVP_PKEY*)) {
  const BioPtr pem(BIO_new(BIO_s_mem()));
  EXPECT_EQ(write(pem.get(), key), 1);
  return TakeText(pem.get());
}
int WritePkcs8(BIO* bio, EVP_PKEY* key) {
  return PEM_write_bio_PKCS8PrivateKey(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
}
int WriteTraditional(BIO* bio, EVP_PKEY* key) {
  return PEM_write_bio_PrivateKey_traditional(bio, key, nullptr, nullptr, 0, nullptr, nullptr);
}
int WriteTraditionalEncrypted(BIO* bio, EVP_PKEY* key) {
  return PEM_write_bio_PrivateKey_traditional(bio, key, EVP_aes_256_cbc(), AsBytes("pass").data(),
                                              4, nullptr, nullptr);
}

TEST(PrivateKeyPemTest, PlainKeysRoundTrip) {
  for (const Algorithm algorithm : kAlgorithms) {
    const auto key = PrivateKey::Generate(algorithm);
    const auto pem = key->ToPem(std::nullopt);
    ASSERT_TRUE(pem.ok());
    EXPECT_TRUE(pem->starts_with("-----BEGIN PRIVATE KEY-----\n")) << pem->substr(0, 40);
    const auto again = PrivateKey::FromPem(AsBytes(*pem), NeverAsked());
    ASSERT_TRUE(again.ok()) << again.status();
    EXPECT_EQ(again->algorithm(), algorithm);
    EXPECT_TRUE(AreSame(*key, *again));
  }
}

TEST(PrivateKeyPemTest, EncryptedKeysRoundTrip) {
  for (const Algorithm algorithm : kAlgorithms) {
    const auto key = PrivateKey::Generate(algorithm);
    const auto pem = key->ToPem(kPassphrase);
    ASSERT_TRUE(pem.ok());
    EXPECT_TRUE(pem->starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----\n"));
    const auto again = PrivateKey::FromPem(AsBytes(*pem), Says(kPassphrase));
    ASSERT_TRUE(again.ok()) << again.status();
    EXPECT_TRUE(AreSame(*key, *again));
  }
}

TEST(PrivateKeyPemTest, SaltsAreFresh) {
  const auto key = PrivateKey::FromRaw(Algorithm::kEdDsa, Bytes(32, 0x17));
  EXPECT_NE(*key->ToPem(kPassphrase), *key->ToPem(kPassphrase));
}

TEST(PrivateKeyPemTest, TheEncryptionIsAesWithManyRounds) {
  const auto pem = PrivateKey::Generate(Algorithm::kEs256)->ToPem(kPassphrase);
  const BioPtr source(BIO_new_mem_buf(pem->data(), static_cast<int>(pem->size())));
  char* name = nullptr;
  char* header = nullptr;
  unsigned char* data = nullptr;
  long size = 0;
  ASSERT_EQ(PEM_read_bio(source.get(), &name, &header, &data, &size), 1);
  const std::string hex = ToHex(ByteSpan(data, static_cast<std::size_t>(size)));
  OPENSSL_free(name);
  OPENSSL_free(header);
  OPENSSL_free(data);
  EXPECT_NE(hex.find("06092a864886f70d01050c"), hex.npos);  // PBKDF2
  EXPECT_NE(hex.find("0203"
                     "0927c0"),
            hex.npos);                                      // 600,000
  EXPECT_NE(hex.find("06082a864886f70d0209"), hex.npos);    // HMAC-SHA-256
  EXPECT_NE(hex.find("060960864801650304012a"), hex.npos);  // AES-256-CBC
}

// Another program's file: few rounds, which keeps these tests quick.
std::string EncryptedElsewhere() {
  const EvpPkeyPtr key = MakeEcKey("P-256");
  const BioPtr pem(BIO_new(BIO_s_mem()));
  EXPECT_EQ(
      PEM_write_bio_PKCS8PrivateKey(pem.get(), key.get(), EVP_aes_256_cbc(), kPassphrase,
                                    static_cast<int>(std::strlen(kPassphrase)), nullptr, nullptr),
      1);
  return TakeText(pem.get());
}

TEST(PrivateKeyPemTest, WrongPassphrases) {
  const std::string pem = EncryptedElsewhere();
  const std::string right = kPassphrase;
  EXPECT_EQ(Refusal(PrivateKey::FromPem(AsBytes(pem), Says(right))), std::nullopt);
  for (const std::string& wrong :
       {std::string("wrong"), std::string(), right + " ", right.substr(1), right + "x"}) {
    EXPECT_EQ(Refusal(PrivateKey::FromPem(AsBytes(pem), Says(wrong))), Reason::kKeyPassphraseWrong);
  }
  EXPECT_EQ(Refusal(PrivateKey::FromPem(AsBytes(pem), nullptr)), Reason::kKeyPassphraseWrong);
}

// One wrong passphrase in 256 leaves padding that looks right.
TEST(PrivateKeyPemTest, ManyWrongPassphrases) {
  const std::string pem = EncryptedElsewhere();
  for (int i = 0; i < 1000; ++i) {
    ASSERT_EQ(Refusal(PrivateKey::FromPem(AsBytes(pem), Says(std::to_string(i)))),
              Reason::kKeyPassphraseWrong);
  }
}

TEST(PrivateKeyPemTest, TheSourcesOwnErrorIsPassedOn) {
  const auto no_terminal = [] {
    return absl::StatusOr<std::string>(Refuse(Reason::kUsage, "no terminal"));
  };
  EXPECT_EQ(Refusal(PrivateKey::FromPem(AsBytes(EncryptedElsewhere()), no_terminal)),
            Reason::kUsage);
}

TEST(PrivateKeyPemTest, AnEmptyPassphraseDoesNotEncrypt) {
  const auto pem = PrivateKey::Generate(Algorithm::kEs256)->ToPem("");
  ASSERT_FALSE(pem.ok());
  EXPECT_EQ(ReasonOf(pem.status()), Reason::kKeyPassphraseWrong);
}

TEST(PrivateKeyPemTest, TextAroundTheBlockIsIgnored) {
  const auto key = PrivateKey::Generate(Algorithm::kEs256);
  const std::string file = "Bag Attributes\n" + *key->ToPem(std::nullopt) + "trailing words\n";
  const auto again = PrivateKey::FromPem(AsBytes(file), NeverAsked());
  ASSERT_TRUE(again.ok()) << again.status();
  EXPECT_TRUE(AreSame(*key, *again));
}

TEST(PrivateKeyPemTest, AnyOtherKeyIsUnusable) {
  const auto key = PrivateKey::Generate(Algorithm::kEs256);
  const std::string pem = *key->ToPem(std::nullopt);
  const std::string public_pem =
      key->Certify({.common_name = "x"}, key->public_key(), std::nullopt)->ToPem();
  const EvpPkeyPtr p256 = MakeEcKey("P-256");
  std::string bad_base64 = pem;
  bad_base64[40] = '*';
  const std::string files[] = {
      "",
      "garbage",
      std::string(1000, '\0'),
      pem.substr(0, pem.size() / 2),
      bad_base64,
      pem + pem,
      pem + public_pem,
      public_pem,
      "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
      "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
      WritePem(p256.get(), WriteTraditional),
      WritePem(p256.get(), WriteTraditionalEncrypted),
      WritePem(MakeRsaKey(2048).get(), WritePkcs8),
      WritePem(MakeEcKey("P-521").get(), WritePkcs8),
      WritePem(MakeEcKey("secp256k1").get(), WritePkcs8),
      WritePem(MakeExplicitP256Key().get(), WritePkcs8),
      WritePem(EvpPkeyPtr(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519")).get(), WritePkcs8),
  };
  for (const std::string& file : files) {
    EXPECT_EQ(Refusal(PrivateKey::FromPem(AsBytes(file), NeverAsked())), Reason::kKeyUnusable)
        << file;
  }
}

// Another key's public half beside the private one.
TEST(PrivateKeyPemTest, HalvesThatDoNotMatchAreUnusable) {
  const EvpPkeyPtr first = MakeEcKey("P-256");
  const EvpPkeyPtr second = MakeEcKey("P-256");
  const auto encode = [](EVP_PKEY* key) {
    unsigned char* der = nullptr;
    const int length = i2d_PUBKEY(key, &der);
    const OpensslBuffer owned(der);
    return Bytes(der + length - 65, der + length);  // the point
  };
  const Bytes point = encode(first.get());
  const Bytes other_point = encode(second.get());
  const Pkcs8InfoPtr info(EVP_PKEY2PKCS8(first.get()));
  unsigned char* der = nullptr;
  const int length = i2d_PKCS8_PRIV_KEY_INFO(info.get(), &der);
  const OpensslBuffer owned(der);
  unsigned char* at = std::search(der, der + length, point.begin(), point.end());
  ASSERT_NE(at, der + length);
  std::copy(other_point.begin(), other_point.end(), at);
  const BioPtr pem(BIO_new(BIO_s_mem()));
  ASSERT_GT(PEM_write_bio(pem.get(), "PRIVATE KEY", "", der, length), 0);
  EXPECT_EQ(Refusal(PrivateKey::FromPem(AsBytes(TakeText(pem.get())), NeverAsked())),
            Reason::kKeyUnusable);
}

TEST(PrivateKeyPemTest, AnUnknownWayOfEncryptionIsUnusable) {
  const auto pem = PrivateKey::Generate(Algorithm::kEs256)->ToPem(kPassphrase);
  const BioPtr source(BIO_new_mem_buf(pem->data(), static_cast<int>(pem->size())));
  char* name = nullptr;
  char* header = nullptr;
  unsigned char* data = nullptr;
  long size = 0;
  ASSERT_EQ(PEM_read_bio(source.get(), &name, &header, &data, &size), 1);
  Bytes der(data, data + size);
  OPENSSL_free(data);
  const Bytes aes = {0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2A};
  const auto at = std::search(der.begin(), der.end(), aes.begin(), aes.end());
  ASSERT_NE(at, der.end());
  *(at + 8) = 0x7F;  // no such cipher
  const BioPtr changed(BIO_new(BIO_s_mem()));
  ASSERT_GT(PEM_write_bio(changed.get(), name, "", der.data(), static_cast<long>(der.size())), 0);
  OPENSSL_free(name);
  OPENSSL_free(header);
  EXPECT_EQ(Refusal(PrivateKey::FromPem(AsBytes(TakeText(changed.get())), Says(kPassphrase))),
            Reason::kKeyUnusable);
}

class KeyFileTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / "sceau_key_XXXXXX").string();
    ASSERT_NE(::mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    path_ = (folder_ / "key.pem").string();
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void Write(const std::string& text, mode_t mode) const {
    std::ofstream(path_, std::ios::binary) << text;
    ASSERT_EQ(::chmod(path_.c_str(), mode), 0);
  }

  const PrivateKey key_ = *PrivateKey::Generate(Algorithm::kEs256);
  const std::string pem_ = *key_.ToPem(std::nullopt);
  std::filesystem::path folder_;
  std::string path_;
};

TEST_F(KeyFileTest, OursAloneIsLoaded) {
  for (const mode_t mode : {0600U, 0400U, 0700U}) {
    Write(pem_, mode);
    const auto key = PrivateKey::LoadPem(path_, NeverAsked());
    ASSERT_TRUE(key.ok()) << key.status();
    EXPECT_TRUE(AreSame(key_, *key));
    ASSERT_EQ(::unlink(path_.c_str()), 0);
  }
}

TEST_F(KeyFileTest, AnyRightOfOthersIsRefused) {
  for (const mode_t bit : {0040U, 0020U, 0010U, 0004U, 0002U, 0001U}) {
    Write(pem_, 0600 | bit);
    EXPECT_EQ(Refusal(PrivateKey::LoadPem(path_, NeverAsked())), Reason::kKeyExposed) << bit;
  }
}

TEST_F(KeyFileTest, AnExposedFileIsRefusedBeforeThePassphraseIsAsked) {
  Write(*key_.ToPem(kPassphrase), 0644);
  EXPECT_EQ(Refusal(PrivateKey::LoadPem(path_, NeverAsked())), Reason::kKeyExposed);
}

TEST_F(KeyFileTest, AnEncryptedFileAsks) {
  Write(*key_.ToPem(kPassphrase), 0600);
  const auto key = PrivateKey::LoadPem(path_, Says(kPassphrase));
  ASSERT_TRUE(key.ok()) << key.status();
  EXPECT_TRUE(AreSame(key_, *key));
}

TEST_F(KeyFileTest, WhatIsNotThereIsMissing) {
  EXPECT_EQ(Refusal(PrivateKey::LoadPem(path_, NeverAsked())), Reason::kKeyMissing);
  Write(pem_, 0600);
  EXPECT_EQ(Refusal(PrivateKey::LoadPem(path_ + "/below", NeverAsked())), Reason::kKeyMissing);
  EXPECT_EQ(Refusal(PrivateKey::LoadPem("", NeverAsked())), Reason::kKeyMissing);
}

TEST_F(KeyFileTest, ALinkIsNotFollowed) {
  Write(pem_, 0600);
  const std::string link = (folder_ / "link.pem").string();
  std::filesystem::create_symlink(path_, link);
  EXPECT_EQ(Refusal(PrivateKey::LoadPem(link, NeverAsked())), Reason::kKeyUnusable);
}

TEST_F(KeyFileTest, AFileThatIsNotOrdinaryIsRefused) {
  EXPECT_EQ(Refusal(PrivateKey::LoadPem(folder_.string(), NeverAsked())), Reason::kKeyUnusable);
  const std::string fifo = (folder_ / "fifo").string();
  ASSERT_EQ(::mkfifo(fifo.c_str(), 0600), 0);
  EXPECT_EQ(Refusal(PrivateKey::LoadPem(fifo, NeverAsked())), Reason::kKeyUnusable);
}

TEST_F(KeyFileTest, AHugeFileIsRefused) {
  Write(pem_ + std::string(65'536, '\n'), 0600);
  EXPECT_EQ(Refusal(PrivateKey::LoadPem(path_, NeverAsked())), Reason::kKeyUnusable);
}

}  // namespace
}  // namespace sceau::crypto
