// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/write_symbol.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "barcode/read/scene_testing.h"
#include "barcode/write/read_back_testing.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

constexpr std::string_view kBase45 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

// Characters of `alphabet` in an order that is the same at each run.
std::string Text(std::string_view alphabet, std::size_t length, unsigned seed) {
  std::mt19937 random(seed);
  std::string text;
  while (text.size() < length) text += alphabet[random() % alphabet.size()];
  return text;
}

void ExpectReadsBack(Symbology symbology, const std::string& payload) {
  const auto modules = WriteSymbol(symbology, AsBytes(payload));
  ASSERT_TRUE(modules.ok()) << modules.status() << " at " << payload.size();
  const ReadBack back = ReadModules(symbology, *modules);
  ASSERT_TRUE(back.valid) << SymbologyName(symbology) << " of " << payload.size();
  ASSERT_EQ(back.bytes, payload);
  ASSERT_FALSE(back.has_eci);
}

TEST(WriteSymbolTest, EveryLengthReadsBack) {
  for (std::size_t length = 1; length <= 1500; length += length < 120 ? 1 : 23) {
    const std::string payload = Text(kBase45, length, static_cast<unsigned>(length));
    ASSERT_NO_FATAL_FAILURE(ExpectReadsBack(Symbology::kQrCode, payload));
    ASSERT_NO_FATAL_FAILURE(ExpectReadsBack(Symbology::kDataMatrix, payload));
  }
}

TEST(WriteSymbolTest, EveryByteReadsBack) {
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    ExpectReadsBack(symbology, EveryByte(symbology));
    for (const char byte : EveryByte(symbology)) {
      ExpectReadsBack(symbology, std::string(1, byte));
      ExpectReadsBack(symbology, "DC04" + std::string(3, byte) + "A1");
    }
  }
}

struct QrSize {
  std::size_t length;
  int size;
};

// ISO/IEC 18004, table 7, level M: the last length of a version and the first of the next.
TEST(WriteSymbolTest, QrTakesTheSmallestVersionForAlphanumericText) {
  for (const auto [length, size] :
       {QrSize{20, 21}, QrSize{21, 25}, QrSize{311, 57}, QrSize{312, 61}, QrSize{366, 61},
        QrSize{367, 65}, QrSize{419, 65}, QrSize{420, 69}, QrSize{483, 69}, QrSize{484, 73},
        QrSize{3391, 177}}) {
    const auto modules = WriteSymbol(Symbology::kQrCode, AsBytes(Text(kBase45, length, 1)));
    ASSERT_TRUE(modules.ok());
    EXPECT_EQ(modules->size, size) << length;
    EXPECT_EQ(ReadModules(Symbology::kQrCode, *modules).level, "M");
  }
}

TEST(WriteSymbolTest, QrTakesByteModeOnlyWhenItMust) {
  std::string payload = Text(kBase45, 311, 1);
  EXPECT_EQ(WriteSymbol(Symbology::kQrCode, AsBytes(payload))->size, 57);
  payload.back() = 'a';
  EXPECT_EQ(WriteSymbol(Symbology::kQrCode, AsBytes(payload))->size, 69);  // 13-M: 331 bytes
}

TEST(WriteSymbolTest, QrRefusesWhatDoesNotFit) {
  struct Case {
    std::string_view alphabet;
    std::size_t capacity;
  };
  for (const auto& [alphabet, capacity] :
       {Case{"0123456789", 5596}, Case{kBase45, 3391}, Case{"abcdefgh", 2331}}) {
    const auto fits = WriteSymbol(Symbology::kQrCode, AsBytes(Text(alphabet, capacity, 7)));
    ASSERT_TRUE(fits.ok());
    EXPECT_EQ(fits->size, 177);
    const auto refused = WriteSymbol(Symbology::kQrCode, AsBytes(Text(alphabet, capacity + 1, 7)));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(ReasonOf(refused.status()), Reason::kClaimsTooLargeForCode);
  }
}

TEST(WriteSymbolTest, NothingToWriteIsRefused) {
  EXPECT_FALSE(WriteSymbol(Symbology::kQrCode, {}).ok());
  EXPECT_FALSE(WriteSymbol(Symbology::kDataMatrix, {}).ok());
  EXPECT_FALSE(WriteSymbol(Symbology::kText, AsBytes("DC04")).ok());
}

TEST(WriteSymbolTest, EqualPayloadsGiveEqualModules) {
  for (const Symbology symbology : {Symbology::kQrCode, Symbology::kDataMatrix}) {
    const std::string payload = Text(kBase45, 400, 3);
    EXPECT_EQ(*WriteSymbol(symbology, AsBytes(payload)), *WriteSymbol(symbology, AsBytes(payload)));
  }
}

}  // namespace
}  // namespace sceau::barcode
