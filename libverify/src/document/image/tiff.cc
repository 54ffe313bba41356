// SPDX-License-Identifier: Apache-2.0
// Scans and faxes: every compression that libtiff knows but the one below, several pages a file.
#include <tiffio.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include "base/status.h"
#include "document/image/codecs.h"
#include "document/image/colour_profile.h"
#include "document/image/pixels.h"
#include "document/image/transparency.h"

namespace sceau::document {
namespace {

// A picture within Limits::page_pixels needs 4 bytes per pixel, 8 at most; no single table or strip
// needs more than that.
constexpr std::int64_t kMaxBytesPerPixel = 8;
// For the tables of directories, however small the pictures that are accepted.
constexpr std::int64_t kMinAllocation = std::int64_t{1} << 20;
constexpr std::uint16_t kMaxSamplesPerPixel = 8;

struct Source {
  ByteSpan bytes;
  std::uint64_t at = 0;
};

Source& SourceOf(thandle_t handle) { return *static_cast<Source*>(handle); }

tmsize_t ReadSource(thandle_t handle, void* to, tmsize_t count) {
  Source& source = SourceOf(handle);
  if (count <= 0 || source.at >= source.bytes.size()) return 0;
  const auto taken =
      std::min<std::uint64_t>(static_cast<std::uint64_t>(count), source.bytes.size() - source.at);
  std::memcpy(to, source.bytes.data() + source.at, taken);
  source.at += taken;
  return static_cast<tmsize_t>(taken);
}

tmsize_t WriteNothing(thandle_t, void*, tmsize_t) { return -1; }

toff_t SeekSource(thandle_t handle, toff_t offset, int whence) {
  Source& source = SourceOf(handle);
  const std::uint64_t base = whence == SEEK_CUR   ? source.at
                             : whence == SEEK_END ? source.bytes.size()
                                                  : 0;
  source.at = base + offset;  // wraps for a negative offset, as libtiff means it
  return source.at;
}

toff_t SourceSize(thandle_t handle) { return SourceOf(handle).bytes.size(); }
int KeepOpen(thandle_t) { return 0; }
int KeepQuiet(TIFF*, void*, const char*, const char*, va_list) { return 1; }
int Count(TIFF*, void* errors, const char*, const char*, va_list) {
  ++*static_cast<std::int64_t*>(errors);
  return 1;
}

struct CloseTiff {
  void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
using TiffHandle = std::unique_ptr<TIFF, CloseTiff>;

TiffHandle OpenHandle(Source& source, std::int64_t& errors, const Limits& limits) {
  const std::unique_ptr<TIFFOpenOptions, void (*)(TIFFOpenOptions*)> options(TIFFOpenOptionsAlloc(),
                                                                             TIFFOpenOptionsFree);
  if (options == nullptr) return nullptr;
  TIFFOpenOptionsSetMaxSingleMemAlloc(
      options.get(), std::max(limits.page_pixels * kMaxBytesPerPixel, kMinAllocation));
  TIFFOpenOptionsSetErrorHandlerExtR(options.get(), Count, &errors);
  TIFFOpenOptionsSetWarningHandlerExtR(options.get(), KeepQuiet, nullptr);
  // "m": read by our function, never through a map of the file.
  return TiffHandle(TIFFClientOpenExt("", "rm", &source, ReadSource, WriteNothing, SeekSource,
                                      KeepOpen, SourceSize, nullptr, nullptr, options.get()));
}

template <typename Number>
Number Field(TIFF* tiff, std::uint32_t tag, Number otherwise) {
  Number value = otherwise;
  return TIFFGetField(tiff, tag, &value) == 1 ? value : otherwise;
}

std::uint8_t LuminanceOf(std::uint32_t abgr) {
  const unsigned light = Luminance(TIFFGetR(abgr), TIFFGetG(abgr), TIFFGetB(abgr));
  // libtiff has multiplied the colours by alpha: what is missing is the white behind.
  return static_cast<std::uint8_t>(std::min(255U, light + 255U - TIFFGetA(abgr)));
}

std::int64_t BytesOfBits(int width) { return (std::int64_t{width} + 7) / 8; }

// Eight pixels for each byte: the first one is the highest bit, and 1 is white.
using BitTable = std::array<std::array<std::uint8_t, 8>, 256>;
constexpr BitTable kPixelsOfBits = [] {
  BitTable table{};
  for (std::size_t byte = 0; byte < table.size(); ++byte) {
    for (std::size_t i = 0; i < 8; ++i) table[byte][i] = (byte >> (7 - i) & 1U) != 0 ? 255 : 0;
  }
  return table;
}();

void ExpandBits(const std::uint8_t* bits, bool inverted, std::uint8_t* pixels, int width) {
  const unsigned flip = inverted ? 0xFF : 0;
  int x = 0;
  for (; x + 8 <= width; x += 8) std::memcpy(pixels + x, kPixelsOfBits[*bits++ ^ flip].data(), 8);
  if (x < width) std::copy_n(kPixelsOfBits[*bits ^ flip].data(), width - x, pixels + x);
}

class TiffDocument : public Document {
 public:
  static absl::StatusOr<std::unique_ptr<Document>> Open(ByteSpan bytes, const Limits& limits);

