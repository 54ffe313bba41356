// SPDX-License-Identifier: Apache-2.0
#include "document/image/pixels.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "base/status.h"

namespace sceau::document {
namespace {

constexpr std::uint8_t kWhite = 255;

std::uint8_t PixelLuminance(Samples samples, const std::uint8_t* p, Paper paper) {
  switch (samples) {
    case Samples::kGray:
      return p[0];
    case Samples::kGrayAlpha:
      return OnPaper(paper, p[0], p[1]);
    case Samples::kRgb:
      return Luminance(p[0], p[1], p[2]);
    case Samples::kRgba:
      return OnPaper(paper, Luminance(p[0], p[1], p[2]), p[3]);
  }
  return kWhite;
}

// How the stored pixels are found from the upright page.
struct Turn {
  bool swaps_sides;  // the stored row is found from the upright column
  bool from_right;   // the stored column runs backwards
  bool from_bottom;  // the stored row runs backwards
};

// Spec: EXIF 2.32 (CIPA DC-008), 4.6.4.A, Orientation: where the 0th row and the 0th column are.
constexpr std::array<Turn, 8> kTurns = {{
    {false, false, false},  // 1: top, left
    {false, true, false},   // 2: top, right
    {false, true, true},    // 3: bottom, right
    {false, false, true},   // 4: bottom, left
    {true, false, false},   // 5: left, top
    {true, false, true},    // 6: right, top
    {true, true, true},     // 7: right, bottom
    {true, true, false},    // 8: left, bottom
}};

const Turn& TurnFor(int orientation) {
  const bool known = orientation >= 1 && orientation <= 8;
  return kTurns[known ? static_cast<std::size_t>(orientation - 1) : 0];
}

}  // namespace

int BytesPerPixel(Samples samples) {
  switch (samples) {
    case Samples::kGray:
      return 1;
    case Samples::kGrayAlpha:
      return 2;
    case Samples::kRgb:
      return 3;
    case Samples::kRgba:
      return 4;
  }
  return 1;
}

absl::Status CheckSize(std::int64_t width, std::int64_t height, const Limits& limits) {
  if (width <= 0 || height <= 0)
    return Refuse(Reason::kDocumentDamaged, "image of no width or height");
  constexpr std::int64_t kMaxSide = std::numeric_limits<int>::max();
  if (width > kMaxSide || height > kMaxSide || height > limits.page_pixels / width)
    return Refuse(Reason::kDocumentTooManyPixels, "image size");
  return absl::OkStatus();
}

absl::StatusOr<PageImage> NewPage(std::int64_t width, std::int64_t height, const Limits& limits) {
  SCEAU_RETURN_IF_ERROR(CheckSize(width, height, limits));
  PageImage page;
  page.width = static_cast<int>(width);
  page.height = static_cast<int>(height);
  page.pixels.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), kWhite);
  return page;
}

void ToLuminance(Samples samples, const std::uint8_t* from, int count, std::uint8_t* to, int step,
                 Paper paper) {
  const int size = BytesPerPixel(samples);
  for (int x = 0; x < count; ++x, from += size, to += step)
    *to = PixelLuminance(samples, from, paper);
}

bool IsBlank(const PageImage& page) {
  constexpr int kSame = 16;
  const auto [darkest, lightest] = std::ranges::minmax_element(page.pixels);
  return page.pixels.empty() || *lightest - *darkest < kSame;
}

bool SwapsSides(int orientation) { return TurnFor(orientation).swaps_sides; }

PageImage Upright(PageImage page, int orientation) {
  const Turn& turn = TurnFor(orientation);
  if (&turn == &kTurns.front()) return page;
  PageImage upright;
  upright.width = turn.swaps_sides ? page.height : page.width;
  upright.height = turn.swaps_sides ? page.width : page.height;
  upright.pixels.resize(page.pixels.size());
  upright.cut = page.cut;
  upright.showing = page.showing;

  std::ptrdiff_t right = 1;          // in the stored pixels, one to the right in storage
  std::ptrdiff_t down = page.width;  // and one down
  const std::uint8_t* origin = page.pixels.data();
  if (turn.from_right) {
    origin += (page.width - 1) * right;
    right = -right;
  }
  if (turn.from_bottom) {
    origin += (page.height - 1) * down;
    down = -down;
  }
  const std::ptrdiff_t along_x = turn.swaps_sides ? down : right;
  const std::ptrdiff_t along_y = turn.swaps_sides ? right : down;

  // Works in tiles that fit in the first-level cache: turning 12 megapixels row by row costs
  // several times more.
  constexpr int kTile = 64;
  for (int top = 0; top < upright.height; top += kTile) {
    for (int left = 0; left < upright.width; left += kTile) {
      const int bottom = std::min(top + kTile, upright.height);
      const int end = std::min(left + kTile, upright.width);
      for (int y = top; y < bottom; ++y) {
        const std::uint8_t* from = origin + y * along_y + left * along_x;
        std::uint8_t* to = RowOf(upright, y) + left;
        for (int x = left; x < end; ++x, from += along_x) *to++ = *from;
      }
    }
  }
  return upright;
}

}  // namespace sceau::document
