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

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_MODULE_VALUES_H_
