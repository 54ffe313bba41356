// SPDX-License-Identifier: Apache-2.0
// libjpeg reports errors by a function that must not return, so this file jumps out of it with
// longjmp. Rule of this file: a function that runs under Try() holds no object with a destructor.

// jpeglib.h needs <cstdio> before it and does not include it.
// clang-format off
#include <cstdio>
#include <jpeglib.h>
#include <jerror.h>
// clang-format on

#include <algorithm>
#include <csetjmp>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <optional>
#include <utility>

#include "base/status.h"
#include "document/image/codecs.h"
#include "document/image/colour_profile.h"
#include "document/image/exif.h"
#include "document/image/pixels.h"

namespace sceau::document {
namespace {

// A progressive picture of an ordinary program has up to 10 scans, and each costs a pass over all
// pixels however few bytes it has. Of the largest picture we accept at most 16 passes.
constexpr int kMaxScans = 64;
constexpr std::int64_t kMaxPassesOfLargest = 16;
// What remains of a picture of 12 megapixels at half its sides is 3 megapixels: 2.7 pixels for a
// module of 0.4 mm when it shows a whole A4 page. Of 8 pictures of the capture kit at 12
// megapixels, all were read so.
constexpr std::int64_t kMinReducedPixels = 2'500'000;
// Grey, YCbCr or RGB, CMYK or YCCK.
constexpr int kMaxComponents = 4;

class JpegReader {
 public:
  JpegReader(ByteSpan bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {
    info_.err = jpeg_std_error(&errors_);
    info_.client_data = this;
    errors_.error_exit = OnError;
    errors_.emit_message = OnMessage;
    errors_.output_message = [](j_common_ptr) {};
    progress_.progress_monitor = OnProgress;
  }
  ~JpegReader() { jpeg_destroy_decompress(&info_); }
  JpegReader(const JpegReader&) = delete;
  JpegReader& operator=(const JpegReader&) = delete;

  absl::StatusOr<PageImage> Read();
  absl::StatusOr<std::optional<ReducedPage>> ReadReduced(unsigned max_factor);

 private:
  [[noreturn]] static void OnError(j_common_ptr info) {
    std::longjmp(static_cast<JpegReader*>(info->client_data)->jump_, 1);
  }
  static void OnMessage(j_common_ptr info, int level) {
    const bool warning = level < 0;
    if (warning && info->err->msg_code == JWRN_JPEG_EOF)
      static_cast<JpegReader*>(info->client_data)->cut_ = true;
  }
  static void OnProgress(j_common_ptr info) {
    auto* reader = static_cast<JpegReader*>(info->client_data);
    if (reader->info_.input_scan_number > reader->MaxScans()) OnError(info);
  }

  // False when libjpeg gave up in `step`.
  template <typename Step>
  bool Try(Step step) {
    if (setjmp(jump_) != 0) return false;
    step();
    return true;
  }

  absl::Status CheckHeader();
  void ReadHeader();
  void ReadProfile();
  std::int64_t Pixels() const { return std::int64_t{info_.image_width} * info_.image_height; }
  std::int64_t MaxScans() const;
  absl::StatusOr<PageImage> ReadPicture(unsigned denominator);
  void ReadRows(PageImage& page);
  void ReadCmykRow(JSAMPARRAY cmyk, std::uint8_t* row);
  void ReadColourRow(JSAMPARRAY rgb, std::uint8_t* row);
  int Orientation() const;

  ByteSpan bytes_;
  Limits limits_;
  jpeg_decompress_struct info_{};
  jpeg_error_mgr errors_{};
  jpeg_progress_mgr progress_{};
  std::jmp_buf jump_{};
  bool cut_ = false;
  ColourProfile colours_;
};

void JpegReader::ReadHeader() {
  jpeg_create_decompress(&info_);
  info_.progress = &progress_;
  jpeg_mem_src(&info_, bytes_.data(), bytes_.size());
  jpeg_save_markers(&info_, JPEG_APP0 + 1, 0xFFFF);  // EXIF
  jpeg_save_markers(&info_, JPEG_APP0 + 2, 0xFFFF);  // parts of a colour profile
  jpeg_read_header(&info_, TRUE);
}

// A profile of which a part is missing is none.
void JpegReader::ReadProfile() {
  JOCTET* raw = nullptr;
  unsigned size = 0;
  const bool has_profile = Try([&] { jpeg_read_icc_profile(&info_, &raw, &size); });
  const std::unique_ptr<JOCTET, void (*)(void*)> icc(raw, std::free);
  if (has_profile && icc != nullptr) colours_ = ColourProfile({icc.get(), size}, limits_);
}

void JpegReader::ReadRows(PageImage& page) {
  const bool cmyk = info_.jpeg_color_space == JCS_CMYK || info_.jpeg_color_space == JCS_YCCK;
  const bool rgb = !cmyk && info_.jpeg_color_space != JCS_GRAYSCALE && colours_.NeedsPixels();
  // To grey, libjpeg neither transforms nor converts the colour components.
  info_.out_color_space = cmyk ? JCS_CMYK : rgb ? JCS_RGB : JCS_GRAYSCALE;
  jpeg_start_decompress(&info_);
  JSAMPARRAY colour_row = nullptr;
  if (cmyk || rgb) {
    colour_row = (*info_.mem->alloc_sarray)(reinterpret_cast<j_common_ptr>(&info_), JPOOL_IMAGE,
                                            info_.output_width * kMaxComponents, 1);
  }
  for (int y = 0; y < page.height; ++y) {
    JSAMPROW row = RowOf(page, y);
    if (cmyk) {
      ReadCmykRow(colour_row, row);
    } else if (rgb) {
      ReadColourRow(colour_row, row);
    } else {
      jpeg_read_scanlines(&info_, &row, 1);
      colours_.See(Samples::kGray, row, page.width);
    }
  }
}

void JpegReader::ReadColourRow(JSAMPARRAY rgb, std::uint8_t* row) {
  jpeg_read_scanlines(&info_, rgb, 1);
  const int width = static_cast<int>(info_.output_width);
  ToLuminance(Samples::kRgb, rgb[0], width, row);
  colours_.See(Samples::kRgb, rgb[0], width);
}

void JpegReader::ReadCmykRow(JSAMPARRAY cmyk, std::uint8_t* row) {
  jpeg_read_scanlines(&info_, cmyk, 1);
  // Adobe's programs, and so nearly all others, store the inks inverted: 255 means no ink.
  const std::uint8_t inverted = info_.saw_Adobe_marker ? 0 : 255;
  const JSAMPLE* inks = cmyk[0];
  colours_.SeeInks(inks, static_cast<int>(info_.output_width), inverted ^ 255);
  for (JDIMENSION x = 0; x < info_.output_width; ++x, inks += kMaxComponents) {
    const unsigned light = Luminance(inks[0] ^ inverted, inks[1] ^ inverted, inks[2] ^ inverted);
    row[x] = static_cast<std::uint8_t>(light * (inks[3] ^ inverted) / 255);
  }
}

int JpegReader::Orientation() const {
  for (auto* marker = info_.marker_list; marker != nullptr; marker = marker->next) {
    const ByteSpan data{marker->data, marker->data_length};
    if (AsText(data).starts_with("Exif")) return ExifOrientation(data);  // the rest may be XMP
  }
  return 1;
}

std::int64_t JpegReader::MaxScans() const {
  return std::clamp<std::int64_t>(kMaxPassesOfLargest * limits_.page_pixels / Pixels(), 1,
                                  kMaxScans);
}

absl::Status JpegReader::CheckHeader() {
  if (!Try([this] { ReadHeader(); })) return Refuse(Reason::kDocumentDamaged, "jpeg header");
  if (info_.num_components > kMaxComponents)
    return Refuse(Reason::kDocumentDamaged, "jpeg number of components");
  SCEAU_RETURN_IF_ERROR(CheckSize(info_.image_width, info_.image_height, limits_));
  ReadProfile();
  return absl::OkStatus();
}

absl::StatusOr<PageImage> JpegReader::ReadPicture(unsigned denominator) {
  info_.scale_num = 1;
  info_.scale_denom = denominator;
  const auto reduced = [&](JDIMENSION side) { return (side + denominator - 1) / denominator; };
  SCEAU_ASSIGN_OR_RETURN(PageImage page,
                         NewPage(reduced(info_.image_width), reduced(info_.image_height), limits_));
  if (!Try([this, &page] { ReadRows(page); }))
    return Refuse(Reason::kDocumentDamaged, "jpeg picture");
  page.cut = cut_;
  page.showing = colours_.showing();
  return Upright(std::move(page), Orientation());
}

absl::StatusOr<PageImage> JpegReader::Read() {
  SCEAU_RETURN_IF_ERROR(CheckHeader());
  return ReadPicture(1);
}

// Reduces by powers of two, which libjpeg does within the inverse transform.
absl::StatusOr<std::optional<ReducedPage>> JpegReader::ReadReduced(unsigned max_factor) {
  SCEAU_RETURN_IF_ERROR(CheckHeader());
  if (colours_.NeedsPixels()) return std::nullopt;  // as they are, not averages of several
  unsigned denominator = 1;
  while (Pixels() >= kMinReducedPixels * 4 * denominator * denominator &&
         2 * denominator <= max_factor)
    denominator *= 2;
  if (denominator == 1) return std::nullopt;
  SCEAU_ASSIGN_OR_RETURN(PageImage image, ReadPicture(denominator));
  ReducedPage reduced{std::move(image), static_cast<int>(denominator),
                      static_cast<int>(info_.image_width), static_cast<int>(info_.image_height)};
  if (SwapsSides(Orientation())) std::swap(reduced.width, reduced.height);
  return reduced;
}

}  // namespace

absl::StatusOr<PageImage> DecodeJpeg(ByteSpan bytes, const Limits& limits) {
  return JpegReader(bytes, limits).Read();
}

absl::StatusOr<std::optional<ReducedPage>> DecodeReducedJpeg(ByteSpan bytes, const Limits& limits,
                                                             int max_factor) {
  return JpegReader(bytes, limits).ReadReduced(static_cast<unsigned>(max_factor));
}

}  // namespace sceau::document
