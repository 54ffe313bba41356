// SPDX-License-Identifier: Apache-2.0
// Takes the raster of one page from whatever the page was searched in.
#ifndef SCEAU_DECODE_TAKE_RASTER_H_
#define SCEAU_DECODE_TAKE_RASTER_H_

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "base/page.h"
#include "decode/page_raster.h"
#include "decode/picture_symbols.h"
#include "document/document.h"
#include "isolation/reader.h"

namespace sceau::decode {

// Which rasters are taken, and how large one may become.
struct RasterWish {
  isolation::Rasters rasters = isolation::Rasters::kNone;
  std::size_t max_bytes = 0;
};

// Each raster that is taken replaces the one before. None is taken where no seal is shown among the
// symbols, whose corners are in pixels of the image that they come with.
class RasterTaker {
 public:
  // The document must outlive it.
  RasterTaker(document::Document& document, int index, const RasterWish& wish)
      : document_(document), index_(index), wish_(wish) {}

  bool wanted() const { return wish_.rasters != isolation::Rasters::kNone; }
  bool has_raster() const { return !raster_.empty(); }
  PageRaster Take() { return std::move(raster_); }

  // Of a page of `width` by `height` that lies so in the image.
  void FromImage(const PageImage& image, const Placement& page, int width, int height,
                 const std::vector<Symbol>& symbols);
  // Of a part that the page shows alone.
  void FromPart(const document::PagePart& part, int width, int height,
                const std::vector<Symbol>& symbols);
  // Of a picture as it was searched, or of the picture read again when that was reduced further
  // than a raster is. The symbols have their corners on the page.
  void FromPicture(const PictureSymbols& read);
  // By drawing, where the wish is so and nothing was taken yet; by a finer drawing, where the one
  // that was taken is coarse. Refuses document::NeedsDrawing() alone: a page that cannot be drawn
  // is not compared.
  absl::Status FromDrawing(const document::PageParts& parts, const std::vector<Symbol>& symbols);

 private:
  void FromFinerDrawing(const document::PageParts& parts, const std::vector<Symbol>& symbols);
  std::optional<document::ReducedPage> ReadAgain(int factor, const PictureSymbols& read);

  document::Document& document_;
  int index_;
  RasterWish wish_;
  PageRaster raster_;
  bool is_coarse_ = false;  // taken from all of the page, with few pixels a module
};

}  // namespace sceau::decode

#endif  // SCEAU_DECODE_TAKE_RASTER_H_
