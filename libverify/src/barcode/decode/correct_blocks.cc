// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/correct_blocks.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace sceau::barcode {
namespace {

// How much redundancy must be left over. A page without a symbol makes a few hundred tries, each of
// kMaxTries patterns: at 32 bits, one page in some millions would show noise as a symbol, which
// then still needs a seal's form and a signature to mean anything. ZXing keeps 19 bits in the
// smallest symbols; what it reads with fewer than ours is its to say (Correction::kTooWeak).
constexpr double kMarginBits = 32;
constexpr std::size_t kMarginCodewords = 4;  // where nothing but erasures is corrected
constexpr std::size_t kMaxTries = 8;
// Blocks that fail before the others are given up. A symbol is read in several ways, and a block
// that one of them reads is known to the next: see DecodeGrid().
constexpr std::size_t kFailedFirst = 3;

// The places of a block, the most doubtful first.
std::vector<std::size_t> MostDoubtful(const ReadBlock& block) {
  std::vector<std::size_t> places(block.codewords.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::ranges::stable_sort(
      places, [&](std::size_t a, std::size_t b) { return block.doubts[a] > block.doubts[b]; });
  return places;
}

}  // namespace

double UnusedBits(std::size_t codewords, std::size_t error_codewords, std::size_t erasures,
                  std::size_t errors) {
  if (erasures + 2 * errors > error_codewords) return 0;
  // All words of the block's length that an answer explains: the errors may lie anywhere and have
  // any value.
  double bits = 8 * static_cast<double>(error_codewords - erasures - errors);
  for (std::size_t i = 0; i < errors; ++i) {
    bits -= std::log2(static_cast<double>(codewords - erasures - i)) -
            std::log2(static_cast<double>(i + 1));
  }
  return bits;
}

Correction CorrectBlock(const BlockCode& code, std::size_t error_codewords, ReadBlock& block) {
  const BlockCorrector corrector(code, block.codewords, error_codewords);
  if (corrector.is_intact()) return Correction::kDone;
  const auto is_enough = [&](std::size_t erasures, std::size_t errors) {
    return UnusedBits(block.codewords.size(), error_codewords, erasures, errors) >= kMarginBits;
  };
  Bytes corrected(block.codewords.size());
  bool is_possible = false;
  const auto is_done = [&](std::span<const std::size_t> erasures) {
    const auto errors = corrector.Correct(erasures, corrected);
    if (!errors) return false;
    if (!is_enough(erasures.size(), *errors)) {
      is_possible |= erasures.empty();  // no other reader erases
      return false;
    }
    block.codewords = corrected;
    return true;
  };
  if (is_done({})) return Correction::kDone;
  const std::vector<std::size_t> doubtful = MostDoubtful(block);
  const std::size_t most = error_codewords - std::min(error_codewords, kMarginCodewords);
  const std::size_t tries = std::min(kMaxTries, most);
  for (std::size_t i = 1; i <= tries; ++i) {
    if (is_done(std::span(doubtful).first(most * i / tries))) return Correction::kDone;
  }
  return is_possible ? Correction::kTooWeak : Correction::kImpossible;
}

Correction CorrectBlocks(const BlockCode& code, std::size_t error_codewords,
                         std::span<ReadBlock> blocks) {
  Correction all = Correction::kDone;
  std::size_t corrected = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (i >= kFailedFirst && corrected == 0) return Correction::kImpossible;
    const Correction one = CorrectBlock(code, error_codewords, blocks[i]);
    blocks[i].is_corrected = one == Correction::kDone;
    if (blocks[i].is_corrected) ++corrected;
    all = std::max(all, one);
  }
  return all;
}

}  // namespace sceau::barcode
