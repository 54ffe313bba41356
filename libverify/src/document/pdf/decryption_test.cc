// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/decryption.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "document/image/testing.h"
#include "document/pdf/hybrid_pdf_reader.h"
#include "document/pdf/testing.h"

namespace sceau::document {
namespace {

#include "document/pdf/encrypted_samples.inc"

using testing::FromHex;

const Bytes& Abc() {
  static const Bytes kAbc = {'a', 'b', 'c'};
  return kAbc;
}

// Spec: RFC 1321, A.5.
TEST(DecryptionTest, Md5) {
  const auto crypto = MakePdfCrypto();
  Bytes digest(16);
  for (const std::size_t repeated : {1U, 2U}) {  // it is as new after each init
    crypto->MD5_init();
    crypto->MD5_update(Abc().data(), 1);
    crypto->MD5_update(Abc().data() + 1, 2);
    crypto->MD5_finalize();
    crypto->MD5_digest(digest.data());
    EXPECT_EQ(digest, FromHex("900150983cd24fb0d6963f7d28e17f72")) << repeated;
  }
}

// Spec: FIPS 180-4, examples.
TEST(DecryptionTest, Sha2) {
  struct Sha2Case {
    int bits;
    const char* digest;
  };
  for (const Sha2Case& c : {
           Sha2Case{256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
           Sha2Case{384,
                    "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
                    "8086072ba1e7cc2358baeca134c825a7"},
           Sha2Case{512,
                    "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"},
       }) {
    const auto crypto = MakePdfCrypto();
    crypto->SHA2_init(c.bits);
    crypto->SHA2_update(Abc().data(), Abc().size());
    crypto->SHA2_finalize();
    const std::string digest = crypto->SHA2_digest();
    EXPECT_EQ(Bytes(digest.begin(), digest.end()), FromHex(c.digest)) << c.bits;
  }
}

TEST(DecryptionTest, Rc4InPlaceAndElsewhere) {
  const Bytes secret = FromHex("bbf316e8d940af0ad3");
  const std::string plain = "Plaintext";
  for (const bool by_text : {false, true}) {
    const auto crypto = MakePdfCrypto();
    Bytes in = secret;
    Bytes out(secret.size());
    crypto->RC4_init(FromHex("4b657900").data(), by_text ? -1 : 3);  // "Key"
    crypto->RC4_process(in.data(), in.size(), by_text ? nullptr : out.data());
    const Bytes& read = by_text ? in : out;
    EXPECT_EQ(std::string(read.begin(), read.end()), plain) << by_text;
  }
}

struct AesCase {
  const char* key;
  const char* before;  // empty: each block by itself
  const char* plain;
  const char* secret;
};

// Spec: FIPS 197, C.1 and C.3; NIST SP 800-38A, F.2.1 and F.2.5.
constexpr std::array<AesCase, 4> kAesCases = {{
    {"000102030405060708090a0b0c0d0e0f", "", "00112233445566778899aabbccddeeff",
     "69c4e0d86a7b0430d8cdb78070b4c55a"},
    {"000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", "",
     "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
     "8ea2b7ca516745bfeafc49904b4960898ea2b7ca516745bfeafc49904b496089"},
    {"2b7e151628aed2a6abf7158809cf4f3c", "000102030405060708090a0b0c0d0e0f",
     "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51",
     "7649abac8119b246cee98e9b12e9197d5086cb9b507219ee95db113a917678b2"},
    {"603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4",
     "000102030405060708090a0b0c0d0e0f",
     "6bc1bee22e409f96e93d7e117393172aae2d8a571e03ac9c9eb76fac45af8e51",
     "f58c4c04d6e5f1ba779eabfb5f7bfbd69cfc4e967edb808d679f777bc6702c7d"},
}};

TEST(DecryptionTest, Aes) {
  for (const AesCase& c : kAesCases) {
    for (const bool encrypt : {false, true}) {
      const auto crypto = MakePdfCrypto();
      const Bytes key = FromHex(c.key);
      Bytes before = FromHex(c.before);
      Bytes blocks = FromHex(encrypt ? c.plain : c.secret);
      crypto->rijndael_init(encrypt, key.data(), key.size(), !before.empty(), before.data());
      for (std::size_t at = 0; at < blocks.size(); at += 16)
        crypto->rijndael_process(&blocks[at], &blocks[at]);
      EXPECT_EQ(blocks, FromHex(encrypt ? c.secret : c.plain)) << c.key << c.before << encrypt;
    }
  }
}

TEST(DecryptionTest, WhatNoPdfAsksForIsRefused) {
  const auto crypto = MakePdfCrypto();
  Bytes key(64);
  EXPECT_THROW(crypto->SHA2_init(224), std::runtime_error);
  EXPECT_THROW(crypto->RC4_init(key.data(), 0), std::runtime_error);
  EXPECT_THROW(crypto->RC4_init(key.data(), 257), std::runtime_error);
  EXPECT_THROW(crypto->rijndael_init(false, key.data(), 24, false, nullptr), std::runtime_error);
}

// By RC4, by AES and by the digests of both.
TEST(DecryptionTest, WhatIsEncryptedWithoutAPasswordIsReadWithoutDrawing) {
  for (const char* file : {kEmptyPassword, kEmptyPasswordRc4, kEmptyPasswordAes128}) {
    const Bytes pdf = FromHex(file);
    const auto document = OpenHybridPdf(pdf, testing::AtDpi(72));
    ASSERT_TRUE(document.ok()) << document.status();
    const auto parts = (*document)->OpenParts(0);
    ASSERT_TRUE(parts.ok() && *parts != nullptr);
    EXPECT_TRUE((*parts)->understood());
  }
}

}  // namespace
}  // namespace sceau::document
