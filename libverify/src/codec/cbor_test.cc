// SPDX-License-Identifier: Apache-2.0
#include "codec/cbor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <string>

#include "base/status.h"

namespace sceau::codec {
namespace {

using ::testing::HasSubstr;

Bytes FromHex(std::string_view hex) {
  Bytes bytes;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) {
    bytes.push_back(
        static_cast<std::uint8_t>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16)));
  }
  return bytes;
}

// Nothing when the item is accepted.
std::optional<Reason> Refusal(ByteSpan bytes, int max_depth = 8) {
  const auto item = DecodeCbor(bytes, max_depth);
  return item.ok() ? std::nullopt : std::optional(ReasonOf(item.status()));
}
std::optional<Reason> Refusal(std::string_view hex) { return Refusal(FromHex(hex)); }

// The items of RFC 8949 Appendix A that are deterministic and of our types, in its order.
constexpr std::string_view kRfcAccepted[] = {
    "00",
    "01",
    "0a",
    "17",
    "1818",
    "1819",
    "1864",
    "1903e8",
    "1a000f4240",
    "1b000000e8d4a51000",
    "1bffffffffffffffff",
    "c249010000000000000000",
    "3bffffffffffffffff",
    "c349010000000000000000",
    "20",
    "29",
    "3863",
    "3903e7",
    "f4",
    "f5",
    "f6",
    "c074323031332d30332d32315432303a30343a30305a",
    "c11a514b67b0",
    "d74401020304",
    "d818456449455446",
    "d82076687474703a2f2f7777772e6578616d706c652e636f6d",
    "40",
    "4401020304",
    "60",
    "6161",
    "6449455446",
    "62225c",
    "62c3bc",
    "63e6b0b4",
    "64f0908591",
    "80",
    "83010203",
    "8301820203820405",
    "98190102030405060708090a0b0c0d0e0f101112131415161718181819",
    "a0",
    "a201020304",
    "a26161016162820203",
    "826161a161626163",
    "a56161614161626142616361436164614461656145"};

// Its floats, and the simple values that we do not take.
constexpr std::string_view kRfcOtherTypes[] = {"f90000",
                                               "f98000",
                                               "f93c00",
                                               "fb3ff199999999999a",
                                               "f93e00",
                                               "f97bff",
                                               "fa47c35000",
                                               "fa7f7fffff",
                                               "fb7e37e43c8800759c",
                                               "f90001",
                                               "f90400",
                                               "f9c400",
                                               "fbc010666666666666",
                                               "f97c00",
                                               "f97e00",
                                               "f9fc00",
                                               "fa7f800000",
                                               "fa7fc00000",
                                               "faff800000",
                                               "fb7ff0000000000000",
                                               "fb7ff8000000000000",
                                               "fbfff0000000000000",
                                               "f7",
                                               "f0",
                                               "f8ff",
                                               "c1fb41d452d9e8200000"};

constexpr std::string_view kRfcIndefinite[] = {
    "5f42010243030405ff",
    "7f657374726561646d696e67ff",
    "9fff",
    "9f018202039f0405ffff",
    "9f01820203820405ff",
    "83018202039f0405ff",
    "83019f0203ff820405",
    "9f0102030405060708090a0b0c0d0e0f101112131415161718181819ff",
    "bf61610161629f0203ffff",
    "826161bf61626163ff",
    "bf6346756ef563416d7421ff"};

TEST(CborDecodeTest, RfcExamples) {
  for (const auto hex : kRfcAccepted) EXPECT_EQ(Refusal(hex), std::nullopt) << hex;
  for (const auto hex : kRfcOtherTypes) EXPECT_EQ(Refusal(hex), Reason::kSealMalformedCbor) << hex;
  for (const auto hex : kRfcIndefinite) {
    EXPECT_EQ(Refusal(hex), Reason::kSealCborNotDeterministic) << hex;
  }
}

TEST(CborDecodeTest, EveryTruncationIsTruncated) {
  for (const auto hex : kRfcAccepted) {
    const Bytes whole = FromHex(hex);
    for (std::size_t length = 0; length < whole.size(); ++length) {
      EXPECT_EQ(Refusal(ByteSpan(whole).first(length)), Reason::kSealTruncated)
          << hex << " cut at " << length;
    }
  }
}

