// SPDX-License-Identifier: Apache-2.0
// The shapes that a page paints with plain colours, and small pictures of where they may make up a
// code: a code drawn module by module, as runs, as outlines or as thick lines.
#ifndef SCEAU_DOCUMENT_PDF_PARTS_SHAPE_SET_H_
#define SCEAU_DOCUMENT_PDF_PARTS_SHAPE_SET_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "document/document.h"
#include "document/pdf/content/content_state.h"

namespace sceau::document {

struct Shape {
  Path path;  // pixels of the page
  FillRule rule = FillRule::kNonZero;
  std::uint8_t gray = 0;
  double angle = 0;        // of the axes that it was drawn along, radians
  int quarters = 0;        // right angles that ShapeSet takes off the angle
  Box clip;                // what may be seen of it
  std::size_t paint = 0;   // its number among all that the page paints
  std::size_t paints = 1;  // how many it has from there on
  double alpha = 1;
  bool sure = true;  // nothing but what covers it later can hide it
};

// Shapes that lie close together, and may be a code.
struct Cluster {
  double angle = 0;
  Box box;           // in the frame turned by `angle`
  double scale = 1;  // pixels of the picture a pixel of the page
  int margin = 0;    // around the box, pixels of the picture
  // Modules that are dots or squares with gaps between them: how wide they are, and how far apart.
  double dot = 0;  // 0: there are none
  double pitch = 0;
  std::vector<std::size_t> shapes;  // that touch the box
  bool is_open = false;             // PagePart::is_open
};

class ShapeSet {
 public:
  void Add(Shape shape);
  std::size_t size() const { return shapes_.size(); }
  const Shape& operator[](std::size_t i) const { return shapes_[i]; }

  // Nothing when there is too much to search.
  std::optional<std::vector<Cluster>> FindClusters() const;
  // Dark on white, or light on black where all shapes are light; upright as it was drawn, also on a
  // page that is turned.
  absl::StatusOr<PagePart> Draw(const Cluster& cluster) const;
  std::uint8_t Darkest(const Cluster& cluster) const;
  std::uint8_t Lightest(const Cluster& cluster) const;

 private:
  std::vector<Shape> shapes_;
};

}  // namespace sceau::document

#endif  // SCEAU_DOCUMENT_PDF_PARTS_SHAPE_SET_H_
