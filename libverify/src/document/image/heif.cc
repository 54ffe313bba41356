// SPDX-License-Identifier: Apache-2.0
// HEIC and AVIF pictures of phones. libheif turns and crops by the file's own properties (irot,
// imir, clap), which rank above EXIF's orientation (ISO/IEC 23008-12, 6.5).
#include <algorithm>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

#include "base/byte_reader.h"
#include "base/status.h"
#include "document/image/codecs.h"
#include "document/image/colour_profile.h"
#include "document/image/heif_library.h"
#include "document/image/pixels.h"
#include "document/image/transparency.h"

namespace sceau::document {
namespace {

template <typename T>
using Owned = std::unique_ptr<T, void (*)(T*)>;
using Handle = std::unique_ptr<heif_image_handle, void (*)(const heif_image_handle*)>;
using Picture = std::unique_ptr<heif_image, void (*)(const heif_image*)>;

// A grid of tiles has a size of its own, which libheif allocates whatever size the picture states.
// The longest panoramas of telephones have 16,382 pixels.
constexpr int kMaxHeifSide = 16'384;

// heif_suberror_No_matching_decoder_installed, which the header of Debian 12's version does not
// have yet.
constexpr int kNoMatchingDecoderInstalled = 6003;

absl::Status ToStatus(const heif_error& error, const char* what) {
  if (error.code == heif_error_Ok) return absl::OkStatus();
  const int subcode = error.subcode;
  if (subcode == heif_suberror_Unsupported_codec || subcode == kNoMatchingDecoderInstalled)
    return Refuse(Reason::kDocumentUnsupportedType, "heif, and its decoder is not installed");
  const bool too_large = error.subcode == heif_suberror_Security_limit_exceeded ||
                         error.code == heif_error_Memory_allocation_error;
  return Refuse(too_large ? Reason::kDocumentTooManyPixels : Reason::kDocumentDamaged, what);
}

// Whether the file has a film or a sequence of pictures too, which some viewers play in place of
// its picture. Spec: ISO/IEC 14496-12, 4.2: boxes of a size and a name, where 1 announces a longer
// size and 0 goes to the end.
bool HasSequence(ByteSpan bytes) {
  ByteReader boxes(bytes);
  while (const auto head = boxes.Take(8)) {
    const auto number = [](ByteSpan at) {
      std::uint64_t value = 0;
      for (const std::uint8_t byte : at) value = value << 8 | byte;
      return value;
    };
    if (AsText(*head).substr(4) == "moov") return true;
    std::uint64_t size = number(head->first(4));
    std::uint64_t taken = 8;
    if (size == 1) {
      const auto longer = boxes.Take(8);
      if (!longer) break;
      size = number(*longer);
      taken = 16;
    }
    if (size < taken || !boxes.Take(size - taken)) break;
  }
  return false;
}

class HeifDocument : public Document {
 public:
  static absl::StatusOr<std::unique_ptr<Document>> Open(ByteSpan bytes, const Limits& limits);

  int page_count() const override { return static_cast<int>(images_.size()); }
  absl::StatusOr<PageImage> ReadPage(int index) override;
  Showing ShowingOf(int index) override { return showings_[static_cast<std::size_t>(index)]; }

 private:
  HeifDocument(const HeifLibrary& heif, const Limits& limits)
      : heif_(heif), limits_(limits), context_(heif.heif_context_alloc(), heif.heif_context_free) {}
  absl::Status FindImages();
  absl::StatusOr<Picture> Decode(const heif_image_handle* handle, heif_colorspace colours,
                                 heif_chroma layout) const;
  bool MayHaveLuma(const heif_image_handle* handle) const;
  enum class Luma { kNone, kFull, kVideo };
  Luma LumaOf(const heif_image* picture) const;
  absl::StatusOr<PageImage> NewPageFor(const heif_image* picture, heif_channel channel) const;
  absl::StatusOr<PageImage> FromLuma(const heif_image* picture, Luma range) const;
  absl::StatusOr<PageImage> FromColours(const heif_image_handle* handle,
                                        ColourProfile& colours) const;
  ColourProfile ProfileOf(const heif_image_handle* handle) const;
  absl::StatusOr<PageImage> Read(const heif_image_handle* handle) const;

