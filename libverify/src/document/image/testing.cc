// SPDX-License-Identifier: Apache-2.0
#include "document/image/testing.h"

// jpeglib.h needs <cstdio> before it and does not include it.
// clang-format off
#include <cstdio>
#include <jpeglib.h>
// clang-format on
#include <png.h>
#include <webp/encode.h>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdlib>
#include <cstring>

#include "codec/zlib.h"

namespace sceau::document::testing {
namespace {

std::size_t Size(int n) { return static_cast<std::size_t>(n); }

const std::uint8_t* RowOf(const Picture& picture, int y) {
  return picture.samples.data() + Size(y) * Size(picture.width) * Size(picture.channels);
}

void Append(Bytes& to, std::string_view text) { to.insert(to.end(), text.begin(), text.end()); }

void AppendLittle(Bytes& to, std::size_t number, int size) {
  for (int i = 0; i < size; ++i) to.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
}

void WriteToBytes(png_structp png, png_bytep data, std::size_t count) {
  auto* out = static_cast<Bytes*>(png_get_io_ptr(png));
  out->insert(out->end(), data, data + count);
}

int PngColour(const Picture& picture, const PngOptions& options) {
  constexpr std::array kByChannels = {PNG_COLOR_TYPE_GRAY, PNG_COLOR_TYPE_GRAY_ALPHA,
                                      PNG_COLOR_TYPE_RGB, PNG_COLOR_TYPE_RGB_ALPHA};
  return options.palette ? PNG_COLOR_TYPE_PALETTE : kByChannels.at(Size(picture.channels - 1));
}

// Samples of 8 bits become rows of `depth` bits.
Bytes PackRow(const Picture& picture, int y, int depth) {
  const std::uint8_t* row = RowOf(picture, y);
  Bytes packed;
  const int samples = picture.width * picture.channels;
  if (depth >= 8) {
    for (int i = 0; i < samples; ++i) packed.insert(packed.end(), Size(depth / 8), row[i]);
    return packed;
  }
  packed.assign((Size(samples) * Size(depth) + 7) / 8, 0);
  for (int i = 0; i < samples; ++i) {
    const int bit = i * depth;
    packed[Size(bit / 8)] |=
        static_cast<std::uint8_t>(row[i] >> (8 - depth) << (8 - depth - bit % 8));
  }
  return packed;
}

void SetGreyPalette(png_structp png, png_infop info) {
  std::array<png_color, 256> palette;
  for (std::size_t i = 0; i < palette.size(); ++i) {
    const auto grey = static_cast<png_byte>(i);
    palette[i] = {grey, grey, grey};
  }
  png_set_PLTE(png, info, palette.data(), static_cast<int>(palette.size()));
}

}  // namespace

Picture MakeQuarters(int width, int height, Quarters greys) {
  Picture picture{width, height, 1, {}};
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const int quarter = (y >= height / 2 ? 2 : 0) + (x >= width / 2 ? 1 : 0);
      picture.samples.push_back(static_cast<std::uint8_t>(greys.at(Size(quarter))));
    }
  }
  return picture;
}

Picture MakeNoise(int width, int height, int channels) {
  Picture picture{width, height, channels, {}};
  std::uint32_t state = 1;  // a linear congruential generator: its upper bits are even enough
  for (int i = 0; i < width * height * channels; ++i) {
    state = state * 1664525 + 1013904223;
    picture.samples.push_back(static_cast<std::uint8_t>(state >> 24));
  }
  return picture;
}

Picture MakeFlat(int width, int height, const Bytes& pixel) {
  Picture picture{width, height, static_cast<int>(pixel.size()), {}};
  for (int i = 0; i < width * height; ++i)
    picture.samples.insert(picture.samples.end(), pixel.begin(), pixel.end());
  return picture;
}

Quarters QuartersOf(const PageImage& page) {
  const auto at = [&](int x, int y) -> int { return page.pixels.at(Size(y * page.width + x)); };
  const int left = page.width / 4;
  const int top = page.height / 4;
  return {at(left, top), at(page.width - 1 - left, top), at(left, page.height - 1 - top),
          at(page.width - 1 - left, page.height - 1 - top)};
}

