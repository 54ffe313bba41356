// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/correct_blocks.h"

#include <gtest/gtest.h>

#include <random>

namespace sceau::barcode {
namespace {

TEST(UnusedBitsTest, AreWhatNoiseWouldHaveToGuess) {
  EXPECT_DOUBLE_EQ(UnusedBits(8, 5, 0, 0), 40);
  EXPECT_DOUBLE_EQ(UnusedBits(8, 5, 0, 1), 32 - 3);  // the error is in one of 8 places
  EXPECT_DOUBLE_EQ(UnusedBits(8, 5, 4, 0), 8);
  EXPECT_DOUBLE_EQ(UnusedBits(18, 10, 2, 1), 56 - 4);  // in one of 16
  EXPECT_DOUBLE_EQ(UnusedBits(8, 5, 5, 0), 0);
  EXPECT_DOUBLE_EQ(UnusedBits(8, 5, 2, 2), 0);  // cannot be corrected at all
  EXPECT_GT(UnusedBits(68, 24, 0, 12), 32);
}

// A block of zeros, which vanishes everywhere, with so many codewords wrong and so many doubtful,
// either from the end on.
ReadBlock BlockOfZeros(std::size_t codewords, std::size_t wrong, std::size_t doubted) {
  ReadBlock block{Bytes(codewords, 0), std::vector<float>(codewords, 0.1F)};
  for (std::size_t i = 1; i <= wrong; ++i)
    block.codewords[codewords - i] = static_cast<std::uint8_t>(17 + i);
  for (std::size_t i = 1; i <= doubted; ++i) block.doubts[codewords - i] = 1;
  return block;
}

struct BlockCase {
  const char* what;
  std::size_t codewords, error_codewords, wrong, doubted;
  Correction correction;
};
constexpr BlockCase kBlockCases[] = {
    {"intact", 68, 24, 0, 0, Correction::kDone},
    {"errors alone", 68, 24, 12, 0, Correction::kDone},
    {"one error too many", 68, 24, 13, 0, Correction::kImpossible},
    {"more, where the doubts are right", 68, 24, 18, 18, Correction::kDone},
    {"more, where the doubts are right and too many", 68, 24, 14, 16, Correction::kDone},
    {"down to the margin", 68, 24, 20, 20, Correction::kDone},
    {"and no further", 68, 24, 21, 21, Correction::kImpossible},
    {"the smallest symbol, intact", 8, 5, 0, 0, Correction::kDone},
    {"the smallest symbol, one error", 8, 5, 1, 0, Correction::kTooWeak},
    {"the smallest symbol, two errors", 8, 5, 2, 0, Correction::kTooWeak},
    {"the smallest symbol, one erasure", 8, 5, 1, 1, Correction::kDone},
    {"the smallest symbol, two erasures", 8, 5, 2, 2, Correction::kTooWeak},
};

TEST(CorrectBlockTest, SpendsRedundancyDownToTheMargin) {
  for (const BlockCase& row : kBlockCases) {
    ReadBlock block = BlockOfZeros(row.codewords, row.wrong, row.doubted);
    EXPECT_EQ(CorrectBlock(kQrBlockCode, row.error_codewords, block), row.correction) << row.what;
    if (row.correction != Correction::kDone) continue;
    EXPECT_EQ(block.codewords, Bytes(row.codewords, 0)) << row.what;
  }
}

TEST(CorrectBlocksTest, OneThatFailsDoesNotStopTheOthers) {
  const ReadBlock good = BlockOfZeros(68, 3, 0), bad = BlockOfZeros(68, 40, 0);
  std::vector<ReadBlock> blocks{bad, bad, good, bad, good};
  EXPECT_EQ(CorrectBlocks(kQrBlockCode, 24, blocks), Correction::kImpossible);
  for (const std::size_t i : {std::size_t{2}, std::size_t{4}}) {
    EXPECT_TRUE(blocks[i].is_corrected);
    EXPECT_EQ(blocks[i].codewords, Bytes(68, 0));
  }
  EXPECT_FALSE(blocks[0].is_corrected || blocks[1].is_corrected || blocks[3].is_corrected);
  blocks = {good, good};
  EXPECT_EQ(CorrectBlocks(kQrBlockCode, 24, blocks), Correction::kDone);
  blocks = {BlockOfZeros(8, 1, 0), BlockOfZeros(8, 0, 0)};
  EXPECT_EQ(CorrectBlocks(kQrBlockCode, 5, blocks), Correction::kTooWeak);
  EXPECT_FALSE(blocks[0].is_corrected);
}

TEST(CorrectBlocksTest, NoiseIsGivenUpEarly) {
  std::vector<ReadBlock> blocks(3, BlockOfZeros(68, 40, 0));
  blocks.push_back(BlockOfZeros(68, 3, 0));
  EXPECT_EQ(CorrectBlocks(kQrBlockCode, 24, blocks), Correction::kImpossible);
  EXPECT_FALSE(blocks[3].is_corrected);
}

TEST(CorrectBlockTest, NoiseIsNotABlock) {
  std::mt19937 random(18004);
  for (int round = 0; round < 4000; ++round) {
    const std::size_t error_codewords = 5 + random() % 20;
    ReadBlock block = BlockOfZeros(error_codewords + 3 + random() % 20, 0, 0);
    for (std::uint8_t& codeword : block.codewords) codeword = static_cast<std::uint8_t>(random());
    for (float& doubt : block.doubts) doubt = static_cast<float>(random() % 1000);
    EXPECT_NE(CorrectBlock(kDataMatrixBlockCode, error_codewords, block), Correction::kDone);
  }
}

}  // namespace
}  // namespace sceau::barcode
