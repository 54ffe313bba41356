// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/quick_look.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "barcode/read/resample.h"

namespace sceau::barcode {
namespace {

constexpr int kSeen = 8;  // levels
// The ring around a symbol in which JPEG's blocks leave traces; it is too narrow for another
// symbol.
constexpr int kRing = 8;  // pixels

// Whether luminance goes up or down `wanted` times along a line.
bool Swings(const std::uint8_t* pixels, std::ptrdiff_t step, int length, int wanted) {
  enum class Way { kNone, kUp, kDown } way = Way::kNone;
  int low = pixels[0];
  int high = pixels[0];
  int swings = 0;
  for (int i = 1; i < length; ++i) {
    const int value = pixels[i * step];
    low = std::min(low, value);
    high = std::max(high, value);
    if (way != Way::kUp && value - low >= kSeen) {
      way = Way::kUp;
      high = value;
    } else if (way != Way::kDown && high - value >= kSeen) {
      way = Way::kDown;
      low = value;
    } else {
      continue;
    }
    if (++swings == wanted) return true;
  }
  return false;
}

// Whether all pixels that it was shown are of one luminance.
class PlainGround {
 public:
  bool Holds(const std::uint8_t* begin, const std::uint8_t* end) {
    if (begin == end) return true;
    const auto [least, most] = std::minmax_element(begin, end);
    low_ = std::min(low_, int{*least});
    high_ = std::max(high_, int{*most});
    return high_ - low_ < kSeen;
  }

 private:
  int low_ = 255;
  int high_ = 0;
};

}  // namespace

bool MayHoldModules(ImageView image, int modules) {
  // The symbol may reach the border of the picture: then its outer module begins without a swing.
  const int wanted = modules - 1;
  const auto row = [&](int y) {
    return Swings(image.pixels + y * image.stride, 1, image.width, wanted);
  };
  const auto column = [&](int x) {
    return Swings(image.pixels + x, image.stride, image.height, wanted);
  };
  const auto any = [](int lines, auto swings) {
    for (int i = 0; i < lines; ++i) {
      if (swings(i)) return true;
    }
    return false;
  };
  return any(image.height, row) && any(image.width, column);
}

bool IsPlainAround(ImageView image, const Corners& corners) {
  const auto [left, right] = std::ranges::minmax(corners, {}, &Point::x);
  const auto [top, bottom] = std::ranges::minmax(corners, {}, &Point::y);
  const auto before = [](double at) { return static_cast<int>(std::floor(at)) - kRing; };
  const auto past = [](double at) { return static_cast<int>(std::ceil(at)) + kRing; };
  const PixelBox box = Clip(image, {before(left.x), before(top.y), past(right.x) - before(left.x),
                                    past(bottom.y) - before(top.y)});
  PlainGround plain;
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* row = image.pixels + y * image.stride;
    const bool beside = y < box.y || y >= box.y + box.height;
    const int until = beside ? image.width : box.x;
    const int from = beside ? image.width : box.x + box.width;
    if (!plain.Holds(row, row + until) || !plain.Holds(row + from, row + image.width)) return false;
  }
  return true;
}

}  // namespace sceau::barcode