Quarters QuartersTurned(int orientation) {
  const auto [a, b, c, d] = kQuarters;
  const std::array<Quarters, 8> turned = {{{a, b, c, d},
                                           {b, a, d, c},
                                           {d, c, b, a},
                                           {c, d, a, b},
                                           {a, c, b, d},
                                           {c, a, d, b},
                                           {d, b, c, a},
                                           {b, d, a, c}}};
  return turned.at(Size(orientation - 1));
}

Bytes ExifBlock(int orientation, bool big_endian) {
  Bytes block;
  const auto number = [&](std::size_t value, int size) {
    for (int i = 0; i < size; ++i) {
      const int shift = 8 * (big_endian ? size - 1 - i : i);
      block.push_back(static_cast<std::uint8_t>(value >> shift));
    }
  };
  Append(block, big_endian ? "MM" : "II");
  number(42, 2);
  number(8, 4);  // the directory follows
  number(1, 2);  // one entry
  number(0x0112, 2);
  number(3, 2);
  number(1, 4);
  number(Size(orientation), 2);
  number(0, 2);
  number(0, 4);  // no other directory
  return block;
}

Bytes EncodeJpeg(const Picture& picture, const JpegOptions& options) {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  info.err = jpeg_std_error(&errors);
  jpeg_create_compress(&info);
  unsigned char* out = nullptr;
  unsigned long size = 0;
  jpeg_mem_dest(&info, &out, &size);
  info.image_width = static_cast<JDIMENSION>(picture.width);
  info.image_height = static_cast<JDIMENSION>(picture.height);
  info.input_components = picture.channels;
  info.in_color_space = picture.channels == 1   ? JCS_GRAYSCALE
                        : picture.channels == 3 ? JCS_RGB
                                                : JCS_CMYK;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, 95, TRUE);
  if (options.progressive) jpeg_simple_progression(&info);
  if (picture.channels == 4) info.write_Adobe_marker = options.adobe ? TRUE : FALSE;
  jpeg_start_compress(&info, TRUE);
  if (options.orientation != 0) {
    Bytes exif;
    Append(exif, {"Exif\0\0", 6});
    const Bytes block = ExifBlock(options.orientation, true);
    exif.insert(exif.end(), block.begin(), block.end());
    jpeg_write_marker(&info, JPEG_APP0 + 1, exif.data(), static_cast<unsigned>(exif.size()));
  }
  if (!options.icc.empty())
    jpeg_write_icc_profile(&info, options.icc.data(), static_cast<unsigned>(options.icc.size()));
  for (int y = 0; y < picture.height; ++y) {
    Bytes row(RowOf(picture, y), RowOf(picture, y) + Size(picture.width * picture.channels));
    if (picture.channels == 4 && options.adobe)
      std::ranges::transform(row, row.begin(),
                             [](std::uint8_t ink) -> std::uint8_t { return 255 - ink; });
    JSAMPROW pointer = row.data();
    jpeg_write_scanlines(&info, &pointer, 1);
  }
  jpeg_finish_compress(&info);
  Bytes bytes(out, out + size);
  std::free(out);
  jpeg_destroy_compress(&info);
  return bytes;
}

Bytes EncodePng(const Picture& picture, const PngOptions& options) {
  Bytes out;
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
  png_infop info = png_create_info_struct(png);
  png_set_write_fn(png, &out, WriteToBytes, nullptr);
  png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width),
               static_cast<png_uint_32>(picture.height), options.bit_depth,
               PngColour(picture, options),
               options.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE,
               PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  if (options.palette) SetGreyPalette(png, info);
  Bytes exif = ExifBlock(options.orientation);
  if (options.orientation != 0)
    png_set_eXIf_1(png, info, static_cast<png_uint_32>(exif.size()), exif.data());
  png_write_info(png, info);
  const int passes = png_set_interlace_handling(png);
  for (int pass = 0; pass < passes; ++pass) {
    for (int y = 0; y < picture.height; ++y)
      png_write_row(png, PackRow(picture, y, options.bit_depth).data());
  }
  png_write_end(png, info);
  png_destroy_write_struct(&png, &info);
  return out;
}