  int page_count() const override { return static_cast<int>(directories_.size()); }
  absl::StatusOr<PageImage> ReadPage(int index) override;
  Showing ShowingOf(int index) override { return showings_[static_cast<std::size_t>(index)]; }

 private:
  TiffDocument(ByteSpan bytes, const Limits& limits) : source_{bytes}, limits_(limits) {}
  absl::Status FindPages();
  absl::Status CheckDirectory() const;
  bool HasBits(const PageImage& page) const;
  bool DrawBits(PageImage& page);
  bool Draw(PageImage& page);
  ColourProfile ReadProfile() const;
  void See(int y, std::span<const std::uint32_t> row, bool has_alpha);
  int RowsAtATime(const PageImage& page) const;

  Source source_;
  Limits limits_;
  std::int64_t errors_ = 0;  // that libtiff reported
  TiffHandle tiff_;
  std::vector<std::uint64_t> directories_;  // offset of each page's directory
  std::vector<Showing> showings_;           // of each page
  // Of the page that is read.
  ColourProfile colours_;
  Transparency transparency_;
};

absl::StatusOr<std::unique_ptr<Document>> TiffDocument::Open(ByteSpan bytes, const Limits& limits) {
  std::unique_ptr<TiffDocument> document(new TiffDocument(bytes, limits));
  document->tiff_ = OpenHandle(document->source_, document->errors_, limits);
  if (document->tiff_ == nullptr) return Refuse(Reason::kDocumentDamaged, "tiff header");
  SCEAU_RETURN_IF_ERROR(document->FindPages());
  return document;
}

// Thumbnails and masks are not pages. libtiff refuses a chain of directories that runs in a circle.
absl::Status TiffDocument::FindPages() {
  TIFF* tiff = tiff_.get();
  // A page may come with a thumbnail and a mask.
  const int max_directories = 3 * limits_.pages;
  for (int seen = 1;; ++seen) {
    const auto kind = Field<std::uint32_t>(tiff, TIFFTAG_SUBFILETYPE, 0);
    if ((kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) == 0)
      directories_.push_back(TIFFCurrentDirOffset(tiff));
    if (page_count() > limits_.pages || seen > max_directories)
      return Refuse(Reason::kDocumentTooManyPages, "tiff directories");
    if (TIFFReadDirectory(tiff) != 1) break;
  }
  if (directories_.empty()) return Refuse(Reason::kDocumentDamaged, "tiff without a page");
  showings_.assign(directories_.size(), Showing::kAlike);
  return absl::OkStatus();
}

absl::Status TiffDocument::CheckDirectory() const {
  TIFF* tiff = tiff_.get();
  SCEAU_RETURN_IF_ERROR(CheckSize(Field<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0),
                                  Field<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0), limits_));
  if (Field<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 1) > kMaxSamplesPerPixel)
    return Refuse(Reason::kDocumentDamaged, "tiff samples per pixel");
  // Withdrawn in 1995, never well specified, and the source of many of libtiff's faults.
  if (Field<std::uint16_t>(tiff, TIFFTAG_COMPRESSION, COMPRESSION_NONE) == COMPRESSION_OJPEG)
    return Refuse(Reason::kDocumentDamaged, "tiff old-style jpeg");
  return absl::OkStatus();
}

