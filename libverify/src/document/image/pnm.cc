// SPDX-License-Identifier: Apache-2.0
// Spec: Netpbm's pbm(5), pgm(5), ppm(5). One picture per file; nothing but white space may follow
// it.
#include <cstdint>
#include <cstring>
#include <optional>
#include <utility>

#include "base/byte_reader.h"
#include "base/status.h"
#include "document/image/codecs.h"
#include "document/image/pixels.h"

namespace sceau::document {
namespace {

constexpr std::uint32_t kMaxSample = 65'535;
constexpr std::uint32_t kMaxNumber = 1'000'000'000;  // below this, ten times more still fits

bool IsSpace(std::uint8_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool IsDigit(std::uint8_t c) { return c >= '0' && c <= '9'; }

class PnmReader {
 public:
  PnmReader(ByteSpan bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {}

  absl::StatusOr<PageImage> Read();

 private:
  bool IsBitmap() const { return kind_ == '1' || kind_ == '4'; }
  bool IsColour() const { return kind_ == '3' || kind_ == '6'; }
  bool IsPlain() const { return kind_ <= '3'; }

  void SkipSpaceAndComments();
  std::optional<std::uint32_t> Number();
  std::optional<std::uint32_t> PlainBit();
  std::optional<std::uint32_t> Sample();
  std::optional<std::uint8_t> Pixel();
  bool CopySamples(PageImage& page);
  bool ReadBits(PageImage& page);
  bool ReadPixels(PageImage& page);

  ByteSpan bytes_;
  Limits limits_;
  std::size_t at_ = 0;
  std::uint8_t kind_ = 0;
  std::uint32_t max_ = 1;
};

void PnmReader::SkipSpaceAndComments() {
  for (; at_ < bytes_.size(); ++at_) {
    if (bytes_[at_] == '#') {
      while (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
      if (at_ == bytes_.size()) return;
    } else if (!IsSpace(bytes_[at_])) {
      return;
    }
  }
}

std::optional<std::uint32_t> PnmReader::Number() {
  SkipSpaceAndComments();
  const std::size_t start = at_;
  std::uint32_t number = 0;
  for (; at_ < bytes_.size() && IsDigit(bytes_[at_]); ++at_) {
    if (number > kMaxNumber / 10) return std::nullopt;
    number = number * 10 + (bytes_[at_] - std::uint32_t{'0'});
  }
  return at_ > start ? std::optional(number) : std::nullopt;
}

// In a plain bitmap the digits may stand without white space between them.
std::optional<std::uint32_t> PnmReader::PlainBit() {
  SkipSpaceAndComments();
  if (at_ == bytes_.size() || (bytes_[at_] != '0' && bytes_[at_] != '1')) return std::nullopt;
  return bytes_[at_++] == '0' ? 1U : 0U;  // 1 is black
}

// Reads a sample as 0 (black) to 255, rounded.
std::optional<std::uint32_t> PnmReader::Sample() {
  std::optional<std::uint32_t> value;
  if (kind_ == '1') {
    value = PlainBit();
  } else if (IsPlain()) {
    value = Number();
  } else {
    const std::size_t size = max_ > 255 ? 2 : 1;
    if (bytes_.size() - at_ < size) return std::nullopt;
    value = size == 1 ? bytes_[at_] : bytes_[at_] * 256U + bytes_[at_ + 1];
    at_ += size;
  }
  if (!value || *value > max_) return std::nullopt;
  return (*value * 255 + max_ / 2) / max_;
}

std::optional<std::uint8_t> PnmReader::Pixel() {
  const auto first = Sample();
  if (!IsColour()) return first ? std::optional(static_cast<std::uint8_t>(*first)) : std::nullopt;
  const auto green = Sample();
  const auto blue = Sample();
  if (!first || !green || !blue) return std::nullopt;
  return Luminance(*first, *green, *blue);
}

// Copies raw greys of one byte, which most files have: they lie there as we need them.
bool PnmReader::CopySamples(PageImage& page) {
  if (bytes_.size() - at_ < page.pixels.size()) return false;
  std::memcpy(page.pixels.data(), bytes_.data() + at_, page.pixels.size());
  at_ += page.pixels.size();
  return true;
}

// Reads a raw bitmap: eight pixels per byte, and each row begins with a new byte.
bool PnmReader::ReadBits(PageImage& page) {
  const std::size_t row_bytes = (static_cast<std::size_t>(page.width) + 7) / 8;
  for (int y = 0; y < page.height; ++y, at_ += row_bytes) {
    if (bytes_.size() - at_ < row_bytes) return false;
    std::uint8_t* row = RowOf(page, y);
    for (std::size_t x = 0; x < static_cast<std::size_t>(page.width); ++x) {
      if ((bytes_[at_ + x / 8] >> (7 - x % 8) & 1) != 0) row[x] = 0;
    }
  }
  return true;
}

bool PnmReader::ReadPixels(PageImage& page) {
  for (std::uint8_t& pixel : page.pixels) {
    const auto value = Pixel();
    if (!value) return false;
    pixel = *value;
  }
  return true;
}

absl::StatusOr<PageImage> PnmReader::Read() {
  kind_ = bytes_.size() > 2 ? bytes_[1] : 0;
  if (kind_ < '1' || kind_ > '6') return Refuse(Reason::kDocumentDamaged, "pnm header");
  at_ = 2;
  const auto width = Number();
  const auto height = Number();
  const auto max = IsBitmap() ? std::optional(1U) : Number();
  if (!width || !height || !max || *max == 0 || *max > kMaxSample)
    return Refuse(Reason::kDocumentDamaged, "pnm header");
  max_ = *max;
  // Exactly one byte of white space ends the header of a raw picture.
  if (at_ == bytes_.size() || !IsSpace(bytes_[at_++]))
    return Refuse(Reason::kDocumentDamaged, "pnm header");

  SCEAU_ASSIGN_OR_RETURN(PageImage page, NewPage(*width, *height, limits_));
  const bool complete = kind_ == '4'                  ? ReadBits(page)
                        : kind_ == '5' && max_ == 255 ? CopySamples(page)
                                                      : ReadPixels(page);
  if (!complete) return Refuse(Reason::kDocumentDamaged, "pnm samples");
  while (at_ < bytes_.size() && IsSpace(bytes_[at_])) ++at_;
  if (at_ != bytes_.size()) return Refuse(Reason::kDocumentDamaged, "bytes after the pnm samples");
  return page;
}

}  // namespace

absl::StatusOr<PageImage> DecodePnm(ByteSpan bytes, const Limits& limits) {
  return PnmReader(bytes, limits).Read();
}

}  // namespace sceau::document
