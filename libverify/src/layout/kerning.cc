// SPDX-License-Identifier: Apache-2.0
#include "layout/kerning.h"

#include <algorithm>

namespace sceau::layout {
namespace {

std::uint32_t Word(ByteSpan bytes, std::size_t at) {
  return static_cast<std::uint32_t>(bytes[at] << 8) | bytes[at + 1];
}

}  // namespace

Kerning::Kerning(ByteSpan table) {
  // Version and number of subtables; version, length and coverage of the first; number of pairs and
  // three numbers for searching. Then left, right and units of each pair.
  constexpr std::size_t kPairsBegin = 18;
  constexpr std::size_t kPairSize = 6;
  constexpr std::uint32_t kHorizontalFormat0 = 0x0001;
  if (table.size() < kPairsBegin || Word(table, 2) != 1 || Word(table, 8) != kHorizontalFormat0)
    return;
  const std::size_t count =
      std::min<std::size_t>(Word(table, 10), (table.size() - kPairsBegin) / kPairSize);
  pairs_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = kPairsBegin + i * kPairSize;
    pairs_.push_back({Word(table, at) << 16 | Word(table, at + 2),
                      static_cast<std::int16_t>(Word(table, at + 4))});
  }
  if (!std::ranges::is_sorted(pairs_, {}, &Pair::glyphs)) pairs_.clear();
}

int Kerning::Between(std::uint32_t left, std::uint32_t right) const {
  const std::uint32_t glyphs = left << 16 | right;
  const auto pair = std::ranges::lower_bound(pairs_, glyphs, {}, &Pair::glyphs);
  return pair != pairs_.end() && pair->glyphs == glyphs ? pair->units : 0;
}

}  // namespace sceau::layout
