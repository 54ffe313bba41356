// SPDX-License-Identifier: Apache-2.0
#include "barcode/write/data_matrix_placement.h"

#include <array>
#include <vector>

namespace sceau::barcode {
namespace {

// A module of the mapping matrix (all data regions joined), and a shape of eight of them, the most
// significant bit first. Negative numbers count from the far side.
struct Cell {
  int row;
  int column;
};
using Shape = std::array<Cell, 8>;

// The common shape, around its last module (F.3).
constexpr Shape kUtah{{{-2, -2}, {-2, -1}, {-1, -2}, {-1, -1}, {-1, 0}, {0, -2}, {0, -1}, {0, 0}}};
constexpr Shape kCorner1{{{-1, 0}, {-1, 1}, {-1, 2}, {0, -2}, {0, -1}, {1, -1}, {2, -1}, {3, -1}}};
constexpr Shape kCorner2{{{-3, 0}, {-2, 0}, {-1, 0}, {0, -4}, {0, -3}, {0, -2}, {0, -1}, {1, -1}}};

// Fills a square mapping matrix. The corner shapes 3 and 4 of the annex occur in rectangles only.
class Mapping {
 public:
  Mapping(int size, ByteSpan codewords)
      : size_(size),
        codewords_(codewords),
        dark_(static_cast<std::size_t>(size) * static_cast<std::size_t>(size)),
        placed_(dark_.size()) {
    Place();
  }

  bool dark(int row, int column) const { return dark_[Index(row, column)]; }

 private:
  std::size_t Index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(size_) +
           static_cast<std::size_t>(column);
  }

  void Set(int row, int column, bool dark) {
    dark_[Index(row, column)] = dark;
    placed_[Index(row, column)] = true;
  }

  bool Bit(std::size_t bit) const { return ((codewords_[next_] >> (7 - bit)) & 1) != 0; }

  // A shape that leaves by the top or the left comes back at the other side, shifted so that the
  // shapes of both sides interlock (F.3).
  void PlaceUtah(int row, int column) {
    for (std::size_t bit = 0; bit < kUtah.size(); ++bit) {
      int r = row + kUtah[bit].row;
      int c = column + kUtah[bit].column;
      if (r < 0) {
        r += size_;
        c += 4 - (size_ + 4) % 8;
      }
      if (c < 0) {
        c += size_;
        r += 4 - (size_ + 4) % 8;
      }
      Set(r, c, Bit(bit));
    }
    ++next_;
  }

  void PlaceCorner(const Shape& shape) {
    for (std::size_t bit = 0; bit < shape.size(); ++bit) {
      const auto [row, column] = shape[bit];
      Set(row < 0 ? row + size_ : row, column < 0 ? column + size_ : column, Bit(bit));
    }
    ++next_;
  }

  void PlaceIfFree(int row, int column) {
    const bool inside = row >= 0 && row < size_ && column >= 0 && column < size_;
    if (inside && !placed_[Index(row, column)]) PlaceUtah(row, column);
  }

  // Runs diagonally up to the right, then down to the left, until the far corner is passed (F.1).
  void Place() {
    int row = 4;
    int column = 0;
    do {
      if (row == size_ && column == 0) PlaceCorner(kCorner1);
      if (row == size_ - 2 && column == 0 && size_ % 4 != 0) PlaceCorner(kCorner2);
      for (; row >= 0 && column < size_; row -= 2, column += 2) PlaceIfFree(row, column);
      row += 1;
      column += 3;
      for (; row < size_ && column >= 0; row += 2, column -= 2) PlaceIfFree(row, column);
      row += 3;
      column += 1;
    } while (row < size_ || column < size_);
    // Where four modules are left over, a fixed pattern fills them.
    if (!placed_[Index(size_ - 1, size_ - 1)]) {
      Set(size_ - 1, size_ - 1, true);
      Set(size_ - 2, size_ - 2, true);
    }
  }

  int size_;
  ByteSpan codewords_;
  std::vector<bool> dark_;
  std::vector<bool> placed_;
  std::size_t next_ = 0;  // codeword
};

}  // namespace

Modules PlaceCodewords(const DataMatrixSymbol& symbol, ByteSpan codewords) {
  const Mapping mapping(symbol.mapping_size(), codewords);
  const int inner = symbol.region_size();
  const int outer = inner + 2;
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
        dark = mapping.dark(y / outer * inner + in_y - 1, x / outer * inner + in_x - 1);
      }
      modules.dark.push_back(dark);
    }
  }
  return modules;
}

}  // namespace sceau::barcode
