// SPDX-License-Identifier: Apache-2.0
// What the sizes of QR codes have in common and where they differ. Spec: ISO/IEC 18004:2015, tables
// 1 and 9 and annex E.
#ifndef SCEAU_BARCODE_QR_SYMBOL_H_
#define SCEAU_BARCODE_QR_SYMBOL_H_

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sceau::barcode {

// From the least to the most redundancy.
enum class QrLevel : std::uint8_t { kL, kM, kQ, kH };

inline constexpr int kQrVersions = 40;

constexpr int QrSize(int version) { return 17 + 4 * version; }

// How the codewords of a symbol are divided. All blocks have the same number of error codewords;
// the last `blocks - short_blocks` have one data codeword more than the others.
struct QrBlocks {
  std::size_t blocks;
  std::size_t short_blocks;
  std::size_t short_data;       // data codewords of a short block
  std::size_t error_codewords;  // of each block

  std::size_t data_codewords() const { return blocks * short_data + blocks - short_blocks; }
  std::size_t codewords() const { return data_codewords() + blocks * error_codewords; }
};

// `version` is 1 to 40.
QrBlocks QrBlocksOf(int version, QrLevel level);

// The centres of the alignment patterns along one side, beginning with the one on the timing
// pattern's line.
std::vector<int> QrAlignmentCentres(int version);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_QR_SYMBOL_H_
