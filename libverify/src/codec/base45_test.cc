// SPDX-License-Identifier: Apache-2.0
#include "codec/base45.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace sceau::codec {
namespace {

constexpr std::string_view kBase45Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

// RFC 9285 §4.3 and §4.4.
constexpr std::pair<std::string_view, std::string_view> kRfcBase45Vectors[] = {
    {"", ""},
    {"AB", "BB8"},
    {"Hello!!", "%69 VD92EX0"},
    {"base-45", "UJCLQE7W581"},
    {"ietf!", "QED8WEX0"},
};

TEST(Base45Test, RfcVectors) {
  for (const auto& [plain, encoded] : kRfcBase45Vectors) {
    EXPECT_EQ(EncodeBase45(AsBytes(plain)), encoded);
    EXPECT_EQ(DecodeBase45(encoded), ToBytes(AsBytes(plain))) << encoded;
  }
}

TEST(Base45Test, EveryPairOfBytesRoundTrips) {
  for (unsigned value = 0; value <= 0xFFFF; ++value) {
    const Bytes bytes = {static_cast<std::uint8_t>(value >> 8),
                         static_cast<std::uint8_t>(value & 0xFF)};
    const std::string text = EncodeBase45(bytes);
    ASSERT_EQ(text.size(), 3U);
    ASSERT_EQ(DecodeBase45(text), bytes) << value;
  }
}

TEST(Base45Test, EverySingleByteRoundTrips) {
  for (unsigned value = 0; value <= 0xFF; ++value) {
    const Bytes bytes = {static_cast<std::uint8_t>(value)};
    const std::string text = EncodeBase45(bytes);
    ASSERT_EQ(text.size(), 2U);
    ASSERT_EQ(DecodeBase45(text), bytes) << value;
  }
}

// Walks all groups, so that each accepted one is the encoding of what it decodes to.
TEST(Base45Test, EveryAcceptedGroupIsCanonical) {
  int accepted = 0;
  for (char a : kBase45Alphabet) {
    for (char b : kBase45Alphabet) {
      const auto two = DecodeBase45(std::string{a, b});
      if (two) {
        ASSERT_EQ(EncodeBase45(*two), (std::string{a, b}));
        ++accepted;
      }
      for (char c : kBase45Alphabet) {
        const auto three = DecodeBase45(std::string{a, b, c});
        if (three) {
          ASSERT_EQ(EncodeBase45(*three), (std::string{a, b, c}));
          ++accepted;
        }
      }
    }
  }
  EXPECT_EQ(accepted, 65536 + 256);
}

TEST(Base45Test, GroupsAboveTheirBytesAreRefused) {
  EXPECT_EQ(DecodeBase45("FGW"), (Bytes{0xFF, 0xFF}));
  EXPECT_FALSE(DecodeBase45("GGW").has_value());  // 65536, RFC 9285 §6
  EXPECT_FALSE(DecodeBase45(":::").has_value());
  EXPECT_EQ(DecodeBase45("U5"), (Bytes{0xFF}));
  EXPECT_FALSE(DecodeBase45("V5").has_value());  // 256
  EXPECT_FALSE(DecodeBase45("::").has_value());
  EXPECT_FALSE(DecodeBase45("BB8GGW").has_value());
  EXPECT_FALSE(DecodeBase45("GGWBB8").has_value());
}

TEST(Base45Test, AGlanceTellsLengthAndCharacters) {
  for (const char* text : {"QED8WEX0", "BB8", "00", "ZZZ"}) EXPECT_TRUE(MayBeBase45(text)) << text;
  for (const char* text : {"B", "BB8B", "bb8", "BB=", "BB8\n"})
    EXPECT_FALSE(MayBeBase45(text)) << text;
}

TEST(Base45Test, ADanglingCharacterIsRefused) {
  EXPECT_FALSE(DecodeBase45("0").has_value());
  EXPECT_FALSE(DecodeBase45("BB80").has_value());
  EXPECT_FALSE(DecodeBase45("BB8BB80").has_value());
}

TEST(Base45Test, OnlyTheAlphabetIsAccepted) {
  for (int c = 0; c < 256; ++c) {
    const char character = static_cast<char>(c);
    const bool known = kBase45Alphabet.find(character) != kBase45Alphabet.npos;
    EXPECT_EQ(DecodeBase45(std::string{character, '0', '0'}).has_value(), known) << c;
    EXPECT_EQ(DecodeBase45(std::string{character, '0'}).has_value(), known) << c;
    EXPECT_EQ(DecodeBase45(std::string{'0', '0', '0', character, '0'}).has_value(), known) << c;
  }
}

}  // namespace
}  // namespace sceau::codec
