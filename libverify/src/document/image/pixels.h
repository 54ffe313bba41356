// SPDX-License-Identifier: Apache-2.0
// What every image codec ends with: an upright page of luminance of a checked size.
#ifndef SCEAU_DOCUMENT_IMAGE_PIXELS_H_
#define SCEAU_DOCUMENT_IMAGE_PIXELS_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "absl/status/statusor.h"
#include "base/page.h"
#include "sceau/limits.h"

namespace sceau::document {

// Errors: document.damaged for a size without pixels, document.too-many-pixels beyond the limit.
// Call it before anything of that size is allocated.
absl::Status CheckSize(std::int64_t width, std::int64_t height, const Limits& limits);

// A white page of a size that CheckSize() accepts. Errors: those of CheckSize().
absl::StatusOr<PageImage> NewPage(std::int64_t width, std::int64_t height, const Limits& limits);

inline std::uint8_t* RowOf(PageImage& page, int y) {
  return page.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(page.width);
}

// Spec: ITU-R BT.601-7, 2.5.1: Y' = 0.299 R' + 0.587 G' + 0.114 B', rounded.
constexpr std::uint8_t Luminance(unsigned red, unsigned green, unsigned blue) {
  return static_cast<std::uint8_t>((299 * red + 587 * green + 114 * blue + 500) / 1000);
}

// Video luma goes from 16 to 235 (BT.601-7, 2.5.3); this stretches it to 0 to 255.
constexpr std::uint8_t FullRange(int luma) {
  return static_cast<std::uint8_t>(std::clamp(((luma - 16) * 255 + 109) / 219, 0, 255));
}

// What a luminance looks like when white paper shows through it: straight alpha, 255 = opaque.
constexpr std::uint8_t OnWhite(unsigned luminance, unsigned alpha) {
  return static_cast<std::uint8_t>((luminance * alpha + 255 * (255 - alpha) + 127) / 255);
}

// What shows through where a picture is transparent.
enum class Paper { kWhite, kBlack };

constexpr std::uint8_t OnPaper(Paper paper, unsigned luminance, unsigned alpha) {
  if (paper == Paper::kWhite) return OnWhite(luminance, alpha);
  return static_cast<std::uint8_t>((luminance * alpha + 127) / 255);
}

// Whether all of it is about as light.
bool IsBlank(const PageImage& page);

// Decodes on white paper, and on black where white shows nothing: white modules on transparent
// pixels are meant for a dark ground. `decode` takes the paper.
template <typename Decode>
absl::StatusOr<PageImage> OnPaperThatShows(Decode decode) {
  absl::StatusOr<PageImage> on_white = decode(Paper::kWhite);
  if (!on_white.ok() || !IsBlank(*on_white)) return on_white;
  absl::StatusOr<PageImage> on_black = decode(Paper::kBlack);
  return on_black.ok() && !IsBlank(*on_black) ? std::move(on_black) : std::move(on_white);
}

// How the samples of a pixel lie in memory, 8 bits each.
enum class Samples { kGray, kGrayAlpha, kRgb, kRgba };
int BytesPerPixel(Samples samples);

// Writes `count` pixels of luminance, `step` bytes apart.
void ToLuminance(Samples samples, const std::uint8_t* from, int count, std::uint8_t* to,
                 int step = 1, Paper paper = Paper::kWhite);

// Turns and mirrors the stored pixels as the EXIF tag Orientation says (1 to 8; anything else is
// 1).
PageImage Upright(PageImage page, int orientation);
// True when that orientation swaps width and height.
bool SwapsSides(int orientation);

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_IMAGE_PIXELS_H_
