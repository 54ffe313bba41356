// SPDX-License-Identifier: Apache-2.0
// Our decoder beside ZXing's, on clean symbols of every form: what both read is the same, byte for
// byte, so that it does not matter which of them read a symbol.
#include <gtest/gtest.h>

#include <algorithm>
#include <exception>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "barcode/decode/symbol_decoder.h"
#include "barcode/decode/symbol_testing.h"
#include "barcode/modules.h"
#include "barcode/write/read_back_testing.h"

namespace sceau::barcode {
namespace {

ReadBack ZXingReads(const DrawnSymbol& symbol) {
  constexpr int kPixels = 2;
  const int quiet = QuietZone(symbol.symbology);
  const int width = (symbol.width + 2 * quiet) * kPixels;
  const int height = (symbol.height + 2 * quiet) * kPixels;
  Bytes pixels;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const int column = x / kPixels - quiet;
      const int row = y / kPixels - quiet;
      const bool inside = column >= 0 && column < symbol.width && row >= 0 && row < symbol.height;
      const bool dark =
          inside && symbol.values[static_cast<std::size_t>(row * symbol.width + column)] > 0;
      pixels.push_back(dark ? 0 : 255);
    }
  }
  try {
    return ReadPixels(symbol.symbology, {pixels.data(), width, height, width}, true);
  } catch (const std::exception&) {
    return {};  // as 1.4.0 does on some codewords that nobody writes
  }
}

// Both read it, and the same.
void ExpectSame(const DrawnSymbol& symbol, const std::string& what) {
  const ReadBack theirs = ZXingReads(symbol);
  const Decoded ours = DecodeOnce(symbol);
  ASSERT_TRUE(theirs.valid) << what;
  ASSERT_EQ(ours.decoding, Decoding::kDone) << what;
  EXPECT_EQ(AsText(ours.payload), theirs.bytes) << what;
}

// Neither reads it.
void ExpectNeither(const DrawnSymbol& symbol, const std::string& what) {
  EXPECT_FALSE(ZXingReads(symbol).valid) << what;
  EXPECT_NE(DecodeOnce(symbol).decoding, Decoding::kDone) << what;
}

Bytes ByteMode(int version, std::size_t capacity, std::mt19937& random) {
  BitWriter bits;
  const std::size_t count_bits = version < 10 ? 8 : 16;
  const std::size_t length = capacity - (4 + count_bits + 7) / 8;
  bits.Add(4, 4).Add(length, count_bits);
  for (std::size_t i = 0; i < length; ++i) bits.Add(random() % 256, 8);
  return bits.QrCodewords(capacity);
}

constexpr QrLevel kLevels[] = {QrLevel::kL, QrLevel::kM, QrLevel::kQ, QrLevel::kH};

TEST(DecodeLikeZXingTest, EveryVersionAndLevel) {
  std::mt19937 random(18004);
  for (int version = 1; version <= kQrVersions; ++version) {
    for (const QrLevel level : kLevels) {
      const std::size_t capacity = QrBlocksOf(version, level).data_codewords();
      const int mask = (version + 2 * static_cast<int>(level)) % 8;
      ExpectSame(DrawQrCode(version, level, mask, ByteMode(version, capacity, random)),
                 "version " + std::to_string(version) + " level " +
                     std::to_string(static_cast<int>(level)));
    }
  }
}

TEST(DecodeLikeZXingTest, EveryMask) {
  std::mt19937 random(18004);
  for (const QrLevel level : kLevels) {
    for (int mask = 0; mask < 8; ++mask) {
      const Bytes data = ByteMode(3, QrBlocksOf(3, level).data_codewords(), random);
      ExpectSame(DrawQrCode(3, level, mask, data), "mask " + std::to_string(mask));
    }
  }
}

DrawnSymbol DrawBits(const BitWriter& bits, int version = 5) {
  return DrawQrCode(version, QrLevel::kL, 4,
                    bits.QrCodewords(QrBlocksOf(version, QrLevel::kL).data_codewords()));
}

