// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/data_matrix_error_correction.h"

#include <algorithm>
#include <array>

namespace sceau::barcode {
namespace {

// GF(256) by x^8 + x^5 + x^3 + x^2 + 1.
constexpr unsigned kFieldPolynomial = 0x12D;

struct Field {
  std::array<std::uint8_t, 510>
      power{};  // of 2; twice, so that sums of two logarithms need no modulo
  std::array<std::uint8_t, 256> logarithm{};
};

constexpr Field MakeField() {
  Field field;
  unsigned value = 1;
  for (std::size_t i = 0; i < 255; ++i) {
    field.power[i] = field.power[i + 255] = static_cast<std::uint8_t>(value);
    field.logarithm[value] = static_cast<std::uint8_t>(i);
    value <<= 1;
    if (value > 255) value ^= kFieldPolynomial;
  }
  return field;
}

constexpr Field kField = MakeField();

std::uint8_t Multiply(std::uint8_t a, std::uint8_t b) {
  if (a == 0 || b == 0) return 0;
  const std::size_t sum = std::size_t{kField.logarithm[a]} + kField.logarithm[b];
  return kField.power[sum];
}

// (x - 2)(x - 2^2)…(x - 2^degree): coefficients from x^(degree-1) down to x^0, the leading 1 left
// out.
Bytes Generator(std::size_t degree) {
  Bytes generator(degree, 0);
  generator.back() = 1;
  for (std::size_t root = 1; root <= degree; ++root) {
    for (std::size_t i = 0; i < degree; ++i) {
      const std::uint8_t next = i + 1 < degree ? generator[i + 1] : std::uint8_t{0};
      generator[i] = static_cast<std::uint8_t>(Multiply(generator[i], kField.power[root]) ^ next);
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
      for (std::size_t i = 0; i < per_block; ++i) remainder[i] ^= Multiply(generator[i], factor);
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
