// SPDX-License-Identifier: Apache-2.0
#include "barcode/read/resample.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace sceau::barcode {
namespace {

// Depth varies linearly, so it is least in a corner; below this value the map runs away.
constexpr double kNearestDepth = 0.05;

PageImage Blank(int width, int height) {
  PageImage image;
  image.width = width;
  image.height = height;
  image.pixels.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  return image;
}

// Pixels are never negative, so this needs no std::lround, which would be a call for each.
std::uint8_t Rounded(float pixel) {
  return static_cast<std::uint8_t>(pixel + 0.5F);  // NOLINT(bugprone-incorrect-roundings)
}

// `Sum` can hold the sum of `factor` pixels.
template <typename Sum>
void ReduceRows(ImageView image, int factor, PageImage& reduced) {
  const auto used = static_cast<std::size_t>(reduced.width) * static_cast<std::size_t>(factor);
  const auto area = static_cast<std::uint32_t>(factor) * static_cast<std::uint32_t>(factor);
  // sums / area by a product: exact for 8-bit means up to factor 32, else off by one at most.
  const float scale = 1.0F / static_cast<float>(area);
  std::vector<Sum> sums(used);
  std::uint8_t* out = reduced.pixels.data();
  for (int y = 0; y < reduced.height; ++y) {
    const std::uint8_t* row = image.pixels + std::ptrdiff_t{y} * factor * image.stride;
    std::copy_n(row, used, sums.begin());
    for (int i = 1; i < factor; ++i) {
      row += image.stride;
      for (std::size_t x = 0; x < used; ++x) sums[x] = static_cast<Sum>(sums[x] + row[x]);
    }
    const Sum* sum = sums.data();
    for (int x = 0; x < reduced.width; ++x, sum += factor) {
      std::uint32_t total = 0;
      for (int i = 0; i < factor; ++i) total += sum[i];
      *out++ = Rounded(static_cast<float>(total) * scale);
    }
  }
}

// The places in the image from which the pixels of one row come. They are computed apart from the
// look-ups, so that the compiler can do several at once; a float's 24 bits leave 1/500 pixel on the
// widest page.
struct SourceRow {
  explicit SourceRow(int width)
      : x(static_cast<std::size_t>(width)), y(static_cast<std::size_t>(width)) {}

  void Aim(const Homography& map, double v, int image_width, int image_height) {
    const auto& m = map.coefficients();
    const auto f = [](double value) { return static_cast<float>(value); };
    const float xu = f(m[0]), x0 = f(m[1] * v + m[2]);
    const float yu = f(m[3]), y0 = f(m[4] * v + m[5]);
    const float wu = f(m[6]), w0 = f(m[7] * v + m[8]);
    const float last_x = static_cast<float>(image_width - 1);
    const float last_y = static_cast<float>(image_height - 1);
    const int count = static_cast<int>(x.size());
    float* xs = x.data();
    float* ys = y.data();
    for (int i = 0; i < count; ++i) {
      const float u = static_cast<float>(i) + 0.5F;
      const float w = 1 / (wu * u + w0);
      xs[i] = std::clamp((xu * u + x0) * w - 0.5F, 0.0F, last_x);
      ys[i] = std::clamp((yu * u + y0) * w - 0.5F, 0.0F, last_y);
    }
  }

  std::vector<float> x, y;
};

std::uint8_t Interpolate(ImageView image, float sx, float sy) {
  const int x = std::min(static_cast<int>(sx), image.width - 2);
  const int y = std::min(static_cast<int>(sy), image.height - 2);
  const float fx = sx - static_cast<float>(x);
  const float fy = sy - static_cast<float>(y);
  const std::uint8_t* p = image.pixels + y * image.stride + x;
  const std::uint8_t* q = p + image.stride;
  const float top = static_cast<float>(p[0]) + fx * static_cast<float>(p[1] - p[0]);
  const float low = static_cast<float>(q[0]) + fx * static_cast<float>(q[1] - q[0]);
  return Rounded(top + fy * (low - top));
}

}  // namespace

PixelBox Clip(ImageView image, const PixelBox& box) {
  const auto clip = [](int start, int length, int limit) {
    const std::int64_t end = std::int64_t{start} + length;
    const int first = std::clamp(start, 0, limit);
    return std::pair(first, static_cast<int>(std::clamp<std::int64_t>(end, first, limit)) - first);
  };
  const auto [x, width] = clip(box.x, box.width, image.width);
  const auto [y, height] = clip(box.y, box.height, image.height);
  return {x, y, width, height};
}

ImageView Crop(ImageView image, const PixelBox& box) {
  return {image.pixels + box.y * image.stride + box.x, box.width, box.height, image.stride};
}

PageImage Reduce(ImageView image, int factor) {
  PageImage reduced = Blank(image.width / factor, image.height / factor);
  constexpr int kMaxIn16Bits = 257;
  if (factor <= kMaxIn16Bits) {
    ReduceRows<std::uint16_t>(image, factor, reduced);
  } else {
    ReduceRows<std::uint32_t>(image, factor, reduced);
  }
  return reduced;
}

std::optional<PageImage> Warp(ImageView image, const Homography& map, int width, int height) {
  if (image.width < 2 || image.height < 2) return std::nullopt;
  const double right = width;
  const double bottom = height;
  for (const Point corner : {Point{0, 0}, {right, 0}, {right, bottom}, {0, bottom}}) {
    if (!(map.Depth(corner) > kNearestDepth)) return std::nullopt;
  }
  PageImage warped = Blank(width, height);
  SourceRow sources(width);
  std::uint8_t* out = warped.pixels.data();
  for (int j = 0; j < height; ++j) {
    sources.Aim(map, j + 0.5, image.width, image.height);
    for (std::size_t i = 0; i < sources.x.size(); ++i) {
      *out++ = Interpolate(image, sources.x[i], sources.y[i]);
    }
  }
  return warped;
}

}  // namespace sceau::barcode
