// SPDX-License-Identifier: Apache-2.0
#include "barcode/qr_symbol.h"

#include <array>

namespace sceau::barcode {
namespace {

template <typename T>
using ByVersion = std::array<T, kQrVersions>;

// Table 9, by level and version.
constexpr std::array<ByVersion<std::uint8_t>, 4> kErrorCodewords{{
    {7,  10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28,
     28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
    {10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26,
     26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28},
    {13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30,
     28, 30, 30, 30, 30, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
    {17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28,
     30, 24, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30},
}};
constexpr std::array<ByVersion<std::uint8_t>, 4> kBlocksByLevel{{
    {1, 1, 1, 1,  1,  2,  2,  2,  2,  4,  4,  4,  4,  4,  6,  6,  6,  6,  7,  8,
     8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25},
    {1,  1,  1,  2,  2,  4,  4,  4,  5,  5,  5,  8,  9,  9,  10, 10, 11, 13, 14, 16,
     17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49},
    {1,  1,  2,  2,  4,  4,  6,  6,  8,  8,  8,  10, 12, 16, 12, 17, 16, 18, 21, 20,
     23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43, 45, 48, 51, 53, 56, 59, 62, 65, 68},
    {1,  1,  2,  4,  4,  4,  5,  6,  8,  8,  11, 11, 16, 16, 18, 16, 19, 21, 25, 25,
     25, 34, 30, 32, 35, 37, 40, 42, 45, 48, 51, 54, 57, 60, 63, 66, 70, 74, 77, 81},
}};

// All modules without those of the patterns and of the format and version information (table 1).
std::size_t TotalCodewords(int version) {
  const int size = QrSize(version);
  const int finders = 3 * 64;
  const int timing = 2 * (size - 16);
  int patterns = finders + timing + 31;
  if (version >= 2) {
    const int along = version / 7 + 2;
    const int alignment = along * along - 3;
    patterns += alignment * 25 - 2 * (along - 2) * 5;  // those on the timing patterns share 5 each
  }
  if (version >= 7) patterns += 2 * 18;
  return static_cast<std::size_t>(size * size - patterns) / 8;
}

}  // namespace

QrBlocks QrBlocksOf(int version, QrLevel level) {
  const auto at = static_cast<std::size_t>(version - 1);
  const std::size_t total = TotalCodewords(version);
  const std::size_t blocks = kBlocksByLevel[static_cast<std::size_t>(level)][at];
  const std::size_t error_codewords = kErrorCodewords[static_cast<std::size_t>(level)][at];
  return {blocks, blocks - total % blocks, total / blocks - error_codewords, error_codewords};
}

// They are evenly spaced from the far end, in even steps (annex E).
std::vector<int> QrAlignmentCentres(int version) {
  if (version == 1) return {};
  const int count = version / 7 + 2;
  // The rule gives every row of the table but version 32.
  const int step = version == 32 ? 26 : (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
  std::vector<int> centres(static_cast<std::size_t>(count), 6);
  int centre = QrSize(version) - 7;
  for (std::size_t i = centres.size() - 1; i > 0; --i, centre -= step) centres[i] = centre;
  return centres;
}

}  // namespace sceau::barcode
