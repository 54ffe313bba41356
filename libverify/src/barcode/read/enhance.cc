// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/enhance.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "barcode/read/box_slider.h"

namespace sceau::barcode {
namespace {

constexpr float kMiddle = 128;
constexpr float kSpread = 55;    // of the flattened image: +-2.3 of these fill 8 bits
constexpr float kMinSpread = 4;  // below it a surrounding is plain paper with noise

// Means of `value` of each pixel. 32 bits hold the sum over a window of 97 x 97 squares of 8-bit
// values.
template <typename Value>
auto SlideOver(ImageView image, int radius, Value value) {
  return SlideBox<std::int32_t>(image.width, image.height, radius, [image, value](int y) {
    const std::uint8_t* row = image.pixels + y * image.stride;
    return [row, value](int x) { return value(std::int32_t{row[x]}); };
  });
}
auto SlideMean(ImageView image, int radius) {
  return SlideOver(image, radius, [](std::int32_t pixel) { return pixel; });
}
auto SlideMeanSquare(ImageView image, int radius) {
  return SlideOver(image, radius, [](std::int32_t pixel) { return pixel * pixel; });
}

// Calls pixel_of(y) for each row in order, which returns a function from x to a grey value; the
// value is clamped to 8 bits.
template <typename PixelOf>
PageImage Fill(ImageView like, PixelOf pixel_of) {
  PageImage image{like.width, like.height, {}};
  image.pixels.resize(static_cast<std::size_t>(like.width) * static_cast<std::size_t>(like.height));
  std::uint8_t* out = image.pixels.data();
  for (int y = 0; y < like.height; ++y, out += like.width) {
    const auto pixel = pixel_of(y);
    for (int x = 0; x < like.width; ++x) {
      out[x] = static_cast<std::uint8_t>(std::clamp(pixel(x) + 0.5F, 0.0F, 255.0F));
    }
  }
  return image;
}

PageImage BoxBlur(ImageView image, int radius) {
  auto mean = SlideMean(image, radius);
  return Fill(image, [&](int) { return [m = mean.Next()](int x) { return m[x]; }; });
}

}  // namespace

PageImage Invert(ImageView image) {
  return Fill(image, [&](int y) {
    const std::uint8_t* row = image.pixels + y * image.stride;
    return [row](int x) { return 255.0F - static_cast<float>(row[x]); };
  });
}

PageImage Smooth(ImageView image, int radius) {
  const PageImage once = BoxBlur(image, radius);
  return BoxBlur(View(once), radius);
}

PageImage Sharpen(ImageView image, int radius, float amount) {
  const PageImage once = BoxBlur(image, radius);
  auto twice = SlideMean(View(once), radius);
  return Fill(image, [&](int y) {
    const std::uint8_t* row = image.pixels + y * image.stride;
    return [row, smooth = twice.Next(), amount](int x) {
      const float given = row[x];
      return given + amount * (given - smooth[x]);
    };
  });
}

PageImage Flatten(ImageView image, int radius) {
  auto means = SlideMean(image, radius);
  auto mean_squares = SlideMeanSquare(image, radius);
  return Fill(image, [&](int y) {
    const std::uint8_t* row = image.pixels + y * image.stride;
    return [row, m = means.Next(), squares = mean_squares.Next()](int x) {
      const float variance = squares[x] - m[x] * m[x];
      const float spread = std::sqrt(std::max(0.0F, variance)) + kMinSpread;
      return kMiddle + kSpread * (static_cast<float>(row[x]) - m[x]) / spread;
    };
  });
}

}  // namespace sceau::barcode
