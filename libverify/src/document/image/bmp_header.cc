// SPDX-License-Identifier: Apache-2.0
#include "document/image/bmp_header.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/status.h"
#include "document/image/pixels.h"

namespace sceau::document {
namespace {

constexpr std::size_t kFileHeader = 14;
constexpr std::size_t kCoreHeader = 12;  // of OS/2 1.x and Windows 2
constexpr std::size_t kInfoHeader = 40;
constexpr std::size_t kHeaderWithMasks = 52;
constexpr std::size_t kHeaderWithAlpha = 56;
constexpr std::size_t kHeaderWithProfile = 124;

enum Compression : std::uint32_t {
  kNone = 0,
  kRuns8 = 1,
  kRuns4 = 2,
  kMasks = 3,
  kMasksWithAlpha = 6,
};

// Reads zero past the end, as a header of fewer fields has it.
class BmpFields {
 public:
  BmpFields(ByteSpan bytes, std::size_t end) : bytes_(bytes.first(std::min(end, bytes.size()))) {}

  std::uint32_t At(std::size_t at, std::size_t size = 4) const {
    std::uint32_t number = 0;
    if (at + size > bytes_.size()) return 0;
    for (std::size_t i = size; i-- > 0;) number = number << 8 | bytes_[at + i];
    return number;
  }

 private:
  ByteSpan bytes_;
};

bool IsOfOs2(std::size_t header) { return header == 16 || header == 64; }

// True when a number of bits goes with a compression.
bool IsKnownPair(int bits, std::uint32_t compression, std::size_t header) {
  switch (compression) {
    case kNone:
      return bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16 || bits == 24 ||
             bits == 32;
    case kRuns8:
      return bits == 8;
    case kRuns4:
      return bits == 4;
    case kMasks:  // in OS/2 a fax
    case kMasksWithAlpha:
      return (bits == 16 || bits == 32) && !IsOfOs2(header);
    default:
      return false;
  }
}

void ReadMasks(const BmpFields& fields, std::size_t header, std::uint32_t compression,
               BmpHeader& bmp) {
  constexpr std::size_t kMasksAt = kFileHeader + kInfoHeader;
  if (compression == kNone) {
    bmp.masks = bmp.bits == 16 ? std::array<std::uint32_t, 4>{0x7C00, 0x03E0, 0x001F, 0}
                               : std::array<std::uint32_t, 4>{0xFF0000, 0xFF00, 0xFF, 0};
    return;
  }
  const bool alpha = compression == kMasksWithAlpha || header >= kHeaderWithAlpha;
  for (std::size_t i = 0; i < (alpha ? 4U : 3U); ++i) bmp.masks[i] = fields.At(kMasksAt + 4 * i);
}

// Where the palette begins: behind the masks, where these stand outside the header.
std::size_t PaletteAt(std::size_t header, std::uint32_t compression) {
  const std::size_t masks = header != kInfoHeader            ? 0
                            : compression == kMasks          ? 12
                            : compression == kMasksWithAlpha ? 16
                                                             : 0;
  return kFileHeader + header + masks;
}

void ReadPalette(ByteSpan bytes, std::size_t at, std::size_t entry, std::uint32_t used,
                 BmpHeader& bmp) {
  const std::size_t most = std::size_t{1} << bmp.bits;
  const std::size_t count = used == 0 ? most : std::min<std::size_t>(used, most);
  const std::size_t end = std::min(bmp.pixels_at, bytes.size());
  for (std::size_t i = 0; i < count && at + entry <= end; ++i, at += entry)
    bmp.palette[i] = Luminance(bytes[at + 2], bytes[at + 1], bytes[at]);
}

}  // namespace

absl::StatusOr<BmpHeader> ReadBmpHeader(ByteSpan bytes) {
  const std::size_t header = BmpFields(bytes, bytes.size()).At(kFileHeader);
  const std::size_t end = kFileHeader + header;
  if (header < kCoreHeader || end > bytes.size())
    return Refuse(Reason::kDocumentDamaged, "bmp header");
  // Masks may stand right behind the shortest header that has a field for them.
  const BmpFields fields(bytes, std::max(end, kFileHeader + kHeaderWithAlpha));
  const bool core = header == kCoreHeader;
  const BmpFields own(bytes, end);
  BmpHeader bmp;
  bmp.pixels_at = own.At(10);
  bmp.width = core ? std::int64_t{own.At(18, 2)} : static_cast<std::int32_t>(own.At(18));
  const std::int64_t height =
      core ? std::int64_t{own.At(20, 2)} : static_cast<std::int32_t>(own.At(22));
  bmp.top_down = height < 0;
  bmp.height = std::abs(height);
  bmp.bits = static_cast<int>(core ? own.At(24, 2) : own.At(28, 2));
  const std::uint32_t compression = core ? std::uint32_t{kNone} : own.At(30);
  if (!IsKnownPair(bmp.bits, compression, header))
    return Refuse(Reason::kDocumentDamaged, "bmp compression");
  // bV5CSType: PROFILE_EMBEDDED, PROFILE_LINKED.
  const std::uint32_t colours = header >= kHeaderWithProfile ? own.At(70) : 0;
  bmp.has_profile = colours == 0x4D424544 || colours == 0x4C494E4B;
  bmp.runs = compression == kRuns8 || compression == kRuns4;
  if (bmp.bits <= 8)
    ReadPalette(bytes, PaletteAt(header, compression), core ? 3 : 4, core ? 0 : own.At(46), bmp);
  else
    ReadMasks(header >= kHeaderWithMasks ? own : fields, header, compression, bmp);
  return bmp;
}

}  // namespace sceau::document
