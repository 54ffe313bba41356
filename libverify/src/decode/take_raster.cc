// SPDX-License-Identifier: Apache-2.0
#include "decode/take_raster.h"

#include <algorithm>

namespace sceau::decode {
namespace {

// Of a module, in a drawing: our layout at its own size has as many at 200 dpi. A page that was
// made smaller, such as two on a sheet, is drawn finer.
constexpr double kEnoughPixels = 4;

}  // namespace

void RasterTaker::FromImage(const PageImage& image, const Placement& page, int width, int height,
                            const std::vector<Symbol>& symbols) {
  if (!wanted()) return;
  const auto finest = FinestModule(View(image), symbols);
  if (!finest) return;
  raster_ = MakeRaster(View(image), page, width, height,
                       {.module_side = *finest, .max_bytes = wish_.max_bytes});
  is_coarse_ = *finest < kEnoughPixels;
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
  is_coarse_ = module_side * scale < kEnoughPixels;
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
  if (!wanted() || std::ranges::none_of(symbols, IsSeal)) return absl::OkStatus();
  const bool all = wish_.rasters == isolation::Rasters::kAll;
  if (!has_raster() && (all || parts.IsOfPictures())) {
    const auto image = document_.ReadPage(index_);
    if (document::IsNeedsDrawing(image.status())) return image.status();
    if (image.ok()) FromImage(*image, {}, parts.width(), parts.height(), symbols);
  }
  if (has_raster() && is_coarse_) FromFinerDrawing(parts, symbols);
  return absl::OkStatus();
}

void RasterTaker::FromFinerDrawing(const document::PageParts& parts,
                                   const std::vector<Symbol>& symbols) {
  const auto image = document_.ReadPageFiner(index_, {});
  if (!image.ok()) return;
  const Placement page{0, 0, static_cast<double>(image->width) / parts.width(),
                       static_cast<double>(image->height) / parts.height()};
  std::vector<Symbol> finer = symbols;
  for (Symbol& symbol : finer) {
    for (Point& corner : symbol.corners) corner = {corner.x * page.across, corner.y * page.down};
  }
  FromImage(*image, page, parts.width(), parts.height(), finer);
}

}  // namespace sceau::decode
