// SPDX-License-Identifier: Apache-2.0
// The images of a page, those that abut joined into one.
#ifndef SCEAU_DOCUMENT_PDF_PARTS_IMAGE_SET_H_
#define SCEAU_DOCUMENT_PDF_PARTS_IMAGE_SET_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "document/document.h"
#include "document/pdf/content/content_state.h"
#include "document/pdf/content/painted.h"
#include "document/pdf/qpdf.h"
#include "sceau/limits.h"

namespace sceau::document {

// One use of an image.
struct ImageUse {
  QPDFObjectHandle image;
  QPDFObjectHandle resources;
  Matrix to_page;  // of the unit square
  int width = 0;   // pixels, as its dictionary says
  int height = 0;
  Ink ink;
  Painter painter;
};

// One image, or strips or tiles of one.
struct Mosaic {
  struct Tile {
    std::size_t use = 0;
    int left = 0;  // pixels of the first
    int top = 0;
  };
  std::vector<Tile> tiles;
  int left = 0;  // of the whole
  int top = 0;
  int width = 0;
  int height = 0;
  Painter painter;  // of all of them
};

class ImageSet {
 public:
  void Add(ImageUse use) { uses_.push_back(std::move(use)); }
  std::size_t size() const { return uses_.size(); }

  // Nothing when images touch that do not fit together: a code may lie across them.
  std::optional<std::vector<Mosaic>> Join() const;
  // What it takes of the page.
  Box BoxOf(const Mosaic& mosaic) const;
  // Pixels to one of the page's, along the side where they lie closest.
  double DensityOf(const Mosaic& mosaic) const;
  // As PageParts::NameOf().
  std::string NameOf(const Mosaic& mosaic) const;
  // With a margin, and enlarged where the page shows it larger than it is. Sets what is seen of
  // what is not opaque.
  absl::StatusOr<PagePart> Read(Mosaic& mosaic, const Limits& limits) const;

 private:
  std::vector<ImageUse> uses_;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PARTS_IMAGE_SET_H_
