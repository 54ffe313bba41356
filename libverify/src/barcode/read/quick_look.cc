// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/quick_look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "barcode/read/resample.h"

namespace sceau::barcode {
namespace {

constexpr int kSeen = 8;  // levels
// The ring around a symbol in which JPEG's blocks leave traces; it is too narrow for another
// symbol.
constexpr int kRing = 8;  // pixels

// Counts how often luminance goes up and down along a line.
class SwingCount {
 public:
  void Begin(int value) { low_ = high_ = value; }
  void Add(int value) {
    low_ = std::min(low_, value);
    high_ = std::max(high_, value);
    if (way_ != Way::kUp && value - low_ >= kSeen) {
      way_ = Way::kUp;
      high_ = value;
    } else if (way_ != Way::kDown && high_ - value >= kSeen) {
      way_ = Way::kDown;
      low_ = value;
    } else {
      return;
    }
    ++swings_;
  }
  int swings() const { return swings_; }

 private:
  enum class Way { kNone, kUp, kDown };
  Way way_ = Way::kNone;
  int low_ = 0;
  int high_ = 0;
  int swings_ = 0;
};

bool AnyRowSwings(ImageView image, int wanted) {
  const auto width = static_cast<std::size_t>(image.width);
  const std::uint8_t* row = image.pixels;
  for (int y = 0; y < image.height; ++y, row += image.stride) {
    // Most rows of most pages are as blank as the one above.
    if (y > 0 && std::memcmp(row, row - image.stride, width) == 0) continue;
    SwingCount count;
    count.Begin(row[0]);
    for (int x = 1; x < image.width; ++x) {
      count.Add(row[x]);
      if (count.swings() == wanted) return true;
    }
  }
  return false;
}

// A few columns at a time, so that memory is passed through in its order.
bool AnyColumnSwings(ImageView image, int wanted) {
  constexpr int kColumns = 64;
  for (int left = 0; left < image.width; left += kColumns) {
    const auto columns = static_cast<std::size_t>(std::min(kColumns, image.width - left));
    std::array<SwingCount, kColumns> counts;
    const std::uint8_t* row = image.pixels + left;
    for (std::size_t x = 0; x < columns; ++x) counts[x].Begin(row[x]);
    for (int y = 1; y < image.height; ++y) {
      row += image.stride;
      if (std::memcmp(row, row - image.stride, columns) == 0) continue;
      for (std::size_t x = 0; x < columns; ++x) {
        counts[x].Add(row[x]);
        if (counts[x].swings() == wanted) return true;
      }
    }
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
  return AnyRowSwings(image, wanted) && AnyColumnSwings(image, wanted);
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
