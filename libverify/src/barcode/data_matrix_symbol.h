// SPDX-License-Identifier: Apache-2.0
// The 24 square Data Matrix symbols, which the reader and the writer both need. Spec: ISO/IEC
// 16022:2006, table 7.
#ifndef SCEAU_BARCODE_DATA_MATRIX_SYMBOL_H_
#define SCEAU_BARCODE_DATA_MATRIX_SYMBOL_H_

#include <array>
#include <cstddef>
#include <optional>

namespace sceau::barcode {

struct DataMatrixSymbol {
  int size;                     // modules on each side, borders included
  int regions;                  // data regions on each side, each with its own border
  std::size_t data_codewords;   // of all blocks
  std::size_t error_codewords;  // of all blocks
  std::size_t blocks;           // codeword n belongs to block n % blocks

  int region_size() const { return size / regions - 2; }   // without its border
  int mapping_size() const { return size - 2 * regions; }  // all regions side by side
  std::size_t codewords() const { return data_codewords + error_codewords; }
};

inline constexpr std::array<DataMatrixSymbol, 24> kDataMatrixSymbols{{
    {10, 1, 3, 5, 1},      {12, 1, 5, 7, 1},       {14, 1, 8, 10, 1},      {16, 1, 12, 12, 1},
    {18, 1, 18, 14, 1},    {20, 1, 22, 18, 1},     {22, 1, 30, 20, 1},     {24, 1, 36, 24, 1},
    {26, 1, 44, 28, 1},    {32, 2, 62, 36, 1},     {36, 2, 86, 42, 1},     {40, 2, 114, 48, 1},
    {44, 2, 144, 56, 1},   {48, 2, 174, 68, 1},    {52, 2, 204, 84, 2},    {64, 4, 280, 112, 2},
    {72, 4, 368, 144, 4},  {80, 4, 456, 192, 4},   {88, 4, 576, 224, 4},   {96, 4, 696, 272, 4},
    {104, 4, 816, 336, 6}, {120, 6, 1050, 408, 6}, {132, 6, 1304, 496, 8}, {144, 6, 1558, 620, 10},
}};

// The smallest symbol that holds that many data codewords; nothing if none does.
constexpr std::optional<DataMatrixSymbol> SmallestSymbol(std::size_t data_codewords) {
  for (const DataMatrixSymbol& symbol : kDataMatrixSymbols) {
    if (symbol.data_codewords >= data_codewords) return symbol;
  }
  return std::nullopt;
}

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DATA_MATRIX_SYMBOL_H_
