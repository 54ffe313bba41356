// SPDX-License-Identifier: Apache-2.0
// Fills paths with plain grey, each pixel by its centre: sharp edges are what a symbol search
// wants.
#ifndef SCEAU_DOCUMENT_PDF_PARTS_RASTER_H_
#define SCEAU_DOCUMENT_PDF_PARTS_RASTER_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/page.h"
#include "document/pdf/content/content_state.h"

namespace sceau::document {

class Raster {
 public:
  Raster(int width, int height, std::uint8_t ground);

  // False when the path crosses more rows than are affordable.
  bool Fill(const Path& path, const Matrix& to_raster, FillRule rule, std::uint8_t gray);
  PageImage Take() { return std::move(image_); }

 private:
  struct Crossing {
    int row;
    float x;
    int direction;
  };
  bool AddEdge(Point from, Point to);
  void SortCrossings();
  void FillRow(int row, double from, double to, std::uint8_t gray);

  PageImage image_;
  std::vector<Crossing> crossings_;  // of the path that is filled
  std::vector<Crossing> sorted_;
  std::vector<std::size_t> row_ends_;
  std::size_t work_ = 0;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PARTS_RASTER_H_
