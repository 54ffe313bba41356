// SPDX-License-Identifier: Apache-2.0
#include "layout/code_size.h"

#include <array>
#include <cstdint>

namespace sceau::layout {
namespace {

// Data codewords of versions 1 to 40 at level M (ISO/IEC 18004:2015, table 7).
constexpr std::array<std::uint16_t, 40> kDataCodewords = {
    16,   28,   44,   64,   86,   108,  124,  154,  182,  216,  254,  290,  334,  365,
    415,  453,  507,  563,  627,  669,  714,  782,  860,  914,  1000, 1062, 1128, 1193,
    1267, 1373, 1455, 1541, 1631, 1725, 1812, 1914, 1992, 2102, 2216, 2334};

// Of the mode and of the count of characters (ISO/IEC 18004:2015, table 3).
std::size_t HeaderBits(std::size_t version) {
  constexpr std::size_t kModeBits = 4;
  if (version < 10) return kModeBits + 9;
  return kModeBits + (version < 27 ? 11 : 13);
}

}  // namespace

int CodeModules(std::size_t characters) {
  if (characters > 8 * std::size_t{kDataCodewords.back()}) return 0;
  const std::size_t bits = characters / 2 * 11 + characters % 2 * 6;
  for (std::size_t version = 1; version <= kDataCodewords.size(); ++version) {
    if (HeaderBits(version) + bits <= 8 * std::size_t{kDataCodewords[version - 1]})
      return static_cast<int>(17 + 4 * version);
  }
  return 0;
}

}  // namespace sceau::layout