TEST(DecodeLikeZXingTest, EveryModeOfQrCodes) {
  // "12 34", two kanji of either half and two Chinese characters of either half.
  BitWriter all;
  all.Add(1, 4).Add(7, 10).Add(12, 10).Add(345, 10).Add(6, 4);
  all.Add(2, 4).Add(3, 9).Add(10 * 45 + 38, 11).Add(44, 6);
  all.Add(8, 4).Add(2, 8).Add(0x0D9F, 13).Add(0x1AAA, 13);
  all.Add(13, 4).Add(1, 4).Add(2, 8).Add(0x0050, 13).Add(0x0C00, 13);
  all.Add(4, 4).Add(3, 8).Add(0x00FF80, 24);
  struct Case {
    const char* what;
    BitWriter bits;
  };
  const Case cases[] = {
      {"all modes", all},
      {"one digit", BitWriter().Add(1, 4).Add(1, 10).Add(9, 4)},
      {"two digits", BitWriter().Add(1, 4).Add(2, 10).Add(7, 7)},
      {"eci of one byte", BitWriter().Add(7, 4).Add(26, 8).Add(4, 4).Add(2, 8).Add(0xC3A9, 16)},
      {"eci of two bytes",
       BitWriter().Add(7, 4).Add(0x8000 + 170, 16).Add(4, 4).Add(1, 8).Add('A', 8)},
      {"eci of three bytes",
       BitWriter().Add(7, 4).Add(0xC00000 + 899, 24).Add(4, 4).Add(1, 8).Add(0xE9, 8)},
      {"structured append",
       BitWriter().Add(3, 4).Add(0x13, 8).Add(0xA5, 8).Add(4, 4).Add(1, 8).Add('x', 8)},
      {"gs1", BitWriter().Add(5, 4).Add(1, 4).Add(2, 10).Add(1, 7).Add(2, 4).Add(2, 9).Add(
                  10 * 45 + 38, 11)},
      {"industry by number", BitWriter().Add(9, 4).Add(7, 8).Add(2, 4).Add(1, 9).Add(38, 6)},
      {"industry by letter", BitWriter().Add(9, 4).Add('a' + 100, 8).Add(4, 4).Add(1, 8).Add(1, 8)},
  };
  for (const Case& row : cases) ExpectSame(DrawBits(row.bits), row.what);
  // Counts are longer in larger symbols.
  for (const int version : {10, 27}) {
    BitWriter bits;
    const bool is_middle = version == 10;
    bits.Add(1, 4).Add(3, is_middle ? 12 : 14).Add(123, 10);
    bits.Add(2, 4).Add(1, is_middle ? 11 : 13).Add(44, 6);
    bits.Add(8, 4).Add(1, is_middle ? 10 : 12).Add(0x0D9F, 13);
    bits.Add(4, 4).Add(1, 16).Add(0, 8);
    ExpectSame(DrawBits(bits, version), "counts of version " + std::to_string(version));
  }
}

TEST(DecodeLikeZXingTest, WhatIsNotAQrTextIsRefused) {
  struct Case {
    const char* what;
    BitWriter bits;
  };
  const Case cases[] = {
      {"three digits over 999", BitWriter().Add(1, 4).Add(3, 10).Add(1000, 10)},
      {"two digits over 99", BitWriter().Add(1, 4).Add(2, 10).Add(100, 7)},
      {"one digit over 9", BitWriter().Add(1, 4).Add(1, 10).Add(10, 4)},
      {"no such pair", BitWriter().Add(2, 4).Add(2, 9).Add(45 * 45, 11)},
      {"no such letter", BitWriter().Add(2, 4).Add(1, 9).Add(45, 6)},
      {"no such mode", BitWriter().Add(15, 4).Add(1, 8)},
      {"no such subset", BitWriter().Add(13, 4).Add(2, 4).Add(1, 8).Add(1, 13)},
      {"no such eci", BitWriter().Add(7, 4).Add(0xE0, 8).Add(4, 4).Add(1, 8).Add('A', 8)},
      {"no such industry", BitWriter().Add(9, 4).Add(100, 8).Add(4, 4).Add(1, 8).Add('A', 8)},
      {"industry behind text", BitWriter().Add(4, 4).Add(1, 8).Add('A', 8).Add(9, 4).Add(7, 8)},
      {"more bytes than there are", BitWriter().Add(4, 4).Add(255, 8)},
  };
  for (const Case& row : cases) ExpectNeither(DrawBits(row.bits), row.what);
}

