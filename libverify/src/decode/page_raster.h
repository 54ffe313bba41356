// SPDX-License-Identifier: Apache-2.0
// The grey pixels of a page that shows a seal, for the host to compare its print with the seal.
//
// Letters are compared at about the resolution of an ordinary scan, some 220 dpi. A picture does
// not say what its resolution is, or says it wrongly; but a code stands on the page, and its
// modules are about half a millimetre wide. So the picture is reduced until a module of the finest
// seal has five pixels, by averages over areas, and never enlarged.
#ifndef SCEAU_DECODE_PAGE_RASTER_H_
#define SCEAU_DECODE_PAGE_RASTER_H_

#include <cstddef>
#include <optional>
#include <vector>

#include "base/page.h"
#include "document/document.h"

namespace sceau::decode {

// Pixels of a module in a raster, at most.
inline constexpr double kModulePixels = 5;

// The side of a module of the symbol at `corners`, in pixels of the image, to about a tenth. Zero
// for what has no area.
double ModuleSide(ImageView image, const Corners& corners);

// Of the seals among `symbols` that are shown, the smallest side of a module; nothing where no seal
// is shown.
std::optional<double> FinestModule(ImageView image, const std::vector<Symbol>& symbols);

// Where a page lies in an image: its point (x, y) is at (left + x * across, top + y * down).
struct Placement {
  double left = 0;
  double top = 0;
  double across = 1;  // not zero; below zero where the image is mirrored
  double down = 1;
};

// How large a raster may become.
struct RasterBounds {
  double module_side = 0;     // of the finest seal, in pixels of the image; above zero
  std::size_t max_bytes = 0;  // a coarser raster is made where this does not suffice
};

// The page of `width` by `height` pixels by averages over areas of the image; what the image does
// not cover is white. Without pixels when not even one may be taken.
PageRaster MakeRaster(ImageView image, const Placement& page, int width, int height,
                      const RasterBounds& bounds);

// The same of a page part that the page shows alone. Nothing where the part lies on a slant.
std::optional<PageRaster> RasterOfPart(const document::PagePart& part, int width, int height,
                                       const RasterBounds& bounds);

// Reduces the rasters of all pages by one factor, so that they take `max_bytes` together.
void FitRasters(std::vector<Page>& pages, std::size_t max_bytes);

}  // namespace sceau::decode

#endif  // SCEAU_DECODE_PAGE_RASTER_H_
