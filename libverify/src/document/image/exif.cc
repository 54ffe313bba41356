// SPDX-License-Identifier: Apache-2.0
#include "document/image/exif.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sceau::document {
namespace {

using namespace std::string_view_literals;

constexpr int kUpright = 1;
constexpr std::uint32_t kOrientationTag = 0x0112;
constexpr std::uint32_t kShort = 3;
constexpr std::size_t kEntrySize = 12;

// Reads the numbers of a TIFF block in its own byte order. Past the end it reads 0, which is not a
// tag, type or count.
class TiffBlock {
 public:
  TiffBlock(ByteSpan bytes, bool big_endian) : bytes_(bytes), big_endian_(big_endian) {}

  std::uint32_t Number(std::size_t offset, std::size_t size) const {
    if (offset > bytes_.size() || size > bytes_.size() - offset) return 0;
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const std::size_t at = big_endian_ ? offset + i : offset + size - 1 - i;
      number = (number << 8) | bytes_[at];
    }
    return number;
  }

 private:
  ByteSpan bytes_;
  bool big_endian_;
};

}  // namespace

int ExifOrientation(ByteSpan block) {
  constexpr std::string_view kPrefix = "Exif\0\0"sv;
  if (AsText(block).starts_with(kPrefix)) block = block.subspan(kPrefix.size());
  const bool little = AsText(block).starts_with("II*\0"sv);
  if (!little && !AsText(block).starts_with("MM\0*"sv)) return kUpright;
  const TiffBlock tiff(block, !little);

  const std::size_t directory = tiff.Number(4, 4);
  const std::size_t entries = tiff.Number(directory, 2);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + i * kEntrySize;
    if (tiff.Number(entry, 2) != kOrientationTag) continue;
    const bool well_formed = tiff.Number(entry + 2, 2) == kShort && tiff.Number(entry + 4, 4) == 1;
    const std::uint32_t value = tiff.Number(entry + 8, 2);
    return well_formed && value >= 1 && value <= 8 ? static_cast<int>(value) : kUpright;
  }
  return kUpright;
}

}  // namespace sceau::document
