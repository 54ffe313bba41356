// SPDX-License-Identifier: Apache-2.0
#include "codec/base32.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace sceau::codec {
namespace {

// RFC 4648 §10, without the padding.
constexpr std::pair<std::string_view, std::string_view> kRfcBase32Vectors[] = {
    {"", ""},
    {"f", "MY"},
    {"fo", "MZXQ"},
    {"foo", "MZXW6"},
    {"foob", "MZXW6YQ"},
    {"fooba", "MZXW6YTB"},
    {"foobar", "MZXW6YTBOI"},
};

TEST(Base32Test, RfcVectors) {
  for (const auto& [plain, encoded] : kRfcBase32Vectors) {
    EXPECT_EQ(EncodeBase32(AsBytes(plain)), encoded);
    EXPECT_EQ(DecodeBase32(encoded), ToBytes(AsBytes(plain))) << encoded;
  }
}

TEST(Base32Test, EveryLengthRoundTrips) {
  Bytes bytes;
  for (unsigned i = 0; i < 100; ++i) {
    EXPECT_EQ(DecodeBase32(EncodeBase32(bytes)), bytes) << i;
    bytes.push_back(static_cast<std::uint8_t>(i * 151 + 7));
  }
}

TEST(Base32Test, RawSignatureLengths) {
  EXPECT_EQ(EncodeBase32(Bytes(64, 0xFF)).size(), 103U);
  EXPECT_EQ(EncodeBase32(Bytes(96, 0xFF)).size(), 154U);
  EXPECT_EQ(EncodeBase32(Bytes(10, 0xFF)).size(), 16U);
}

TEST(Base32Test, OnlyTheAlphabetIsAccepted) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  for (int c = 0; c < 256; ++c) {
    const char character = static_cast<char>(c);
    const std::string text = {character, 'A', 'A', 'A', 'A', 'A', 'A', 'A'};
    EXPECT_EQ(DecodeBase32(text).has_value(), kAlphabet.find(character) != kAlphabet.npos) << c;
  }
}

TEST(Base32Test, PaddingIsRefused) {
  for (std::string_view text : {"MY======", "MZXQ====", "MZXW6===", "MZXW6YQ=", "="}) {
    EXPECT_FALSE(DecodeBase32(text).has_value()) << text;
  }
}

TEST(Base32Test, LengthsThatNoBytesGiveAreRefused) {
  for (std::size_t length = 0; length < 40; ++length) {
    const std::size_t rest = length % 8;
    const bool possible = rest != 1 && rest != 3 && rest != 6;
    EXPECT_EQ(DecodeBase32(std::string(length, 'A')).has_value(), possible) << length;
  }
}

// Unused low bits of the last character: 2, 4, 1 and 3 of them.
TEST(Base32Test, UnusedBitsMustBeZero) {
  constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  for (const auto& [length, unused] : {std::pair{2U, 2U}, {4U, 4U}, {5U, 1U}, {7U, 3U}}) {
    for (std::size_t value = 0; value < 32; ++value) {
      const std::string text = std::string(length - 1, 'A') + kAlphabet[value];
      const bool zero = (value & ((1U << unused) - 1)) == 0;
      EXPECT_EQ(DecodeBase32(text).has_value(), zero) << text;
    }
  }
}

}  // namespace
}  // namespace sceau::codec
