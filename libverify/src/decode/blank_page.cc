// SPDX-License-Identifier: Apache-2.0
#include "decode/blank_page.h"

#include <algorithm>

namespace sceau::decode {
namespace {

constexpr int kBlock = 16;
constexpr int kNoise = 4 * 16;  // of the sum of four pixels, which evens out most of the noise

// The sum of the four pixels whose upper left one is at (x, y).
int SumAt(ImageView image, int x, int y) {
  const std::uint8_t* row = image.pixels + y * image.stride + x;
  return row[0] + row[1] + row[image.stride] + row[image.stride + 1];
}

bool IsEven(ImageView image, int left, int top) {
  int darkest = SumAt(image, left, top);
  int lightest = darkest;
  for (int y = top; y + 2 <= std::min(top + kBlock, image.height); y += 2) {
    for (int x = left; x + 2 <= std::min(left + kBlock, image.width); x += 2) {
      const int sum = SumAt(image, x, y);
      darkest = std::min(darkest, sum);
      lightest = std::max(lightest, sum);
    }
  }
  return lightest - darkest <= kNoise;
}

}  // namespace

bool IsBlank(ImageView image) {
  if (image.width < kBlock || image.height < kBlock) return false;
  for (int y = 0; y < image.height; y += kBlock / 2) {
    // The last blocks of a row and of a column are moved inwards, so that all are whole.
    const int top = std::min(y, image.height - kBlock);
    for (int x = 0; x < image.width; x += kBlock / 2) {
      if (!IsEven(image, std::min(x, image.width - kBlock), top)) return false;
    }
  }
  return true;
}

}  // namespace sceau::decode