TEST(DecodeLikeZXingTest, EveryFormOfDataMatrix) {
  std::mt19937 random(16022);
  for (const DataMatrixForm& form : DataMatrixForms()) {
    Bytes data;
    for (std::size_t i = 0; i < form.data_codewords; ++i)
      data.push_back(static_cast<std::uint8_t>(random() % 229 + 1));
    std::ranges::replace(data, 129, 130);
    ExpectSame(DrawDataMatrix(form, data),
               std::to_string(form.width) + "x" + std::to_string(form.height));
  }
}

const DataMatrixForm& FormOf(int size) {
  return *std::ranges::find(DataMatrixForms(), size, &DataMatrixForm::width);
}

DrawnSymbol DrawCodewords(const Bytes& codewords, int size = 22) {
  const DataMatrixForm& form = FormOf(size);
  return DrawDataMatrix(form, PaddedDataMatrix(codewords, form.data_codewords));
}

Bytes Packed(Bytes start, std::initializer_list<unsigned> values, Bytes end) {
  for (const unsigned* value = values.begin(); value != values.end(); value += 3) {
    const unsigned packed = 1600 * value[0] + 40 * value[1] + value[2] + 1;
    start.push_back(static_cast<std::uint8_t>(packed / 256));
    start.push_back(static_cast<std::uint8_t>(packed % 256));
  }
  start.insert(start.end(), end.begin(), end.end());
  return start;
}

TEST(DecodeLikeZXingTest, EveryEncodationOfDataMatrix) {
  struct Case {
    const char* what;
    Bytes codewords;
  };
  const Case cases[] = {
      {"ascii", {66, 130, 229, 128, 1}},
      {"upper shift", {235, 66, 66, 235, 130, 66}},
      {"fnc1 first", {232, 131, 66}},
      {"fnc1 second", {66, 232, 66}},
      {"fnc1 later", {66, 66, 232, 66}},
      {"structured append and fnc1", {233, 0x2E, 1, 2, 232, 66, 232}},
      {"reader programming", {234, 66}},
      {"macro 05", {236, 66, 67}},
      {"macro 06", {237, 66, 67}},
      {"both macros", {236, 66, 237, 67}},
      {"eci", {241, 27, 66}},
      {"eci of two", {241, 128, 45, 66}},
      {"eci of three", {241, 192, 1, 2, 66}},
      {"c40", Packed({230}, {3, 4, 14, 0, 31, 1, 0, 1, 27, 2, 31, 39}, {254, 66})},
      {"c40 upper shift", Packed({230}, {1, 30, 14, 1, 30, 0, 5, 1, 30, 2, 5, 3}, {254, 66})},
      {"c40 to the end of an upper shift", Packed({230}, {14, 1, 30}, {254, 66, 66})},
      {"upper shift into c40", Packed({235, 230}, {14, 15, 16}, {254, 66})},
      {"text", Packed({239}, {3, 4, 14, 0, 31, 1, 0, 1, 27, 2, 31, 14}, {254, 66})},
      {"text upper shift", Packed({239}, {1, 30, 14, 1, 30, 2, 0, 3, 14}, {254, 66})},
      {"x12", Packed({238}, {0, 1, 2, 3, 4, 13, 14, 39, 3}, {254, 66})},
      {"edifact", {240, 0x04, 0x20, 0xC4, 0xFF, 0xFF, 0xFF, 0x7C, 66}},
      {"edifact unlatch at each place", {240, 0x7C, 240, 0x05, 0xF0, 240, 0x04, 0x27, 0xC0, 66}},
      {"base 256", {231, 0x2C + 3, 0x44, 0x59 + 7, 0x6E, 66}},
      {"unlatch at the very end", {66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66,
                                   66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 66, 254}},
  };
  for (const Case& row : cases) ExpectSame(DrawCodewords(row.codewords), row.what);
  // Base 256 to the end of the symbol, and with a length of two codewords.
  Bytes rest{231, static_cast<std::uint8_t>(149 * 2 % 255 + 1)};
  rest.resize(FormOf(22).data_codewords, 0x55);
  ExpectSame(DrawCodewords(rest), "base 256 to the end");
  Bytes lengthy{231, static_cast<std::uint8_t>((250 + 149 * 2 % 255 + 1) % 256),
                static_cast<std::uint8_t>((10 + 149 * 3 % 255 + 1) % 256)};
  lengthy.resize(3 + 260, 0x55);
  ExpectSame(DrawCodewords(lengthy, 64), "base 256 of 260 bytes");
  // C40, X12 and EDIFACT that fill a symbol need no unlatch; one codeword left is ASCII.
  ExpectSame(DrawCodewords(Packed({230}, {14, 15, 16, 17, 18, 19}, {}), 12), "c40 to the end");
  ExpectSame(DrawCodewords(Packed({66, 66, 66, 66, 230}, {14, 15, 16}, {66}), 14), "one left");
  ExpectSame(DrawCodewords({66, 66, 240, 0x04, 0x20, 0xC4, 66, 66}, 14), "two left");
}

