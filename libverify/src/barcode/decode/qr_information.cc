// SPDX-License-Identifier: Apache-2.0
#include "barcode/decode/qr_information.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace sceau::barcode {
namespace {

constexpr unsigned kFormatGenerator = 0x537;    // annex C
constexpr unsigned kFormatMask = 0x5412;        // 7.9.1
constexpr unsigned kVersionGenerator = 0x1F25;  // annex D
constexpr int kFirstVersionWithWord = 7;

// A second format is tried when it agrees with the modules by this share of what the best one does.
// Words differ in 7 bits of 15 or more, so on a clean symbol it is a fifteenth.
constexpr float kNearlyAsLikely = 0.6F;
// The version information refutes a size when another version agrees better by this share of all
// that its modules say. Words differ in 8 bits of 18 or more: on a clean symbol it is eight ninths.
constexpr float kClearlyBetter = 0.3F;

constexpr unsigned WithRemainder(unsigned data, unsigned data_bits, unsigned generator,
                                 unsigned remainder_bits) {
  unsigned rest = data << remainder_bits;
  for (unsigned bit = data_bits + remainder_bits; bit-- > remainder_bits;) {
    if ((rest >> bit & 1) != 0) rest ^= generator << (bit - remainder_bits);
  }
  return data << remainder_bits | rest;
}

// Not a number says nothing; nothing says more than 1e6.
float Bounded(float value) { return std::isnan(value) ? 0 : std::clamp(value, -1e6F, 1e6F); }

// What both copies of a word say: for each bit, the sum of its modules.
template <std::size_t kBits>
std::array<float, kBits> Votes(ModuleValues values, int size, bool is_mirrored,
                               const std::array<std::array<QrModule, kBits>, 2>& copies) {
  std::array<float, kBits> votes{};
  for (const auto& cells : copies) {
    for (std::size_t bit = 0; bit < kBits; ++bit) {
      const int row = is_mirrored ? cells[bit].x : cells[bit].y;
      const int column = is_mirrored ? cells[bit].y : cells[bit].x;
      votes[bit] += Bounded(values[static_cast<std::size_t>(row) * static_cast<std::size_t>(size) +
                                   static_cast<std::size_t>(column)]);
    }
  }
  return votes;
}

template <std::size_t kBits>
float Agreement(const std::array<float, kBits>& votes, unsigned word) {
  float sum = 0;
  for (std::size_t bit = 0; bit < kBits; ++bit)
    sum += (word >> (kBits - 1 - bit) & 1) != 0 ? votes[bit] : -votes[bit];
  return sum;
}

}  // namespace

unsigned FormatWord(QrLevel level, int mask) {
  constexpr std::array<unsigned, 4> kIndicators{1, 0, 3, 2};  // table 12: L, M, Q, H
  const unsigned data =
      kIndicators[static_cast<std::size_t>(level)] << 3 | static_cast<unsigned>(mask);
  return WithRemainder(data, 5, kFormatGenerator, 10) ^ kFormatMask;
}

unsigned VersionWord(int version) {
  return WithRemainder(static_cast<unsigned>(version), 6, kVersionGenerator, 12);
}

// Figure 25. One copy runs round the finder pattern at the top left, past the timing patterns; the
// other begins at the bottom left and ends at the top right.
std::array<std::array<QrModule, kFormatBits>, 2> FormatCells(int size) {
  return {{{{{0, 8},
             {1, 8},
             {2, 8},
             {3, 8},
             {4, 8},
             {5, 8},
             {7, 8},
             {8, 8},
             {8, 7},
             {8, 5},
             {8, 4},
             {8, 3},
             {8, 2},
             {8, 1},
             {8, 0}}},
           {{{8, size - 1},
             {8, size - 2},
             {8, size - 3},
             {8, size - 4},
             {8, size - 5},
             {8, size - 6},
             {8, size - 7},
             {size - 8, 8},
             {size - 7, 8},
             {size - 6, 8},
             {size - 5, 8},
             {size - 4, 8},
             {size - 3, 8},
             {size - 2, 8},
             {size - 1, 8}}}}};
}

// Figures 27 and 28: six rows of three, beside the finder pattern at the top right and above that
// at the bottom left.
std::array<std::array<QrModule, kVersionBits>, 2> VersionCells(int size) {
  std::array<std::array<QrModule, kVersionBits>, 2> copies{};
  for (std::size_t bit = 0; bit < kVersionBits; ++bit) {
    const int from_last = static_cast<int>(kVersionBits - 1 - bit);
    const int along = from_last / 3;
    const int across = size - 11 + from_last % 3;
    copies[0][bit] = {across, along};
    copies[1][bit] = {along, across};
  }
  return copies;
}

std::vector<QrFormat> LikelyFormats(ModuleValues values, int size) {
  struct Likely {
    float agreement;
    QrFormat format;
  };
  std::vector<Likely> all;
  for (const bool is_mirrored : {false, true}) {
    const auto votes = Votes(values, size, is_mirrored, FormatCells(size));
    for (const QrLevel level : {QrLevel::kL, QrLevel::kM, QrLevel::kQ, QrLevel::kH}) {
      for (int mask = 0; mask < 8; ++mask) {
        const float agreement = Agreement(votes, FormatWord(level, mask));
        all.push_back({agreement, {level, mask, is_mirrored}});
      }
    }
  }
  std::ranges::stable_sort(all, std::greater{}, &Likely::agreement);
  std::vector<QrFormat> formats{all[0].format};
  if (all[1].agreement > kNearlyAsLikely * all[0].agreement) formats.push_back(all[1].format);
  return formats;
}

bool MayHaveVersion(ModuleValues values, int version) {
  if (version < kFirstVersionWithWord) return true;
  // Both copies lie so that a mirror swaps them.
  const int size = QrSize(version);
  const auto votes = Votes(values, size, false, VersionCells(size));
  float said = 0;
  for (const float vote : votes) said += std::abs(vote);
  const float own = Agreement(votes, VersionWord(version));
  for (int other = kFirstVersionWithWord; other <= kQrVersions; ++other) {
    if (Agreement(votes, VersionWord(other)) > own + kClearlyBetter * said) return false;
  }
  return true;
}

}  // namespace sceau::barcode
