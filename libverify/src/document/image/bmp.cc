// SPDX-License-Identifier: Apache-2.0
// Spec: Windows GDI, "Bitmap Storage"; OS/2 Presentation Manager, "Bitmap File Format". A picture
// in which a JPEG or PNG lies is for printers' drivers and is not written to files.
#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <utility>

#include "base/byte_reader.h"
#include "base/status.h"
#include "document/image/bmp_header.h"
#include "document/image/codecs.h"
#include "document/image/pixels.h"
#include "document/image/transparency.h"

namespace sceau::document {
namespace {

class BmpReader {
 public:
  BmpReader(const BmpHeader& header, ByteSpan pixels, PageImage& page)
      : header_(header), pixels_(pixels), page_(page) {}

  // False when no row at all could be read.
  bool ReadRows();
  void ReadRuns();
  Showing showing() const { return transparency_.showing(); }

 private:
  std::uint8_t* Row(int y) { return RowOf(page_, header_.top_down ? y : page_.height - 1 - y); }
  void ReadIndices(ByteSpan row, std::uint8_t* to) const;
  void ReadColours(ByteSpan row, std::uint8_t* to) const;
  void ReadMasked(int y, ByteSpan row, std::uint8_t* to);
  bool ReadRun(std::uint8_t count);
  bool ReadEscape(std::uint8_t code);
  bool ReadAbsolute(std::uint8_t count);
  void Put(unsigned index);

  const BmpHeader& header_;
  ByteReader pixels_;
  PageImage& page_;
  Transparency transparency_;
  int x_ = 0;  // where the next run begins
  int y_ = 0;
};

void BmpReader::ReadIndices(ByteSpan row, std::uint8_t* to) const {
  const unsigned bits = static_cast<unsigned>(header_.bits);
  const unsigned mask = (1U << bits) - 1;
  for (int x = 0; x < page_.width; ++x) {
    const std::size_t at = static_cast<std::size_t>(x) * bits;
    const unsigned byte = row[at / 8];
    to[x] = header_.palette[byte >> (8 - bits - at % 8) & mask];
  }
}

void BmpReader::ReadColours(ByteSpan row, std::uint8_t* to) const {
  const std::uint8_t* pixel = row.data();
  for (int x = 0; x < page_.width; ++x, pixel += 3) to[x] = Luminance(pixel[2], pixel[1], pixel[0]);
}

void BmpReader::ReadMasked(int y, ByteSpan row, std::uint8_t* to) {
  Bytes light_and_alpha;
  const std::size_t size = static_cast<std::size_t>(header_.bits) / 8;
  for (int x = 0; x < page_.width; ++x) {
    std::uint32_t pixel = 0;
    for (std::size_t i = size; i-- > 0;)
      pixel = pixel << 8 | row[static_cast<std::size_t>(x) * size + i];
    const auto part = [&](std::size_t which) { return PartOf(pixel, header_.masks[which]); };
    const std::uint8_t luminance = Luminance(part(0), part(1), part(2));
    to[x] = header_.masks[3] == 0 ? luminance : OnWhite(luminance, part(3));
    if (header_.masks[3] == 0) continue;
    light_and_alpha.push_back(luminance);
    light_and_alpha.push_back(part(3));
  }
  if (header_.masks[3] != 0)
    transparency_.See(y, Samples::kGrayAlpha, light_and_alpha.data(), page_.width);
}

bool BmpReader::ReadRows() {
  const std::size_t stride =
      (static_cast<std::size_t>(page_.width) * static_cast<std::size_t>(header_.bits) + 31) / 32 *
      4;
  for (int y = 0; y < page_.height; ++y) {
    const auto row = pixels_.Take(stride);
    if (!row) {
      page_.cut = true;
      return y > 0;
    }
    if (header_.bits <= 8)
      ReadIndices(*row, Row(y));
    else if (header_.bits == 24)
      ReadColours(*row, Row(y));
    else
      ReadMasked(y, *row, Row(y));
  }
  return true;
}

void BmpReader::Put(unsigned index) {
  if (x_ < page_.width && y_ < page_.height) Row(y_)[x_++] = header_.palette[index];
}

bool BmpReader::ReadRun(std::uint8_t count) {
  const auto value = pixels_.TakeByte();
  if (!value) return false;
  for (unsigned i = 0; i < count; ++i)
    Put(header_.bits == 8 ? *value : i % 2 == 0 ? *value >> 4 : *value & 15U);
  return true;
}

// Reads pixels that are padded to 16 bits.
bool BmpReader::ReadAbsolute(std::uint8_t count) {
  const std::size_t length = header_.bits == 8 ? count : (count + std::size_t{1}) / 2;
  const auto values = pixels_.Take(length);
  if (!values) return false;
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned pair = header_.bits == 8 ? (*values)[i] : (*values)[i / 2];
    Put(header_.bits == 8 ? pair : i % 2 == 0 ? pair >> 4 : pair & 15U);
  }
  return length % 2 == 0 || pixels_.TakeByte().has_value();
}

bool BmpReader::ReadEscape(std::uint8_t code) {
  if (code > 2) return ReadAbsolute(code);
  if (code == 0) {  // end of line
    x_ = 0;
    return ++y_ < page_.height;
  }
  if (code == 1) return false;  // end of the picture
  const auto step = pixels_.Take(2);
  if (!step) return false;
  x_ = std::min(x_ + (*step)[0], page_.width);
  y_ += (*step)[1];
  return y_ < page_.height;
}

// Pixels that no run reaches stay white.
void BmpReader::ReadRuns() {
  while (const auto count = pixels_.TakeByte()) {
    if (*count > 0) {
      if (!ReadRun(*count)) return;
      continue;
    }
    const auto code = pixels_.TakeByte();
    if (!code || !ReadEscape(*code)) return;
  }
  page_.cut = true;
}

// Some programs leave the fourth byte of 32-bit pixels zero; those pictures are not transparent.
bool IsOpaqueAfterAll(const BmpHeader& header, ByteSpan pixels) {
  if (header.bits != 32 || header.masks[3] == 0) return false;
  for (std::size_t at = 0; at + 4 <= pixels.size(); at += 4) {
    const std::uint32_t pixel = pixels[at] | std::uint32_t{pixels[at + 1]} << 8 |
                                std::uint32_t{pixels[at + 2]} << 16 |
                                std::uint32_t{pixels[at + 3]} << 24;
    if ((pixel & header.masks[3]) != 0) return false;
  }
  return true;
}

}  // namespace

absl::StatusOr<PageImage> DecodeBmp(ByteSpan bytes, const Limits& limits) {
  SCEAU_ASSIGN_OR_RETURN(BmpHeader header, ReadBmpHeader(bytes));
  SCEAU_ASSIGN_OR_RETURN(PageImage page, NewPage(header.width, header.height, limits));
  if (header.pixels_at >= bytes.size()) return Refuse(Reason::kDocumentDamaged, "bmp picture");
  const ByteSpan pixels = bytes.subspan(header.pixels_at);
  if (IsOpaqueAfterAll(header, pixels)) header.masks[3] = 0;
  BmpReader reader(header, pixels, page);
  if (header.runs)
    reader.ReadRuns();
  else if (!reader.ReadRows())
    return Refuse(Reason::kDocumentDamaged, "bmp picture");
  page.showing = header.has_profile ? Showing::kDiffers : reader.showing();
  return page;
}

}  // namespace sceau::document
