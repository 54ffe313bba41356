// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/data_matrix_error_correction.h"

#include <algorithm>

#include "barcode/galois_field.h"

namespace sceau::barcode {
namespace {

// (x - 2)(x - 2^2)…(x - 2^degree): coefficients from x^(degree-1) down to x^0, the leading 1 left
// out.
Bytes Generator(std::size_t degree) {
  Bytes generator(degree, 0);
  generator.back() = 1;
  for (std::size_t root = 1; root <= degree; ++root) {
    for (std::size_t i = 0; i < degree; ++i) {
      const std::uint8_t next = i + 1 < degree ? generator[i + 1] : std::uint8_t{0};
      generator[i] = static_cast<std::uint8_t>(
          kDataMatrixField.Multiply(generator[i], kDataMatrixField.Power(root)) ^ next);
    }
  }
  return generator;
}

}  // namespace

void AppendErrorCorrection(const DataMatrixSymbol& symbol, Bytes& codewords) {
  const std::size_t per_block = symbol.error_codewords / symbol.blocks;
  const Bytes generator = Generator(per_block);
  codewords.resize(symbol.codewords());
  for (std::size_t block = 0; block < symbol.blocks; ++block) {
    Bytes remainder(per_block, 0);
    std::size_t at = block;
    for (; at < symbol.data_codewords; at += symbol.blocks) {
      const std::uint8_t factor = static_cast<std::uint8_t>(codewords[at] ^ remainder.front());
      std::rotate(remainder.begin(), remainder.begin() + 1, remainder.end());
      remainder.back() = 0;
      for (std::size_t i = 0; i < per_block; ++i)
        remainder[i] ^= kDataMatrixField.Multiply(generator[i], factor);
    }
    // The interleaving goes on where the data ends: in the 144x144 symbol, whose last two blocks
    // are shorter, the first error codeword is thus that of the ninth block.
    for (const std::uint8_t codeword : remainder) {
      codewords[at] = codeword;
      at += symbol.blocks;
    }
  }
}

}  // namespace sceau::barcode