  const HeifLibrary& heif_;
  Limits limits_;
  Owned<heif_context> context_;
  std::vector<heif_item_id> images_;  // the primary image first
  std::vector<Showing> showings_;     // of each
};

absl::StatusOr<std::unique_ptr<Document>> HeifDocument::Open(ByteSpan bytes, const Limits& limits) {
  const HeifLibrary* heif = LoadHeif();
  if (heif == nullptr)
    return Refuse(Reason::kDocumentUnsupportedType, "heif, and libheif is not installed");
  std::unique_ptr<HeifDocument> document(new HeifDocument(*heif, limits));
  if (document->context_ == nullptr) return Refuse(Reason::kDocumentTooManyPixels, "out of memory");
  heif->heif_context_set_maximum_image_size_limit(document->context_.get(), kMaxHeifSide);
  // Decodes in this thread, since a reader in a sandbox may not start another.
  heif->heif_context_set_max_decoding_threads(document->context_.get(), 0);
  SCEAU_RETURN_IF_ERROR(ToStatus(heif->heif_context_read_from_memory_without_copy(
                                     document->context_.get(), bytes.data(), bytes.size(), nullptr),
                                 "heif boxes"));
  SCEAU_RETURN_IF_ERROR(document->FindImages());
  document->showings_.assign(document->images_.size(),
                             HasSequence(bytes) ? Showing::kDiffers : Showing::kAlike);
  return document;
}

absl::Status HeifDocument::FindImages() {
  const int count = heif_.heif_context_get_number_of_top_level_images(context_.get());
  if (count <= 0) return Refuse(Reason::kDocumentDamaged, "heif without a picture");
  if (count > limits_.pages) return Refuse(Reason::kDocumentTooManyPages, "heif pictures");
  images_.resize(static_cast<std::size_t>(count));
  const int filled =
      heif_.heif_context_get_list_of_top_level_image_IDs(context_.get(), images_.data(), count);
  if (filled != count) return Refuse(Reason::kDocumentDamaged, "heif pictures");
  heif_item_id primary = 0;
  SCEAU_RETURN_IF_ERROR(ToStatus(heif_.heif_context_get_primary_image_ID(context_.get(), &primary),
                                 "heif primary picture"));
  std::stable_partition(images_.begin(), images_.end(),
                        [&](heif_item_id id) { return id == primary; });
  return absl::OkStatus();
}

absl::StatusOr<Picture> HeifDocument::Decode(const heif_image_handle* handle,
                                             heif_colorspace colours, heif_chroma layout) const {
  const Owned<heif_decoding_options> options(heif_.heif_decoding_options_alloc(),
                                             heif_.heif_decoding_options_free);
  if (options == nullptr) return Refuse(Reason::kDocumentTooManyPixels, "out of memory");
  options->convert_hdr_to_8bit = 1;
  heif_image* image = nullptr;
  const heif_error error = heif_.heif_decode_image(handle, &image, colours, layout, options.get());
  Picture picture(image, heif_.heif_image_release);
  SCEAU_RETURN_IF_ERROR(ToStatus(error, "heif picture"));
  return picture;
}

bool HeifDocument::MayHaveLuma(const heif_image_handle* handle) const {
  return heif_.heif_image_handle_has_alpha_channel(handle) == 0 &&
         heif_.heif_image_handle_get_luma_bits_per_pixel(handle) == 8;
}

HeifDocument::Luma HeifDocument::LumaOf(const heif_image* picture) const {
  const heif_colorspace colours = heif_.heif_image_get_colorspace(picture);
  if (colours != heif_colorspace_YCbCr && colours != heif_colorspace_monochrome) return Luma::kNone;
  if (heif_.heif_image_get_bits_per_pixel_range(picture, heif_channel_Y) != 8) return Luma::kNone;
  heif_color_profile_nclx* raw = nullptr;
  const heif_error error = heif_.heif_image_get_nclx_color_profile(picture, &raw);
  const Owned<heif_color_profile_nclx> profile(raw, heif_.heif_nclx_color_profile_free);
  if (error.code != heif_error_Ok || profile == nullptr) return Luma::kFull;
  if (profile->matrix_coefficients == heif_matrix_coefficients_RGB_GBR) return Luma::kNone;
  return profile->full_range_flag != 0 ? Luma::kFull : Luma::kVideo;
}

// The coded picture, not the stated size, says how many pixels there are.
absl::StatusOr<PageImage> HeifDocument::NewPageFor(const heif_image* picture,
                                                   heif_channel channel) const {
  return NewPage(heif_.heif_image_get_width(picture, channel),
                 heif_.heif_image_get_height(picture, channel), limits_);
}

absl::StatusOr<PageImage> HeifDocument::FromLuma(const heif_image* picture, Luma range) const {
  int stride = 0;
  const std::uint8_t* row = heif_.heif_image_get_plane_readonly(picture, heif_channel_Y, &stride);
  if (row == nullptr) return Refuse(Reason::kDocumentDamaged, "heif picture");
  SCEAU_ASSIGN_OR_RETURN(PageImage page, NewPageFor(picture, heif_channel_Y));
  for (int y = 0; y < page.height; ++y, row += stride) {
    if (range == Luma::kVideo)
      std::transform(row, row + page.width, RowOf(page, y), FullRange);
    else
      std::copy_n(row, page.width, RowOf(page, y));
  }
  return page;
}

// Numbers for the transfer function, or a profile.
ColourProfile HeifDocument::ProfileOf(const heif_image_handle* handle) const {
  heif_color_profile_nclx* raw = nullptr;
  const heif_error error = heif_.heif_image_handle_get_nclx_color_profile(handle, &raw);
  const Owned<heif_color_profile_nclx> numbers(raw, heif_.heif_nclx_color_profile_free);
  if (error.code == heif_error_Ok && numbers != nullptr &&
      !IsPlainTransfer(numbers->transfer_characteristics))
    return ColourProfile::Unknown();
  const heif_color_profile_type type = heif_.heif_image_handle_get_color_profile_type(handle);
  if (type != heif_color_profile_type_rICC && type != heif_color_profile_type_prof) return {};
  const std::size_t size = heif_.heif_image_handle_get_raw_color_profile_size(handle);
  if (size > limits_.colour_profile_bytes) return ColourProfile::Unknown();
  Bytes icc(size);
  if (heif_.heif_image_handle_get_raw_color_profile(handle, icc.data()).code != heif_error_Ok)
    return ColourProfile::Unknown();
  return {icc, limits_};
}

absl::StatusOr<PageImage> HeifDocument::FromColours(const heif_image_handle* handle,
                                                    ColourProfile& colours) const {
  const bool alpha = heif_.heif_image_handle_has_alpha_channel(handle) != 0;
  SCEAU_ASSIGN_OR_RETURN(const Picture picture, Decode(handle, heif_colorspace_RGB,
                                                       alpha ? heif_chroma_interleaved_RGBA
                                                             : heif_chroma_interleaved_RGB));
  int stride = 0;
  const std::uint8_t* row =
      heif_.heif_image_get_plane_readonly(picture.get(), heif_channel_interleaved, &stride);
  if (row == nullptr) return Refuse(Reason::kDocumentDamaged, "heif picture");
  return OnPaperThatShows([&](Paper paper) -> absl::StatusOr<PageImage> {
    SCEAU_ASSIGN_OR_RETURN(PageImage page, NewPageFor(picture.get(), heif_channel_interleaved));
    const std::uint8_t* from = row;
    const Samples samples = alpha ? Samples::kRgba : Samples::kRgb;
    Transparency transparency;
    for (int y = 0; y < page.height; ++y, from += stride) {
      ToLuminance(samples, from, page.width, RowOf(page, y), 1, paper);
      transparency.See(y, samples, from, page.width);
      colours.See(samples, from, page.width);
    }
    page.showing = transparency.showing();
    return page;
  });
}

absl::StatusOr<PageImage> HeifDocument::ReadPage(int index) {
  const auto at = static_cast<std::size_t>(index);
  heif_image_handle* raw = nullptr;
  const heif_error error = heif_.heif_context_get_image_handle(context_.get(), images_[at], &raw);
  const Handle handle(raw, heif_.heif_image_handle_release);
  SCEAU_RETURN_IF_ERROR(ToStatus(error, "heif item"));
  SCEAU_RETURN_IF_ERROR(CheckSize(heif_.heif_image_handle_get_width(handle.get()),
                                  heif_.heif_image_handle_get_height(handle.get()), limits_));
  SCEAU_ASSIGN_OR_RETURN(PageImage page, Read(handle.get()));
  showings_[at] = page.showing = std::max(showings_[at], page.showing);
  return page;
}

absl::StatusOr<PageImage> HeifDocument::Read(const heif_image_handle* handle) const {
  ColourProfile colours = ProfileOf(handle);
  // Telephones write luma, and chroma at a quarter of its size. Left so, the picture takes a third
  // less memory than in colours (48 megapixels: 320 MiB).
  if (MayHaveLuma(handle) && !colours.NeedsPixels()) {
    const auto picture = Decode(handle, heif_colorspace_YCbCr, heif_chroma_420);
    const Luma range = picture.ok() ? LumaOf(picture->get()) : Luma::kNone;
    if (range != Luma::kNone) {
      SCEAU_ASSIGN_OR_RETURN(PageImage page, FromLuma(picture->get(), range));
      page.showing = colours.showing();
      return page;
    }
  }
  SCEAU_ASSIGN_OR_RETURN(PageImage page, FromColours(handle, colours));
  page.showing = std::max(page.showing, colours.showing());
  return page;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Document>> OpenHeif(ByteSpan bytes, const Limits& limits) {
  return HeifDocument::Open(bytes, limits);
}

}  // namespace sceau::document