// Strips of black and white, as faxes and many scans have them.
bool TiffDocument::HasBits(const PageImage& page) const {
  TIFF* tiff = tiff_.get();
  return Field<std::uint16_t>(tiff, TIFFTAG_BITSPERSAMPLE, 1) == 1 &&
         Field<std::uint16_t>(tiff, TIFFTAG_SAMPLESPERPIXEL, 1) == 1 &&
         Field<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB) <=
             PHOTOMETRIC_MINISBLACK &&
         TIFFIsTiled(tiff) == 0 && TIFFScanlineSize(tiff) == BytesOfBits(page.width);
}

// As Draw(), without libtiff's pixels of four bytes.
bool TiffDocument::DrawBits(PageImage& page) {
  TIFF* tiff = tiff_.get();
  const bool is_inverted = Field<std::uint16_t>(tiff, TIFFTAG_PHOTOMETRIC, 0) == 0;
  const std::uint8_t white = is_inverted ? 0 : 0xFF;
  const auto rows_per_strip = Field<std::uint32_t>(tiff, TIFFTAG_ROWSPERSTRIP, UINT32_MAX);
  const int rows = static_cast<int>(
      std::clamp<std::uint32_t>(rows_per_strip, 1, static_cast<std::uint32_t>(page.height)));
  const std::int64_t row_bytes = BytesOfBits(page.width);
  Bytes strip(static_cast<std::size_t>(rows * row_bytes));
  bool is_of_one_colour = true;
  const std::int64_t errors_before = errors_;
  for (int top = 0; top < page.height; top += rows) {
    std::ranges::fill(strip, white);
    const int count = std::min(rows, page.height - top);
    // Of a damaged strip, what there is.
    TIFFReadEncodedStrip(tiff, static_cast<std::uint32_t>(top / rows), strip.data(),
                         count * row_bytes);
    for (int y = 0; y < count; ++y)
      ExpandBits(strip.data() + y * row_bytes, is_inverted, RowOf(page, top + y), page.width);
    is_of_one_colour =
        is_of_one_colour && std::ranges::count(strip, strip.front()) == std::ssize(strip);
  }
  return errors_ == errors_before || !is_of_one_colour;
}

bool TiffDocument::Draw(PageImage& page) {
  if (HasBits(page)) return DrawBits(page);
  TIFFRGBAImage image;
  char message[1024];  // the size that libtiff asks for
  if (TIFFRGBAImageOK(tiff_.get(), message) != 1) return false;
  // 0: go on after a damaged strip, as a viewer does.
  if (TIFFRGBAImageBegin(&image, tiff_.get(), 0, message) != 1) return false;
  const std::unique_ptr<TIFFRGBAImage, void (*)(TIFFRGBAImage*)> end(&image, TIFFRGBAImageEnd);
  // As stored: Upright() turns, which libtiff does for half of the orientations only.
  image.orientation = image.req_orientation = ORIENTATION_TOPLEFT;

  constexpr std::uint32_t kWhiteRgba = 0xFFFFFFFF;
  const int band = RowsAtATime(page);
  std::vector<std::uint32_t> raster;
  std::uint32_t first = kWhiteRgba;
  bool is_of_one_colour = true;
  const std::int64_t errors_before = errors_;
  for (int top = 0; top < page.height; top += band) {
    const int rows = std::min(band, page.height - top);
    raster.assign(static_cast<std::size_t>(rows) * static_cast<std::size_t>(page.width),
                  kWhiteRgba);
    image.row_offset = top;
    if (TIFFRGBAImageGet(&image, raster.data(), image.width, static_cast<std::uint32_t>(rows)) != 1)
      return false;
    if (top == 0) first = raster.front();
    is_of_one_colour = is_of_one_colour && std::ranges::count(raster, first) == std::ssize(raster);
    std::ranges::transform(raster, RowOf(page, top), LuminanceOf);
    const auto width = static_cast<std::size_t>(page.width);
    for (int y = 0; y < rows; ++y)
      See(top + y, std::span(raster).subspan(static_cast<std::size_t>(y) * width, width),
          image.alpha != 0);
  }
  // Errors, and one colour all over: no strip could be read.
  return errors_ == errors_before || !is_of_one_colour;
}

