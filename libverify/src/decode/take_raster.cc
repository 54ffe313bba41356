// SPDX-License-Identifier: Apache-2.0
#include "decode/take_raster.h"

#include <algorithm>

namespace sceau::decode {

void RasterTaker::FromImage(const PageImage& image, const Placement& page, int width, int height,
                            const std::vector<Symbol>& symbols) {
  if (!wanted()) return;
  const auto finest = FinestModule(View(image), symbols);
  if (!finest) return;
  raster_ = MakeRaster(View(image), page, width, height,
                       {.module_side = *finest, .max_bytes = wish_.max_bytes});
}

void RasterTaker::FromPart(const document::PagePart& part, int width, int height,
                           const std::vector<Symbol>& symbols) {
  if (!wanted()) return;
  const auto finest = FinestModule(View(part.image), symbols);
  if (!finest) return;
  auto raster =
      RasterOfPart(part, width, height, {.module_side = *finest, .max_bytes = wish_.max_bytes});
  if (raster) raster_ = *std::move(raster);
}

void RasterTaker::FromPicture(const PictureSymbols& read) {
  if (!wanted()) return;
  std::vector<Symbol> symbols = read.symbols;
  for (Symbol& symbol : symbols) {
    for (Point& corner : symbol.corners) corner = {corner.x / read.factor, corner.y / read.factor};
  }
  const auto finest = FinestModule(View(read.image), symbols);
  if (!finest) return;
  const double module_side = *finest * read.factor;  // pixels of the page
  int factor = read.factor;
  while (factor > 1 && module_side < kModulePixels * factor) factor /= 2;
  const auto again = factor < read.factor ? ReadAgain(factor, read) : std::nullopt;
  const PageImage& image = again ? again->image : read.image;
  const double scale = 1.0 / (again ? again->factor : read.factor);
  raster_ = MakeRaster(View(image), {0, 0, scale, scale}, read.width, read.height,
                       {.module_side = module_side * scale, .max_bytes = wish_.max_bytes});
}

// Nothing when that fails, though it did not the first time.
std::optional<document::ReducedPage> RasterTaker::ReadAgain(int factor,
                                                            const PictureSymbols& read) {
  if (auto reduced = document_.ReadReducedPage(index_, factor); reduced.ok() && *reduced)
    return **std::move(reduced);
  auto whole = document_.ReadPage(index_);
  if (!whole.ok()) return std::nullopt;
  return document::ReducedPage{*std::move(whole), 1, read.width, read.height};
}

absl::Status RasterTaker::FromDrawing(const document::PageParts& parts,
                                      const std::vector<Symbol>& symbols) {
  const bool all = wish_.rasters == isolation::Rasters::kAll;
  if (has_raster() || !wanted() || !(all || parts.IsOfPictures()) ||
      std::ranges::none_of(symbols, IsSeal))
    return absl::OkStatus();
  const auto image = document_.ReadPage(index_);
  if (document::IsNeedsDrawing(image.status())) return image.status();
  if (image.ok()) FromImage(*image, {}, parts.width(), parts.height(), symbols);
  return absl::OkStatus();
}

}  // namespace sceau::decode