TEST(CborDecodeTest, TrailingBytesAreRefused) {
  for (const auto hex : kRfcAccepted) {
    Bytes longer = FromHex(hex);
    const std::size_t end = longer.size();
    longer.push_back(0);
    const auto item = DecodeCbor(longer);
    ASSERT_FALSE(item.ok()) << hex;
    EXPECT_EQ(ReasonOf(item.status()), Reason::kSealTrailingBytes) << hex;
    EXPECT_THAT(DetailOf(item.status()), HasSubstr("offset " + std::to_string(end)));
  }
}

struct RefusedCase {
  std::string_view hex;
  Reason reason;
  std::size_t offset;
};

TEST(CborDecodeTest, RefusalsNameTheirOffset) {
  const RefusedCase cases[] = {
      {"", Reason::kSealTruncated, 0},
      // Arguments longer than they need be, at both edges of each width.
      {"1800", Reason::kSealCborNotDeterministic, 0},
      {"1817", Reason::kSealCborNotDeterministic, 0},
      {"190000", Reason::kSealCborNotDeterministic, 0},
      {"1900ff", Reason::kSealCborNotDeterministic, 0},
      {"1a0000ffff", Reason::kSealCborNotDeterministic, 0},
      {"1b00000000ffffffff", Reason::kSealCborNotDeterministic, 0},
      {"3817", Reason::kSealCborNotDeterministic, 0},
      {"580101", Reason::kSealCborNotDeterministic, 0},
      {"780161", Reason::kSealCborNotDeterministic, 0},
      {"980101", Reason::kSealCborNotDeterministic, 0},
      {"b8010101", Reason::kSealCborNotDeterministic, 0},
      {"d80101", Reason::kSealCborNotDeterministic, 0},
      {"8200590001aa", Reason::kSealCborNotDeterministic, 2},
      // Reserved heads, and the break that ends nothing.
      {"1c", Reason::kSealMalformedCbor, 0},
      {"3d", Reason::kSealMalformedCbor, 0},
      {"5e", Reason::kSealMalformedCbor, 0},
      {"1f", Reason::kSealMalformedCbor, 0},
      {"3f", Reason::kSealMalformedCbor, 0},
      {"df", Reason::kSealMalformedCbor, 0},
      {"ff", Reason::kSealMalformedCbor, 0},
      {"8101ff", Reason::kSealTrailingBytes, 2},
      {"81ff", Reason::kSealMalformedCbor, 1},
      // Simple values: two-byte forms of false, true and null too.
      {"e0", Reason::kSealMalformedCbor, 0},
      {"f3", Reason::kSealMalformedCbor, 0},
      {"f814", Reason::kSealMalformedCbor, 0},
      {"f816", Reason::kSealMalformedCbor, 0},
      {"f820", Reason::kSealMalformedCbor, 0},
      {"fc", Reason::kSealMalformedCbor, 0},
      // Text that is not UTF-8: lone continuation, overlong, surrogate, cut.
      {"6180", Reason::kSealMalformedCbor, 0},
      {"62c080", Reason::kSealMalformedCbor, 0},
      {"8163eda080", Reason::kSealMalformedCbor, 1},
      {"61c3", Reason::kSealMalformedCbor, 0},
      // Counts and lengths that the bytes cannot hold.
      {"5bffffffffffffffff", Reason::kSealTruncated, 0},
      {"7b7fffffffffffffff00", Reason::kSealTruncated, 0},
      {"9bffffffffffffffff00", Reason::kSealTruncated, 0},
      {"9b200000000000000000", Reason::kSealTruncated, 0},
      {"bbffffffffffffffff0000", Reason::kSealTruncated, 0},
      {"bb80000000000000000000", Reason::kSealTruncated, 0},
      {"8401020304ff", Reason::kSealTrailingBytes, 5},
      {"a2010203", Reason::kSealTruncated, 0},
      {"c1", Reason::kSealTruncated, 0},
      // Keys.
      {"a201000100", Reason::kSealCborDuplicateKey, 3},
      {"a3010002000100", Reason::kSealCborDuplicateKey, 5},
      {"a2616100616100", Reason::kSealCborDuplicateKey, 4},
      {"a2800080f6", Reason::kSealCborDuplicateKey, 3},
      {"a202000100", Reason::kSealCborNotDeterministic, 3},
      {"a220000100", Reason::kSealCborNotDeterministic, 3},        // negative after unsigned
      {"a262616100616200", Reason::kSealCborNotDeterministic, 5},  // "aa" before "b": longer first
      {"a1f600ff", Reason::kSealTrailingBytes, 3},
  };
  for (const RefusedCase& c : cases) {
    const auto item = DecodeCbor(FromHex(c.hex));
    ASSERT_FALSE(item.ok()) << c.hex;
    EXPECT_EQ(ReasonCode(ReasonOf(item.status())), ReasonCode(c.reason)) << c.hex;
    EXPECT_THAT(DetailOf(item.status()), ::testing::EndsWith("offset " + std::to_string(c.offset)))
        << c.hex;
  }
}

