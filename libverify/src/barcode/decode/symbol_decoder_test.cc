// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/symbol_decoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string>

#include "barcode/decode/symbol_testing.h"

namespace sceau::barcode {
namespace {

constexpr std::string_view kText = "SCEAU 18004";

DrawnSymbol SomeQrCode(int version, QrLevel level, int mask) {
  BitWriter bits;
  bits.Add(4, 4).Add(kText.size(), version < 10 ? 8 : 16);
  for (const char character : kText) bits.Add(static_cast<unsigned char>(character), 8);
  return DrawQrCode(version, level, mask,
                    bits.QrCodewords(QrBlocksOf(version, level).data_codewords()));
}

DrawnSymbol SomeDataMatrix(const DataMatrixForm& form) {
  Bytes codewords;
  for (const char character : kText) codewords.push_back(static_cast<std::uint8_t>(character + 1));
  return DrawDataMatrix(form, PaddedDataMatrix(codewords, form.data_codewords));
}

// As seen from behind.
DrawnSymbol Transposed(const DrawnSymbol& symbol) {
  DrawnSymbol transposed = symbol;
  for (int y = 0; y < symbol.height; ++y) {
    for (int x = 0; x < symbol.width; ++x) {
      transposed.values[static_cast<std::size_t>(y * symbol.width + x)] =
          symbol.values[static_cast<std::size_t>(x * symbol.width + y)];
    }
  }
  return transposed;
}

TEST(SymbolDecoderTest, EveryVersionLevelAndMaskInBothHands) {
  for (int version = 1; version <= kQrVersions; ++version) {
    for (const QrLevel level : {QrLevel::kL, QrLevel::kM, QrLevel::kQ, QrLevel::kH}) {
      if (QrBlocksOf(version, level).data_codewords() < kText.size() + 3) continue;
      for (int mask = version < 8 ? 0 : version % 3; mask < 8; mask += version < 8 ? 1 : 3) {
        const DrawnSymbol symbol = SomeQrCode(version, level, mask);
        EXPECT_EQ(AsText(DecodeOnce(symbol).payload), kText) << version;
        if (version % 8 != 3) continue;
        EXPECT_EQ(AsText(DecodeOnce(Transposed(symbol)).payload), kText) << version;
      }
    }
  }
}

TEST(SymbolDecoderTest, EveryFormOfDataMatrix) {
  for (const DataMatrixForm& form : DataMatrixForms()) {
    if (form.data_codewords < kText.size()) continue;
    const DrawnSymbol symbol = SomeDataMatrix(form);
    EXPECT_EQ(AsText(DecodeOnce(symbol).payload), kText) << form.width << 'x' << form.height;
  }
}

TEST(SymbolDecoderTest, OtherSizesHaveNoDecoder) {
  struct Size {
    Symbology symbology;
    int width, height;
  };
  for (const auto& [symbology, width, height] :
       {Size{Symbology::kQrCode, 17, 17}, Size{Symbology::kQrCode, 23, 23},
        Size{Symbology::kQrCode, 181, 181}, Size{Symbology::kQrCode, 21, 25},
        Size{Symbology::kQrCode, 0, 0}, Size{Symbology::kQrCode, -21, -21},
        Size{Symbology::kDataMatrix, 21, 21}, Size{Symbology::kDataMatrix, 8, 18},
        Size{Symbology::kDataMatrix, 8, 48}, Size{Symbology::kDataMatrix, 0, 0},
        Size{Symbology::kText, 22, 22}}) {
    EXPECT_FALSE(SymbolDecoder::For(symbology, width, height).has_value()) << width;
  }
}

// Any other number of values is an error of the caller, which must not read beyond them.
TEST(SymbolDecoderTest, OtherNumbersOfModulesAreRefused) {
  const DrawnSymbol symbol = SomeDataMatrix(DataMatrixForms()[8]);
  const auto decoder = SymbolDecoder::For(symbol.symbology, symbol.width, symbol.height);
  ASSERT_TRUE(decoder.has_value());
  const ModuleValues values = symbol.values;
  EXPECT_EQ(decoder->Decode(values).decoding, Decoding::kDone);
  EXPECT_EQ(decoder->Decode(values.first(values.size() - 1)).decoding, Decoding::kImpossible);
  EXPECT_EQ(decoder->Decode({}).decoding, Decoding::kImpossible);
}

// The scale of the values says nothing, be it as small or as great as it will.
TEST(SymbolDecoderTest, AnyScale) {
  for (const float scale : {1e-30F, 1e-3F, 1.0F, 1e5F, 1e30F, std::numeric_limits<float>::max()}) {
    for (DrawnSymbol symbol :
         {SomeQrCode(3, QrLevel::kM, 2), SomeDataMatrix(DataMatrixForms()[8])}) {
      for (float& value : symbol.values) value *= scale;
      EXPECT_EQ(AsText(DecodeOnce(symbol).payload), kText) << scale;
    }
  }
}

TEST(SymbolDecoderTest, WhatIsNotANumberIsNotSure) {
  for (DrawnSymbol symbol : {SomeQrCode(3, QrLevel::kM, 2), SomeDataMatrix(DataMatrixForms()[8])}) {
    const std::vector<float> clean = symbol.values;
    // A corner of 8 by 8 modules, more than errors alone would leave.
    for (int y = 9; y < 17; ++y) {
      for (int x = 9; x < 17; ++x) {
        symbol.values[static_cast<std::size_t>(y * symbol.width + x)] =
            std::numeric_limits<float>::quiet_NaN();
      }
    }
    EXPECT_EQ(AsText(DecodeOnce(symbol).payload), kText);
    for (const float all :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(),
          -std::numeric_limits<float>::infinity(), 0.0F}) {
      std::ranges::fill(symbol.values, all);
      EXPECT_NE(DecodeOnce(symbol).decoding, Decoding::kDone);
    }
  }
}

// More and more modules are turned round, until some blocks can be corrected and others not.
TEST(SymbolDecoderTest, WhatIsKnownOfAnUnreadSymbolIsTrue) {
  for (const DrawnSymbol& printed :
       {SomeQrCode(20, QrLevel::kM, 2), SomeDataMatrix(DataMatrixForms()[20])}) {
    const auto decoder = SymbolDecoder::For(printed.symbology, printed.width, printed.height);
    ASSERT_TRUE(decoder.has_value());
    EXPECT_TRUE(decoder->Decode(printed.values).known.empty());
    std::vector<float> values = printed.values;
    std::mt19937 random(18004);
    std::size_t known_modules = 0;
    for (int round = 0; round < 400 && known_modules == 0; ++round) {
      for (int more = 0; more < 20; ++more) values[random() % values.size()] *= -1;
      const Decoded decoded = decoder->Decode(values);
      if (decoded.decoding == Decoding::kDone) continue;
      for (std::size_t i = 0; i < decoded.known.size(); ++i) {
        if (decoded.known[i] == 0) continue;
        ++known_modules;
        ASSERT_EQ(decoded.known[i], printed.values[i]) << i;
      }
    }
    EXPECT_GT(known_modules, values.size() / 8);
    EXPECT_LT(known_modules, values.size());
  }
}

TEST(SymbolDecoderTest, AnEmptyPayloadIsNone) {
  EXPECT_EQ(DecodeOnce(DrawQrCode(1, QrLevel::kL, 0, Bytes(19, 0))).decoding, Decoding::kUnsure);
  EXPECT_EQ(DecodeOnce(DrawDataMatrix(DataMatrixForms()[0], PaddedDataMatrix({}, 3))).decoding,
            Decoding::kUnsure);
}

// Formats of which another is nearly as likely: what the second one makes of the modules does not
// hide that the first could be corrected.
TEST(SymbolDecoderTest, ACleanSymbolIsNeverImpossible) {
  for (int mask = 0; mask < 8; ++mask) {
    for (const QrLevel level : {QrLevel::kL, QrLevel::kM, QrLevel::kQ, QrLevel::kH}) {
      const Bytes data(QrBlocksOf(2, level).data_codewords(), 0xFF);  // no mode
      EXPECT_EQ(DecodeOnce(DrawQrCode(2, level, mask, data)).decoding, Decoding::kUnsure);
    }
  }
}

}  // namespace
}  // namespace sceau::barcode
