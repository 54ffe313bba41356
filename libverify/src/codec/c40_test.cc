// SPDX-License-Identifier: Apache-2.0
#include "codec/c40.h"

#include <gtest/gtest.h>

#include <string>

namespace sceau::codec {
namespace {

struct Case {
  std::string_view text;
  Bytes bytes;
};

TEST(C40Test, KnownPackings) {
  const Case cases[] = {
      {"", {}},
      {"AIM", {0x5B, 0x0B}},               // 14, 22, 26: 23307
      {"000", {0x19, 0xA5}},               // 4, 4, 4: 6565
      {"   ", {0x13, 0x3C}},               // 3, 3, 3: 4924
      {"ZZZ", {0xFA, 0x00}},               // 39, 39, 39: 64000, the largest
      {"XK", {0xEB, 0x01}},                // 37, 24, shift 1: 60161
      {"A", {0xFE, 0x42}},                 // unlatch, then 'A' + 1
      {"AIM ", {0x5B, 0x0B, 0xFE, 0x21}},  // a space is a character like any other
      {"DETV", {0x6D, 0x32, 0xFE, 0x57}},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(EncodeC40(c.text), c.bytes) << c.text;
    EXPECT_EQ(DecodeC40(c.bytes), c.text) << c.text;
  }
}

TEST(C40Test, EveryLengthRoundTrips) {
  constexpr std::string_view kCharacters = "0123456789 ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  std::string text;
  for (std::size_t i = 0; i < 120; ++i) {
    const auto bytes = EncodeC40(text);
    ASSERT_TRUE(bytes.has_value());
    EXPECT_EQ(DecodeC40(*bytes), text);
    text.push_back(kCharacters[i * 23 % kCharacters.size()]);
  }
}

TEST(C40Test, OnlyItsCharactersAreEncoded) {
  for (int c = 0; c < 256; ++c) {
    const char character = static_cast<char>(c);
    const bool known = c == ' ' || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
    for (const std::string& around : {std::string(), std::string("A"), std::string("AB")}) {
      EXPECT_EQ(EncodeC40(around + character).has_value(), known) << c;
    }
  }
}

// All pairs of bytes, alone and before another pair: whatever is accepted is what we would write.
TEST(C40Test, EveryAcceptedPairIsCanonical) {
  int accepted = 0;
  for (unsigned pair = 0; pair <= 0xFFFF; ++pair) {
    const Bytes bytes = {static_cast<std::uint8_t>(pair >> 8),
                         static_cast<std::uint8_t>(pair & 0xFF)};
    const auto text = DecodeC40(bytes);
    if (text) {
      ASSERT_EQ(EncodeC40(*text), bytes) << pair;
      ++accepted;
    }
    Bytes longer = bytes;
    longer.insert(longer.end(), {0x5B, 0x0B});
    const auto longer_text = DecodeC40(longer);
    if (longer_text) {
      ASSERT_EQ(EncodeC40(*longer_text), longer) << pair;
    }
  }
  EXPECT_EQ(accepted, 37 * 37 * 37 + 37 * 37 + 37);
}

TEST(C40Test, WhatIsNotCanonicalIsRefused) {
  const Bytes refused[] = {
      {0x5B},                    // half a pair
      {0x5B, 0x0B, 0xFE},        // nothing after the unlatch
      {0x00, 0x00},              // packed values start at 1
      {0x00, 0x01},              // three shifts
      {0xFA, 0x01},              // above the largest triple
      {0xFE, 0x42, 0x5B, 0x0B},  // unlatch before the end
      {0xFE, 0x00},              // not ASCII
      {0xFE, 0x62},              // 'a'
      {0xFE, 0xC2},              // 'A' with the high bit set
      {0x57, 0x81},              // 'A', shift 1, shift 1: a single character is unlatched
      {0x5A, 0xF1, 0x5B, 0x0B},  // 'A', 'I', shift 1 before the end
  };
  for (const Bytes& bytes : refused) EXPECT_FALSE(DecodeC40(bytes).has_value()) << ToHex(bytes);
}

}  // namespace
}  // namespace sceau::codec
