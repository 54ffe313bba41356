// SPDX-License-Identifier: Apache-2.0
// Reads what stands before the pixels of a BMP file, in each of its forms.
#ifndef SCEAU_DOCUMENT_IMAGE_BMP_HEADER_H_
#define SCEAU_DOCUMENT_IMAGE_BMP_HEADER_H_

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "absl/status/statusor.h"
#include "base/bytes.h"

namespace sceau::document {

struct BmpHeader {
  std::int64_t width = 0;
  std::int64_t height = 0;
  bool top_down = false;
  int bits = 0;                             // per pixel: 1, 2, 4, 8, 16, 24 or 32
  bool runs = false;                        // the pixels are run lengths of 4 or 8 bits
  std::array<std::uint8_t, 256> palette{};  // luminance by index; black where there is no colour
  std::array<std::uint32_t, 4> masks{};     // red, green, blue, alpha, for 16 and 32 bits
  std::size_t pixels_at = 0;
  bool has_profile = false;  // of its colours, in the file or beside it, which hardly any has
};

// Error: document.damaged.
absl::StatusOr<BmpHeader> ReadBmpHeader(ByteSpan bytes);

// The bits of a pixel under a mask, as a number up to 255.
constexpr std::uint8_t PartOf(std::uint32_t pixel, std::uint32_t mask) {
  if (mask == 0) return 0;
  const int shift = std::countr_zero(mask);
  const std::uint64_t most = mask >> shift;
  const std::uint64_t value = (pixel & mask) >> shift;
  return static_cast<std::uint8_t>((value * 255 + most / 2) / most);
}

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_IMAGE_BMP_HEADER_H_
