// SPDX-License-Identifier: Apache-2.0
#include "barcode/data_matrix_places.h"

#include <array>
#include <utility>

namespace sceau::barcode {
namespace {

// A module of the mapping matrix, and a shape of eight of them, the most significant bit first.
// Negative numbers count from the far side.
struct Cell {
  int row;
  int column;
};
using Shape = std::array<Cell, 8>;

// The common shape, around its last module (F.3).
constexpr Shape kUtah{{{-2, -2}, {-2, -1}, {-1, -2}, {-1, -1}, {-1, 0}, {0, -2}, {0, -1}, {0, 0}}};
constexpr Shape kCorner1{{{-1, 0}, {-1, 1}, {-1, 2}, {0, -2}, {0, -1}, {1, -1}, {2, -1}, {3, -1}}};
constexpr Shape kCorner2{{{-3, 0}, {-2, 0}, {-1, 0}, {0, -4}, {0, -3}, {0, -2}, {0, -1}, {1, -1}}};
constexpr Shape kCorner3{{{-3, 0}, {-2, 0}, {-1, 0}, {0, -2}, {0, -1}, {1, -1}, {2, -1}, {3, -1}}};
constexpr Shape kCorner4{{{-1, 0}, {-1, -1}, {0, -3}, {0, -2}, {0, -1}, {1, -3}, {1, -2}, {1, -1}}};

class Mapping {
 public:
  Mapping(int rows, int columns)
      : rows_(rows),
        columns_(columns),
        taken_(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns)) {
    places_.reserve(taken_.size());
    Place();
  }

  std::vector<std::size_t> Take() { return std::move(places_); }

 private:
  std::size_t Index(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
  }

  void Add(int row, int column) {
    places_.push_back(Index(row, column));
    taken_[places_.back()] = true;
  }

  // A shape that leaves by the top or the left comes back at the other side, shifted so that the
  // shapes of both sides interlock (F.3).
  void PlaceUtah(int row, int column) {
    for (const Cell& cell : kUtah) {
      int r = row + cell.row;
      int c = column + cell.column;
      if (r < 0) {
        r += rows_;
        c += 4 - (rows_ + 4) % 8;
      }
      if (c < 0) {
        c += columns_;
        r += 4 - (columns_ + 4) % 8;
      }
      Add(r, c);
    }
  }

  void PlaceCorner(const Shape& shape) {
    for (const auto& [row, column] : shape)
      Add(row < 0 ? row + rows_ : row, column < 0 ? column + columns_ : column);
  }

  // The corners that a diagonal run meets are filled by a shape of their own (F.1).
  void PlaceCornerAt(int row, int column) {
    if (row == rows_ && column == 0) PlaceCorner(kCorner1);
    if (row == rows_ - 2 && column == 0 && columns_ % 4 != 0) PlaceCorner(kCorner2);
    if (row == rows_ - 2 && column == 0 && columns_ % 8 == 4) PlaceCorner(kCorner3);
    if (row == rows_ + 4 && column == 2 && columns_ % 8 == 0) PlaceCorner(kCorner4);
  }

  void PlaceIfFree(int row, int column) {
    const bool inside = row >= 0 && row < rows_ && column >= 0 && column < columns_;
    if (inside && !taken_[Index(row, column)]) PlaceUtah(row, column);
  }

  // Runs diagonally up to the right, then down to the left, until the far corner is passed (F.1).
  void Place() {
    int row = 4;
    int column = 0;
    do {
      PlaceCornerAt(row, column);
      for (; row >= 0 && column < columns_; row -= 2, column += 2) PlaceIfFree(row, column);
      row += 1;
      column += 3;
      for (; row < rows_ && column >= 0; row += 2, column -= 2) PlaceIfFree(row, column);
      row += 3;
      column += 1;
    } while (row < rows_ || column < columns_);
  }

  int rows_;
  int columns_;
  std::vector<bool> taken_;
  std::vector<std::size_t> places_;
};

}  // namespace

std::vector<std::size_t> DataMatrixPlaces(int rows, int columns) {
  return Mapping(rows, columns).Take();
}

}  // namespace sceau::barcode
