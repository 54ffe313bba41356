// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/grid_shape.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "barcode/data_matrix_symbol.h"
#include "barcode/qr_symbol.h"

namespace sceau::barcode {
namespace {

constexpr auto kDataMatrixSizes = [] {
  std::array<int, kDataMatrixSymbols.size()> sizes{};
  for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = kDataMatrixSymbols[i].size;
  return sizes;
}();

constexpr auto kQrSizes = [] {
  std::array<int, kQrVersions> sizes{};
  for (std::size_t i = 0; i < sizes.size(); ++i) sizes[i] = QrSize(static_cast<int>(i) + 1);
  return sizes;
}();

// The border of each region: solid on the left and below, alternating above and on the right.
std::vector<FixedModule> DataMatrixBorders(int size) {
  const auto* symbol = std::ranges::find(kDataMatrixSymbols, size, &DataMatrixSymbol::size);
  const int region = size / symbol->regions;
  std::vector<FixedModule> fixed;
  for (int y = 0; y < size; ++y) {
    for (int x = 0; x < size; ++x) {
      const int column = x % region;
      const int row = y % region;
      if (column == 0 || row == region - 1) {
        fixed.push_back({x, y, 1});
      } else if (row == 0) {
        fixed.push_back({x, y, column % 2 == 0 ? 1.0F : -1.0F});
      } else if (column == region - 1) {
        fixed.push_back({x, y, row % 2 == 1 ? 1.0F : -1.0F});
      }
    }
  }
  return fixed;
}

class QrPatterns {
 public:
  explicit QrPatterns(int size)
      : size_(size), dark_(static_cast<std::size_t>(size) * static_cast<std::size_t>(size)) {
    for (int i = 8; i < size - 8; ++i) {
      Set(i, 6, i % 2 == 0);
      Set(6, i, i % 2 == 0);
    }
    const std::vector<int> centres = QrAlignmentCentres((size - 17) / 4);
    for (const int y : centres) {
      for (const int x : centres) {
        if (!IsInFinder(x, y)) Squares(x, y, 2, 1);
      }
    }
    for (const auto& [x, y] : {std::pair(3, 3), std::pair(size - 4, 3), std::pair(3, size - 4)})
      Squares(x, y, 4, 2);
    Set(8, size - 8, true);
  }

  std::vector<FixedModule> Take() const {
    std::vector<FixedModule> fixed;
    for (int y = 0; y < size_; ++y) {
      for (int x = 0; x < size_; ++x) {
        if (const float dark = dark_[Index(x, y)]; dark != 0) fixed.push_back({x, y, dark});
      }
    }
    return fixed;
  }

 private:
  std::size_t Index(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(size_) +
           static_cast<std::size_t>(x);
  }
  void Set(int x, int y, bool dark) {
    if (x < 0 || y < 0 || x >= size_ || y >= size_) return;
    dark_[Index(x, y)] = dark ? 1.0F : -1.0F;
  }
  // Sets concentric dark squares about a centre, with a light ring at `light` and, around a finder,
  // its light separator.
  void Squares(int x, int y, int reach, int light) {
    for (int j = -reach; j <= reach; ++j) {
      for (int i = -reach; i <= reach; ++i) {
        const int ring = std::max(std::abs(i), std::abs(j));
        Set(x + i, y + j, ring != light && ring != 4);
      }
    }
  }
  bool IsInFinder(int x, int y) const {
    const bool low_x = x == 6, low_y = y == 6;
    return (low_x && low_y) || (low_x && y == size_ - 7) || (low_y && x == size_ - 7);
  }

  int size_;
  std::vector<float> dark_;
};

}  // namespace

std::span<const int> SizesOf(Symbology symbology) {
  if (symbology == Symbology::kQrCode) return kQrSizes;
  return kDataMatrixSizes;
}

GridShape ShapeOf(Symbology symbology, int size) {
  if (symbology == Symbology::kQrCode) return {symbology, size, QrPatterns(size).Take()};
  return {symbology, size, DataMatrixBorders(size)};
}

}  // namespace sceau::barcode
