// SPDX-License-Identifier: Apache-2.0
// For tests: pictures of four quarters in four greys, written by each format's own encoder.
#ifndef SCEAU_DOCUMENT_IMAGE_TESTING_H_
#define SCEAU_DOCUMENT_IMAGE_TESTING_H_

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/page.h"

namespace sceau::document::testing {

// The greys of the quarters: top left, top right, bottom left, bottom right.
using Quarters = std::array<int, 4>;
constexpr Quarters kQuarters = {0, 85, 170, 255};

// 8 bits per sample. Channels: 1 grey, 2 grey and alpha, 3 RGB, 4 RGBA or (JPEG) CMYK.
struct Picture {
  int width = 0;
  int height = 0;
  int channels = 1;
  Bytes samples;
};

Picture MakeQuarters(int width = 48, int height = 32, Quarters greys = kQuarters);
// Samples that do not compress, so that half of the bytes are half of the rows.
Picture MakeNoise(int width, int height, int channels);
// A picture of one colour.
Picture MakeFlat(int width, int height, const Bytes& pixel);

// The grey in the middle of each quarter.
Quarters QuartersOf(const PageImage& page);
// The quarters of kQuarters as seen through each EXIF orientation, 1 to 8.
Quarters QuartersTurned(int orientation);

// A TIFF structure with the tag Orientation alone.
Bytes ExifBlock(int orientation, bool big_endian = false);

struct JpegOptions {
  bool progressive = false;
  int orientation = 0;  // 0: no EXIF
  bool adobe = true;    // CMYK: mark and invert as Adobe does
  Bytes icc = {};       // colour profile
};
Bytes EncodeJpeg(const Picture& picture, const JpegOptions& options = {});

struct PngOptions {
  int bit_depth = 8;  // grey: 1, 2, 4, 8, 16
  bool interlaced = false;
  bool palette = false;  // grey samples as indices of a grey palette
  int orientation = 0;
};
Bytes EncodePng(const Picture& picture, const PngOptions& options = {});
// With a chunk before the pixels.
Bytes WithPngChunk(const Bytes& png, std::string_view name, const Bytes& content);
Bytes WithPngProfile(const Bytes& png, const Bytes& icc);

enum class TiffKind { kGrey, kStrips, kFax3, kFax3Mixed, kFax4, kLzwTiles, kJpeg, kThumbnail };
struct TiffPage {
  Picture picture;
  TiffKind kind = TiffKind::kGrey;
  int orientation = 1;
  Bytes icc = {};
};
Bytes EncodeTiff(const std::vector<TiffPage>& pages, bool big_tiff = false);
// The data of its only page, in one strip that stands before the directory.
ByteSpan StripOf(ByteSpan tiff);

Bytes EncodeWebp(const Picture& picture, bool lossless);  // 3 or 4 channels
Bytes WithWebpExif(const Bytes& webp, const Picture& picture, int orientation);
Bytes WithWebpProfile(const Bytes& webp, const Picture& picture, const Bytes& icc);

Bytes FromHex(std::string_view hex);

}  // namespace sceau::document::testing

#endif  // SCEAU_DOCUMENT_IMAGE_TESTING_H_
