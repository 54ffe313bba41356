// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string_view>
#include <utility>

#include "codec/cbor.h"

namespace sceau::codec {
namespace {

void Write(CborWriter& writer, const CborItem& item) {
  switch (item.type) {
    case CborItem::Type::kUnsigned:
      writer.Unsigned(item.argument);
      break;
    case CborItem::Type::kNegative:
      writer.Integer(-1 - static_cast<std::int64_t>(item.argument));
      break;
    case CborItem::Type::kBytes:
      writer.ByteString(item.string);
      break;
    case CborItem::Type::kText:
      writer.Text(item.text());
      break;
    case CborItem::Type::kArray:
      writer.Array(item.children.size());
      break;
    case CborItem::Type::kMap:
      writer.Map(item.children.size() / 2);
      break;
    case CborItem::Type::kTag:
      writer.Tag(item.argument);
      break;
    case CborItem::Type::kFalse:
    case CborItem::Type::kTrue:
    case CborItem::Type::kNull:
    case CborItem::Type::kFloat:
    case CborItem::Type::kSimple:
      FAIL() << "the writer has no simple values";
  }
  for (const CborItem& child : item.children) Write(writer, child);
}

bool Writable(const CborItem& item) {
  const bool simple = item.type == CborItem::Type::kFalse || item.type == CborItem::Type::kTrue ||
                      item.type == CborItem::Type::kNull;
  const bool below_int64 = item.type == CborItem::Type::kNegative && item.argument >> 63 != 0;
  return !simple && !below_int64 && std::ranges::all_of(item.children, Writable);
}

// What is accepted is the only encoding of what it says: writing it again gives the same bytes.
void ExpectCanonicalIfAccepted(ByteSpan bytes) {
  const auto item = DecodeCbor(bytes);
  if (!item.ok() || !Writable(*item)) return;
  CborWriter writer;
  Write(writer, *item);
  ASSERT_EQ(ToHex(writer.Take()), ToHex(bytes));
}

TEST(CborRoundTripTest, EveryShortInput) {
  for (unsigned value = 0; value <= 0xFFFF; ++value) {
    const Bytes bytes = {static_cast<std::uint8_t>(value >> 8),
                         static_cast<std::uint8_t>(value & 0xFF)};
    ExpectCanonicalIfAccepted(bytes);
    ExpectCanonicalIfAccepted(ByteSpan(bytes).first(1));
  }
}

TEST(CborRoundTripTest, RandomInputs) {
  // Bytes that make well-formed items likely.
  constexpr std::uint8_t kLikely[] = {0x00, 0x01, 0x02, 0x18, 0x19, 0x20, 0x38, 0x40, 0x41, 0x60,
                                      0x61, 0x80, 0x81, 0x82, 0xA0, 0xA1, 0xA2, 0xC1, 0xD8, 0xF6};
  std::mt19937 random(20261123);
  for (int round = 0; round < 200'000; ++round) {
    Bytes bytes(random() % 12);
    for (auto& byte : bytes) byte = kLikely[random() % std::size(kLikely)];
    ExpectCanonicalIfAccepted(bytes);
  }
}

TEST(CborWriterTest, HeadsAreShortest) {
  const std::pair<std::uint64_t, std::string_view> cases[] = {
      {0, "00"},
      {23, "17"},
      {24, "1818"},
      {0xFF, "18ff"},
      {0x100, "190100"},
      {0xFFFF, "19ffff"},
      {0x10000, "1a00010000"},
      {0xFFFFFFFF, "1affffffff"},
      {0x100000000, "1b0000000100000000"},
      {0xFFFFFFFFFFFFFFFF, "1bffffffffffffffff"},
  };
  for (const auto& [value, hex] : cases) {
    EXPECT_EQ(ToHex(CborWriter().Unsigned(value).Take()), hex);
  }
}

TEST(CborWriterTest, IntegersOfBothSigns) {
  const std::pair<std::int64_t, std::string_view> cases[] = {
      {0, "00"},
      {-1, "20"},
      {-24, "37"},
      {-25, "3818"},
      {-65537, "3a00010000"},
      {std::numeric_limits<std::int64_t>::max(), "1b7fffffffffffffff"},
      {std::numeric_limits<std::int64_t>::min(), "3b7fffffffffffffff"},
  };
  for (const auto& [value, hex] : cases) {
    EXPECT_EQ(ToHex(CborWriter().Integer(value).Take()), hex);
  }
}

TEST(CborWriterTest, ItemsInOrder) {
  CborWriter writer;
  writer.Tag(18).Array(3).Map(1).Unsigned(1).Integer(-7).ByteString(Bytes{0xAA}).Text("é");
  EXPECT_EQ(ToHex(writer.Take()), "d283a1012641aa62c3a9");
}

TEST(CborWriterTest, TakeLeavesTheWriterEmpty) {
  CborWriter writer;
  writer.Unsigned(1);
  EXPECT_EQ(ToHex(writer.Take()), "01");
  writer.Unsigned(2);
  EXPECT_EQ(ToHex(writer.Take()), "02");
}

TEST(CborWriterDeathTest, DebugBuildsCheckTheKeys) {
  CborWriter writer;
  writer.Map(2).Unsigned(2).Unsigned(0).Unsigned(1).Unsigned(0);
  EXPECT_DEBUG_DEATH(writer.Take(), "");
}

}  // namespace
}  // namespace sceau::codec
