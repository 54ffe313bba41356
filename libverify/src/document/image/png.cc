// SPDX-License-Identifier: Apache-2.0
// libpng reports errors by a function that must not return, so this file jumps out of it with
// longjmp. Rule of this file: a function that runs under Try() holds no object with a destructor.
#include <png.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstring>
#include <utility>

#include "base/byte_reader.h"
#include "base/status.h"
#include "document/image/codecs.h"
#include "document/image/colour_profile.h"
#include "document/image/exif.h"
#include "document/image/pixels.h"
#include "document/image/png_chunks.h"
#include "document/image/transparency.h"

namespace sceau::document {
namespace {

// Chunks that libpng skips: they cost memory or time, and ReadPngChunks() reads what colours are.
constexpr png_byte kSkipped[] = "iCCP\0tEXt\0zTXt\0iTXt\0sPLT\0hIST";
constexpr int kSkippedCount = 6;

// libpng drops a block that it cannot fill: the rows of a cut picture end within this many bytes of
// the cut.
constexpr std::size_t kReadBlock = 256;

class PngReader {
 public:
  PngReader(ByteSpan bytes, const Limits& limits, Paper paper, ColourProfile& colours)
      : input_(bytes), limits_(limits), paper_(paper), colours_(colours) {}
  ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
  PngReader(const PngReader&) = delete;
  PngReader& operator=(const PngReader&) = delete;

  absl::StatusOr<PageImage> Read();

 private:
  [[noreturn]] static void OnError(png_structp png, png_const_charp) {
    std::longjmp(static_cast<PngReader*>(png_get_error_ptr(png))->jump_, 1);
  }
  static void OnWarning(png_structp, png_const_charp) {}
  static void OnRead(png_structp png, png_bytep to, std::size_t count) {
    const auto bytes = static_cast<PngReader*>(png_get_io_ptr(png))->input_.Take(count);
    if (!bytes) OnError(png, "end of data");
    std::memcpy(to, bytes->data(), count);
  }

  // False when libpng gave up in `step`.
  template <typename Step>
  bool Try(Step step) {
    if (setjmp(jump_) != 0) return false;
    step();
    return true;
  }

  void ReadHeader();
  void ReadRows(Bytes& row, PageImage& page);
  void ReadPass(int pass, Bytes& row, PageImage& page);
  void See(int y, const Bytes& row, int count);
  Samples SamplesPerPixel() const;
  int Orientation();

  ByteReader input_;
  Limits limits_;
  Paper paper_;
  ColourProfile& colours_;
  Transparency transparency_;
  png_structp png_ = nullptr;
  png_infop info_ = nullptr;
  std::jmp_buf jump_{};
  bool any_row_ = false;
};

void PngReader::ReadHeader() {
  png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, OnError, OnWarning);
  info_ = png_ != nullptr ? png_create_info_struct(png_) : nullptr;
  if (info_ == nullptr) std::longjmp(jump_, 1);
  png_set_read_fn(png_, this, OnRead);
  // libpng's own bound on sides would call a picture damaged that is too large; CheckSize() decides
  // instead.
  png_set_user_limits(png_, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
  png_set_compression_buffer_size(png_, kReadBlock);
  png_set_keep_unknown_chunks(png_, PNG_HANDLE_CHUNK_NEVER, kSkipped, kSkippedCount);
  png_read_info(png_, info_);
}

// The passes of Adam7 are put in place here rather than by libpng, which would need a whole page of
// colour to combine them.
void PngReader::ReadRows(Bytes& row, PageImage& page) {
  const bool interlaced = png_get_interlace_type(png_, info_) != PNG_INTERLACE_NONE;
  if (interlaced) {
    for (int pass = 0; pass < PNG_INTERLACE_ADAM7_PASSES; ++pass) ReadPass(pass, row, page);
    return;
  }
  for (int y = 0; y < page.height; ++y) {
    png_read_row(png_, row.data(), nullptr);
    ToLuminance(SamplesPerPixel(), row.data(), page.width, RowOf(page, y), 1, paper_);
    See(y, row, page.width);
    any_row_ = true;
  }
}

void PngReader::ReadPass(int pass, Bytes& row, PageImage& page) {
  const int left = PNG_PASS_START_COL(pass);
  const int across = 1 << PNG_PASS_COL_SHIFT(pass);
  const int down = 1 << PNG_PASS_ROW_SHIFT(pass);
  const int columns = (page.width - left + across - 1) / across;
  if (left >= page.width) return;  // libpng passes over it as well
  for (int y = PNG_PASS_START_ROW(pass); y < page.height; y += down) {
    png_read_row(png_, row.data(), nullptr);
    ToLuminance(SamplesPerPixel(), row.data(), columns, RowOf(page, y) + left, across, paper_);
    See(-1, row, columns);
    any_row_ = true;
  }
}

void PngReader::See(int y, const Bytes& row, int count) {
  transparency_.See(y, SamplesPerPixel(), row.data(), count);
  colours_.See(SamplesPerPixel(), row.data(), count);
}

Samples PngReader::SamplesPerPixel() const {
  constexpr std::array kByChannels = {Samples::kGray, Samples::kGrayAlpha, Samples::kRgb,
                                      Samples::kRgba};
  const unsigned channels = png_get_channels(png_, info_);  // 1 to 4
  return kByChannels[std::min<std::size_t>(channels - 1, kByChannels.size() - 1)];
}

int PngReader::Orientation() {
  png_bytep exif = nullptr;
  png_uint_32 size = 0;
  if (png_get_eXIf_1(png_, info_, &size, &exif) == 0) return 1;
  return ExifOrientation({exif, size});
}

absl::StatusOr<PageImage> PngReader::Read() {
  if (!Try([this] { ReadHeader(); })) return Refuse(Reason::kDocumentDamaged, "png header");
  SCEAU_ASSIGN_OR_RETURN(PageImage page, NewPage(png_get_image_width(png_, info_),
                                                 png_get_image_height(png_, info_), limits_));
  // Everything becomes 8-bit grey or RGB, with or without alpha.
  const bool prepared = Try([this] {
    png_set_expand(png_);
    png_set_scale_16(png_);
    png_read_update_info(png_, info_);
  });
  if (!prepared) return Refuse(Reason::kDocumentDamaged, "png header");
  Bytes row(png_get_rowbytes(png_, info_));
  const bool whole = Try([&] { ReadRows(row, page); });
  if (!whole && !any_row_) return Refuse(Reason::kDocumentDamaged, "png picture");
  // EXIF may follow the picture. What is wrong after the picture does not matter.
  if (whole) Try([this] { png_read_end(png_, info_); });
  page.cut = !whole;
  page.showing = std::max(transparency_.showing(), colours_.showing());
  return Upright(std::move(page), Orientation());
}

}  // namespace

absl::StatusOr<PageImage> DecodePng(ByteSpan bytes, const Limits& limits) {
  PngChunks chunks = ReadPngChunks(bytes, limits);
  auto page = OnPaperThatShows(
      [&](Paper paper) { return PngReader(bytes, limits, paper, chunks.colours).Read(); });
  if (page.ok() && chunks.differs) page->showing = Showing::kDiffers;
  return page;
}

}  // namespace sceau::document