ColourProfile TiffDocument::ReadProfile() const {
  std::uint32_t size = 0;
  const std::uint8_t* icc = nullptr;
  if (TIFFGetField(tiff_.get(), TIFFTAG_ICCPROFILE, &size, &icc) != 1 || icc == nullptr) return {};
  return {{icc, size}, limits_};
}

void TiffDocument::See(int y, std::span<const std::uint32_t> row, bool has_alpha) {
  const int width = static_cast<int>(row.size());
  const auto at = [&](int x) { return row[static_cast<std::size_t>(x)]; };
  if (has_alpha) {
    transparency_.SeeRow(
        y, width,
        [&](int x) { return Luminance(TIFFGetR(at(x)), TIFFGetG(at(x)), TIFFGetB(at(x))); },
        [&](int x) -> unsigned { return TIFFGetA(at(x)); });
  }
  if (!colours_.NeedsPixels()) return;
  Bytes colours;
  for (const std::uint32_t abgr : row) {
    for (const std::uint32_t level : {TIFFGetR(abgr), TIFFGetG(abgr), TIFFGetB(abgr)})
      colours.push_back(static_cast<std::uint8_t>(level));
  }
  colours_.See(Samples::kRgb, colours.data(), width);
}

// Whole strips or tiles, since each is decoded anew for every band that touches it; libtiff's
// pixels take four times the memory of ours.
int TiffDocument::RowsAtATime(const PageImage& page) const {
  constexpr std::int64_t kPixelsAtATime = 4'000'000;
  const std::uint32_t unit = TIFFIsTiled(tiff_.get()) != 0
                                 ? Field<std::uint32_t>(tiff_.get(), TIFFTAG_TILELENGTH, 0)
                                 : Field<std::uint32_t>(tiff_.get(), TIFFTAG_ROWSPERSTRIP, 0);
  if (unit == 0 || unit >= static_cast<std::uint32_t>(page.height)) return page.height;
  const std::int64_t units = kPixelsAtATime / (std::int64_t{unit} * page.width);
  return static_cast<int>(
      std::min<std::int64_t>(std::max<std::int64_t>(units, 1) * unit, page.height));
}

absl::StatusOr<PageImage> TiffDocument::ReadPage(int index) {
  TIFF* tiff = tiff_.get();
  if (TIFFSetSubDirectory(tiff, directories_[static_cast<std::size_t>(index)]) != 1)
    return Refuse(Reason::kDocumentDamaged, "tiff directory");
  SCEAU_RETURN_IF_ERROR(CheckDirectory());
  SCEAU_ASSIGN_OR_RETURN(PageImage page,
                         NewPage(Field<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0),
                                 Field<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0), limits_));
  colours_ = ReadProfile();
  transparency_ = {};
  if (!Draw(page)) return Refuse(Reason::kDocumentDamaged, "tiff picture");
  page.showing = std::max(colours_.showing(), transparency_.showing());
  showings_[static_cast<std::size_t>(index)] = page.showing;
  return Upright(std::move(page), Field<std::uint16_t>(tiff, TIFFTAG_ORIENTATION, 1));
}

}  // namespace

absl::StatusOr<std::unique_ptr<Document>> OpenTiff(ByteSpan bytes, const Limits& limits) {
  return TiffDocument::Open(bytes, limits);
}

}  // namespace sceau::document