// RFC 8949 §4.2.1's own list of keys, in its order: 10, 100, -1, "z", "aa", [100], [-1], false.
TEST(CborDecodeTest, KeysAreOrderedByTheirEncodedBytes) {
  const std::string_view keys[] = {"0a", "1864", "20", "617a", "626161", "811864", "8120", "f4"};
  std::string all = "a8";
  for (const auto key : keys) all += std::string(key) + "00";
  EXPECT_EQ(Refusal(all), std::nullopt);
  for (std::size_t first = 0; first < std::size(keys); ++first) {
    for (std::size_t second = 0; second < std::size(keys); ++second) {
      const std::string map =
          "a2" + std::string(keys[first]) + "00" + std::string(keys[second]) + "00";
      const auto expected = first < second    ? std::nullopt
                            : first == second ? std::optional(Reason::kSealCborDuplicateKey)
                                              : std::optional(Reason::kSealCborNotDeterministic);
      EXPECT_EQ(Refusal(map), expected) << map;
    }
  }
}

// Bytes compare unsigned: 0x7f before 0x80.
TEST(CborDecodeTest, KeyBytesCompareUnsigned) {
  EXPECT_EQ(Refusal("a2417f00418000"), std::nullopt);
  EXPECT_EQ(Refusal("a2418000417f00"), Reason::kSealCborNotDeterministic);
}

TEST(CborDecodeTest, DepthIsBounded) {
  for (const std::uint8_t opener : Bytes{0x81, 0xC1}) {  // arrays, tags
    for (int depth = 0; depth <= 10; ++depth) {
      Bytes bytes(static_cast<std::size_t>(depth), opener);
      bytes.push_back(0);
      EXPECT_EQ(Refusal(bytes, 8),
                depth <= 8 ? std::nullopt : std::optional(Reason::kSealMalformedCbor));
    }
  }
  EXPECT_EQ(Refusal(FromHex("a100a100a10000"), 3), std::nullopt);
  EXPECT_EQ(Refusal(FromHex("a100a100a10000"), 2), Reason::kSealMalformedCbor);
  EXPECT_EQ(Refusal(FromHex("80"), 0), Reason::kSealMalformedCbor);
  EXPECT_EQ(Refusal(FromHex("00"), 0), std::nullopt);
}

