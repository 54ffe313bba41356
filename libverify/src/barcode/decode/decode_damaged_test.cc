// SPDX-License-Identifier: Apache-2.0
// Damaged symbols: as many as can be are read, and what is read is what was printed.
// tools/bench_decode runs the same on millions.
#include <gtest/gtest.h>

#include <random>

#include "barcode/decode/symbol_testing.h"

namespace sceau::barcode {
namespace {

TEST(DecodeDamagedTest, NeverAnotherPayload) {
  std::mt19937 random(20261129);
  int read = 0, unread = 0;
  for (int round = 0; round < 4000; ++round) {
    const PrintedSymbol printed = PrintAny(random);
    DrawnSymbol symbol = printed.symbol;
    Spoil(AnyDamage(random), random, symbol);
    const Decoded decoded = DecodeOnce(symbol);
    if (decoded.decoding != Decoding::kDone) {
      ++unread;
      continue;
    }
    ++read;
    ASSERT_EQ(decoded.payload, printed.payload) << "round " << round;
  }
  EXPECT_GT(read, 1000);
  EXPECT_GT(unread, 1000);  // the damage is as great as it should be
}

// What confidences are good for: the same damage, once with them and once without.
TEST(DecodeDamagedTest, ConfidencesReadMore) {
  std::mt19937 random(18004);
  int with = 0, without = 0;
  for (int round = 0; round < 400; ++round) {
    DrawnSymbol symbol = PrintAny(random).symbol;
    Spoil({.flipped = 0, .faded = 0.12, .noise = 0.42}, random, symbol);
    with += DecodeOnce(symbol).decoding == Decoding::kDone;
    for (float& value : symbol.values) value = value > 0 ? 1.0F : -1.0F;
    without += DecodeOnce(symbol).decoding == Decoding::kDone;
  }
  EXPECT_GT(with, without * 3 / 2);
}

}  // namespace
}  // namespace sceau::barcode
