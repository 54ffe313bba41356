// SPDX-License-Identifier: Apache-2.0
// Corrects the blocks of a symbol, with codewords of which it is known how sure they are.
//
// A reader that only knows dark and light spends two codewords of redundancy on each wrong
// codeword: one to find it, one to mend it. Mostly the modules say themselves which codewords are
// wrong, since those under glare or a blurred fold are neither dark nor light. So each block is
// tried as it was read, then with its least sure codewords erased, a few at first and then more
// (Forney's generalized minimum distance decoding, 1966). Where the doubts are right, up to twice
// as much damage is mended; where they are wrong, one of the first tries does as well as before.
//
// The more redundancy is spent, the more words there are near which anything lies. A margin is
// kept, counted as the chance that a block of noise is taken for one that was printed, so that a
// payload is never made up (see kMarginBits).
#ifndef SCEAU_BARCODE_DECODE_CORRECT_BLOCKS_H_
#define SCEAU_BARCODE_DECODE_CORRECT_BLOCKS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "barcode/decode/reed_solomon.h"
#include "base/bytes.h"

namespace sceau::barcode {

// The codewords of a block as they were read, and how doubtful each is: the greater, the more. Data
// codewords come first. All have the same length.
struct ReadBlock {
  Bytes codewords;
  std::vector<float> doubts;
  std::vector<std::size_t> numbers = {};  // of the codewords in the symbol
  bool is_corrected = false;
};

enum class Correction : std::uint8_t {  // from the best to the worst
  kDone,
  kTooWeak,     // there is an answer, but noise could have given it as well
  kImpossible,  // there is none
};

// The redundancy that is left over when `errors` and `erasures` of a block are corrected, in bits:
// a block of noise is as near as that to one that can be printed with a chance of one in two to the
// power of them.
double UnusedBits(std::size_t codewords, std::size_t error_codewords, std::size_t erasures,
                  std::size_t errors);

// Corrects the block in place.
Correction CorrectBlock(const BlockCode& code, std::size_t error_codewords, ReadBlock& block);

// Corrects all blocks of a symbol that can be; kDone if these are all. Where none of the first few
// can be, the others are not tried: noise costs little.
Correction CorrectBlocks(const BlockCode& code, std::size_t error_codewords,
                         std::span<ReadBlock> blocks);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_CORRECT_BLOCKS_H_
