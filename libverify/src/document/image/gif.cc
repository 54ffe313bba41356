// SPDX-License-Identifier: Apache-2.0
// Spec: GIF89a (CompuServe, 1990). Decodes the first picture of the file, on its screen, as a
// viewer shows it before it moves on.
#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "base/byte_reader.h"
#include "base/status.h"
#include "document/image/codecs.h"
#include "document/image/pixels.h"
#include "document/image/transparency.h"

namespace sceau::document {
namespace {

struct CloseGif {
  void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};
using Gif = std::unique_ptr<GifFileType, CloseGif>;

int TakeGifBytes(GifFileType* gif, GifByteType* to, int count) {
  auto& from = *static_cast<ByteReader*>(gif->UserData);
  const auto bytes = from.Take(std::min(static_cast<std::size_t>(count), from.remaining()));
  if (bytes) std::memcpy(to, bytes->data(), bytes->size());
  return bytes ? static_cast<int>(bytes->size()) : 0;
}

// Reads what stands before the first picture; false when the file has no picture.
bool FindPicture(GifFileType* gif, std::optional<int>& transparent) {
  GifRecordType record = UNDEFINED_RECORD_TYPE;
  while (DGifGetRecordType(gif, &record) == GIF_OK) {
    if (record == IMAGE_DESC_RECORD_TYPE) return DGifGetImageDesc(gif) == GIF_OK;
    if (record != EXTENSION_RECORD_TYPE) return false;
    int code = 0;
    GifByteType* block = nullptr;  // its length, then so many bytes
    if (DGifGetExtension(gif, &code, &block) != GIF_OK) return false;
    GraphicsControlBlock control;
    if (code == GRAPHICS_EXT_FUNC_CODE && block != nullptr &&
        DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK &&
        control.TransparentColor != NO_TRANSPARENT_COLOR)
      transparent = control.TransparentColor;
    while (block != nullptr) {
      if (DGifGetExtensionNext(gif, &block) != GIF_OK) return false;
    }
  }
  return false;
}

// Whether a picture follows the first, or what some programs may take for one.
bool HasMorePictures(GifFileType* gif) {
  GifRecordType record = UNDEFINED_RECORD_TYPE;
  while (DGifGetRecordType(gif, &record) == GIF_OK) {
    if (record == TERMINATE_RECORD_TYPE) return false;
    if (record != EXTENSION_RECORD_TYPE) return true;
    int code = 0;
    GifByteType* block = nullptr;
    if (DGifGetExtension(gif, &code, &block) != GIF_OK) break;
    while (block != nullptr) {
      if (DGifGetExtensionNext(gif, &block) != GIF_OK) return false;
    }
  }
  return !static_cast<const ByteReader*>(gif->UserData)->empty();
}

// Luminance by index. A number without a colour is black.
std::array<std::uint8_t, 256> LuminancesOf(const ColorMapObject& colours,
                                           std::optional<int> transparent, Paper paper) {
  std::array<std::uint8_t, 256> luminances{};
  const std::span all(colours.Colors, static_cast<std::size_t>(colours.ColorCount));
  for (std::size_t i = 0; i < std::min(all.size(), luminances.size()); ++i)
    luminances[i] = Luminance(all[i].Red, all[i].Green, all[i].Blue);
  if (transparent && *transparent >= 0 && *transparent < 256)
    luminances[static_cast<std::size_t>(*transparent)] = OnPaper(paper, 0, 0);
  return luminances;
}

// The rows of a picture in the order in which the file has them (appendix E).
std::vector<int> GifRows(int height, bool interlaced) {
  struct Pass {
    int first;
    int step;
  };
  constexpr auto kPasses = std::to_array<Pass>({{0, 8}, {4, 8}, {2, 4}, {1, 2}});
  constexpr auto kOne = std::to_array<Pass>({{0, 1}});
  std::vector<int> rows;
  for (const Pass& pass : interlaced ? std::span<const Pass>(kPasses) : std::span<const Pass>(kOne))
    for (int y = pass.first; y < height; y += pass.step) rows.push_back(y);
  return rows;
}

// False when no row at all could be read.
bool ReadGifRows(GifFileType* gif, const std::array<std::uint8_t, 256>& luminances,
                 std::optional<int> transparent, Transparency& transparency, PageImage& page) {
  const GifImageDesc& picture = gif->Image;
  std::vector<GifPixelType> indices(static_cast<std::size_t>(picture.Width));
  bool any = false;
  for (const int y : GifRows(picture.Height, picture.Interlace)) {
    if (DGifGetLine(gif, indices.data(), picture.Width) != GIF_OK) {
      page.cut = true;
      return any;
    }
    std::ranges::transform(indices, RowOf(page, picture.Top + y) + picture.Left,
                           [&](GifPixelType index) { return luminances[index]; });
    const auto index_at = [&](int x) { return indices[static_cast<std::size_t>(x)]; };
    transparency.SeeRow(
        y, picture.Width,
        [&](int x) { return index_at(x) == transparent ? 0U : luminances[index_at(x)]; },
        [&](int x) { return index_at(x) == transparent ? 0U : 255U; });
    any = true;
  }
  return any;
}

absl::StatusOr<PageImage> DecodeGifOn(Paper paper, ByteSpan bytes, const Limits& limits) {
  ByteReader reader(bytes);
  const Gif gif(DGifOpen(&reader, TakeGifBytes, nullptr));
  if (gif == nullptr) return Refuse(Reason::kDocumentDamaged, "gif header");
  std::optional<int> transparent;
  if (!FindPicture(gif.get(), transparent))
    return Refuse(Reason::kDocumentDamaged, "gif without a picture");
  const GifImageDesc& picture = gif->Image;
  SCEAU_RETURN_IF_ERROR(CheckSize(picture.Width, picture.Height, limits));
  // Programs show the whole of a picture that is larger than the screen it states.
  SCEAU_ASSIGN_OR_RETURN(
      PageImage page,
      NewPage(std::max<std::int64_t>(gif->SWidth, picture.Left + picture.Width),
              std::max<std::int64_t>(gif->SHeight, picture.Top + picture.Height), limits));
  const ColorMapObject* colours = picture.ColorMap != nullptr ? picture.ColorMap : gif->SColorMap;
  if (colours == nullptr) return Refuse(Reason::kDocumentDamaged, "gif without colours");
  Transparency transparency;
  const auto luminances = LuminancesOf(*colours, transparent, paper);
  if (!ReadGifRows(gif.get(), luminances, transparent, transparency, page))
    return Refuse(Reason::kDocumentDamaged, "gif picture");
  page.showing = HasMorePictures(gif.get()) ? Showing::kDiffers : transparency.showing();
  return page;
}

}  // namespace

absl::StatusOr<PageImage> DecodeGif(ByteSpan bytes, const Limits& limits) {
  return OnPaperThatShows([&](Paper paper) { return DecodeGifOn(paper, bytes, limits); });
}

}  // namespace sceau::document
