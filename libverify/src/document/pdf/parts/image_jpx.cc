// SPDX-License-Identifier: Apache-2.0
// Spec: ISO 32000-2, 7.4.9; ISO/IEC 15444-1.
#include <openjpeg.h>

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>

#include "base/status.h"
#include "document/image/pixels.h"
#include "document/pdf/parts/image_codecs.h"

namespace sceau::document {
namespace {

// The decoder takes some 20 bytes for each pixel and component: larger pictures are left to
// Poppler.
constexpr std::int64_t kMaxSamples = 30'000'000;
constexpr std::uint32_t kMaxComponents = 4;

struct Source {
  ByteSpan bytes;
  std::size_t at = 0;
};

OPJ_SIZE_T ReadSource(void* to, OPJ_SIZE_T count, void* data) {
  auto* source = static_cast<Source*>(data);
  const std::size_t taken = std::min(count, source->bytes.size() - source->at);
  if (taken == 0) return static_cast<OPJ_SIZE_T>(-1);
  std::memcpy(to, source->bytes.data() + source->at, taken);
  source->at += taken;
  return taken;
}

OPJ_OFF_T SkipSource(OPJ_OFF_T count, void* data) {
  auto* source = static_cast<Source*>(data);
  const std::size_t left = source->bytes.size() - source->at;
  if (count < 0 || static_cast<std::size_t>(count) > left) return -1;
  source->at += static_cast<std::size_t>(count);
  return count;
}

OPJ_BOOL SeekSource(OPJ_OFF_T to, void* data) {
  auto* source = static_cast<Source*>(data);
  if (to < 0 || static_cast<std::size_t>(to) > source->bytes.size()) return OPJ_FALSE;
  source->at = static_cast<std::size_t>(to);
  return OPJ_TRUE;
}

absl::Status Damaged() { return Refuse(Reason::kDocumentDamaged, "pdf jpeg 2000"); }

// 0 to 255.
unsigned Scaled(const opj_image_comp_t& component, std::size_t index) {
  const int sign = component.sgnd != 0 ? 1 << (component.prec - 1) : 0;
  const std::int64_t most = (std::int64_t{1} << component.prec) - 1;
  const std::int64_t value = std::int64_t{component.data[index]} + sign;
  return static_cast<unsigned>(std::clamp<std::int64_t>(value, 0, most) * 255 / most);
}

bool IsUsable(const opj_image_t& image) {
  if (image.numcomps < 1 || image.numcomps > kMaxComponents) return false;
  const opj_image_comp_t& first = image.comps[0];
  for (std::uint32_t i = 0; i < image.numcomps; ++i) {
    const opj_image_comp_t& one = image.comps[i];
    if (one.prec < 1 || one.prec > 16 || one.w != first.w || one.h != first.h) return false;
  }
  return image.color_space != OPJ_CLRSPC_CMYK &&
         std::int64_t{first.w} * first.h * image.numcomps <= kMaxSamples;
}

bool IsPlainByItself(const opj_image_t& image) {
  const bool sure_space = image.color_space == OPJ_CLRSPC_SRGB ||
                          image.color_space == OPJ_CLRSPC_GRAY ||
                          image.color_space == OPJ_CLRSPC_SYCC;
  const bool opaque = std::all_of(image.comps, image.comps + image.numcomps,
                                  [](const opj_image_comp_t& one) { return one.alpha == 0; });
  const bool gray = image.color_space == OPJ_CLRSPC_GRAY;
  return sure_space && opaque && image.numcomps == (gray ? 1U : 3U);
}

}  // namespace

absl::StatusOr<PageImage> DecodeJpx(ByteSpan bytes, JpxColors colors, const Limits& limits) {
  constexpr std::string_view kCodestream = "\xFF\x4F\xFF\x51";
  const bool bare = AsText(bytes).starts_with(kCodestream);
  Source source{bytes};
  const std::unique_ptr<opj_stream_t, void (*)(opj_stream_t*)> stream(
      opj_stream_default_create(OPJ_TRUE), opj_stream_destroy);
  const std::unique_ptr<opj_codec_t, void (*)(opj_codec_t*)> codec(
      opj_create_decompress(bare ? OPJ_CODEC_J2K : OPJ_CODEC_JP2), opj_destroy_codec);
  if (stream == nullptr || codec == nullptr) return Damaged();
  opj_stream_set_user_data(stream.get(), &source, nullptr);
  opj_stream_set_user_data_length(stream.get(), bytes.size());
  opj_stream_set_read_function(stream.get(), ReadSource);
  opj_stream_set_skip_function(stream.get(), SkipSource);
  opj_stream_set_seek_function(stream.get(), SeekSource);
  opj_dparameters_t parameters;
  opj_set_default_decoder_parameters(&parameters);
  if (opj_setup_decoder(codec.get(), &parameters) != OPJ_TRUE) return Damaged();
  opj_image_t* header = nullptr;
  const bool read = opj_read_header(stream.get(), codec.get(), &header) == OPJ_TRUE;
  const std::unique_ptr<opj_image_t, void (*)(opj_image_t*)> image(header, opj_image_destroy);
  if (!read || image == nullptr || !IsUsable(*image)) return Damaged();
  SCEAU_ASSIGN_OR_RETURN(PageImage page, NewPage(image->comps[0].w, image->comps[0].h, limits));
  if (opj_decode(codec.get(), stream.get(), image.get()) != OPJ_TRUE || !IsUsable(*image) ||
      std::any_of(image->comps, image->comps + image->numcomps,
                  [](const opj_image_comp_t& one) { return one.data == nullptr; }) ||
      image->comps[0].w != static_cast<std::uint32_t>(page.width) ||
      image->comps[0].h != static_cast<std::uint32_t>(page.height) ||
      (colors == JpxColors::kItsOwn && !IsPlainByItself(*image)))
    return Damaged();
  const opj_image_comp_t* c = image->comps;
  const bool colours = image->numcomps >= 3 && image->color_space != OPJ_CLRSPC_SYCC;
  for (std::size_t i = 0; i < page.pixels.size(); ++i) {
    page.pixels[i] = colours ? Luminance(Scaled(c[0], i), Scaled(c[1], i), Scaled(c[2], i))
                             : static_cast<std::uint8_t>(Scaled(c[0], i));
  }
  return page;
}

}  // namespace sceau::document