TEST(CborDecodeTest, AskingForMoreDepthThanWeRecurseGivesTheMost) {
  Bytes bytes(100'000, 0x81);
  bytes.push_back(0);
  EXPECT_EQ(Refusal(bytes, std::numeric_limits<int>::max()), Reason::kSealMalformedCbor);
}

TEST(CborDecodeTest, TheNumberOfItemsIsBounded) {
  const auto array_of_nulls = [](std::uint16_t count) {
    Bytes bytes = {0x99, static_cast<std::uint8_t>(count >> 8), static_cast<std::uint8_t>(count)};
    bytes.insert(bytes.end(), count, 0xF6);
    return bytes;
  };
  EXPECT_EQ(Refusal(array_of_nulls(kMaxCborItems - 1)), std::nullopt);
  EXPECT_EQ(Refusal(array_of_nulls(kMaxCborItems)), Reason::kSealMalformedCbor);
  // Two arrays that are each within the bound, and together are not.
  Bytes nested = {0x82};
  for (int i = 0; i < 2; ++i) {
    const Bytes half = array_of_nulls(kMaxCborItems / 2);
    nested.insert(nested.end(), half.begin(), half.end());
  }
  EXPECT_EQ(Refusal(nested), Reason::kSealMalformedCbor);
}

TEST(CborDecodeTest, TheTreeHoldsValuesAndPlaces) {
  const Bytes bytes = FromHex("d284a10126a043aabbcc6161");  // 18([{1: -7}, {}, h'aabbcc', "a"])
  const auto tag = DecodeCbor(bytes);
  ASSERT_TRUE(tag.ok()) << tag.status();
  EXPECT_EQ(tag->type, CborItem::Type::kTag);
  EXPECT_EQ(tag->argument, 18U);
  EXPECT_EQ(tag->length, bytes.size());
  ASSERT_EQ(tag->children.size(), 1U);
  const CborItem& array = tag->children.front();
  EXPECT_EQ(array.type, CborItem::Type::kArray);
  ASSERT_EQ(array.children.size(), 4U);
  EXPECT_EQ(array.offset, 1U);

  const CborItem& header = array.children[0];
  EXPECT_EQ(header.type, CborItem::Type::kMap);
  EXPECT_EQ(header.offset, 2U);
  EXPECT_EQ(header.length, 3U);
  ASSERT_NE(header.Find(1), nullptr);
  EXPECT_EQ(header.Find(1)->type, CborItem::Type::kNegative);
  EXPECT_EQ(header.Find(1)->argument, 6U);

  EXPECT_TRUE(array.children[1].children.empty());
  EXPECT_EQ(ToBytes(array.children[2].string), (Bytes{0xAA, 0xBB, 0xCC}));
  EXPECT_EQ(array.children[2].string.data(), bytes.data() + 7);
  EXPECT_TRUE(array.children[3].IsText());
  EXPECT_EQ(array.children[3].text(), "a");
  EXPECT_EQ(array.children[3].offset, 10U);
}

TEST(CborDecodeTest, SimpleValuesHaveTheirTypes) {
  EXPECT_EQ(DecodeCbor(FromHex("f4"))->type, CborItem::Type::kFalse);
  EXPECT_EQ(DecodeCbor(FromHex("f5"))->type, CborItem::Type::kTrue);
  EXPECT_EQ(DecodeCbor(FromHex("f6"))->type, CborItem::Type::kNull);
}

TEST(CborItemTest, FindTellsSignsAndTypesApart) {
  // {0: 10, 6: 11, -1: 12, -65537: 13, -2^63: 14, -2^64: 15, h'': 16, "": 17}
  const Bytes bytes =
      FromHex("a8000a060b200c3a000100000d3b7fffffffffffffff0e3bffffffffffffffff0f40106011");
  const auto map = DecodeCbor(bytes);
  ASSERT_TRUE(map.ok()) << map.status();
  const auto found = [&](std::int64_t key) {
    const CborItem* value = map->Find(key);
    return value == nullptr ? std::optional<std::uint64_t>() : value->argument;
  };
  EXPECT_EQ(found(0), 10U);
  EXPECT_EQ(found(6), 11U);
  EXPECT_EQ(found(-1), 12U);
  EXPECT_EQ(found(-65537), 13U);
  EXPECT_EQ(found(std::numeric_limits<std::int64_t>::min()), 14U);
  EXPECT_EQ(found(-7), std::nullopt);  // 6 is there, its twin under the other sign is not
  EXPECT_EQ(found(65536), std::nullopt);
  EXPECT_EQ(found(std::numeric_limits<std::int64_t>::max()), std::nullopt);
}

TEST(CborItemTest, FindLooksInMapsOnly) {
  EXPECT_EQ(DecodeCbor(FromHex("820102"))->Find(1), nullptr);
}

}  // namespace
}  // namespace sceau::codec
