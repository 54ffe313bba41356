// SPDX-License-Identifier: Apache-2.0
#include "document/pdf/parts/image_decode.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "base/status.h"
#include "document/image/pixels.h"
#include "document/pdf/content/streams.h"
#include "document/pdf/parts/image_codecs.h"

namespace sceau::document {
namespace {

constexpr std::uint8_t kLight = 128;
constexpr std::size_t kFewDark = 20;  // one pixel in so many

absl::Status Unknown(const char* what) { return Refuse(Reason::kDocumentDamaged, what); }

struct Format {
  int width = 0;
  int height = 0;
  int bits = 8;
  ColorSpace space;
  std::vector<double> decode;  // empty: the default of the space
  bool stencil = false;

  std::size_t row_bytes() const {
    const int samples = space.components() * bits;
    return (static_cast<std::size_t>(width) * static_cast<std::size_t>(samples) + 7) / 8;
  }
};

absl::StatusOr<Format> FormatOf(QPDFObjectHandle dictionary, QPDFObjectHandle resources,
                                const Limits& limits) {
  const auto integer = [&](const char* key) -> long long {
    QPDFObjectHandle value = dictionary.getKey(key);
    return value.isInteger() ? value.getIntValue() : 0;
  };
  Format format;
  SCEAU_RETURN_IF_ERROR(CheckSize(integer("/Width"), integer("/Height"), limits));
  format.width = static_cast<int>(integer("/Width"));
  format.height = static_cast<int>(integer("/Height"));
  QPDFObjectHandle mask = dictionary.getKey("/ImageMask");
  format.stencil = mask.isBool() && mask.getBoolValue();
  format.bits = format.stencil ? 1 : static_cast<int>(integer("/BitsPerComponent"));
  if (!format.stencil)
    format.space = ResolveColorSpace(dictionary.getKey("/ColorSpace"), resources);
  format.decode = NumbersOf(dictionary.getKey("/Decode"));
  return format;
}

// Viewers read the short keys of inline pictures, which have been spelt out here, on others too
// where the long one is not there, and a space that a page names like one of the standard's.
bool IsReadInOtherWays(QPDFObjectHandle dictionary, QPDFObjectHandle resources) {
  const auto has_any = [](QPDFObjectHandle object, std::initializer_list<const char*> keys) {
    return object.isDictionary() &&
           std::ranges::any_of(keys, [&](const char* key) { return !object.getKey(key).isNull(); });
  };
  QPDFObjectHandle spaces =
      resources.isDictionary() ? resources.getKey("/ColorSpace") : QPDFObjectHandle::newNull();
  return has_any(dictionary, {"/IM", "/D", "/BPC", "/CS", "/F", "/DP"}) ||
         has_any(spaces, {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK"});
}

// Luminance of each value that a sample of a one-component space can have.
std::array<std::uint8_t, 256> TableOf(const Format& format, int bits) {
  std::array<std::uint8_t, 256> table{};
  const int most = (1 << bits) - 1;
  const bool indexed = format.space.kind == ColorSpace::Kind::kIndexed;
  double from = 0;
  double to = indexed ? most : 1;
  if (format.decode.size() == 2) {
    from = format.decode[0];
    to = format.decode[1];
  }
  for (int value = 0; value <= most; ++value) {
    const std::array<double, 1> color = {from + value * (to - from) / most};
    table[static_cast<std::size_t>(value)] = LuminanceOf(format.space, color);
  }
  return table;
}

unsigned SampleAt(const std::uint8_t* row, std::size_t index, int bits) {
  if (bits == 8) return row[index];
  if (bits == 16) return row[2 * index];  // the upper half is what is seen
  const std::size_t bit = index * static_cast<std::size_t>(bits);
  return static_cast<unsigned>(row[bit / 8] >> (8 - static_cast<int>(bit % 8) - bits)) &
         ((1U << bits) - 1);
}

// kBits a sample: known when it is compiled, a sample costs a shift and a look at the table.
template <int kBits>
void OneComponentOf(const Format& format, const Bytes& data, PageImage& image) {
  const auto table = TableOf(format, std::min(kBits, 8));
  const std::size_t row_bytes = format.row_bytes();
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* row = data.data() + static_cast<std::size_t>(y) * row_bytes;
    std::uint8_t* to = RowOf(image, y);
    for (std::size_t x = 0; x < static_cast<std::size_t>(image.width); ++x)
      to[x] = table[SampleAt(row, x, kBits)];
  }
}

void OneComponent(const Format& format, const Bytes& data, PageImage& image) {
  switch (format.bits) {
    case 1:
      return OneComponentOf<1>(format, data, image);
    case 2:
      return OneComponentOf<2>(format, data, image);
    case 4:
      return OneComponentOf<4>(format, data, image);
    case 8:
      return OneComponentOf<8>(format, data, image);
    default:
      return OneComponentOf<16>(format, data, image);
  }
}

// RGB and CMYK, with a table for the /Decode of each component.
void SeveralComponents(const Format& format, const Bytes& data, PageImage& image) {
  const auto count = static_cast<std::size_t>(format.space.components());
  const int bits = std::min(format.bits, 8);
  const int most = (1 << bits) - 1;
  std::array<std::array<std::uint8_t, 256>, 4> tables{};
  for (std::size_t c = 0; c < count; ++c) {
    const bool given = format.decode.size() == 2 * count;
    const double from = given ? format.decode[2 * c] : 0;
    const double to = given ? format.decode[2 * c + 1] : 1;
    for (int value = 0; value <= most; ++value) {
      const double share = std::clamp(from + value * (to - from) / most, 0.0, 1.0);
      tables[c][static_cast<std::size_t>(value)] =
          static_cast<std::uint8_t>(std::lround(share * 255));
    }
  }
  const std::size_t row_bytes = format.row_bytes();
  for (int y = 0; y < image.height; ++y) {
    const std::uint8_t* row = data.data() + static_cast<std::size_t>(y) * row_bytes;
    std::uint8_t* to = RowOf(image, y);
    for (std::size_t x = 0; x < static_cast<std::size_t>(image.width); ++x) {
      const auto value = [&](std::size_t c) -> unsigned {
        return tables[c][SampleAt(row, x * count + c, format.bits)];
      };
      to[x] = count == 3 ? Luminance(value(0), value(1), value(2))
                         : static_cast<std::uint8_t>(
                               Luminance(255 - value(0), 255 - value(1), 255 - value(2)) *
                               (255 - value(3)) / 255);
    }
  }
}

absl::StatusOr<PageImage> FromSamples(const Format& format, const Bytes& data,
                                      const Limits& limits) {
  const bool known_bits = format.bits == 1 || format.bits == 2 || format.bits == 4 ||
                          format.bits == 8 || format.bits == 16;
  if (!known_bits || format.space.components() == 0) return Unknown("pdf image format");
  if (data.size() < format.row_bytes() * static_cast<std::size_t>(format.height))
    return Unknown("pdf image data");
  SCEAU_ASSIGN_OR_RETURN(PageImage image, NewPage(format.width, format.height, limits));
  if (format.space.components() == 1) {
    OneComponent(format, data, image);
  } else if (format.space.components() == 3 && format.bits == 8 && format.decode.empty()) {
    for (int y = 0; y < image.height; ++y) {
      const std::uint8_t* row = data.data() + static_cast<std::size_t>(y) * format.row_bytes();
      ToLuminance(Samples::kRgb, row, image.width, RowOf(image, y));
    }
  } else {
    SeveralComponents(format, data, image);
  }
  return image;
}

bool IsInverted(const Format& format) {
  const bool given = format.decode.size() >= 2 && format.decode[0] > format.decode[1];
  return given != (format.space.kind == ColorSpace::Kind::kInk);
}

// Luminance that a codec gave as such.
absl::StatusOr<PageImage> FromLuminance(const Format& format, PageImage image) {
  using SpaceKind = ColorSpace::Kind;
  const SpaceKind kind = format.space.kind;
  if (kind != SpaceKind::kGray && kind != SpaceKind::kRgb && kind != SpaceKind::kInk)
    return Unknown("pdf image colour space");
  if (IsInverted(format)) {
    for (std::uint8_t& pixel : image.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  }
  return image;
}

// Whether the file means the inks of the JPEG as DecodeDct() takes them. Viewers differ about
// inverted inks without a /Decode that turns them back.
bool HasInksAsDecoded(const Format& format, JpegInks inks) {
  constexpr std::size_t kNumbers = 8;  // two for each ink
  if (inks == JpegInks::kNone) return false;
  const double none = inks == JpegInks::kInverted ? 1 : 0;
  if (format.decode.empty()) return none == 0;
  for (std::size_t i = 0; i < format.decode.size(); ++i) {
    if (format.decode[i] != (i % 2 == 0 ? none : 1 - none)) return false;
  }
  return format.decode.size() == kNumbers;
}

absl::StatusOr<PageImage> FromDct(const Format& format, Bytes data, const Limits& limits) {
  if (format.space.kind != ColorSpace::Kind::kCmyk) {
    SCEAU_ASSIGN_OR_RETURN(PageImage image, DecodeDct(std::move(data), limits));
    return FromLuminance(format, std::move(image));
  }
  if (!HasInksAsDecoded(format, InksOf(data))) return Unknown("pdf jpeg inks");
  return DecodeDct(std::move(data), limits);
}

absl::StatusOr<PageImage> FromFax(QPDFObjectHandle stream, const Format& format, ByteSpan data,
                                  const Limits& limits) {
  if (format.space.components() != 1) return Unknown("pdf image colour space");
  const auto table = TableOf(format, 1);
  return DecodeCcitt(data, LastDecodeParms(stream), format.width, format.height,
                     {table[0], table[1]}, limits);
}

// Without masks. Of a stencil: 0 where it paints.
absl::StatusOr<PageImage> Plain(QPDFObjectHandle stream, const Format& format,
                                const Limits& limits) {
  const std::vector<std::string> filters = FiltersOf(stream);
  const std::string last = filters.empty() ? "" : filters.back();
  // Poppler reads it; the library that could be used here has a licence that would bind every user.
  if (last == "/JBIG2Decode") return Unknown("pdf jbig2 image");
  if (last == "/DCTDecode" || last == "/JPXDecode" || last == "/CCITTFaxDecode") {
    SCEAU_ASSIGN_OR_RETURN(Bytes data, ReadStreamButLast(stream, limits.pdf_image_bytes));
    if (last == "/CCITTFaxDecode") return FromFax(stream, format, data, limits);
    if (last == "/DCTDecode") return FromDct(format, std::move(data), limits);
    // A space may be left to the picture itself. Spec: ISO 32000-2, 7.4.9.
    const bool own = stream.getDict().getKey("/ColorSpace").isNull() && format.decode.empty();
    if (own) return DecodeJpx(data, JpxColors::kItsOwn, limits);
    SCEAU_ASSIGN_OR_RETURN(PageImage image, DecodeJpx(data, JpxColors::kOfThePage, limits));
    return FromLuminance(format, std::move(image));
  }
  SCEAU_ASSIGN_OR_RETURN(const Bytes data, ReadStream(stream, limits.pdf_image_bytes));
  return FromSamples(format, data, limits);
}

// The nearest pixel for each.
PageImage Stretched(const PageImage& image, int width, int height) {
  PageImage out{width, height, {}};
  out.pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  for (int y = 0; y < height; ++y) {
    const auto from_y = static_cast<std::size_t>(std::int64_t{y} * image.height / height);
    const std::uint8_t* row = image.pixels.data() + from_y * static_cast<std::size_t>(image.width);
    for (int x = 0; x < width; ++x)
      out.pixels.push_back(row[std::int64_t{x} * image.width / width]);
  }
  return out;
}

// The page shows through nowhere but at the edges, which writers of soft masks leave soft.
bool IsOpaque(const PageImage& alpha) {
  constexpr std::uint8_t kOpaque = 250;
  const int edge = std::min(alpha.width, alpha.height) / 50;
  for (int y = edge; y < alpha.height - edge; ++y) {
    const std::uint8_t* row =
        alpha.pixels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(alpha.width);
    if (std::any_of(row + edge, row + alpha.width - edge,
                    [](std::uint8_t opacity) { return opacity < kOpaque; }))
      return false;
  }
  return true;
}

// Lays the image over a ground that its painted pixels stand out from.
DecodedImage Compose(PageImage base, PageImage alpha) {
  const int width = std::max(base.width, alpha.width);
  const int height = std::max(base.height, alpha.height);
  for (PageImage* image : {&base, &alpha}) {
    if (image->width != width || image->height != height) *image = Stretched(*image, width, height);
  }
  DecodedImage out{std::move(base), IsOpaque(alpha), 255, 0};
  std::vector<std::uint8_t>& pixels = out.image.pixels;
  std::size_t painted = 0;
  std::size_t dark = 0;
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    if (alpha.pixels[i] < kLight) continue;
    out.darkest = std::min(out.darkest, pixels[i]);
    out.lightest = std::max(out.lightest, pixels[i]);
    ++painted;
    if (pixels[i] < kLight) ++dark;
  }
  // White modules are still white modules beside a little that is dark.
  const bool on_white = dark > painted / kFewDark;
  out.ground = on_white ? 255 : 0;
  for (std::size_t i = 0; i < pixels.size(); ++i) {
    const unsigned opacity = alpha.pixels[i];
    pixels[i] = on_white ? OnWhite(pixels[i], opacity)
                         : static_cast<std::uint8_t>(pixels[i] * opacity / 255);
  }
  return out;
}

// As the standard has it: a stencil, or soft and grey. Of other masks some viewers leave out the
// whole picture and others the mask alone. Spec: ISO 32000-2, tables 87 and 142.
bool IsPlainMask(QPDFObjectHandle dictionary, bool soft, const Format& format) {
  if (!soft) return format.stencil;
  return !format.stencil && dictionary.getKey("/ColorSpace").isNameAndEquals("/DeviceGray") &&
         dictionary.getKey("/BitsPerComponent").isInteger() && dictionary.getKey("/Matte").isNull();
}

absl::StatusOr<PageImage> AlphaOf(QPDFObjectHandle mask, bool soft, const Limits& limits) {
  const QPDFObjectHandle nothing = QPDFObjectHandle::newNull();
  SCEAU_ASSIGN_OR_RETURN(const Format format, FormatOf(mask.getDict(), nothing, limits));
  if (!IsPlainMask(mask.getDict(), soft, format) || IsReadInOtherWays(mask.getDict(), nothing))
    return Unknown("pdf mask");
  SCEAU_ASSIGN_OR_RETURN(PageImage alpha, Plain(mask, format, limits));
  if (format.stencil) {
    for (std::uint8_t& pixel : alpha.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
  }
  return alpha;
}

DecodedImage Stencil(const PageImage& shape, Ink ink) {
  DecodedImage out;
  out.opaque = false;
  out.darkest = out.lightest = ink.gray;
  out.ground = ink.gray < kLight ? 255 : 0;
  out.image = shape;
  for (std::uint8_t& pixel : out.image.pixels) pixel = pixel == 0 ? ink.gray : out.ground;
  return out;
}

}  // namespace

absl::StatusOr<DecodedImage> DecodeImage(QPDFObjectHandle image, QPDFObjectHandle resources,
                                         Ink ink, const Limits& limits) {
  QPDFObjectHandle dictionary = image.getDict();
  if (IsReadInOtherWays(dictionary, resources)) return Unknown("pdf image keys");
  SCEAU_ASSIGN_OR_RETURN(const Format format, FormatOf(dictionary, resources, limits));
  SCEAU_ASSIGN_OR_RETURN(PageImage plain, Plain(image, format, limits));
  if (format.stencil) {
    if (!ink.known) return Unknown("pdf stencil colour");
    return Stencil(plain, ink);
  }
  QPDFObjectHandle mask = dictionary.getKey("/SMask");
  const bool soft = mask.isStream();
  if (!soft) mask = dictionary.getKey("/Mask");
  if (mask.isNull()) return DecodedImage{std::move(plain), true, 0};
  if (!mask.isStream()) return Unknown("pdf colour key mask");
  SCEAU_ASSIGN_OR_RETURN(PageImage alpha, AlphaOf(mask, soft, limits));
  if (std::int64_t{std::max(plain.width, alpha.width)} * std::max(plain.height, alpha.height) >
      limits.page_pixels)
    return Refuse(Reason::kDocumentTooManyPixels, "pdf mask size");
  return Compose(std::move(plain), std::move(alpha));
}

}  // namespace sceau::document
