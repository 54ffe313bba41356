// SPDX-License-Identifier: Apache-2.0
// The format and version information of a QR code. Spec: ISO/IEC 18004:2015, 7.9 and 7.10.
//
// Either stands in a symbol twice, as one of a few words that differ in many bits. Instead of
// deciding bit by bit and correcting afterwards, each word is compared with the values of all of
// its modules in both places, dark ones counting for and light ones against: what is unsure hardly
// counts, and a stain over one copy leaves the other.
#ifndef SCEAU_BARCODE_DECODE_QR_INFORMATION_H_
#define SCEAU_BARCODE_DECODE_QR_INFORMATION_H_

#include <array>
#include <cstddef>
#include <vector>

#include "barcode/decode/module_values.h"
#include "barcode/qr_symbol.h"

namespace sceau::barcode {

struct QrFormat {
  QrLevel level;
  int mask;          // 0 to 7
  bool is_mirrored;  // the symbol is seen from behind, its rows as columns
};

inline constexpr std::size_t kFormatBits = 15;
inline constexpr std::size_t kVersionBits = 18;

// The words as they are drawn, the most significant bit first.
unsigned FormatWord(QrLevel level, int mask);
unsigned VersionWord(int version);

// Where the bits of either lie, the most significant first; the two copies.
struct QrModule {
  int x;
  int y;
};
std::array<std::array<QrModule, kFormatBits>, 2> FormatCells(int size);
std::array<std::array<QrModule, kVersionBits>, 2> VersionCells(int size);

// The likeliest formats, the best first: one, or two where the second is nearly as likely. `values`
// has size * size elements.
std::vector<QrFormat> LikelyFormats(ModuleValues values, int size);

// False when the version information says clearly that the symbol has another size. True for
// symbols that are too small to have any.
bool MayHaveVersion(ModuleValues values, int version);

}  // namespace sceau::barcode

#endif  // SCEAU_BARCODE_DECODE_QR_INFORMATION_H_
