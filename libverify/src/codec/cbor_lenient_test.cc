// SPDX-License-Identifier: Apache-2.0
// What others wrote: all that RFC 8949 calls valid, within the bounds of what is ours.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "base/status.h"
#include "codec/cbor.h"

namespace sceau::codec {
namespace {

using Type = CborItem::Type;

Bytes BytesOfHex(std::string_view hex) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(
        static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

// Nothing when the item is accepted.
std::optional<Reason> LenientRefusal(const Bytes& bytes, int max_depth = 8,
                                     std::size_t max_items = kMaxCborItems) {
  const auto item = DecodeLenientCbor(bytes, max_depth, max_items);
  return item.ok() ? std::nullopt : std::optional(ReasonOf(item.status()));
}

TEST(LenientCborTest, FloatsAreThoseOfTheStandard) {
  struct Row {
    std::string_view hex;
    double value;
  };
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  // RFC 8949 appendix A.
  for (const Row& row :
       {Row{"f90000", 0.0}, Row{"f98000", -0.0}, Row{"f93c00", 1.0}, Row{"fb3ff199999999999a", 1.1},
        Row{"f93e00", 1.5}, Row{"f97bff", 65504.0}, Row{"fa47c35000", 100000.0},
        Row{"fa7f7fffff", 3.4028234663852886e+38}, Row{"fb7e37e43c8800759c", 1.0e+300},
        Row{"f90001", 5.960464477539063e-8}, Row{"f90400", 0.00006103515625}, Row{"f9c400", -4.0},
        Row{"fbc010666666666666", -4.1}, Row{"f97c00", kInfinity}, Row{"f9fc00", -kInfinity},
        Row{"fa7f800000", kInfinity}, Row{"fb7ff0000000000000", kInfinity}}) {
    const Bytes bytes = BytesOfHex(row.hex);
    const auto decoded = DecodeLenientCbor(bytes);
    ASSERT_TRUE(decoded.ok()) << row.hex << decoded.status();
    EXPECT_EQ(decoded->root.type, Type::kFloat) << row.hex;
    EXPECT_EQ(decoded->root.number(), row.value) << row.hex;
    EXPECT_EQ(std::signbit(decoded->root.number()), std::signbit(row.value)) << row.hex;
  }
  for (const std::string_view hex : {"f97e00", "fa7fc00000", "fb7ff8000000000000"}) {
    const Bytes bytes = BytesOfHex(hex);
    EXPECT_TRUE(std::isnan(DecodeLenientCbor(bytes)->root.number())) << hex;
  }
}

TEST(LenientCborTest, OtherSimpleValuesAreTaken) {
  for (const auto& [hex, value] : {std::pair{"f7", 23U}, std::pair{"f0", 16U},
                                   std::pair{"f8ff", 255U}, std::pair{"f820", 32U}}) {
    const Bytes bytes = BytesOfHex(hex);
    const auto decoded = DecodeLenientCbor(bytes);
    ASSERT_TRUE(decoded.ok()) << hex;
    EXPECT_EQ(decoded->root.type, Type::kSimple);
    EXPECT_EQ(decoded->root.argument, value);
  }
  EXPECT_EQ(LenientRefusal(BytesOfHex("f81f")), Reason::kSealMalformedCbor);
}

TEST(LenientCborTest, ItemsOfIndefiniteLengthAreThoseOfTheStandard) {
  struct Row {
    std::string_view indefinite;
    std::string_view definite;
  };
  for (const Row& row :
       {Row{"9fff", "80"}, Row{"9f018202039f0405ffff", "8301820203820405"},
        Row{"83018202039f0405ff", "8301820203820405"},
        Row{"bf61610161629f0203ffff", "a26161016162820203"},
        Row{"826161bf61626163ff", "826161a161626163"}, Row{"5f42010243030405ff", "450102030405"},
        Row{"7f657374726561646d696e67ff", "6973747265616d696e67"}, Row{"5fff", "40"}}) {
    const Bytes one = BytesOfHex(row.indefinite);
    const Bytes other = BytesOfHex(row.definite);
    const auto lenient = DecodeLenientCbor(one);
    const auto strict = DecodeCbor(other);
    ASSERT_TRUE(lenient.ok()) << row.indefinite << lenient.status();
    ASSERT_TRUE(strict.ok()) << row.definite << strict.status();
    const auto is_same = [](auto self, const CborItem& a, const CborItem& b) -> bool {
      if (a.type != b.type || a.argument != b.argument || a.text() != b.text() ||
          a.children.size() != b.children.size())
        return false;
      for (std::size_t i = 0; i < a.children.size(); ++i) {
        if (!self(self, a.children[i], b.children[i])) return false;
      }
      return true;
    };
    EXPECT_TRUE(is_same(is_same, lenient->root, *strict)) << row.indefinite;
    EXPECT_EQ(lenient->root.length, one.size());
  }
}

// Moving what was decoded leaves its strings where they are.
TEST(LenientCborTest, JoinedStringsMoveAlong) {
  const Bytes bytes = BytesOfHex("825f4101ff5f42020341ffff");
  auto decoded = DecodeLenientCbor(bytes);
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  const LenientCbor moved = *std::move(decoded);
  EXPECT_EQ(ToHex(moved.root.children[0].string), "01");
  EXPECT_EQ(ToHex(moved.root.children[1].string), "0203ff");
}

TEST(LenientCborTest, LongHeadsAndUnsortedKeysAreTaken) {
  for (const std::string_view hex :
       {"1800", "190000", "1b0000000000000001", "580101", "980101", "b8010101", "d80101",
        "a202000100", "a2616201616100", "a2200000f6"}) {
    EXPECT_EQ(LenientRefusal(BytesOfHex(hex)), std::nullopt) << hex;
    const Bytes bytes = BytesOfHex(hex);
    EXPECT_FALSE(DecodeCbor(bytes).ok()) << hex;
  }
}

TEST(LenientCborTest, NoKeyStandsTwiceHoweverItIsWritten) {
  for (const std::string_view hex :
       {"a201000100", "a20100180100", "bf010002000100ff", "a261610078016100",
        "a261610"
        "07f6161ff00",
        "a22000380000",
        "a2f4"
        "00f400",
        "a28101008101"
        "00"}) {
    EXPECT_EQ(LenientRefusal(BytesOfHex(hex)), Reason::kSealCborDuplicateKey) << hex;
  }
  // A number is not the text that shows it, nor bytes a text.
  EXPECT_EQ(LenientRefusal(BytesOfHex("a301006131"
                                      "00413100")),
            std::nullopt);
}

TEST(LenientCborTest, WhatIsNotCborIsRefused) {
  struct Row {
    std::string_view hex;
    Reason reason;
  };
  for (const Row& row :
       {Row{"", Reason::kSealTruncated}, Row{"9f01", Reason::kSealTruncated},
        Row{"5f4101", Reason::kSealTruncated}, Row{"5f", Reason::kSealTruncated},
        Row{"ff", Reason::kSealMalformedCbor}, Row{"81ff", Reason::kSealMalformedCbor},
        Row{"bf01ff", Reason::kSealMalformedCbor},
        Row{"5f6161ff", Reason::kSealMalformedCbor},      // a text among bytes
        Row{"5f5f4101ffff", Reason::kSealMalformedCbor},  // chunks in a chunk
        Row{"1f", Reason::kSealMalformedCbor}, Row{"df00", Reason::kSealMalformedCbor},
        Row{"1c", Reason::kSealMalformedCbor},
        Row{"61ff", Reason::kSealMalformedCbor},  // not UTF-8
        Row{"fc", Reason::kSealMalformedCbor}, Row{"9fff00", Reason::kSealTrailingBytes},
        Row{"9bffffffffffffffff", Reason::kSealTruncated},
        Row{"5bffffffffffffffff00", Reason::kSealTruncated}}) {
    EXPECT_EQ(LenientRefusal(BytesOfHex(row.hex)), row.reason) << row.hex;
  }
}

TEST(LenientCborTest, DepthAndItemsAreBounded) {
  EXPECT_EQ(LenientRefusal(BytesOfHex("9f9f9fffffff"), 3), std::nullopt);
  EXPECT_EQ(LenientRefusal(BytesOfHex("9f9f9fffffff"), 2), Reason::kSealMalformedCbor);
  EXPECT_EQ(LenientRefusal(BytesOfHex("bf0001ff"), 0), Reason::kSealMalformedCbor);
  EXPECT_EQ(LenientRefusal(BytesOfHex("9f000102ff"), 8, 4), std::nullopt);
  EXPECT_EQ(LenientRefusal(BytesOfHex("9f000102ff"), 8, 3), Reason::kSealMalformedCbor);
  Bytes deep(100'000, 0x9F);
  EXPECT_EQ(LenientRefusal(deep, 1'000'000), Reason::kSealMalformedCbor);
}

TEST(CborItemTest, FindsTextsAndLooksThroughTags) {
  const Bytes bytes = BytesOfHex(
      "c1d81ea2616101"
      "412002");
  const auto decoded = DecodeLenientCbor(bytes);
  ASSERT_TRUE(decoded.ok()) << decoded.status();
  const CborItem& map = decoded->root.WithoutTags();
  ASSERT_EQ(map.type, Type::kMap);
  EXPECT_EQ(decoded->root.Find("a"), nullptr);
  ASSERT_NE(map.Find("a"), nullptr);
  EXPECT_EQ(map.Find("a")->argument, 1U);
  EXPECT_EQ(map.Find(" "), nullptr) << "bytes are not a text";
  EXPECT_EQ(&map.WithoutTags(), &map);
}

}  // namespace
}  // namespace sceau::codec
