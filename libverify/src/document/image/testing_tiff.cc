// SPDX-License-Identifier: Apache-2.0
#include <tiffio.h>

#include <algorithm>
#include <cstring>

#include "document/image/testing.h"

namespace sceau::document::testing {
namespace {

struct Target {
  Bytes bytes;
  std::size_t at = 0;
};

Target& TargetOf(thandle_t handle) { return *static_cast<Target*>(handle); }

tmsize_t ReadBack(thandle_t handle, void* to, tmsize_t count) {
  Target& target = TargetOf(handle);
  const std::size_t taken =
      std::min(static_cast<std::size_t>(count), target.bytes.size() - target.at);
  std::memcpy(to, target.bytes.data() + target.at, taken);
  target.at += taken;
  return static_cast<tmsize_t>(taken);
}

tmsize_t Write(thandle_t handle, void* from, tmsize_t count) {
  Target& target = TargetOf(handle);
  const auto size = static_cast<std::size_t>(count);
  target.bytes.resize(std::max(target.bytes.size(), target.at + size));
  std::memcpy(target.bytes.data() + target.at, from, size);
  target.at += size;
  return count;
}

toff_t Seek(thandle_t handle, toff_t offset, int whence) {
  Target& target = TargetOf(handle);
  target.at = whence == SEEK_END   ? target.bytes.size() + offset
              : whence == SEEK_CUR ? target.at + offset
                                   : offset;
  return target.at;
}

int KeepOpen(thandle_t) { return 0; }
toff_t SizeOf(thandle_t handle) { return TargetOf(handle).bytes.size(); }

std::size_t RowSize(const Picture& picture) {
  return static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.channels);
}

void Set(TIFF* tiff, std::uint32_t tag, int value) { TIFFSetField(tiff, tag, value); }

void WriteFax(TIFF* tiff, const Picture& picture) {
  Bytes row((static_cast<std::size_t>(picture.width) + 7) / 8);
  for (int y = 0; y < picture.height; ++y) {
    std::ranges::fill(row, std::uint8_t{0});
    for (std::size_t x = 0; x < static_cast<std::size_t>(picture.width); ++x) {
      const auto at = static_cast<std::size_t>(y * picture.width) + x;
      if (picture.samples[at] < 128) row[x / 8] |= static_cast<std::uint8_t>(0x80 >> x % 8);
    }
    TIFFWriteScanline(tiff, row.data(), static_cast<std::uint32_t>(y), 0);
  }
}

void WriteTiles(TIFF* tiff, const Picture& picture) {
  constexpr int kTile = 64;
  Set(tiff, TIFFTAG_TILEWIDTH, kTile);
  Set(tiff, TIFFTAG_TILELENGTH, kTile);
  Bytes tile(static_cast<std::size_t>(kTile * kTile * picture.channels));
  for (int top = 0; top < picture.height; top += kTile) {
    for (int left = 0; left < picture.width; left += kTile) {
      const int columns = std::min(kTile, picture.width - left);
      for (int y = top; y < std::min(top + kTile, picture.height); ++y) {
        const std::uint8_t* from =
            picture.samples.data() + (y * picture.width + left) * picture.channels;
        std::copy_n(from, columns * picture.channels,
                    tile.data() + (y - top) * kTile * picture.channels);
      }
      TIFFWriteTile(tiff, tile.data(), static_cast<std::uint32_t>(left),
                    static_cast<std::uint32_t>(top), 0, 0);
    }
  }
}

void WriteRows(TIFF* tiff, const Picture& picture) {
  Bytes samples = picture.samples;
  for (std::uint32_t y = 0; y < static_cast<std::uint32_t>(picture.height); ++y)
    TIFFWriteScanline(tiff, samples.data() + y * RowSize(picture), y, 0);
}

int CompressionOf(TiffKind kind) {
  switch (kind) {
    case TiffKind::kGrey:
    case TiffKind::kThumbnail:
      return COMPRESSION_PACKBITS;
    case TiffKind::kFax3:
    case TiffKind::kFax3Mixed:
      return COMPRESSION_CCITTFAX3;
    case TiffKind::kFax4:
      return COMPRESSION_CCITTFAX4;
    case TiffKind::kStrips:
    case TiffKind::kLzwTiles:
      return COMPRESSION_LZW;
    case TiffKind::kJpeg:
      return COMPRESSION_JPEG;
  }
  return COMPRESSION_NONE;
}

bool IsFax(TiffKind kind) {
  return kind == TiffKind::kFax3 || kind == TiffKind::kFax3Mixed || kind == TiffKind::kFax4;
}

void WritePage(TIFF* tiff, const TiffPage& page) {
  const bool fax = IsFax(page.kind);
  const bool colour = page.picture.channels >= 3;
  Set(tiff, TIFFTAG_IMAGEWIDTH, page.picture.width);
  Set(tiff, TIFFTAG_IMAGELENGTH, page.picture.height);
  Set(tiff, TIFFTAG_BITSPERSAMPLE, fax ? 1 : 8);
  Set(tiff, TIFFTAG_SAMPLESPERPIXEL, page.picture.channels);
  Set(tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG);
  Set(tiff, TIFFTAG_ORIENTATION, page.orientation);
  Set(tiff, TIFFTAG_COMPRESSION, CompressionOf(page.kind));
  Set(tiff, TIFFTAG_PHOTOMETRIC,
      colour ? PHOTOMETRIC_RGB
      : fax  ? PHOTOMETRIC_MINISWHITE
             : PHOTOMETRIC_MINISBLACK);
  if (page.kind == TiffKind::kFax3Mixed) Set(tiff, TIFFTAG_GROUP3OPTIONS, GROUP3OPT_2DENCODING);
  if (page.kind == TiffKind::kStrips) Set(tiff, TIFFTAG_ROWSPERSTRIP, 16);
  if (page.kind == TiffKind::kThumbnail) Set(tiff, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE);
  if (page.picture.channels == 4) {
    const std::uint16_t alpha = EXTRASAMPLE_UNASSALPHA;
    TIFFSetField(tiff, TIFFTAG_EXTRASAMPLES, 1, &alpha);
  }
  if (!page.icc.empty())
    TIFFSetField(tiff, TIFFTAG_ICCPROFILE, static_cast<std::uint32_t>(page.icc.size()),
                 page.icc.data());
  if (fax) {
    WriteFax(tiff, page.picture);
  } else if (page.kind == TiffKind::kLzwTiles) {
    WriteTiles(tiff, page.picture);
  } else {
    WriteRows(tiff, page.picture);
  }
  TIFFWriteDirectory(tiff);
}

}  // namespace

Bytes EncodeTiff(const std::vector<TiffPage>& pages, bool big_tiff) {
  Target target;
  TIFF* tiff = TIFFClientOpen("", big_tiff ? "w8" : "w", &target, ReadBack, Write, Seek, KeepOpen,
                              SizeOf, nullptr, nullptr);
  for (const TiffPage& page : pages) WritePage(tiff, page);
  TIFFClose(tiff);
  return target.bytes;
}

ByteSpan StripOf(ByteSpan tiff) {
  constexpr std::size_t kHeader = 8;
  const std::size_t directory = tiff[4] | std::size_t{tiff[5]} << 8 | std::size_t{tiff[6]} << 16;
  return tiff.first(directory).subspan(kHeader);
}

}  // namespace sceau::document::testing