TEST(DecodeLikeZXingTest, WhatIsNotADataMatrixTextIsRefused) {
  struct Case {
    const char* what;
    Bytes codewords;
  };
  const Case cases[] = {
      {"zero", {66, 0, 66}},
      {"not to be used", {66, 242, 66}},
      {"unlatch from nothing", {66, 254, 66}},
      {"structured append later", {66, 233, 1, 1, 1, 66}},
      {"reader programming later", {66, 234, 66}},
      {"no such c40 value", {230, 255, 255, 254, 66}},
      {"no such shift", Packed({230}, {1, 28, 14}, {254, 66})},
      {"no such text letter", Packed({239}, {2, 39, 14}, {254, 66})},
      {"no such x12 value", {238, 255, 255, 254, 66}},
      {"more bytes than there are", {231, static_cast<std::uint8_t>(200 + 44 - 256 + 256)}},
  };
  for (const Case& row : cases) ExpectNeither(DrawCodewords(row.codewords), row.what);
}

// Codewords that nobody wrote: where we give a payload, so does ZXing, and the same; where ZXing
// gives one, we may be more careful, but seldom.
TEST(DecodeLikeZXingTest, AnyCodewords) {
  std::mt19937 random(20261129);
  int ours_alone = 0, theirs_alone = 0, both = 0;
  for (int round = 0; round < 3000; ++round) {
    const bool is_qr = round % 2 == 0;
    DrawnSymbol symbol;
    if (is_qr) {
      const int version = 1 + static_cast<int>(random() % 3);
      Bytes data(QrBlocksOf(version, QrLevel::kL).data_codewords());
      // Short counts, so that several segments are met.
      constexpr std::uint8_t kStarts[] = {0x10, 0x20, 0x40, 0x80, 0xD1, 0x50, 0x90, 0x70, 0x30};
      std::ranges::generate(data, [&] { return static_cast<std::uint8_t>(random() % 256); });
      data[0] = kStarts[random() % std::size(kStarts)];
      data[1] = static_cast<std::uint8_t>(random() % 64);
      symbol = DrawQrCode(version, QrLevel::kL, static_cast<int>(random() % 8), data);
    } else {
      const DataMatrixForm& form = DataMatrixForms()[random() % 6];
      Bytes data(form.data_codewords);
      std::ranges::generate(data, [&] { return static_cast<std::uint8_t>(random() % 256); });
      data[0] = static_cast<std::uint8_t>(random() % 2 == 0 ? 230 + random() % 12 : data[0]);
      symbol = DrawDataMatrix(form, data);
    }
    const ReadBack theirs = ZXingReads(symbol);
    const Decoded ours = DecodeOnce(symbol);
    const bool we_do = ours.decoding == Decoding::kDone;
    if (we_do && theirs.valid) {
      ++both;
      ASSERT_EQ(AsText(ours.payload), theirs.bytes) << "round " << round;
    } else if (we_do) {
      ++ours_alone;
      ADD_FAILURE() << "only we read round " << round << " " << is_qr;
    } else if (theirs.valid && !theirs.bytes.empty()) {
      ++theirs_alone;
      ADD_FAILURE() << "only they read round " << round << " " << is_qr;
    }
  }
  EXPECT_GT(both, 300);
}

}  // namespace
}  // namespace sceau::barcode
