// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/dark_share.h"

#include <algorithm>
#include <array>

#include "barcode/read/resample.h"

namespace sceau::barcode {
namespace {

constexpr int kBlocks = 3;      // a side
constexpr int kBlockSide = 16;  // samples
constexpr int kSide = kBlocks * kBlockSide;
constexpr int kBlockArea = kBlockSide * kBlockSide;
// The darkest and the lightest twentieth are left out: they may be specks and glare.
constexpr int kOutliers = kBlockArea / 20;

int DarkIn(const PageImage& samples, int left, int top) {
  std::array<std::uint8_t, kBlockArea> block;
  for (int y = 0; y < kBlockSide; ++y) {
    std::copy_n(samples.pixels.begin() + std::ptrdiff_t{top + y} * kSide + left, kBlockSide,
                block.begin() + std::ptrdiff_t{y} * kBlockSide);
  }
  const auto darkest = block.begin() + kOutliers;
  const auto lightest = block.end() - 1 - kOutliers;
  std::nth_element(block.begin(), darkest, block.end());
  std::nth_element(darkest + 1, lightest, block.end());
  const int middle = (*darkest + *lightest + 1) / 2;
  return static_cast<int>(
      std::ranges::count_if(block, [middle](int value) { return value < middle; }));
}

}  // namespace

double DarkShare(ImageView image, const Corners& area) {
  const auto map = Homography::FromRectangle({0, 0, kSide, kSide}, area);
  if (!map) return 0;
  const auto samples = Warp(image, *map, kSide, kSide);
  if (!samples) return 0;
  int dark = 0;
  for (int top = 0; top < kSide; top += kBlockSide) {
    for (int left = 0; left < kSide; left += kBlockSide) dark += DarkIn(*samples, left, top);
  }
  return static_cast<double>(dark) / (kSide * kSide);
}

}  // namespace sceau::barcode
