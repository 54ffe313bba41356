// SPDX-License-Identifier: Apache-2.0
#include "decode/preview.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace sceau::decode {
namespace {

std::uint8_t MeanOf(const PageImage& image, int left, int top, int factor) {
  const int right = std::min(left + factor, image.width);
  const int bottom = std::min(top + factor, image.height);
  std::int64_t sum = 0;
  for (int y = top; y < bottom; ++y) {
    for (int x = left; x < right; ++x)
      sum += image.pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                          static_cast<std::size_t>(x)];
  }
  const std::int64_t count = std::int64_t{right - left} * (bottom - top);
  return static_cast<std::uint8_t>(sum / count);
}

}  // namespace

PageImage Shrink(const PageImage& image, std::int64_t max_pixels) {
  const auto side = [](int length, int factor) { return (length + factor - 1) / factor; };
  int factor = 1;
  while (std::int64_t{side(image.width, factor)} * side(image.height, factor) > max_pixels)
    ++factor;
  PageImage small{side(image.width, factor), side(image.height, factor), {}};
  small.pixels.reserve(static_cast<std::size_t>(small.width) *
                       static_cast<std::size_t>(small.height));
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x)
      small.pixels.push_back(MeanOf(image, x * factor, y * factor, factor));
  }
  return small;
}

absl::StatusOr<std::vector<isolation::Preview>> MakePreviews(document::Document& document,
                                                             const std::vector<Page>& pages,
                                                             const Limits& limits) {
  std::vector<int> wanted;
  for (const Page& page : pages) {
    if (!page.symbols.empty()) wanted.push_back(page.number);
  }
  if (wanted.empty() && !pages.empty()) wanted.push_back(pages.front().number);
  if (std::ssize(wanted) > limits.previews)
    wanted.resize(static_cast<std::size_t>(limits.previews));
  std::vector<isolation::Preview> previews;
  for (const int number : wanted) {
    const auto image = document.ReadPage(number - 1);
    if (document::IsNeedsDrawing(image.status())) return image.status();
    if (image.ok()) previews.push_back({number, Shrink(*image, limits.preview_pixels)});
  }
  return previews;
}

}  // namespace sceau::decode
