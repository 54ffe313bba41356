// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/data_matrix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>

#include "barcode/data_matrix_symbol.h"
#include "barcode/write/data_matrix_encodation.h"
#include "barcode/write/data_matrix_error_correction.h"
#include "barcode/write/read_back_testing.h"
#include "base/status.h"

namespace sceau::barcode {
namespace {

using ::testing::ElementsAre;

Bytes Encode(std::string_view payload) { return EncodeDataMatrixData(AsBytes(payload)); }

TEST(DataMatrixEncodationTest, AsciiAndDigitPairs) {
  EXPECT_THAT(Encode("123456"), ElementsAre(142, 164, 186));  // the standard's annex O
  EXPECT_THAT(Encode("A1"), ElementsAre(66, 50));
  EXPECT_THAT(Encode("1A"), ElementsAre(50, 66));
  EXPECT_THAT(Encode("\x1D"), ElementsAre(30));  // GS itself, not FNC1 (232)
  EXPECT_THAT(Encode("\xE9"), ElementsAre(235, 106));
}

TEST(DataMatrixEncodationTest, C40WithoutUnlatchWhenItFillsTheSymbol) {
  EXPECT_THAT(Encode("AIMAIM"), ElementsAre(230, 91, 11, 91, 11));  // 5 codewords: 12x12 is full
  EXPECT_THAT(Encode("AIMAIMAIM"), ElementsAre(230, 91, 11, 91, 11, 91, 11, 254));
}

TEST(DataMatrixEncodationTest, Base256WithBothLengthForms) {
  const Bytes shorter = Encode(std::string(249, '\xFF'));
  EXPECT_EQ(shorter.size(), 2U + 249U);
  EXPECT_EQ(shorter[0], 231);
  EXPECT_EQ(shorter[1], (249 + 149 * 2 % 255 + 1) % 256);
  EXPECT_EQ(Encode(std::string(250, '\xFF')).size(), 3U + 250U);
}

TEST(DataMatrixEncodationTest, PadsAreRandomised) {
  Bytes codewords = {142};
  PadDataMatrixData(codewords, 3);
  EXPECT_THAT(codewords, ElementsAre(142, 129, (129 + 149 * 3 % 253 + 1) - 254));
}

// The worked example of ISO/IEC 16022, annex O.
TEST(DataMatrixErrorCorrectionTest, WorkedExample) {
  Bytes codewords = {142, 164, 186};
  AppendErrorCorrection(kDataMatrixSymbols[0], codewords);
  EXPECT_THAT(codewords, ElementsAre(142, 164, 186, 114, 25, 5, 88, 102));
}

TEST(DataMatrixSymbolTest, TheTableFillsItsMatrix) {
  for (const DataMatrixSymbol& symbol : kDataMatrixSymbols) {
    const auto side = static_cast<std::size_t>(symbol.mapping_size());
    EXPECT_EQ(side * side / 8, symbol.codewords()) << symbol.size;
    EXPECT_EQ(symbol.region_size() * symbol.regions, symbol.mapping_size());
    EXPECT_EQ(symbol.error_codewords % symbol.blocks, 0U);
  }
}

void ExpectMatrixReadsBack(const std::string& payload, int size) {
  const auto modules = WriteDataMatrix(AsBytes(payload));
  ASSERT_TRUE(modules.ok()) << modules.status();
  EXPECT_EQ(modules->size, size);
  const ReadBack back = ReadModules(Symbology::kDataMatrix, *modules);
  ASSERT_TRUE(back.valid) << size;
  EXPECT_EQ(back.bytes, payload);
}

TEST(DataMatrixTest, EverySizeReadsBackFullAndNearlyFull) {
  std::size_t smaller = 0;
  for (const DataMatrixSymbol& symbol : kDataMatrixSymbols) {
    ExpectMatrixReadsBack(std::string(2 * symbol.data_codewords, '7'), symbol.size);
    ExpectMatrixReadsBack(std::string(2 * smaller + 2, '7'), symbol.size);  // the rest is padding
    smaller = symbol.data_codewords;
  }
}

TEST(DataMatrixTest, RefusesWhatTheLargestSquareCannotHold) {
  for (const std::string& payload : {std::string(3117, '7'), std::string(20'000, '7'),
                                     std::string(2400, 'A'), std::string(1556, '\xFF')}) {
    const auto refused = WriteDataMatrix(AsBytes(payload));
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(ReasonOf(refused.status()), Reason::kClaimsTooLargeForCode);
  }
  ExpectMatrixReadsBack(std::string(1555, '\xFF'), 144);
}

// What a 2D-Doc is made of: C40 text cut by separators, then Base32.
TEST(DataMatrixTest, TwoDDocTextsReadBack) {
  ExpectMatrixReadsBack(
      "DC04FR000001132C1A2B0001FR26DURAND\x1D"
      "24\x1E\x1D"
      "10MME/CAMILLE/DURAND\x1D\x1F"
      "QWERTYUIOPASDFGHJKLZXCVBNM234567QWERTYUIOPASDFGHJKLZXCVBNM234567",
      40);
  ExpectMatrixReadsBack(
      "[)>\x1E"
      "05\x1D"
      "DC\x1E\x04",
      16);  // looks like a macro, is written as it is
}

// Nine modules wrong, of three codewords or more.
TEST(DataMatrixTest, DamageIsRestored) {
  const std::string payload = "DC04FR000001132C1A2B0001FR26DURAND";
  auto modules = WriteDataMatrix(AsBytes(payload));
  ASSERT_TRUE(modules.ok());
  for (int y = 3; y < 6; ++y) {
    for (int x = 3; x < 6; ++x) {
      modules->dark[modules->index(x, y)] = !modules->at(x, y);
    }
  }
  const ReadBack back = ReadModules(Symbology::kDataMatrix, *modules);
  ASSERT_TRUE(back.valid);
  EXPECT_EQ(back.bytes, payload);
}

// Any mixture of what the modes like and dislike: every switch between them is taken.
TEST(DataMatrixTest, MixturesReadBack) {
  std::mt19937 random(20261123);
  constexpr std::string_view kTurns[] = {"0123456789",   "ABCXYZ 09",        "abcxyz",
                                         "\x1D\x1E\x1F", "\x80\xC3\xA9\xFF", "*>\r$%+-./:_@"};
  for (int round = 0; round < 1500; ++round) {
    std::string payload;
    for (auto turns = 1 + random() % 12; turns > 0; --turns) {
      const std::string_view turn = kTurns[random() % std::size(kTurns)];
      for (auto length = 1 + random() % 20; length > 0; --length) {
        payload += turn[random() % turn.size()];
      }
    }
    const auto modules = WriteDataMatrix(AsBytes(payload));
    ASSERT_TRUE(modules.ok());
    const ReadBack back = ReadModules(Symbology::kDataMatrix, *modules);
    ASSERT_TRUE(back.valid) << "round " << round;
    ASSERT_EQ(back.bytes, payload) << "round " << round;
  }
}

}  // namespace
}  // namespace sceau::barcode
