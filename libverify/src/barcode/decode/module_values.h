// SPDX-License-Identifier: Apache-2.0
// How dark each module of a symbol is, as it was measured, and the codewords that this makes.
#ifndef SCEAU_BARCODE_DECODE_MODULE_VALUES_H_
#define SCEAU_BARCODE_DECODE_MODULE_VALUES_H_

#include <cstddef>
#include <span>
#include <vector>

#include "barcode/decode/correct_blocks.h"

namespace sceau::barcode {

// Row by row from the top left, without a quiet zone. Above zero is dark; the farther from zero,
// the surer. What is not a number counts as light, and as not sure at all.
using ModuleValues = std::span<const float>;

// Where the bit of a codeword lies, and whether a mask turned it round.
struct BitPlace {
  std::size_t module;
  bool is_inverted = false;
};

// Reads codewords of eight bits each, the most significant first. What is left after the last whole
// codeword is not read. All places are within `values`.
ReadBlock ReadCodewords(ModuleValues values, std::span<const BitPlace> places);

// What the corrected ones of the blocks say of the modules of their codewords: 1 is dark and -1
// light; the other ones of the symbol's `count` modules have 0. Empty if no block was corrected.
std::vector<float> KnownModules(std::span<const ReadBlock> blocks, std::span<const BitPlace> places,
                                std::size_t count);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_MODULE_VALUES_H_
