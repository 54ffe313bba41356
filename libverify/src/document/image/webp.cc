// SPDX-License-Identifier: Apache-2.0
// Spec: WebP container, RFC 9649.
#include <webp/decode.h>
#include <webp/demux.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

#include "base/byte_reader.h"
#include "base/status.h"
#include "document/image/codecs.h"
#include "document/image/colour_profile.h"
#include "document/image/exif.h"
#include "document/image/pixels.h"
#include "document/image/transparency.h"

namespace sceau::document {
namespace {

using Decoder = std::unique_ptr<WebPIDecoder, decltype(&WebPIDelete)>;
constexpr int kLossy = 1;  // WebPBitstreamFeatures::format

// Feeds the incremental decoder, which returns the rows of a cut file; false if it returned none.
bool Feed(WebPIDecoder* decoder, ByteSpan bytes) {
  if (decoder == nullptr) return false;
  WebPIAppend(decoder, bytes.data(), bytes.size());
  return true;
}

bool DecodeLuma(ByteSpan bytes, PageImage& page) {
  const Decoder decoder(WebPINewYUVA(nullptr, 0, 0, nullptr, 0, 0, nullptr, 0, 0, nullptr, 0, 0),
                        WebPIDelete);
  if (!Feed(decoder.get(), bytes)) return false;
  int rows = 0;
  int width = 0;
  int height = 0;
  int stride = 0;
  const std::uint8_t* luma = WebPIDecGetYUVA(decoder.get(), &rows, nullptr, nullptr, nullptr,
                                             &width, &height, &stride, nullptr, nullptr);
  if (luma == nullptr || width != page.width || height != page.height || rows <= 0) return false;
  page.cut = rows < height;
  for (int y = 0; y < std::min(rows, height); ++y, luma += stride)
    std::transform(luma, luma + width, RowOf(page, y), FullRange);  // lossy WebP has no other luma
  return true;
}

bool DecodeRgba(ByteSpan bytes, Paper paper, bool has_alpha, ColourProfile& colours,
                PageImage& page) {
  const Decoder decoder(WebPINewRGB(MODE_RGBA, nullptr, 0, 0), WebPIDelete);
  if (!Feed(decoder.get(), bytes)) return false;
  int rows = 0;
  int width = 0;
  int height = 0;
  int stride = 0;
  const std::uint8_t* rgba = WebPIDecGetRGB(decoder.get(), &rows, &width, &height, &stride);
  if (rgba == nullptr || width != page.width || height != page.height || rows <= 0) return false;
  page.cut = rows < height;
  Transparency transparency;
  for (int y = 0; y < std::min(rows, height); ++y, rgba += stride) {
    ToLuminance(Samples::kRgba, rgba, width, RowOf(page, y), 1, paper);
    if (has_alpha) transparency.See(y, Samples::kRgba, rgba, width);
    colours.See(Samples::kRgba, rgba, width);
  }
  page.showing = transparency.showing();
  return true;
}

// The first chunk of a name, empty where there is none. The chunks follow "RIFF", the size and
// "WEBP": a name, a size, and as many bytes, padded to even.
ByteSpan WebpChunk(ByteSpan bytes, std::string_view name) {
  ByteReader chunks(bytes);
  chunks.Take(12);
  while (const auto head = chunks.Take(8)) {
    const std::uint8_t* size = head->data() + 4;
    const std::size_t length = size[0] | std::size_t{size[1]} << 8 | std::size_t{size[2]} << 16 |
                               std::size_t{size[3]} << 24;
    const auto content = chunks.Take(length);
    if (!content) break;
    if (AsText(*head).substr(0, 4) == name) return *content;
    if (length % 2 != 0) chunks.TakeByte();
  }
  return {};
}

// Decodes a single picture, with or without a container.
absl::StatusOr<PageImage> DecodeStill(ByteSpan bytes, const WebPBitstreamFeatures& features,
                                      const Limits& limits, ColourProfile& colours) {
  const bool has_alpha = features.has_alpha != 0;
  const bool has_luma = features.format == kLossy && !has_alpha && !colours.NeedsPixels();
  return OnPaperThatShows([&](Paper paper) -> absl::StatusOr<PageImage> {
    SCEAU_ASSIGN_OR_RETURN(PageImage page, NewPage(features.width, features.height, limits));
    if (!(has_luma ? DecodeLuma(bytes, page) : DecodeRgba(bytes, paper, has_alpha, colours, page)))
      return Refuse(Reason::kDocumentDamaged, "webp picture");
    return page;
  });
}

struct DeleteDemuxer {
  void operator()(WebPDemuxer* demuxer) const { WebPDemuxDelete(demuxer); }
};
struct FirstFrame {
  FirstFrame() = default;
  ~FirstFrame() { WebPDemuxReleaseIterator(&frame); }
  FirstFrame(const FirstFrame&) = delete;
  FirstFrame& operator=(const FirstFrame&) = delete;
  WebPIterator frame{};
};

// Decodes the first picture of an animation, at its place on the canvas.
absl::StatusOr<PageImage> DecodeAnimated(ByteSpan bytes, const WebPBitstreamFeatures& canvas,
                                         const Limits& limits, ColourProfile& colours) {
  const WebPData data{bytes.data(), bytes.size()};
  const std::unique_ptr<WebPDemuxer, DeleteDemuxer> demuxer(WebPDemuxPartial(&data, nullptr));
  FirstFrame first;
  if (demuxer == nullptr || WebPDemuxGetFrame(demuxer.get(), 1, &first.frame) == 0)
    return Refuse(Reason::kDocumentDamaged, "webp without a picture");
  const WebPIterator& frame = first.frame;
  const ByteSpan fragment(frame.fragment.bytes, frame.fragment.size);
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(fragment.data(), fragment.size(), &features) != VP8_STATUS_OK)
    return Refuse(Reason::kDocumentDamaged, "webp picture");
  SCEAU_ASSIGN_OR_RETURN(const PageImage picture, DecodeStill(fragment, features, limits, colours));
  SCEAU_ASSIGN_OR_RETURN(PageImage page, NewPage(canvas.width, canvas.height, limits));
  if (frame.x_offset < 0 || frame.y_offset < 0 || frame.x_offset + picture.width > page.width ||
      frame.y_offset + picture.height > page.height)
    return Refuse(Reason::kDocumentDamaged, "webp picture");
  for (int y = 0; y < picture.height; ++y) {
    const std::uint8_t* row = picture.pixels.data() +
                              static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.width);
    std::copy_n(row, picture.width, RowOf(page, frame.y_offset + y) + frame.x_offset);
  }
  page.cut = picture.cut;
  const bool moves = WebPDemuxGetI(demuxer.get(), WEBP_FF_FRAME_COUNT) != 1;
  page.showing = moves ? Showing::kDiffers : picture.showing;
  return page;
}

}  // namespace

absl::StatusOr<PageImage> DecodeWebp(ByteSpan bytes, const Limits& limits) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(bytes.data(), bytes.size(), &features) != VP8_STATUS_OK)
    return Refuse(Reason::kDocumentDamaged, "webp header");
  ColourProfile colours(WebpChunk(bytes, "ICCP"), limits);
  SCEAU_ASSIGN_OR_RETURN(PageImage page, features.has_animation != 0
                                             ? DecodeAnimated(bytes, features, limits, colours)
                                             : DecodeStill(bytes, features, limits, colours));
  page.showing = std::max(page.showing, colours.showing());
  return Upright(std::move(page), ExifOrientation(WebpChunk(bytes, "EXIF")));
}

}  // namespace sceau::document
