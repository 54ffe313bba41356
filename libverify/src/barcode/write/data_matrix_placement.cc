// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/data_matrix_placement.h"

#include <vector>

#include "barcode/data_matrix_places.h"

namespace sceau::barcode {
namespace {

// The mapping matrix, row by row: what is dark.
std::vector<bool> Mapped(int size, ByteSpan codewords) {
  const std::vector<std::size_t> places = DataMatrixPlaces(size, size);
  std::vector<bool> dark(static_cast<std::size_t>(size) * static_cast<std::size_t>(size));
  for (std::size_t bit = 0; bit < places.size(); ++bit)
    dark[places[bit]] = ((codewords[bit / 8] >> (7 - bit % 8)) & 1) != 0;
  // Where four modules are left over, a fixed pattern fills them (F.1).
  if (places.size() < dark.size()) {
    dark.back() = true;
    dark[dark.size() - 2 - static_cast<std::size_t>(size)] = true;
  }
  return dark;
}

}  // namespace

Modules PlaceCodewords(const DataMatrixSymbol& symbol, ByteSpan codewords) {
  const std::vector<bool> mapping = Mapped(symbol.mapping_size(), codewords);
  const int inner = symbol.region_size();
  const int outer = inner + 2;
  const auto data = [&](int x, int y) {
    const int row = y / outer * inner + y % outer - 1;
    const int column = x / outer * inner + x % outer - 1;
    return mapping[static_cast<std::size_t>(row) * static_cast<std::size_t>(symbol.mapping_size()) +
                   static_cast<std::size_t>(column)];
  };
  Modules modules{symbol.size, {}};
  for (int y = 0; y < symbol.size; ++y) {
    for (int x = 0; x < symbol.size; ++x) {
      const int in_x = x % outer;
      const int in_y = y % outer;
      bool dark = false;
      if (in_x == 0 || in_y == outer - 1) {
        dark = true;  // the solid border, left and below
      } else if (in_y == 0) {
        dark = in_x % 2 == 0;  // the broken border, above and right
      } else if (in_x == outer - 1) {
        dark = in_y % 2 == 1;
      } else {
        dark = data(x, y);
      }
      modules.dark.push_back(dark);
    }
  }
  return modules;
}

}  // namespace sceau::barcode
