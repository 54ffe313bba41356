// SPDX-License-Identifier: Apache-2.0
// The table `kern` of a TrueType font. FreeType reads it too, but believes its length, which has 16
// bits and overflows in Open Sans: of 18,694 pairs it takes the first 7,771, without those of the
// apostrophe and of capitals with accents. The font's GPOS table has none.
#ifndef SCEAU_LAYOUT_KERNING_H_
#define SCEAU_LAYOUT_KERNING_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/bytes.h"

namespace sceau::layout {

class Kerning {
 public:
  // Of a table with one subtable of format 0; of any other, no pair.
  explicit Kerning(ByteSpan table);

  // Font units to add between two glyphs.
  int Between(std::uint32_t left, std::uint32_t right) const;
  std::size_t pairs() const { return pairs_.size(); }

 private:
  struct Pair {
    std::uint32_t glyphs;  // left * 65536 + right; ascending
    std::int16_t units;
  };
  std::vector<Pair> pairs_;
};

}  // namespace sceau::layout

#endif  // SCEAU_LAYOUT_KERNING_H_
