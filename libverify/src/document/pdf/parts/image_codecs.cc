// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/image_codecs.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

#include "base/status.h"
#include "document/document.h"
#include "document/image/codecs.h"
#include "document/image/pixels.h"

namespace sceau::document {
namespace {

absl::Status UnknownCoding(const char* what) { return Refuse(Reason::kDocumentDamaged, what); }

// Length of the segment at `at`, with its marker; 0 where the segments before the picture end.
// Spec: ITU-T T.81, B.1.
std::size_t SegmentAt(ByteSpan jpeg, std::size_t at) {
  constexpr std::uint8_t kMarker = 0xFF;
  constexpr std::uint8_t kStartOfScan = 0xDA;
  if (at + 4 > jpeg.size() || jpeg[at] != kMarker || jpeg[at + 1] == kStartOfScan) return 0;
  const std::size_t length = std::size_t{jpeg[at + 2]} * 256 + jpeg[at + 3] + 2;
  return length <= jpeg.size() - at ? length : 0;
}

// Segments before the picture that carry EXIF are taken out.
Bytes WithoutExif(Bytes jpeg) {
  constexpr std::uint8_t kApp1 = 0xE1;
  for (std::size_t at = 2; const std::size_t length = SegmentAt(jpeg, at);) {
    if (jpeg[at + 1] == kApp1) {
      const auto from = jpeg.begin() + static_cast<std::ptrdiff_t>(at);
      jpeg.erase(from, from + static_cast<std::ptrdiff_t>(length));
    } else {
      at += length;
    }
  }
  return jpeg;
}

// A TIFF file of one strip, little-endian, for libtiff's fax decoder. Spec: TIFF 6.0, sections 2
// and 11.
class FaxFile {
 public:
  FaxFile(ByteSpan strip, int width, int height, int k, bool inverted) {
    Append16(0x4949);
    Append16(42);
    Append32(static_cast<std::uint32_t>(8 + strip.size() + strip.size() % 2));
    bytes_.insert(bytes_.end(), strip.begin(), strip.end());
    if (strip.size() % 2 != 0) bytes_.push_back(0);
    Append16(9);
    Entry(256, static_cast<std::uint32_t>(width));
    Entry(257, static_cast<std::uint32_t>(height));
    Entry(258, 1);
    Entry(259, k < 0 ? 4 : 3);     // compression: group 4 or group 3
    Entry(262, inverted ? 1 : 0);  // 0: what the code calls white is white
    Entry(273, 8);                 // where the strip starts
    Entry(277, 1);
    Entry(278, static_cast<std::uint32_t>(height));
    Entry(279, static_cast<std::uint32_t>(strip.size()));
    if (k >= 0) {
      bytes_[8 + strip.size() + strip.size() % 2] = 10;
      Entry(292, k > 0 ? 1 : 0);
    }
    Append32(0);
  }
  const Bytes& bytes() const { return bytes_; }

 private:
  void Append16(std::uint32_t value) {
    bytes_.push_back(static_cast<std::uint8_t>(value));
    bytes_.push_back(static_cast<std::uint8_t>(value >> 8));
  }
  void Append32(std::uint32_t value) {
    Append16(value & 0xFFFF);
    Append16(value >> 16);
  }
  void Entry(std::uint32_t tag, std::uint32_t value) {
    constexpr std::uint32_t kLong = 4;
    Append16(tag);
    Append16(kLong);
    Append32(1);
    Append32(value);
  }

  Bytes bytes_;
};

}  // namespace

absl::StatusOr<PageImage> DecodeDct(Bytes bytes, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(PageImage image, DecodeJpeg(WithoutExif(std::move(bytes)), limits));
  if (image.cut) return UnknownCoding("pdf jpeg");
  return image;
}

JpegInks InksOf(ByteSpan jpeg) {
  constexpr std::uint8_t kApp14 = 0xEE;
  constexpr std::uint8_t kTables[] = {0xC4, 0xC8, 0xCC};  // among the markers of frames
  constexpr std::size_t kComponents = 9;
  bool four = false;
  bool adobe = false;
  for (std::size_t at = 2; const std::size_t length = SegmentAt(jpeg, at); at += length) {
    const std::uint8_t kind = jpeg[at + 1];
    if (kind == kApp14) adobe = adobe || AsText(jpeg.subspan(at + 4)).starts_with("Adobe");
    if ((kind & 0xF0) == 0xC0 && std::ranges::count(kTables, kind) == 0)
      four = length > kComponents && jpeg[at + kComponents] == 4;
  }
  if (!four) return JpegInks::kNone;
  return adobe ? JpegInks::kInverted : JpegInks::kPlain;
}

absl::StatusOr<PageImage> DecodeCcitt(ByteSpan bytes, QPDFObjectHandle parms, int width, int height,
                                      std::array<std::uint8_t, 2> levels, const Limits& limits) {
  const auto integer = [&](const char* key, int otherwise) {
    QPDFObjectHandle value = parms.isDictionary() ? parms.getKey(key) : QPDFObjectHandle::newNull();
    return value.isInteger() ? value.getIntValueAsInt() : otherwise;
  };
  const auto is_set = [&](const char* key) {
    return parms.isDictionary() && parms.getKey(key).isBool() && parms.getKey(key).getBoolValue();
  };
  // libtiff does not know rows that end on a byte.
  if (integer("/Columns", 1728) != width || is_set("/EncodedByteAlign"))
    return UnknownCoding("pdf fax parameters");
  const auto [black, white] =
      is_set("/BlackIs1") ? std::pair(levels[1], levels[0]) : std::pair(levels[0], levels[1]);
  const FaxFile file(bytes, width, height, integer("/K", 0), white < black);
  SCEAU_ASSIGN_OR_RETURN(const auto tiff, OpenTiff(file.bytes(), limits));
  SCEAU_ASSIGN_OR_RETURN(PageImage image, tiff->ReadPage(0));
  const auto [dark, light] = std::minmax(black, white);
  if (dark == 0 && light == 255) return image;
  for (std::uint8_t& pixel : image.pixels) pixel = pixel == 0 ? dark : light;
  return image;
}

}  // namespace sceau::document