Bytes WithPngChunk(const Bytes& png, std::string_view name, const Bytes& content) {
  constexpr std::size_t kBehindHeader = 8 + 25;
  Bytes named;
  Append(named, name);
  named.insert(named.end(), content.begin(), content.end());
  std::uint32_t checksum = 0xFFFFFFFF;  // W3C PNG, annex D
  for (const std::uint8_t byte : named) {
    checksum ^= byte;
    for (int bit = 0; bit < 8; ++bit)
      checksum = checksum >> 1 ^ ((checksum & 1) != 0 ? 0xEDB88320 : 0);
  }
  Bytes chunk;
  const auto put = [&](std::size_t number) {
    for (int shift = 24; shift >= 0; shift -= 8)
      chunk.push_back(static_cast<std::uint8_t>(number >> shift));
  };
  put(content.size());
  chunk.insert(chunk.end(), named.begin(), named.end());
  put(~checksum);
  Bytes with = png;
  with.insert(with.begin() + kBehindHeader, chunk.begin(), chunk.end());
  return with;
}

Bytes WithPngProfile(const Bytes& png, const Bytes& icc) {
  const Bytes stream = codec::Deflate(icc, codec::DeflateKind::kSparse).value();
  Bytes content;
  Append(content, {"name\0\0", 6});
  content.insert(content.end(), stream.begin(), stream.end());
  return WithPngChunk(png, "iCCP", content);
}

Bytes EncodeWebp(const Picture& picture, bool lossless) {
  std::uint8_t* out = nullptr;
  std::size_t size = 0;
  const std::uint8_t* in = picture.samples.data();
  const int w = picture.width;
  const int h = picture.height;
  constexpr float kQuality = 95;
  if (picture.channels == 3) {
    size = lossless ? WebPEncodeLosslessRGB(in, w, h, 3 * w, &out)
                    : WebPEncodeRGB(in, w, h, 3 * w, kQuality, &out);
  } else {
    size = lossless ? WebPEncodeLosslessRGBA(in, w, h, 4 * w, &out)
                    : WebPEncodeRGBA(in, w, h, 4 * w, kQuality, &out);
  }
  Bytes bytes(out, out + size);
  WebPFree(out);
  return bytes;
}

namespace {

void AppendChunk(Bytes& to, std::string_view name, const Bytes& content) {
  Append(to, name);
  AppendLittle(to, content.size(), 4);
  to.insert(to.end(), content.begin(), content.end());
  if (content.size() % 2 != 0) to.push_back(0);
}

// RFC 9649, 2.7: the extended header, a profile, the picture's own chunk, then EXIF.
Bytes ExtendWebp(const Bytes& webp, const Picture& picture, const Bytes& icc, const Bytes& exif) {
  constexpr std::size_t kHasProfile = 0x20;
  constexpr std::size_t kHasAlpha = 0x10;
  constexpr std::size_t kHasExif = 0x08;
  Bytes chunks;
  Append(chunks, "WEBPVP8X");
  AppendLittle(chunks, 10, 4);
  AppendLittle(chunks,
               (icc.empty() ? 0 : kHasProfile) | (exif.empty() ? 0 : kHasExif) |
                   (picture.channels == 4 ? kHasAlpha : 0),
               4);
  AppendLittle(chunks, Size(picture.width - 1), 3);
  AppendLittle(chunks, Size(picture.height - 1), 3);
  if (!icc.empty()) AppendChunk(chunks, "ICCP", icc);
  chunks.insert(chunks.end(), webp.begin() + 12, webp.end());
  Append(chunks, {"TEST\3\0\0\0abc\0", 12});  // of odd length, and so padded
  if (!exif.empty()) AppendChunk(chunks, "EXIF", exif);
  Bytes file;
  AppendChunk(file, "RIFF", chunks);
  return file;
}

}  // namespace

Bytes WithWebpExif(const Bytes& webp, const Picture& picture, int orientation) {
  return ExtendWebp(webp, picture, {}, ExifBlock(orientation));
}
Bytes WithWebpProfile(const Bytes& webp, const Picture& picture, const Bytes& icc) {
  return ExtendWebp(webp, picture, icc, {});
}

Bytes FromHex(std::string_view hex) {
  Bytes bytes(hex.size() / 2);
  for (std::size_t i = 0; i < bytes.size(); ++i)
    std::from_chars(hex.data() + 2 * i, hex.data() + 2 * i + 2, bytes[i], 16);
  return bytes;
}

}  // namespace sceau::document::testing
